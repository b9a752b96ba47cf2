import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { AppServer } from "./server.ts";

type Worker = { server: AppServer };
type Test = {
  /** Asserts 0 violations of the WCAG 2.2 A and AA rules on the page as it stands. */
  accessible: (page: Page, where: string) => Promise<void>;
};

export const test = base.extend<Test, Worker>({
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
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from a pattern.
  accessible: async ({}, use) => {
    await use(async (page, where) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      const lines = violations.map(
        (v) => `${v.id} (${v.impact}): ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`,
      );
      expect(lines, `axe on ${where}`).toEqual([]);
    });
  },
});

export { expect };

let people = 0;

/** Signs a new learner up through the screens; returns the address. */
export async function signUp(
  page: Page,
  name = "Lou Martin",
): Promise<{ email: string; password: string }> {
  people++;
  const email = `lou.${process.pid}.${people}@exemple.test`;
  const password = "un mot de passe long";
  await page.goto("/inscription");
  await page
    .getByLabel(/^Nom|Prénom/)
    .first()
    .fill(name);
  await page.getByLabel(/Adresse/).fill(email);
  await page
    .getByLabel(/Mot de passe/)
    .first()
    .fill(password);
  await page.getByRole("button", { name: /Créer/ }).click();
  return { email, password };
}
