import type { Page } from "@playwright/test";
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
  Typist,
  textbox,
} from "./section.ts";

const SAVED = /^Enregistré à \d/;
const OFFLINE = "Hors ligne, gardé sur cet appareil";
const AWAY = /Le serveur ne répond pas.*gardé sur cet appareil/;
const SIGNED_OUT = /Votre session a expiré.*gardé sur cet appareil/;
/** Longer than the longest wait between two tries. */
const BY_ITSELF = { timeout: 40_000 };

/** A signed-in learner, a section open, a first sentence saved. */
async function begin(page: Page, origin: string): Promise<{ place: Place; typist: Typist }> {
  await signIn(page);
  const place = await startSection(page, origin);
  await openSection(page, place);
  await goToEnd(page);
  const typist = new Typist(page, "mot");
  await typist.type(5);
  await expect(state(page)).toHaveText(SAVED);
  return { place, typist };
}

async function expectStored(page: Page, place: Place, words: string[]): Promise<void> {
  await expect.poll(async () => (await storedWords(page, place)).words, BY_ITSELF).toEqual(words);
}

test("offline in the middle of a sentence, the page gone, then back online", async ({
  page,
  context,
  baseURL,
  accessible,
}) => {
  const { place, typist } = await begin(page, baseURL!);
  await accessible(page, "a section that is saved");

  const stop = { done: false };
  const typing = typist.typeUntil(stop);
  await page.waitForTimeout(700);
  await context.setOffline(true);
  await page.waitForTimeout(1500);
  stop.done = true;
  await typing;
  await expect(state(page)).toHaveText(OFFLINE);
  await accessible(page, "a section written offline");
  await page.waitForTimeout(1200);

  await expect(page.reload(), "nothing answers offline").rejects.toThrow();
  await context.setOffline(false);
  await openSection(page, place);
  expect(await shownWords(page)).toEqual(typist.all());
  await expect(state(page)).toHaveText(SAVED, BY_ITSELF);
  await expectStored(page, place, typist.all());
  await accessible(page, "a section found again on this device");
});

test("reloaded while no save gets through, then saved", async ({
  page,
  context,
  baseURL,
  accessible,
}) => {
  const { place, typist } = await begin(page, baseURL!);
  await context.route(`**${place.save}`, (route) =>
    route.request().method() === "POST" ? route.abort("connectionfailed") : route.continue(),
  );
  await typist.type(12);
  await expect(state(page)).toHaveText(AWAY);
  await page.waitForTimeout(1200);
  for (let round = 0; round < 2; round++) {
    await page.reload();
    await expect(textbox(page)).toBeEditable();
    expect(await shownWords(page)).toEqual(typist.all());
    await expect(state(page)).toHaveText(AWAY);
    await goToEnd(page);
    await typist.type(3);
    await page.waitForTimeout(1200);
  }
  await accessible(page, "a section whose server does not answer");
  await context.unroute(`**${place.save}`);
  await expect(state(page)).toHaveText(SAVED, BY_ITSELF);
  await expectStored(page, place, typist.all());
});

for (const end of ["closed", "crashed"] as const) {
  test(`the tab is ${end} offline in the middle of a word`, async ({ page, context, baseURL }) => {
    const { place, typist } = await begin(page, baseURL!);
    const stop = { done: false };
    const typing = typist.typeUntil(stop).catch(() => undefined);
    await page.waitForTimeout(500);
    await context.setOffline(true);
    await page.waitForTimeout(2500);
    const cut = Date.now();
    if (end === "closed") await page.close();
    else {
      const crashed = page.waitForEvent("crash");
      const devtools = await context.newCDPSession(page);
      devtools.send("Page.crash").catch(() => undefined);
      await crashed;
      await page.close();
    }
    stop.done = true;
    await typing;
    await context.setOffline(false);

    const again = await context.newPage();
    await openSection(again, place);
    await expect(again.getByText("Texte retrouvé sur cet appareil")).toBeVisible();
    const safe = typist.safeAt(cut);
    expect(safe.length).toBeGreaterThan(10);
    expect((await shownWords(again)).slice(0, safe.length)).toEqual(safe);
    await expect(state(again)).toHaveText(SAVED, BY_ITSELF);
    expect((await storedWords(again, place)).words.slice(0, safe.length)).toEqual(safe);
    await again.reload();
    await expect(textbox(again)).toBeEditable();
    await expect(again.getByText("Texte retrouvé sur cet appareil")).toHaveCount(0);
    expect((await shownWords(again)).slice(0, safe.length)).toEqual(safe);
  });
}

test("the server is killed while typing, and the text is saved when it is back", async ({
  page,
  baseURL,
  server,
  accessible,
}) => {
  const { place, typist } = await begin(page, baseURL!);
  const stop = { done: false };
  const typing = typist.typeUntil(stop);
  await page.waitForTimeout(900);
  await server.kill();
  await expect(state(page)).toHaveText(AWAY);
  await page.waitForTimeout(1000);
  stop.done = true;
  await typing;
  await accessible(page, "a section whose server was killed");
  await server.start();
  await expect(state(page)).toHaveText(SAVED, BY_ITSELF);
  expect(await shownWords(page)).toEqual(typist.all());
  await expectStored(page, place, typist.all());
});

test("the database is killed while typing, and the text is saved when it is back", async ({
  page,
  baseURL,
  server,
}) => {
  const { place, typist } = await begin(page, baseURL!);
  const stop = { done: false };
  const typing = typist.typeUntil(stop);
  await page.waitForTimeout(900);
  server.killDatabase();
  await page.waitForTimeout(2500);
  stop.done = true;
  await typing;
  await expect(state(page)).toHaveText(SAVED, BY_ITSELF);
  await expectStored(page, place, typist.all());
});

test("the tab and the server both die while typing", async ({ page, context, baseURL, server }) => {
  const { place, typist } = await begin(page, baseURL!);
  const stop = { done: false };
  const typing = typist.typeUntil(stop).catch(() => undefined);
  await page.waitForTimeout(2500);
  const cut = Date.now();
  await Promise.all([server.kill(), page.close()]);
  stop.done = true;
  await typing;
  await server.start();
  const again = await context.newPage();
  await openSection(again, place);
  const safe = typist.safeAt(cut);
  expect(safe.length).toBeGreaterThan(10);
  expect((await shownWords(again)).slice(0, safe.length)).toEqual(safe);
  await expect(state(again)).toHaveText(SAVED, BY_ITSELF);
  expect((await storedWords(again, place)).words.slice(0, safe.length)).toEqual(safe);
});

for (const cause of ["signs out in another tab", "loses the session"] as const) {
  test(`a learner who ${cause} while typing signs in again and goes on`, async ({
    page,
    context,
    baseURL,
    accessible,
  }) => {
    const { place, typist } = await begin(page, baseURL!);
    if (cause === "loses the session") await context.clearCookies();
    else {
      const other = await context.newPage();
      await other.goto("/compte");
      await other.getByRole("button", { name: /^Se déconnecter de cet/ }).click();
      await expect(other.getByRole("link", { name: "Se connecter" }).first()).toBeVisible();
      await other.close();
    }
    await goToEnd(page);
    await typist.type(10);
    await expect(state(page)).toHaveText(SIGNED_OUT);
    await accessible(page, "a section whose session has expired");
    await typist.type(5);
    expect(await shownWords(page)).toEqual(typist.all());

    const opening = context.waitForEvent("page");
    await page.getByRole("link", { name: /Se reconnecter/ }).click();
    const entrance = await opening;
    await signIn(entrance);
    await entrance.close();
    await expect(state(page)).toHaveText(SAVED, BY_ITSELF);
    await expectStored(page, place, typist.all());
    expect(await shownWords(page)).toEqual(typist.all());
  });
}
