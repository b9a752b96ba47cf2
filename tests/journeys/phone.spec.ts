import fs from "node:fs";
import type { Page } from "@playwright/test";
import { Client } from "./client.ts";
import { Exercise } from "./exercise.ts";
import { expect, expectNoSidewaysScroll, test } from "./fixtures.ts";

/** A telephone held upright. No trace: it would take longer than the walk. */
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, quiet: true, trace: "off" });

const TYPED = "Écrit debout, dans le train, sur un téléphone.";
/** Long enough an answer to have the time to stop it. */
const PROMPT =
  "Tu es community manager. Écris dix variantes numérotées d’un texte de 120 mots pour des familles. Ton chaleureux.";

/** Addresses that links of `navigation` lead to, without opening it. */
const addressesOf = (page: Page, navigation: string) =>
  page
    .locator(`nav[aria-label="${navigation}"] a`)
    .evaluateAll((links) => links.map((a) => (a as HTMLAnchorElement).getAttribute("href")!));

for (const slug of fs.readdirSync("content/subjects")) {
  test(`the workspace of ${slug} is walked on a telephone`, async ({
    page,
    context,
    server,
    accessible,
  }) => {
    test.setTimeout(180_000);
    const learner = new Client(server);
    await learner.signIn();
    const { id, step } = await learner.startExercise(slug);
    await learner.lend(context);
    const look = async (where: string) => {
      await accessible(page, where);
      await expectNoSidewaysScroll(page, where);
    };

    await page.goto(`/espaces/${id}/etapes/${step}`);
    const work = await Exercise.at(page);
    const { main } = work;
    await test.step("the client answers", async () => {
      await look("an interview to prepare");
      await main.getByRole("button", { name: "Commencer l’entretien" }).first().click();
      expect(await work.ask("Quel budget avez-vous prévu ?")).toMatch(/€/);
      await look("an interview");
    });

    await test.step("the path of steps opens and leads on", async () => {
      const menu = page.getByRole("navigation", { name: "Étapes", exact: true });
      await expect(menu).toBeHidden();
      await page
        .getByText(/^Étapes/)
        .first()
        .click();
      await expect(menu).toBeVisible();
      await look("the path of steps");
      await menu.getByRole("listitem").nth(1).getByRole("link").click();
      await expect(page).not.toHaveURL(new RegExp(`/etapes/${step}`));
    });

    const sections: string[] = [];
    await test.step("every step and every view of it fits", async () => {
      for (const address of await addressesOf(page, "Étapes")) {
        if (!address.includes("/etapes/")) continue;
        await page.goto(address);
        const views = await addressesOf(page, "Travaux de l’étape");
        for (const view of views.length > 0 ? views : [address]) {
          if (view !== address) await page.goto(view);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          if (await page.locator(".document").count()) {
            sections.push(view);
            await expect(main.locator(".document[contenteditable=true]")).toBeVisible();
          }
          await look(view);
        }
      }
      expect(sections.length).toBeGreaterThan(3);
    });

    await page.goto(sections[0]!);
    const document = main.locator(".document[contenteditable=true]");
    await test.step("the text is written and says that it is saved", async () => {
      await document.click();
      await page.keyboard.type(TYPED);
      await expect(
        page.getByRole("region", { name: "État du texte" }).getByRole("status").first(),
      ).toHaveText(/^Enregistré à \d{2}:\d{2}$/);
      await page.reload();
      await expect(document).toContainText(TYPED);
    });

    await test.step("each panel opens over the work and closes", async () => {
      for (const label of ["Sujet", "Compétences", "Constats", "Banc de prompts"]) {
        const panel = await work.panel(label);
        await expect(panel.getByRole("heading", { level: 2, name: label })).toBeInViewport();
        await look(`the panel ${label}`);
        await expect(panel.getByRole("link", { name: "Fermer" })).toBeInViewport();
        await work.closePanel();
        await expect(document).toContainText(TYPED);
      }
    });

    await test.step("a prompt under way is stopped", async () => {
      const bench = await work.panel("Banc de prompts");
      await bench.getByLabel("Votre prompt").fill(PROMPT);
      await bench.getByRole("button", { name: "Lancer l’essai" }).click();
      const run = bench.getByRole("article", { name: "Version 1" });
      const stop = run.getByRole("button", { name: "Arrêter l’essai" });
      await expect(stop).toBeInViewport();
      await stop.click();
      await expect(run.getByText("arrêté", { exact: true })).toBeVisible();
      await expect(bench.getByRole("button", { name: "Arrêter l’essai" })).toHaveCount(0);
      await expect(run.getByRole("button", { name: /^Retenir/ })).toBeVisible();
      await look("a stopped run");
      await work.closePanel();
    });

    await test.step("the self-assessment and the dossier fit", async () => {
      await page.goto(`/espaces/${id}/evaluation`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Auto-évaluation");
      for (const panel of await main.locator("details[id^=competence-]").all())
        if ((await panel.getAttribute("open")) === null)
          await panel.locator("summary").first().click();
      await look("the self-assessment, everything open");
      await page.goto(`/espaces/${id}/dossier`);
      await look("the control");
      await page.goto(`/espaces/${id}/dossier?vue=lecture`);
      await expect(page.getByRole("article")).toContainText(TYPED);
      await look("the dossier");
    });
  });
}
