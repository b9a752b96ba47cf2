import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { AppServer } from "./server.ts";
import { listen } from "./watch.ts";

type Worker = { server: AppServer };
type Test = {
  /** Asserts 0 violations of the WCAG 2.2 A and AA rules on the page as it stands. */
  accessible: (page: Page, where: string) => Promise<void>;
};
type Options = {
  /** The test fails when a page of its context complains of anything: see watch.ts. */
  quiet: boolean;
};

export const test = base.extend<Test & Options, Worker>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from a pattern.
    async ({}, use) => {
      const server = new AppServer();
      await server.start();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.origin);
  },
  quiet: [false, { option: true }],
  context: async ({ context, quiet }, use) => {
    const complaints = listen(context);
    await use(context);
    if (quiet) expect(complaints, "what the browser complained of").toEqual([]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from a pattern.
  accessible: async ({}, use) => {
    await use(async (page, where) => {
      const { violations } = await new AxeBuilder({ page })
        .options({ resultTypes: ["violations"] })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        // Without a second page for the result: no page of ours holds a frame, and it takes a third of the time.
        .setLegacyMode()
        .analyze();
      const lines = violations.map(
        (v) => `${v.id} (${v.impact}): ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`,
      );
      expect(lines, `axe on ${where}`).toEqual([]);
    });
  },
});

export { expect };

/** The page is no wider than the screen. */
export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}
