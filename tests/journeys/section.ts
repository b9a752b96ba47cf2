import { expect, type Locator, type Page } from "@playwright/test";

export const DEMO = { email: "camille@demo.test", password: "bloc-a-bloc-demo" };

/** Signs in through the screen; the demo learner unless told otherwise. */
export async function signIn(page: Page, { email, password } = DEMO): Promise<void> {
  await page.goto("/connexion");
  await page.getByLabel("Adresse électronique").fill(email);
  await page.getByLabel("Mot de passe", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await expect(page).not.toHaveURL(/connexion/);
}

/** One section of one exercise, as a test sees it. */
export type Place = { workspace: string; page: string; save: string; revisions: string };

/** Starts an exercise for the signed-in person and names the places of its « Veille » section. */
export async function startSection(page: Page, origin: string): Promise<Place> {
  const response = await page.request.post("/espaces", {
    form: { slug: "cyclerie-pont-levy" },
    headers: { origin },
    maxRedirects: 0,
  });
  const id = response.headers().location?.match(/\/espaces\/([^/]+)/)?.[1];
  if (!id) throw new Error(`No workspace: ${response.status()}`);
  const save = `/espaces/${id}/parties/veille`;
  return {
    workspace: `/espaces/${id}`,
    page: `/espaces/${id}/etapes/organiser-la-veille?vue=veille`,
    save,
    revisions: `${save}/versions`,
  };
}

export function textbox(page: Page): Locator {
  return page.getByRole("textbox").and(page.locator(".document"));
}

/** The line that says what is saved. */
export function state(page: Page): Locator {
  return page.getByRole("region", { name: "État du texte" }).getByRole("status").first();
}

/** Opens the section and waits until it can be written in. */
export async function openSection(page: Page, place: Place): Promise<void> {
  await page.goto(place.page);
  await expect(textbox(page)).toBeEditable();
}

/** Types word by word at a quick human pace; remembers when each was typed. */
export class Typist {
  readonly words: { word: string; at: number }[] = [];
  private count = 0;
  constructor(
    private readonly page: Page,
    private readonly prefix: string,
  ) {}

  async type(words: number): Promise<void> {
    for (let i = 0; i < words; i++) {
      this.count++;
      const word = `${this.prefix}${this.count}`;
      await this.page.keyboard.type(`${word} `, { delay: 12 });
      this.words.push({ word, at: Date.now() });
    }
  }

  /** Types until told to stop; the promise gives how many words were typed. */
  typeUntil(stop: { done: boolean }): Promise<void> {
    const go = async () => {
      while (!stop.done) await this.type(1);
    };
    return go();
  }

  /** What may not be lost: the words typed 1.2 s before `cut` or earlier. */
  safeAt(cut: number): string[] {
    return this.words.filter(({ at }) => at <= cut - 1200).map(({ word }) => word);
  }

  all(): string[] {
    return this.words.map(({ word }) => word);
  }
}

/** The words of the text shown. */
export async function shownWords(page: Page): Promise<string[]> {
  return (await textbox(page).innerText()).split(/\s+/).filter(Boolean);
}

/** The words of the text that the server holds, with its version. */
export async function storedWords(page: Page, place: Place) {
  const response = await page.request.get(place.save, { headers: { accept: "application/json" } });
  const { doc, version } = (await response.json()) as { doc: unknown; version: number };
  const texts: string[] = [];
  const walk = (node: unknown): void => {
    const { text, content } = node as { text?: string; content?: unknown[] };
    if (text) texts.push(text);
    for (const child of content ?? []) walk(child);
    texts.push(" ");
  };
  walk(doc);
  return { version, words: texts.join("").split(/\s+/).filter(Boolean) };
}
