import fs from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { DEMO, state, textbox } from "./section.ts";

/** Moves by Tab (or Shift+Tab) until `target` has the focus; what gets it must show it. */
async function reach(page: Page, target: Locator, key = "Tab"): Promise<void> {
  await expect(target.first()).toBeVisible();
  for (let i = 0; i < 150; i++) {
    if (await hasFocus(target)) return expectVisibleFocus(page);
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${target}`);
}

const hasFocus = (target: Locator) =>
  target.first().evaluate((element) => element === document.activeElement);

/** The focused element, or what stands for it on screen, has an outline. */
async function expectVisibleFocus(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const drawn = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
    };
    const active = document.activeElement;
    const stands = [active, active?.closest("label, .editor-sheet"), active?.nextElementSibling];
    const box = active?.getBoundingClientRect();
    return {
      what: active?.outerHTML.slice(0, 120),
      outlined: stands.some((element) => drawn(element ?? null)),
      inView: !!box && box.bottom > 0 && box.top < innerHeight,
    };
  });
  expect(shown).toEqual({ what: shown.what, outlined: true, inView: true });
}

test("from sign-in to the exported PDF without a mouse", async ({ page, accessible, baseURL }) => {
  test.setTimeout(240_000);
  const { keyboard } = page;

  // Sign in; the first Tab of a page offers to skip to its content.
  await page.goto("/connexion");
  await keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", "#contenu");
  await expectVisibleFocus(page);
  await keyboard.press("Enter");
  await reach(page, page.getByLabel("Adresse électronique"));
  await keyboard.type(DEMO.email);
  await reach(page, page.getByLabel("Mot de passe", { exact: true }));
  await keyboard.type(DEMO.password);
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/tableau-de-bord/);
  await accessible(page, "the dashboard");

  // From the catalogue to the exercise.
  await reach(page, page.getByRole("navigation").getByRole("link", { name: "Sujets" }));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sujets$/);
  await reach(page, page.getByRole("main").getByRole("link", { name: /Cyclerie/ }));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/cyclerie-pont-levy/);
  await reach(page, page.getByRole("button", { name: "Commencer cet exercice" }));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/\/espaces\/[^/]+\/etapes\//);
  const workspace = page.url().match(/\/espaces\/[^/]+/)![0];

  // Another step and back, by the path on the left.
  const path = page.getByRole("navigation", { name: "Étapes", exact: true });
  await reach(page, path.getByRole("link", { name: /Organiser la veille/ }));
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Organiser la veille");
  await reach(page, path.getByRole("link", { name: /Cadrer la demande/ }), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cadrer la demande");

  // The client answers a question.
  await reach(page, page.getByRole("textbox", { name: "Vos questions" }));
  await keyboard.type("Comment vos clients vous découvrent-ils ?");
  await keyboard.press("Control+Enter");
  await expect(page.getByText("Votre guide : 1 question")).toBeVisible();
  await reach(page, page.getByRole("button", { name: "Commencer l’entretien" }));
  await keyboard.press("Enter");
  await reach(page, page.getByRole("textbox", { name: "Votre question" }));
  await keyboard.type("Comment vos clients vous découvrent-ils ?");
  await keyboard.press("Control+Enter");
  await expect(page.getByText("Poser la question")).toBeVisible();
  await expect(page.getByRole("log").getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("textbox", { name: "Votre question" })).toBeFocused();
  await accessible(page, "the interview");

  // The section: typing, the toolbar by Alt+F10, out of the text by Escape.
  const tabs = page.getByRole("navigation", { name: "Travaux de l’étape" });
  await reach(page, tabs.getByRole("link").last(), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(textbox(page)).toBeEditable();
  await reach(page, textbox(page));
  await keyboard.type("Ma première phrase. ");
  await keyboard.press("Alt+F10");
  const toolbar = page.getByRole("toolbar");
  await expect(toolbar.locator(":focus")).toHaveCount(1);
  await expectVisibleFocus(page);
  const bold = toolbar.getByRole("button", { name: /^Gras/ });
  await reach(page, bold, "ArrowRight");
  await keyboard.press("Enter");
  await expect(textbox(page)).toBeFocused();
  await keyboard.type("Du gras.");
  await expect(textbox(page).locator("strong")).toHaveText("Du gras.");
  await keyboard.press("Alt+F10");
  await reach(page, textbox(page));
  await keyboard.press("Escape");
  await expect(page.getByRole("region", { name: "État du texte" })).toBeFocused();
  await expect(state(page)).toHaveText(/^Enregistré à/);
  await reach(page, page.getByRole("link", { name: /^Versions/ }));
  await accessible(page, "a section written by keyboard");

  // The side panel takes the focus and gives it back.
  const opener = page
    .getByRole("navigation", { name: "Panneau latéral" })
    .getByRole("link", { name: "Sujet" });
  await reach(page, opener);
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Sujet", level: 2 })).toBeFocused();
  await accessible(page, "the subject in the side panel");
  await reach(page, page.getByRole("complementary").getByRole("link", { name: "Fermer" }));
  await keyboard.press("Escape");
  await expect(page.getByRole("complementary")).toHaveCount(0);
  await expect(opener).toBeFocused();
  await expect(textbox(page)).toContainText("Ma première phrase. Du gras.");

  // One competency rated.
  await reach(page, path.getByRole("link", { name: /Auto-évaluation/ }), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/evaluation$/);
  const panel = page.locator("details", { has: page.getByRole("heading", { name: /^BC01\.2 / }) });
  await expect(panel).toBeVisible();
  if ((await panel.getAttribute("open")) === null) {
    await reach(page, panel.locator("summary").first());
    await keyboard.press("Enter");
  }
  await reach(page, panel.getByRole("radio").first());
  await keyboard.press("Space");
  await keyboard.press("ArrowDown");
  await expect(panel.getByRole("radio").nth(1)).toBeChecked();
  await reach(page, panel.getByRole("textbox", { name: "Votre justification" }));
  await keyboard.type(
    "L’entretien a été préparé par un guide, et la réponse de la cliente est citée dans le compte rendu.",
  );
  await reach(page, panel.getByRole("button", { name: "Enregistrer" }));
  await keyboard.press("Enter");
  await expect(path.getByRole("link", { name: /Auto-évaluation/ })).toContainText("1/9");
  await accessible(page, "the self-assessment");

  // The dossier, out as a PDF.
  await reach(page, path.getByRole("link", { name: /Dossier et contrôle/ }), "Shift+Tab");
  await keyboard.press("Enter");
  await expect(page).toHaveURL(`${baseURL}${workspace}/dossier`);
  await accessible(page, "the dossier");
  await reach(page, page.getByRole("link", { name: "Exporter en PDF accessible" }));
  const downloading = page.waitForEvent("download");
  await keyboard.press("Enter");
  const download = await downloading;
  const file = fs.readFileSync(await download.path());
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
});
