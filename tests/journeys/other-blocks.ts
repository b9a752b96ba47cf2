import type { Page } from "@playwright/test";
import { Exercise, squash } from "./exercise.ts";
import { expect, test } from "./fixtures.ts";
import { readPdf } from "./pdf.ts";

type Accessible = (page: Page, where: string) => Promise<void>;

const PROMPT =
  "Tu es médiatrice culturelle. Écris un texte de 60 mots, pour des familles, qui annonce l’exposition. Ton chaleureux, sans date inventée.";

/** Block 4: a content pack of three artefacts with its AI-use record, and no oral. The page is signed in. */
export async function block4(page: Page, accessible: Accessible): Promise<void> {
  await page.goto("/sujets?bloc=BC04");
  await expect(page.getByText("un pack de contenus, sans oral")).toBeVisible();
  const work = await Exercise.start(page, "musee-batellerie-corvanne");
  const { main } = work;

  await test.step("interviews the mediator", async () => {
    await main.getByRole("button", { name: "Commencer l’entretien" }).first().click();
    await work.ask("Bonjour Noémie. À qui s’adresse cette exposition ?");
    const budget = await work.ask("Quel budget avez-vous prévu ?");
    expect(budget).toMatch(/€/);
    await accessible(page, "block 4, interview");
  });

  await test.step("the control asks for three artefacts and the record, before anything", async () => {
    await page.goto(`/espaces/${work.id}/dossier`);
    await page.getByText("Voir dès maintenant ce que le contrôle regardera").click();
    const exam = page.getByRole("region", { name: "Ce que l’épreuve demande" });
    for (const what of ["un texte", "un visuel", "une animation"])
      await expect(exam.getByText(`L’épreuve demande ${what}`)).toBeVisible();
    await expect(exam.getByText("Le relevé d’usage de l’IA est vide")).toBeVisible();
    await expect(exam.getByText(/comptes/)).toHaveCount(0);
    await accessible(page, "block 4, empty pack");
    await page.goto(`/espaces/${work.id}`);
  });

  const text = { key: "texte-final", title: "Le texte final" };
  const typed = "Venez en famille écouter les bateliers de Corvanne raconter leur rivière.";
  await test.step("writes the text with a kept prompt", async () => {
    await work.step("Vérifier et réécrire");
    await work.view(text.title);
    await work.write(text, [typed]);
    const bench = await work.panel("Banc de prompts");
    await bench.getByLabel("Votre prompt").fill(PROMPT);
    await bench.getByRole("button", { name: "Lancer l’essai" }).click();
    const run = bench.getByRole("article", { name: "Version 1" });
    await run.getByRole("button", { name: /^Retenir/ }).click();
    await expect(run.getByText("Retenue", { exact: true })).toBeVisible();
    await run.getByRole("button", { name: /^Insérer dans/ }).click();
    await work.saved(text.key, "aiAssisted");
    await work.closePanel();
  });

  await test.step("the pack never speaks of an oral as an exam to come", async () => {
    await work.openDossier("Contrôle");
    await expect(
      page.getByRole("heading", { level: 1, name: "Votre pack de contenus" }),
    ).toBeVisible();
    const exam = page.getByRole("region", { name: "Ce que l’épreuve demande" });
    await expect(exam.getByText("L’épreuve demande un texte")).toHaveCount(0);
    await expect(exam.getByText("Le relevé d’usage de l’IA est vide")).toHaveCount(0);
    await expect(exam.getByText("L’épreuve demande un visuel")).toBeVisible();
    await accessible(page, "block 4, control");
    const all = await page.locator("body").innerText();
    expect(all).not.toMatch(/soutenance/i);
    for (const oral of all.matchAll(/.*\boral\b.*/gi)) expect(oral[0]).toContain("n’a pas d’oral");

    const pdf = await work.download("Exporter en PDF accessible");
    expect(pdf.name).toMatch(/^pack-bc04-/);
    const read = await readPdf(pdf.bytes);
    expect(read.tagged).toBe(true);
    expect(read.lang).toMatch(/^fr/);
    const words = squash(read.text);
    expect(words).toContain(squash("Pack de contenus"));
    expect(words).toContain(squash(typed));
    expect(words).toContain(squash("Relevé d’usage de l’IA"));
    expect(words).toContain(squash(PROMPT));
    expect(words).not.toMatch(/soutenance/i);
  });
}

/** Block 2: two accounts, a text, a video, indicators; then an oral. The page is signed in. */
export async function block2(page: Page, accessible: Accessible): Promise<void> {
  await page.goto("/sujets/cidrerie-vaulorme");
  await expect(page.getByText(/Au moins 2\scomptes/)).toBeVisible();
  const work = await Exercise.start(page, "cidrerie-vaulorme");
  const { main } = work;
  const exam = page.getByRole("region", { name: "Ce que l’épreuve demande" });

  await test.step("interviews the manager", async () => {
    await main.getByRole("button", { name: "Commencer l’entretien" }).first().click();
    expect(await work.ask("Quel budget avez-vous prévu ?")).toMatch(/350 €/);
    await accessible(page, "block 2, interview");
  });

  await test.step("one account is not enough", async () => {
    await work.step("Configurer les deux comptes");
    await accessible(page, "block 2, accounts");
    const first = { key: "compte-facebook", title: "Premier compte : Facebook, avant et après" };
    await work.write(first, ["La page Facebook annonce enfin les bons horaires de la cidrerie."]);
    await work.openDossier("Contrôle");
    await expect(exam.getByText(/au moins 2 comptes\s: 1 seulement est présenté/)).toBeVisible();
    await expect(exam.getByText(/L’épreuve demande une vidéo/)).toBeVisible();
    await expect(exam.getByText(/choix des indicateurs/)).toBeVisible();
    await accessible(page, "block 2, control");
  });

  await test.step("with two, the demand is met; the dossier goes to an oral", async () => {
    await page.goto(`/espaces/${work.id}`);
    await work.step("Configurer les deux comptes");
    const second = {
      key: "compte-instagram",
      title: "Second compte : Instagram, avant et après",
    };
    await work.view(second.title);
    const typed = "Le compte Instagram montre le verger, jamais un verre sans message sanitaire.";
    await work.write(second, [typed]);
    await work.openDossier("Contrôle");
    await expect(exam.getByText(/seulement est présenté/)).toHaveCount(0);
    await expect(exam.getByText(/répartis sur au moins 2 comptes/)).toBeVisible();
    const pdf = await work.download("Exporter en PDF accessible");
    const read = await readPdf(pdf.bytes);
    expect(read.tagged).toBe(true);
    const words = squash(read.text);
    expect(words).toContain(squash(typed));
    expect(words).toContain(squash("au moins 2 comptes simulés"));
    expect(words).toContain("soutenance");
  });
}

/** Block 3: one move, one section, the export. The page is signed in. */
export async function block3(page: Page, accessible: Accessible): Promise<void> {
  const work = await Exercise.start(page, "maison-talvere");
  await work.main.getByRole("button", { name: "Commencer l’entretien" }).first().click();
  expect(await work.ask("Quel budget avez-vous prévu ?")).toMatch(/€/);
  await accessible(page, "block 3, interview");
  const section = {
    key: "situation-et-objectifs",
    title: "Situation de départ et objectifs de vente",
  };
  const typed = "Maison Talvère vend ses bougies en ligne et veut des preuves avant des promesses.";
  await work.view(section.title);
  await work.write(section, [typed]);
  await accessible(page, "block 3, section");
  await work.openDossier("Contrôle");
  await expect(page.getByRole("heading", { level: 3, name: /BC03\.1/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "Ce que l’épreuve demande" })).toHaveCount(0);
  await accessible(page, "block 3, control");
  const read = await readPdf((await work.download("Exporter en PDF accessible")).bytes);
  expect(read.tagged).toBe(true);
  expect(squash(read.text)).toContain(squash(typed));
}
