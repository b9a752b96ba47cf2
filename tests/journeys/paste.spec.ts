import type { Page } from "@playwright/test";
import sharp from "sharp";
import { goToEnd } from "./caret.ts";
import { expect, test } from "./fixtures.ts";
import {
  openSection,
  type Place,
  signIn,
  startSection,
  state,
  storedWords,
  textbox,
} from "./section.ts";

const SAVED = /^Enregistré à \d/;

async function begin(page: Page, origin: string): Promise<Place> {
  await signIn(page);
  const place = await startSection(page, origin);
  await openSection(page, place);
  await goToEnd(page);
  return place;
}

/** Pastes as the browser would: a paste event with this clipboard. */
function paste(page: Page, clipboard: Record<string, string>): Promise<void> {
  return textbox(page).evaluate((element, data) => {
    const transfer = new DataTransfer();
    for (const [type, value] of Object.entries(data)) transfer.setData(type, value);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
    );
  }, clipboard);
}

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><h2 style="mso-outline-level:2"><span style="font-family:Calibri">Constat</span><o:p></o:p></h2>
<p class=MsoNormal style="margin:0cm"><b><span style="color:#1F497D">Chiffre</span></b> : 412 000 euros<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span></span><!--[endif]-->premier point<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style="mso-list:l0 level1 lfo1"><!--[if !supportLists]--><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span></span><!--[endif]-->second point<o:p></o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Réseau</p></td><td><p class=MsoNormal>Abonnés</p></td></tr></table>
<p class=MsoNormal>Fin du constat<o:p></o:p></p>
<!--EndFragment--></body></html>`;

const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h3 dir="ltr"><span style="font-weight:400">Méthode</span></h3>
<p dir="ltr"><span style="font-weight:700;font-family:Arial">gras</span><span style="font-weight:400"> puis </span><span style="font-style:italic">italique</span></p>
<ol><li dir="ltr"><p role="presentation"><span>un</span></p></li><li dir="ltr"><p role="presentation"><span>deux</span></p></li></ol></b>`;

test("text of Word and of Google Docs keeps its structure and nothing else", async ({
  page,
  baseURL,
  accessible,
}) => {
  const place = await begin(page, baseURL!);
  const text = textbox(page);
  await paste(page, { "text/html": WORD, "text/plain": "Constat" });
  await expect(text.getByRole("heading", { name: "Constat" })).toBeVisible();
  await expect(text.locator("strong")).toHaveText("Chiffre");
  await expect(text.locator("ul > li")).toHaveText(["premier point", "second point"]);
  await expect(text.locator("td, th")).toHaveText(["Réseau", "Abonnés"]);
  expect(await text.innerHTML()).not.toMatch(/Mso|mso-|Calibri|o:p|#1F497D/);

  // In a paragraph of its own: pasted at the end of one, the first line joins it.
  await goToEnd(page);
  await page.keyboard.press("Enter");
  await paste(page, { "text/html": DOCS, "text/plain": "Méthode" });
  await expect(text.getByRole("heading", { name: "Méthode" })).toBeVisible();
  await expect(text.locator("strong")).toHaveText(["Chiffre", "gras"]);
  await expect(text.locator("em")).toHaveText("italique");
  await expect(text.locator("ol > li")).toHaveText(["un", "deux"]);
  expect(await text.innerHTML()).not.toMatch(/docs-internal|Arial|font-weight/);
  await expect(state(page)).toHaveText(SAVED);
  await accessible(page, "a section with pasted text");
  const { words } = await storedWords(page, place);
  await page.reload();
  await expect(text).toBeEditable();
  expect((await storedWords(page, place)).words).toEqual(words);
  await expect(text.locator("ul > li")).toHaveText(["premier point", "second point"]);
});

test("a paste of 5 MB leaves the page awake, says what was kept, and is saved", async ({
  page,
  baseURL,
  accessible,
}) => {
  const place = await begin(page, baseURL!);
  await page.keyboard.type("avant ");
  const sentence = "<p>Une phrase ordinaire, collée un très grand nombre de fois.</p>";
  const html = sentence.repeat(Math.ceil((5 * 1024 * 1024) / sentence.length));
  await paste(page, { "text/html": html, "text/plain": "x" });
  await expect(page.getByText(/était trop long pour une partie/)).toBeVisible();
  await expect(state(page)).toHaveText(SAVED, { timeout: 20_000 });
  await page.keyboard.type("vivante ");
  await expect(textbox(page)).toContainText("vivante");
  await expect
    .poll(async () => (await storedWords(page, place)).words.includes("vivante"))
    .toBe(true);
  expect((await storedWords(page, place)).words[0]).toBe("avant");
  await accessible(page, "the notice of a long paste");
});

test("pasted script, handlers and frames are inert", async ({ page, baseURL }) => {
  const place = await begin(page, baseURL!);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await paste(page, {
    "text/html": `<p onclick="window.hacked=1">texte sain</p><script>window.hacked=1</script>
      <img src=x onerror="window.hacked=1"><svg onload="window.hacked=1"></svg>
      <iframe srcdoc="<script>parent.hacked=1</script>"></iframe><style>body{display:none}</style>
      <a href="javascript:window.hacked=1">lien</a><form action="https://evil.test"><input name=a></form>`,
    "text/plain": "texte sain",
  });
  const text = textbox(page);
  await expect(text).toContainText("texte sain");
  await expect(text.locator("script, iframe, svg, style, form, input, [onclick]")).toHaveCount(0);
  await expect(text.locator('a[href^="javascript"]')).toHaveCount(0);
  await expect(state(page)).toHaveText(SAVED);
  await goToEnd(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("<script>window.hacked=1</script>");
  await expect.poll(async () => (await storedWords(page, place)).words.join(" ")).toContain("hack");
  await page.reload();
  await expect(text).toBeEditable();
  await expect(text).toContainText("<script>window.hacked=1</script>");
  await page.goto(`${place.workspace}/dossier`);
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  expect(faults).toEqual([]);
});

test("an image asks for its text alternative, then stands in the text", async ({
  page,
  baseURL,
  accessible,
}) => {
  const place = await begin(page, baseURL!);
  const picture = await sharp({
    create: { width: 320, height: 200, channels: 3, background: "#1F4E46" },
  })
    .jpeg()
    .toBuffer();
  await textbox(page).evaluate(
    (element, bytes) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], "flux.jpg", { type: "image/jpeg" }));
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
    },
    [...picture],
  );
  const dialog = page.getByRole("dialog", { name: "Ajouter une image" });
  await expect(dialog).toContainText("flux.jpg");
  await dialog.getByRole("button", { name: "Ajouter l’image" }).click();
  await expect(dialog).toContainText("Dites en une phrase ce que l’image apporte");
  await accessible(page, "the image dialog, with its fault");
  await dialog.getByLabel("Texte alternatif").fill("Mon flux de veille, trois sources");
  await dialog.getByRole("button", { name: "Ajouter l’image" }).click();
  await expect(dialog).toHaveCount(0);
  const image = textbox(page).getByRole("img", { name: "Mon flux de veille, trois sources" });
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((i) => (i as HTMLImageElement).naturalWidth)).toBe(320);
  await expect(state(page)).toHaveText(SAVED);
  await accessible(page, "a section with an image");
  await page.goto(place.page);
  await expect(image).toBeVisible();
});
