import { Client, paragraph } from "./client.ts";
import { expect, test } from "./fixtures.ts";
import { DEMO } from "./section.ts";

const SUBJECT = "/sujets/cyclerie-pont-levy";
const WRITTEN = "Ce paragraphe se lit sans aucun script.";
const SECTION = { key: "client-et-brief", title: "La cliente et sa demande" };

test.use({ javaScriptEnabled: false, quiet: true });

test("signing in, starting and interviewing work with plain forms", async ({ page }) => {
  await page.goto(SUBJECT);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Cyclerie");
  await expect(page.getByText("Nos réseaux vivotent")).toBeVisible();
  await page.getByRole("button", { name: "Commencer cet exercice" }).click();
  await page.getByRole("link", { name: "Se connecter" }).first().click();
  await page.getByLabel("Adresse électronique").fill(DEMO.email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(DEMO.password);
  await page.getByRole("main").getByRole("button", { name: "Se connecter" }).click();
  await expect(page).not.toHaveURL(/connexion/);
  await page.goto(SUBJECT);
  await page.getByRole("button", { name: "Commencer cet exercice" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cadrer la demande");
  await expect(page.getByText("Préparez votre guide")).toBeVisible();
  await page.getByRole("button", { name: "Commencer l’entretien" }).first().click();
  await page.getByLabel("Votre question").fill("Quel budget avez-vous prévu pour l’année ?");
  await page.getByRole("button", { name: "Poser la question" }).click();
  await expect(page.getByRole("log")).toContainText("9 600 €");
  await page.goto("/tableau-de-bord");
  await expect(
    page
      .getByRole("main")
      .getByText(/Cyclerie/)
      .first(),
  ).toBeVisible();
});

test("a workspace, its panels, its self-assessment and its dossier read", async ({
  page,
  context,
  server,
}) => {
  const learner = new Client(server);
  await learner.signIn();
  const { id, step } = await learner.startExercise("cyclerie-pont-levy");
  await learner.json(`/espaces/${id}/parties/${SECTION.key}`, {
    version: 0,
    doc: paragraph(WRITTEN),
    device: "sans-script",
  });
  await learner.lend(context);

  await page.goto(`/espaces/${id}/etapes/${step}?vue=${SECTION.key}`);
  await expect(page.getByText(WRITTEN)).toBeVisible();
  // getByText passes over what stands in <noscript>.
  await expect(page.locator("main noscript").first()).toBeVisible();
  expect((await page.locator("main noscript").allInnerTexts()).join()).toContain(
    "Pour écrire, activez JavaScript",
  );
  await page
    .getByRole("navigation", { name: "Panneau latéral" })
    .getByRole("link", { name: "Sujet" })
    .click();
  await expect(page.getByRole("complementary").getByText("Nos réseaux vivotent")).toBeVisible();
  await page.getByRole("link", { name: "Banc de prompts" }).click();
  const bench = page.getByRole("complementary", { name: "Banc de prompts" });
  await bench.getByLabel("Votre prompt").fill("Écris une phrase d’accueil pour la Cyclerie.");
  await bench.getByRole("button", { name: "Lancer l’essai" }).click();
  await expect(page.getByRole("article", { name: "Version 1" })).toBeVisible();

  await page.goto(`/espaces/${id}/parties/${SECTION.key}/versions`);
  await expect(page.getByText(WRITTEN)).toBeVisible();
  await page.goto(`/espaces/${id}/evaluation`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Auto-évaluation");
  await page
    .getByRole("navigation", { name: "Compétences du bloc" })
    .getByRole("link", { name: /BC01\.2/ })
    .click();
  await expect(page.getByRole("group", { name: "Votre niveau pour BC01.2" })).toBeVisible();

  await page.goto(`/espaces/${id}/dossier`);
  const check = page.getByRole("region", { name: "Contrôle avant export" });
  await expect(check.getByRole("heading", { name: "BC01.1 " })).toBeVisible();
  await page.getByRole("link", { name: "Lecture", exact: true }).click();
  await expect(page.getByRole("article").getByText(WRITTEN)).toBeVisible();
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "Exporter en PDF accessible" }).click();
  expect((await arriving).suggestedFilename()).toMatch(/\.pdf$/);
});
