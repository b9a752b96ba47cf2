import type { Page } from "@playwright/test";
import { expect, expectNoSidewaysScroll, test } from "./fixtures.ts";
import { listen } from "./watch.ts";

/** Public pages that no link leads to. */
const UNLINKED = ["/nouveau-mot-de-passe", `/nouveau-mot-de-passe?jeton=${"a".repeat(24)}`];

/** Links of the page to other pages of the site. Of a page with variants, one is enough; blocks are not variants. */
async function linksOf(page: Page): Promise<string[]> {
  const links = await page.locator("a[href]:not([download])").evaluateAll((found) =>
    found
      .map((a) => new URL((a as HTMLAnchorElement).href))
      .filter((url) => url.origin === location.origin)
      .map((url) => {
        const block = url.searchParams.get("bloc");
        return url.pathname + (block ? `?bloc=${block}` : "");
      }),
  );
  return links.filter((link) => !link.endsWith("/telecharger"));
}

/** What sort of page an address is: its path without the names in it. */
const kindOf = (address: string) =>
  address
    .split("/")
    .map((part, depth) => (depth < 2 || part === "annexes" ? part : "*"))
    .join("/");

/** The page as it stands fits a telephone; then the screen is as before. */
async function fitsPhone(page: Page, address: string, look?: () => Promise<void>): Promise<void> {
  const wide = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page, `${address} at 390 px`);
  await look?.();
  await page.setViewportSize(wide);
}

test.describe("every page a visitor can reach", () => {
  test.use({ quiet: true });

  test("is accessible, has a title of its own and fits a telephone", async ({
    page,
    accessible,
  }) => {
    test.setTimeout(240_000);
    const addresses = ["/", ...UNLINKED];
    const known = new Set(addresses);
    const kinds = new Set<string>();
    const titles = new Map<string, string>();
    const official: Record<string, number> = { block: 0, competency: 0 };
    for (const address of addresses) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(200);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
      await expect(page.getByRole("main"), address).toHaveCount(1);
      await accessible(page, address);
      await expectNoSidewaysScroll(page, address);

      const title = await page.title();
      expect(title, address).not.toBe("");
      const path = new URL(page.url()).pathname;
      expect(titles.get(title) ?? path, `« ${title} » names one page`).toBe(path);
      titles.set(title, path);

      // One page of each kind is also looked at on a telephone and in the dark.
      const kind = kindOf(address);
      const isNew = !kinds.has(kind);
      kinds.add(kind);
      await fitsPhone(page, address, async () => {
        if (isNew) await accessible(page, `${address} at 390 px`);
      });
      if (isNew) {
        await page.emulateMedia({ colorScheme: "dark" });
        await accessible(page, `${address} in the dark`);
        await page.emulateMedia({ colorScheme: "light" });
      }

      if (/^\/referentiel\/[^/]+$/.test(address)) official.block!++;
      if (/^\/referentiel\/[^/]+\/[^/]+$/.test(address)) official.competency!++;
      for (const link of await linksOf(page)) if (!known.has(link)) addresses.push(link);
      for (const link of addresses) known.add(link);
    }
    expect(official, "pages of the référentiel").toEqual({ block: 4, competency: 29 });
    for (const kind of [
      "/a-propos",
      "/accessibilite",
      "/connexion",
      "/inscription",
      "/mot-de-passe-oublie",
      "/demo/*",
      "/sujets/*",
      "/sujets/*/annexes/*",
    ])
      expect([...kinds], "kinds of pages").toContain(kind);
  });
});

test("a page that does not exist says so", async ({ page, accessible }) => {
  const response = await page.goto("/une-page-qui-n-existe-pas");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await accessible(page, "an absent page");
  await fitsPhone(page, "an absent page");
});

test("what the browser complains of is heard", async ({ page, context }) => {
  const complaints = listen(context);
  await page.goto("/");
  expect(complaints).toEqual([]);
  await page.evaluate(() => {
    const style = document.createElement("style");
    style.textContent = "p { color: red }";
    document.head.append(style);
  });
  await expect.poll(() => complaints.join()).toContain("Content Security Policy");
  await page.evaluate(() => setTimeout(() => (window as { absent?: () => void }).absent!(), 0));
  await expect.poll(() => complaints.join()).toContain("not a function");
  await page.evaluate(() => fetch("/une-page-qui-n-existe-pas"));
  await expect.poll(() => complaints.join()).toContain("404");
});
