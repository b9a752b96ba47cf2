import type { Browser, Page } from "@playwright/test";
import { goToEnd } from "./caret.ts";
import { expect, test } from "./fixtures.ts";
import {
  openSection,
  type Place,
  shownWords,
  signIn,
  startSection,
  state,
  storedWords,
  textbox,
} from "./section.ts";

/** How much slower than this machine the devices are, e.g. JOURNEY_SLOWDOWN=6. */
const SLOWDOWN = Number(process.env.JOURNEY_SLOWDOWN ?? 1);

const SAVED = /^Enregistré à \d/;
const BASE = "phrase commune";

/** Writes at the end of the text, in a paragraph of its own. */
async function writeParagraph(page: Page, text: string): Promise<void> {
  await goToEnd(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type(text);
}

/** A signed-in learner with a section open that holds one saved paragraph. */
async function begin(page: Page, origin: string): Promise<Place> {
  await slowDown(page);
  await signIn(page);
  const place = await startSection(page, origin);
  await openSection(page, place);
  await goToEnd(page);
  await page.keyboard.type(BASE);
  await expectStored(page, place, BASE);
  await expect(state(page)).toHaveText(SAVED);
  return place;
}

async function slowDown(page: Page): Promise<void> {
  if (SLOWDOWN === 1) return;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
}

/** The same account on a second device, with the section open. */
async function secondDevice(browser: Browser, origin: string, place: Place): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await slowDown(page);
  await signIn(page);
  await openSection(page, place);
  await expect(textbox(page)).toHaveText(BASE);
  return page;
}

/** The server holds these words, in whatever order the two sides were put. */
async function expectStored(page: Page, place: Place, words: string): Promise<void> {
  const sorted = (list: string[]) => [...list].sort().join(" ");
  await expect
    .poll(async () => sorted((await storedWords(page, place)).words))
    .toBe(sorted(words.split(" ")));
}

const merge = (page: Page) => page.getByRole("region", { name: "Deux versions de ce texte" });
const side = (page: Page, name: "La vôtre" | "L’autre") =>
  merge(page)
    .getByRole("group")
    .locator("div")
    .filter({ has: page.getByRole("heading", { name, exact: true }) })
    .last();

const outcomes = [
  { choice: "Garder les deux", kept: `${BASE} texte du portable texte du téléphone` },
  { choice: "Garder la mienne", kept: `${BASE} texte du téléphone` },
  { choice: "Garder l’autre", kept: `${BASE} texte du portable` },
] as const;

for (const { choice, kept } of outcomes) {
  test(`two devices write the same passage: ${choice}`, async ({
    page,
    browser,
    baseURL,
    accessible,
  }) => {
    const place = await begin(page, baseURL!);
    const phone = await secondDevice(browser, baseURL!, place);
    await writeParagraph(page, "texte du portable");
    await expectStored(page, place, `${BASE} texte du portable`);
    await expect(state(page)).toHaveText(SAVED);
    const { version } = await storedWords(page, place);

    const refused = phone.waitForResponse((r) => r.url().endsWith(place.save));
    await writeParagraph(phone, "texte du téléphone");
    expect((await refused).status(), "a stale save is refused").toBe(409);
    await expect(merge(phone)).toBeVisible();
    expect((await storedWords(page, place)).version, "nothing was overwritten").toBe(version);
    await expect(side(phone, "La vôtre")).toContainText("texte du téléphone");
    await expect(side(phone, "L’autre")).toContainText("texte du portable");
    await accessible(phone, "the merge screen");

    // By keyboard: from the heading to the choice, then to the button.
    await expect(merge(phone).getByRole("heading", { level: 3 })).toBeFocused();
    const radio = merge(phone).getByRole("radio", { name: choice });
    await tabTo(phone, merge(phone).getByRole("radio", { name: "Garder les deux" }));
    for (let i = 0; i < 3 && !(await radio.isChecked()); i++) await phone.keyboard.press("ArrowUp");
    await expect(radio).toBeChecked();
    await tabTo(phone, merge(phone).getByRole("button", { name: "Enregistrer ce texte" }));
    await phone.keyboard.press("Enter");

    await expect(merge(phone)).toHaveCount(0);
    await expect(textbox(phone)).toBeFocused();
    await expectStored(phone, place, kept);
    await expect(state(phone)).toHaveText(SAVED);
    expect(await shownWords(phone)).toEqual((await storedWords(phone, place)).words);

    // Whatever was chosen, what it replaced is still among the versions.
    await phone.goto(place.revisions);
    const list = phone.getByRole("navigation", { name: "Versions" }).getByRole("link");
    const seen: string[] = [];
    for (let i = 0; i < (await list.count()); i++) {
      await list.nth(i).click();
      await expect(list.nth(i)).toHaveAttribute("aria-current", "true");
      seen.push(await phone.getByRole("main").innerText());
    }
    expect(seen.join("\n")).toContain("portable");
    expect(seen.join("\n")).toContain("téléphone");
    if (choice === "Garder l’autre") {
      const discarded = list.filter({ hasText: "version écartée d’une comparaison" });
      await discarded.click();
      await expect(discarded).toHaveAttribute("aria-current", "true");
      await phone.getByRole("button", { name: "Restaurer cette version" }).click();
      await expectStored(phone, place, `${BASE} texte du téléphone`);
    }
    await phone.context().close();
  });
}

test("what only one side changed is taken without a question, and both keep their text", async ({
  page,
  browser,
  baseURL,
}) => {
  const place = await begin(page, baseURL!);
  await writeParagraph(page, "deuxième paragraphe");
  await writeParagraph(page, "troisième paragraphe");
  await expectStored(page, place, `${BASE} deuxième paragraphe troisième paragraphe`);
  await expect(state(page)).toHaveText(SAVED);
  const context = await browser.newContext({ baseURL: baseURL! });
  const phone = await context.newPage();
  await signIn(phone);
  await openSection(phone, place);

  await goToEnd(page);
  await page.keyboard.type(" complété");
  await expect.poll(async () => (await storedWords(page, place)).words).toContain("complété");
  await textbox(phone).focus();
  await phone.keyboard.press("Control+Home");
  await phone.keyboard.type("Titre ");
  await expect(merge(phone)).toBeVisible();
  await merge(phone).getByRole("button", { name: "Enregistrer ce texte" }).click();
  const together = "Titre phrase commune deuxième paragraphe troisième paragraphe complété";
  await expectStored(phone, place, together);
  expect((await storedWords(phone, place)).words).toEqual(together.split(" "));
  await context.close();
});

test("who types on when the screen comes loses no letter", async ({ page, browser, baseURL }) => {
  const place = await begin(page, baseURL!);
  const phone = await secondDevice(browser, baseURL!, place);
  await writeParagraph(page, "texte du portable");
  await expectStored(page, place, `${BASE} texte du portable`);
  await writeParagraph(phone, "texte du");
  await expect(merge(phone)).toBeVisible();
  await phone.keyboard.type(" téléphone");
  await expect(merge(phone)).toHaveCount(0);
  await expect(textbox(phone)).toHaveText(`${BASE}texte du téléphone`);
  await expect(merge(phone)).toBeVisible();
  await expect(side(phone, "La vôtre")).toContainText("texte du téléphone");

  // Tab: the screen is being used; letters are no longer meant for the text.
  await phone.keyboard.press("Tab");
  await phone.keyboard.press("x");
  await expect(merge(phone)).toBeVisible();
  await merge(phone).getByRole("button", { name: "Enregistrer ce texte" }).click();
  await expectStored(phone, place, `${BASE} texte du téléphone texte du portable`);
  await phone.context().close();
});

test("putting the choice off keeps both versions, through a reload, until it is made", async ({
  page,
  browser,
  baseURL,
  accessible,
}) => {
  const place = await begin(page, baseURL!);
  const phone = await secondDevice(browser, baseURL!, place);
  await writeParagraph(page, "texte du portable");
  await expect.poll(async () => (await storedWords(page, place)).words).toContain("portable");
  await writeParagraph(phone, "texte du téléphone");
  await expect(merge(phone)).toBeVisible();
  await merge(phone)
    .getByRole("button", { name: /^Plus tard/ })
    .click();
  await expect(phone.getByRole("alert")).toContainText("Ce texte a été modifié ailleurs");
  await expect(state(phone)).toHaveText(/modifié ailleurs.*gardé sur cet appareil/);
  await accessible(phone, "a section with a conflict put off");
  await goToEnd(phone);
  await phone.keyboard.type(" continué");
  await phone.waitForTimeout(1200);
  await phone.reload();
  await expect(merge(phone)).toBeVisible();
  await expect(side(phone, "La vôtre")).toContainText("texte du téléphone continué");
  await expect(side(phone, "L’autre")).toContainText("texte du portable");
  await merge(phone).getByRole("button", { name: "Enregistrer ce texte" }).click();
  await expectStored(phone, place, `${BASE} texte du téléphone continué texte du portable`);
  await phone.context().close();
});

test("two tabs of one browser: an unchanged one follows, a changed one asks", async ({
  page,
  context,
  baseURL,
}) => {
  const place = await begin(page, baseURL!);
  const other = await context.newPage();
  await openSection(other, place);
  await expect(textbox(other)).toHaveText(BASE);

  await writeParagraph(page, "du premier onglet");
  await expect(textbox(other)).toContainText("du premier onglet");
  await expect(merge(other)).toHaveCount(0);
  await writeParagraph(other, "du second onglet");
  await expect(textbox(page)).toContainText("du second onglet");
  await expect(merge(page)).toHaveCount(0);

  // Both write at the same moment: one save wins, the other tab asks, nothing is lost.
  await writeParagraph(page, "écrit à gauche");
  await writeParagraph(other, "écrit à droite");
  await expect
    .poll(async () => (await merge(page).count()) + (await merge(other).count()), {
      timeout: 15_000,
    })
    .toBe(1);
  const asked = (await merge(page).count()) ? page : other;
  await merge(asked).getByRole("button", { name: "Enregistrer ce texte" }).click();
  await expect(state(asked)).toHaveText(SAVED);
  const { words } = await storedWords(page, place);
  expect(words).toEqual(expect.arrayContaining(["premier", "second", "gauche", "droite"]));
  await expect(textbox(asked === page ? other : page)).toContainText("gauche");
  await expect(textbox(asked === page ? other : page)).toContainText("droite");
});

test("versions are listed with what changed, and an old one can be restored", async ({
  page,
  browser,
  baseURL,
  accessible,
}) => {
  const place = await begin(page, baseURL!);
  const context = await browser.newContext({ baseURL: baseURL!, userAgent: "Firefox/140 Windows" });
  const phone = await context.newPage();
  await signIn(phone);
  await openSection(phone, place);
  await writeParagraph(phone, "ajout regretté");
  await expect.poll(async () => (await storedWords(page, place)).words).toContain("regretté");
  await context.close();

  await page.goto(place.page);
  await page.getByRole("link", { name: /^Versions/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Versions de");
  const list = page.getByRole("navigation", { name: "Versions" }).getByRole("link");
  await expect(list.first()).toContainText("version actuelle");
  await expect(page.locator("[data-change=Ajouté]")).toContainText("ajout regretté");
  await accessible(page, "the versions of a section");

  await list.last().click();
  await expect(page.getByText("Première version gardée de cette partie.")).toBeVisible();
  await page.getByRole("button", { name: "Restaurer cette version" }).click();
  await expect(page.getByText("La version a été restaurée.")).toBeVisible();
  expect((await storedWords(page, place)).words).toEqual(BASE.split(" "));
  await expect(page.locator("[data-change=Supprimé]")).toContainText("ajout regretté");
  await accessible(page, "the versions after one was restored");
  await page.getByRole("link", { name: "Revenir à la rédaction" }).click();
  await expect(textbox(page)).toHaveText(BASE);
});

async function tabTo(page: Page, target: ReturnType<Page["getByRole"]>): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The keyboard does not reach it");
}
