import fs from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";

/** What a learner does in a workspace, through its screens. */
export class Exercise {
  private constructor(
    readonly page: Page,
    readonly id: string,
  ) {}

  /** The workspace the page is in. */
  static async at(page: Page): Promise<Exercise> {
    await expect(page).toHaveURL(/\/espaces\/[^/]+\/etapes\//);
    return new Exercise(page, new URL(page.url()).pathname.split("/")[2]!);
  }

  /** Reads a subject and starts it. */
  static async start(page: Page, slug: string): Promise<Exercise> {
    await page.goto(`/sujets/${slug}`);
    await page.getByRole("button", { name: "Commencer cet exercice" }).click();
    return Exercise.at(page);
  }

  get main(): Locator {
    return this.page.getByRole("main");
  }

  async step(title: string): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Étapes", exact: true })
      .getByRole("link", { name: title })
      .click();
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  }

  /** One of the views of a step: a tool or a section. */
  async view(title: string): Promise<void> {
    await this.page
      .getByRole("navigation", { name: "Travaux de l’étape" })
      .getByRole("link", { name: title })
      .click();
    await expect(this.main.getByRole("heading", { level: 2, name: title })).toBeVisible();
  }

  async panel(label: string): Promise<Locator> {
    await this.page
      .getByRole("navigation", { name: "Panneau latéral" })
      .getByRole("link", { name: label })
      .click();
    const panel = this.page.getByRole("complementary", { name: label });
    await expect(panel).toBeVisible();
    return panel;
  }

  async closePanel(): Promise<void> {
    await this.page.getByRole("link", { name: "Fermer" }).click();
    await expect(this.page.getByRole("complementary")).toHaveCount(0);
  }

  /** Asks the client, or has a reformulation confirmed; gives the answer. */
  async ask(text: string, how: "question" | "reformulation" = "question"): Promise<string> {
    const turns = this.main.getByRole("log").getByRole("listitem");
    await this.main.getByLabel("Votre question").fill(text);
    const before = await turns.count();
    await this.main
      .getByRole("button", {
        name: how === "question" ? "Poser la question" : "Faire valider comme reformulation",
      })
      .click();
    await expect(turns).toHaveCount(before + 1);
    await expect(this.main.getByLabel("Votre question")).toHaveValue("");
    return (await turns.last().innerText()).replace(/\s+/g, " ");
  }

  /** Adds lines to the report of the interview. */
  async report(topic: string, lines: string): Promise<void> {
    const panel = this.page.getByRole("region", { name: "Rédiger le compte rendu" });
    await panel.getByLabel("Thème").first().selectOption({ label: topic });
    const field = panel.getByLabel("Contenu").first();
    await field.fill(lines);
    await panel.getByRole("button", { name: "Ajouter au compte rendu" }).click();
    await expect(panel.getByRole("heading", { name: topic })).toBeVisible();
    await expect(field).toHaveValue("");
  }

  textbox(section: string): Locator {
    return this.main.getByRole("textbox", { name: section });
  }

  /** Types paragraphs at the end of the open section and waits until the server holds them. */
  async write(section: { key: string; title: string }, paragraphs: string[]): Promise<void> {
    const { page } = this;
    await expect(this.textbox(section.title)).toBeEditable();
    await this.textbox(section.title).focus();
    await page.keyboard.press("Control+End");
    for (const [i, text] of paragraphs.entries()) {
      if (i > 0) await page.keyboard.press("Enter");
      await page.keyboard.type(text);
    }
    await this.saved(section.key, paragraphs.at(-1)!);
  }

  /** The state line says it is saved, and the server holds the words. */
  async saved(key: string, words: string): Promise<void> {
    await expect.poll(async () => squash(await this.stored(key))).toContain(squash(words));
    await expect(
      this.page.getByRole("region", { name: "État du texte" }).getByRole("status").first(),
    ).toHaveText(/^Enregistré à \d{2}:\d{2}$/);
  }

  /** The section's document on the server, as JSON. */
  async stored(key: string): Promise<string> {
    const answer = await this.page.request.get(`/espaces/${this.id}/parties/${key}`, {
      headers: { accept: "application/json" },
    });
    return answer.text();
  }

  async insertFigure(title: string): Promise<void> {
    await this.main.getByRole("button", { name: "Insérer une figure de vos outils" }).click();
    await this.page.getByRole("menuitem", { name: title }).click();
    await expect(this.main.locator(".document figure")).not.toHaveCount(0);
  }

  /** Opens one competency of the self-assessment. */
  async competency(id: string): Promise<Locator> {
    const panel = this.page.locator(`[id="competence-${id}"]`);
    if ((await panel.getAttribute("open")) === null) await panel.locator("summary").first().click();
    await expect(panel.getByRole("group", { name: `Votre niveau pour ${id}` })).toBeVisible();
    return panel;
  }

  async rate(id: string, level: string, justification: string): Promise<void> {
    const panel = await this.competency(id);
    await panel.getByRole("radio", { name: level, exact: true }).check();
    await panel.getByLabel("Votre justification").fill(justification);
    await expect(panel.getByRole("status").filter({ hasText: /^Enregistré/ })).toBeVisible();
  }

  async proveByFigure(id: string, figure: string): Promise<void> {
    const panel = await this.competency(id);
    await panel.getByLabel("Citer une figure de vos outils").selectOption({ label: figure });
    await panel.getByRole("button", { name: "Lier cette figure" }).click();
    await expect(panel.getByRole("button", { name: /Retirer cette preuve/ })).toHaveCount(1);
  }

  async proveByPassage(id: string, section: string, words: string): Promise<void> {
    const panel = await this.competency(id);
    const list = panel.getByLabel("Citer un passage de la partie");
    await list.selectOption(section);
    await panel.getByRole("button", { name: "Voir les passages" }).click();
    await panel.getByRole("radio", { name: words }).check();
    await panel.getByRole("button", { name: "Lier ce passage" }).click();
    await expect(panel.getByRole("button", { name: /Retirer cette preuve/ })).toHaveCount(1);
  }

  async openDossier(view: "Contrôle" | "Lecture" = "Contrôle"): Promise<void> {
    const { page } = this;
    await page.goto(`/espaces/${this.id}/dossier`);
    await page
      .getByRole("navigation", { name: "Vues du dossier" })
      .getByRole("link", { name: view })
      .click();
    const shown =
      view === "Contrôle"
        ? page.getByRole("region", { name: "Contrôle avant export" })
        : page.getByRole("article");
    await expect(shown).toBeVisible();
  }

  /** Clicks an export link; the file that arrives. */
  async download(link: string): Promise<{ name: string; bytes: Buffer }> {
    const arriving = this.page.waitForEvent("download");
    await this.main.getByRole("link", { name: link }).click();
    const file = await arriving;
    return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
  }
}

/** A text without what typography, hyphenation and line ends change, to compare words. */
export function squash(text: string): string {
  return text.normalize("NFKC").replace(/[\s\u00ad\u2010-]/g, "");
}
