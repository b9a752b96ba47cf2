import { expect, expectNoSidewaysScroll, test } from "./fixtures.ts";

const SUBJECT = "/sujets/cyclerie-pont-levy";

test.describe("without an account", () => {
  test.use({ quiet: true });

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
    await expectNoSidewaysScroll(page, "demonstration");
    await accessible(page, "demonstration at 390 px");
  });

  test("the prompt bench plays without an account: two versions, one kept, one check", async ({
    page,
    accessible,
  }) => {
    await page.goto("/demo");
    await page.getByRole("link", { name: /Essayer.*Banc de prompts/ }).click();
    for (const [n, prompt] of [
      "Rédige un post.",
      "Rédige un post de 40 mots pour les familles, sur un ton chaleureux.",
    ].entries()) {
      await page.getByRole("textbox", { name: "Votre prompt" }).fill(prompt);
      await page.getByRole("button", { name: "Lancer l’essai" }).click();
      const run = page.getByRole("article", { name: `Version ${n + 1}` });
      await expect(run.getByRole("button", { name: /^Retenir/ })).toBeVisible({ timeout: 20_000 });
    }
    const second = page.getByRole("article", { name: "Version 2" });
    await second.getByRole("button", { name: /^Retenir/ }).click();
    await expect(second.getByText("Retenue", { exact: true })).toBeVisible();
    await accessible(page, "prompt bench, demonstration");
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page, "prompt bench, demonstration");
    await accessible(page, "prompt bench, demonstration at 390 px");
  });
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
