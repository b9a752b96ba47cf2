import type { BrowserContext } from "@playwright/test";
import { Exercise, squash } from "./exercise.ts";
import { expect, test } from "./fixtures.ts";
import { block2, block3, block4 } from "./other-blocks.ts";
import { readPdf } from "./pdf.ts";

/** One person, one account: each test goes on where the one before it stopped. */
test.describe.configure({ mode: "serial" });
let session: Awaited<ReturnType<BrowserContext["storageState"]>> | undefined;
test.use({
  quiet: true,
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from a pattern.
  storageState: async ({}, use) => use(session),
});

const BRIEF = { key: "client-et-brief", title: "La cliente et sa demande" };
const WATCH = { key: "veille", title: "Le dispositif de veille" };

const briefTexts = [
  "La Cyclerie du Pont-Lévy ne manque pas d’abonnés, elle manque de clients du mardi au jeudi.",
  "Inès Carbonnel dispose de 9 600 € pour douze mois et vise 75 % d’occupation avant fin juin.",
];
const watchTexts = [
  "La veille suit quatre axes, du secteur du vélo à la réglementation de la publicité écologique.",
  "Chaque lundi, vingt minutes suffisent pour trier les alertes et en garder trois.",
];

/** How each question is put, and what an answer worth its question holds. */
const questions: [string, RegExp][] = [
  [
    "Bonjour Inès. Vous écrivez que l’atelier a des trous en semaine : qu’est-ce qui vous inquiète le plus aujourd’hui ?",
    /17 %/,
  ],
  ["À quoi verrez-vous, fin juin, que notre travail a réussi ?", /54/],
  ["Quel est le profil de votre clientèle à l’atelier ?", /retraités/],
  ["Quel budget avez-vous prévu pour l’année ?", /9 600 €/],
  [
    "Quelles sont les dates importantes du calendrier, et pour quand vous faut-il des résultats ?",
    /21 mars/,
  ],
  ["De combien d’heures disposez-vous chaque semaine pour publier ?", /huit heures/i],
  ["Qui prend la décision quand il faut trancher ?", /associés/],
];

test("a new learner goes from the home page to a tagged dossier on block 1", async ({
  page,
  accessible,
}) => {
  test.setTimeout(180_000);

  await test.step("from the home page to the subject, then an account", async () => {
    await page.goto("/");
    await accessible(page, "home");
    await page.getByRole("link", { name: "Choisir un sujet" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Les sujets" })).toBeVisible();
    await page
      .getByRole("navigation", { name: "Choisir un bloc" })
      .getByRole("link", { name: /BC01/ })
      .click();
    await expect(page).toHaveURL(/bloc=BC01/);
    await accessible(page, "catalogue");
    await page.getByRole("link", { name: /La Cyclerie du Pont-Lévy/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: /Cyclerie/ })).toBeVisible();
    await accessible(page, "subject");
    await page.getByRole("button", { name: "Commencer cet exercice" }).click();

    await expect(page.getByRole("heading", { level: 1, name: "Créer un compte" })).toBeVisible();
    await accessible(page, "sign-up");
    await page.getByLabel("Prénom et nom").fill("Lou Martin");
    await page.getByLabel("Adresse électronique").fill(`lou.parcours.${process.pid}@exemple.test`);
    await page.getByLabel("Mot de passe", { exact: true }).fill("un mot de passe long");
    await page.getByRole("button", { name: "Créer mon compte" }).click();
    await expect(page).toHaveURL(/\/sujets\/cyclerie-pont-levy$/);
    await page.getByRole("button", { name: "Commencer cet exercice" }).click();
  });

  const work = await Exercise.at(page);
  const { main } = work;

  await test.step("prepares the guide and interviews the client", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Cadrer la demande" })).toBeVisible();
    await expect(page.getByRole("banner").getByText("À faire")).toBeVisible();
    await main
      .getByLabel("Vos questions")
      .fill(
        "Qu’est-ce qui vous amène à changer maintenant ?\nQuel budget avez-vous prévu pour l’année ?",
      );
    await main.getByRole("button", { name: "Ajouter au guide" }).click();
    await expect(main.getByRole("heading", { name: /Votre guide.*2 questions/ })).toBeVisible();
    await accessible(page, "interview guide");
    await main.getByRole("button", { name: "Commencer l’entretien" }).click();
    for (const [question, answer] of questions) {
      const turn = await work.ask(question);
      expect.soft(turn, question).toMatch(answer);
    }
    const confirmed = await work.ask(
      "Si je résume : vous disposez de 9 600 € pour l’année et vous voulez passer de 54 à 75 % d’occupation du mardi au jeudi avant fin juin. Est-ce bien cela ?",
      "reformulation",
    );
    expect(confirmed).toContain("Reformulation");
    expect(confirmed).not.toContain("jamais dit");
    await accessible(page, "interview");
  });

  await test.step("writes the report and reads the findings", async () => {
    await main
      .getByRole("button", { name: "Terminer l’entretien et rédiger le compte rendu" })
      .click();
    await expect(main.getByRole("heading", { name: "Rédiger le compte rendu" })).toBeFocused();
    await work.report("Budget", "Le budget est de 9 600 € pour douze mois.");
    await work.report(
      "Objectifs",
      "L’atelier est occupé à 54 % du mardi au jeudi ; l’objectif est 75 % avant fin juin.",
    );
    await work.report(
      "Délais et dates",
      "Le salon de la mobilité a lieu le 21 mars.\nH : La fermeture d’été tombe mi-août.",
    );
    await accessible(page, "report");
    await main.getByRole("button", { name: "Remettre le compte rendu" }).click();
    await expect(main.getByRole("heading", { name: "Lire les constats" })).toBeFocused();
    await accessible(page, "findings in the tool");
    const panel = await work.panel("Constats");
    await expect(panel.getByRole("heading", { name: "Entretien client" })).toBeVisible();
    expect(await panel.getByText("Vu", { exact: true }).count()).toBeGreaterThan(3);
    await expect(panel.getByText(/budget/i).first()).toBeVisible();
    await accessible(page, "findings panel");
    for (const label of ["Sujet", "Compétences"]) {
      await work.panel(label);
      await accessible(page, `panel ${label}`);
    }
    await work.closePanel();
  });

  await test.step("writes a first section with the transcript as a live figure", async () => {
    await work.view(BRIEF.title);
    await work.write(BRIEF, briefTexts);
    await page.keyboard.press("Enter");
    await work.insertFigure("Entretien avec Inès Carbonnel");
    await work.saved(BRIEF.key, "client-interview:transcript");
    await expect(main.locator(".document figure")).toContainText("9 600 €");
    await accessible(page, "editor");
    await main.getByRole("button", { name: "Marquer l’étape comme faite" }).click();
    await expect(page.getByRole("link", { name: "Cadrer la demande (faite)" })).toBeVisible();
  });

  await test.step("writes a second section and inserts a kept prompt's answer", async () => {
    await work.step("Organiser la veille");
    await work.write(WATCH, watchTexts);
    const bench = await work.panel("Banc de prompts");
    await expect(bench.getByText(/modèle d’entraînement/i).first()).toBeVisible();
    await bench
      .getByLabel("Votre prompt")
      .fill(
        "Tu es community manager. Écris un paragraphe de 60 mots, pour une gérante de coopérative, qui présente une veille sur la réparation de vélos. Ton simple, vouvoiement.",
      );
    await bench.getByRole("button", { name: "Lancer l’essai" }).click();
    const run = bench.getByRole("article", { name: "Version 1" });
    await expect(run.getByRole("button", { name: /^Retenir/ })).toBeVisible();
    await expect(run.getByText(/modèle d’entraînement/i).first()).toBeVisible();
    await run.getByRole("button", { name: /^Retenir/ }).click();
    await expect(run.getByText("Retenue", { exact: true })).toBeVisible();
    await run.getByRole("button", { name: /^Insérer dans/ }).click();
    await expect(run.getByText(/Insérée dans/)).toBeVisible();
    await expect(main.locator(".document .ai-assisted").first()).toBeVisible();
    await work.saved(WATCH.key, "aiAssisted");
    await accessible(page, "prompt bench");
    await work.closePanel();
  });

  await test.step("rates nine competencies, each with evidence", async () => {
    await page
      .getByRole("link", { name: /Auto-évaluation/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: "Auto-évaluation" })).toBeVisible();
    await accessible(page, "assessment");
    for (let n = 1; n <= 9; n++) {
      const id = `BC01.${n}`;
      await work.rate(
        id,
        n < 3 ? "Acquis" : "En cours d’acquisition",
        `Pour ${id}, mon entretien a donné des faits chiffrés que je reprends dans le dossier.`,
      );
      if (n === 1) await work.proveByPassage(id, WATCH.key, "quatre axes");
      else if (n === 2) await work.proveByPassage(id, BRIEF.key, "ne manque pas d’abonnés");
      else await work.proveByFigure(id, "Carte de couverture des thèmes");
    }
    await expect(main.getByText("9 sur 9 évaluées")).toBeVisible();
    await accessible(page, "assessment, all rated");
  });

  await test.step("reads the dossier and its control list", async () => {
    await work.openDossier("Contrôle");
    const check = page.getByRole("region", { name: "Contrôle avant export" });
    for (let n = 1; n <= 9; n++)
      await expect(check.getByRole("heading", { name: `BC01.${n} ` })).toBeVisible();
    await expect(check.getByText(/«\sBudget\s» est vide/)).toBeVisible();
    await expect(check.getByText("Aucune preuve n’est reliée")).toHaveCount(0);
    await expect(check.getByText("pas encore évalué")).toHaveCount(0);
    await accessible(page, "control list");
    await work.openDossier("Lecture");
    const shown = squash(await page.getByRole("article").innerText());
    for (const text of [...briefTexts, ...watchTexts]) expect(shown).toContain(squash(text));
    await accessible(page, "dossier as it reads");
  });

  await test.step("exports a tagged PDF and an HTML file that hold the words", async () => {
    const pdf = await work.download("Exporter en PDF accessible");
    expect(pdf.name).toMatch(/^dossier-bc01-.*lou-martin\.pdf$/);
    await expect(main.getByText("Le PDF est téléchargé").first()).toBeAttached();
    const read = await readPdf(pdf.bytes);
    expect(read.tagged).toBe(true);
    for (const role of ["H1", "H2", "P", "Table", "TH", "TD", "Figure", "TOC"])
      expect.soft(read.roles.get(role) ?? 0, `${role} in the PDF's structure`).toBeGreaterThan(0);
    expect(read.lang).toMatch(/^fr/);
    expect(read.title).toContain("Cyclerie");
    const outline = read.outline.map(squash).join("\n");
    for (const title of [BRIEF.title, WATCH.title, "Auto-évaluation", "Relevé d’usage de l’IA"])
      expect(outline).toContain(squash(title));
    const words = squash(read.text);
    for (const text of [...briefTexts, ...watchTexts, "Lou Martin", "Pour BC01.9, mon entretien"])
      expect(words).toContain(squash(text));

    const html = await work.download("Exporter en HTML");
    expect(html.name).toMatch(/\.html$/);
    // Opened apart, as a person would: here it would stand under the app's own policy.
    const exported = await page.context().newPage();
    await exported.setContent(html.bytes.toString("utf8"));
    const shown = squash(await exported.locator("body").innerText());
    await exported.close();
    for (const text of [...briefTexts, ...watchTexts]) expect(shown).toContain(squash(text));
  });

  await test.step("finds the work again on the dashboard", async () => {
    await page.goto("/tableau-de-bord");
    await expect(page.getByText(/Cyclerie/).first()).toBeVisible();
    await accessible(page, "dashboard");
    session = await page.context().storageState();
  });
});

test("the same person makes block 4's content pack", async ({ page, accessible }) => {
  await page.goto("/tableau-de-bord");
  await expect(
    page
      .getByRole("main")
      .getByText(/Cyclerie/)
      .first(),
  ).toBeVisible();
  await block4(page, accessible);
});

test("the same person goes on with block 2's two accounts", async ({ page, accessible }) => {
  await block2(page, accessible);
});

test("the same person opens block 3, and finds the four exercises again", async ({
  page,
  accessible,
}) => {
  await block3(page, accessible);
  await page.goto("/tableau-de-bord");
  for (const client of [/Cyclerie/, /batellerie/i, /Vaulorme/, /Talvère/])
    await expect(page.getByRole("main").getByText(client).first()).toBeVisible();
  await accessible(page, "dashboard with four exercises");
});
