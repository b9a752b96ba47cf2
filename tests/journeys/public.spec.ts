import type { Page } from "@playwright/test";
import { Client } from "./client.ts";
import { expect, test } from "./fixtures.ts";

const SUBJECT = "/sujets/cyclerie-pont-levy";
const MUSEUM = "/sujets/musee-batellerie-corvanne";

/** Every kind of page a visitor can read. */
const addresses = [
  "/",
  "/referentiel",
  ...["BC01", "BC02", "BC03", "BC04"].map((block) => `/referentiel/${block}`),
  "/referentiel/BC01/BC01.2",
  "/referentiel/BC04/BC04.1",
  "/sujets",
  "/sujets?bloc=BC04",
  SUBJECT,
  MUSEUM,
  `${SUBJECT}/annexes/publications?tri=date&ordre=desc&filtre=instagram`,
  `${SUBJECT}/annexes/publications?filtre=introuvable-absolument`,
  `${MUSEUM}/annexes/sous-titres-automatiques`,
  "/demo",
  "/demo/client-interview",
  "/a-propos",
  "/accessibilite",
  "/connexion",
  "/inscription",
  "/mot-de-passe-oublie",
  "/une-page-qui-n-existe-pas",
];

/** Collects what the console complains of; a missing page is said by the browser itself. */
function complaints(page: Page): string[] {
  const found: string[] = [];
  page.on("pageerror", (error) => found.push(error.message));
  page.on("console", (message) => {
    const expected = /status of 404/.test(message.text()) && /n-existe-pas/.test(page.url());
    if (message.type() === "error" && !expected) found.push(`${page.url()}: ${message.text()}`);
  });
  return found;
}

for (const [width, height] of [
  [1280, 900],
  [390, 844],
] as const)
  test(`every public page is accessible and fits at ${width} px`, async ({ page, accessible }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height });
    const errors = complaints(page);
    for (const address of addresses) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(address.includes("n-existe-pas") ? 404 : 200);
      await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
      await expect(page.getByRole("main"), address).toHaveCount(1);
      await accessible(page, `${address} at ${width} px`);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(wider, `${address} scrolls sideways`).toBeLessThanOrEqual(0);
    }
    expect(errors).toEqual([]);
  });

test("a table annex sorts, filters and downloads", async ({ page, accessible }) => {
  await page.goto(SUBJECT);
  await page.getByRole("link", { name: "Les 60 dernières publications" }).click();
  await page.getByLabel("Filtrer les lignes").fill("instagram");
  await page.getByRole("button", { name: "Filtrer" }).click();
  await expect(page.locator("caption")).toContainText("filtrées parmi 60");
  await page.getByRole("columnheader", { name: "Date" }).getByRole("link").click();
  await expect(page.getByRole("columnheader", { name: "Date" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(page.locator("caption")).toContainText("Date");
  for (const row of await page.locator("tbody tr").all())
    await expect(row).toContainText(/instagram/i);
  await accessible(page, "annex, sorted and filtered");
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger le tableau (CSV)" }).click();
  expect((await arriving).suggestedFilename()).toMatch(/\.csv$/);
});

test("the demonstration plays without an account and keeps nothing on the server", async ({
  page,
  accessible,
}) => {
  const errors = complaints(page);
  await page.goto("/demo");
  await page.getByRole("link", { name: /Essayer.*Entretien client/ }).click();
  await page.getByRole("button", { name: "Commencer l’entretien" }).first().click();
  const log = page.getByRole("log");
  for (const question of [
    "Bonjour Samira. Qu’est-ce qui vous a décidée à nous écrire ?",
    "Quel budget avez-vous prévu ?",
  ]) {
    await page.getByLabel("Votre question").fill(question);
    const before = await log.getByRole("listitem").count();
    await page.getByRole("button", { name: "Poser la question" }).click();
    await expect(log.getByRole("listitem")).toHaveCount(before + 1);
  }
  await expect(page.getByRole("heading", { name: "Ce que le dossier recevrait" })).toBeVisible();
  await accessible(page, "demonstration, played");
  await page.setViewportSize({ width: 390, height: 844 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
  await accessible(page, "demonstration at 390 px");
  expect(errors).toEqual([]);
});

test("forms refuse with a summary that axe accepts", async ({ page, accessible }) => {
  await page.goto("/inscription");
  await page.getByLabel("Adresse électronique").fill("pas une adresse");
  await page.getByRole("button", { name: "Créer mon compte" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await accessible(page, "sign-up, refused");
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill("personne@exemple.test");
  await page.getByLabel("Mot de passe", { exact: true }).fill("pas le bon mot de passe");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await accessible(page, "sign-in, refused");
});

test("without JavaScript everything reads, and the interview plays", async ({
  browser,
  server,
  baseURL,
}) => {
  const learner = new Client(server);
  await learner.signIn();
  const { id, step } = await learner.startExercise("cyclerie-pont-levy");
  const written = "Ce paragraphe se lit sans aucun script.";
  await learner.json(`/espaces/${id}/parties/client-et-brief`, {
    version: 0,
    doc: {
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: written }] }],
    },
    device: "sans-script",
  });
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto(SUBJECT);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cyclerie");
  await expect(page.getByText("Nos réseaux vivotent")).toBeVisible();
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill("camille@demo.test");
  await page.getByLabel("Mot de passe", { exact: true }).fill("bloc-a-bloc-demo");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.goto(`/espaces/${id}/etapes/${step}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cadrer la demande");
  await expect(page.getByText("Préparez votre guide")).toBeVisible();
  await page.getByRole("button", { name: "Commencer l’entretien" }).first().click();
  await page.getByLabel("Votre question").fill("Quel budget avez-vous prévu pour l’année ?");
  await page.getByRole("button", { name: "Poser la question" }).click();
  await expect(page.getByRole("log")).toContainText("9 600 €");
  await page.goto(`/espaces/${id}/etapes/${step}?vue=client-et-brief`);
  await expect(page.getByText(written)).toBeVisible();
  // getByText passes over what stands in <noscript>.
  await expect(page.locator("main noscript").first()).toBeVisible();
  expect((await page.locator("main noscript").allInnerTexts()).join()).toContain(
    "Pour écrire, activez JavaScript",
  );
  await page.goto(`/espaces/${id}/etapes/${step}?panneau=sujet`);
  await expect(page.getByRole("complementary").getByText("Nos réseaux vivotent")).toBeVisible();
  await page.goto(`/espaces/${id}/dossier?vue=lecture`);
  await expect(page.getByText(written)).toBeVisible();
  await context.close();
});
