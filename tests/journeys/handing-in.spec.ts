import { createHash } from "node:crypto";
import fs from "node:fs";
import { Client } from "./client.ts";
import { finishedExercise } from "./finished-exercise.ts";
import { expect, test } from "./fixtures.ts";

test("a learner gives a hand-in to a group, and its trainer reads that one only", async ({
  page,
  browser,
  server,
  accessible,
}) => {
  const learner = new Client(server);
  await learner.signUp(`groupe.a.${process.pid}@exemple.test`, "Lou Martin");
  const id = await finishedExercise(learner);
  const trainer = new Client(server);
  await trainer.signUp(`groupe.f.${process.pid}@exemple.test`, "Théo Formateur");
  await trainer.lend(page.context());
  const context = await browser.newContext({ baseURL: server.origin });
  await learner.lend(context);
  const hers = await context.newPage();

  await page.goto("/groupes");
  await accessible(page, "groups, none yet");
  await page.getByLabel("Nom du groupe").fill("BC01, promotion de mars");
  await page.getByRole("button", { name: "Créer le groupe" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("BC01, promotion de mars");
  const code = await page.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).innerText();

  await hers.goto("/groupes");
  await hers.getByLabel("Code du groupe").fill(code.toLowerCase());
  await hers.getByRole("button", { name: "Continuer" }).click();
  await expect(hers.getByText("Théo Formateur")).toBeVisible();
  await accessible(hers, "invitation");
  await hers.getByRole("button", { name: "Rejoindre le groupe" }).click();
  await expect(hers.getByRole("heading", { level: 1 })).toHaveText("BC01, promotion de mars");
  await accessible(hers, "group of a learner");

  await hers.goto(`/espaces/${id}/dossier`);
  const advice = hers.getByRole("checkbox", { name: /J’ai lu/ });
  if (await advice.count()) await advice.check();
  await hers.getByRole("button", { name: "Faire le dépôt n° 1" }).click();
  await hers.getByRole("button", { name: /Donner le dépôt/ }).click();
  await expect(hers.getByText(/^Donné le/)).toBeVisible();
  await accessible(hers, "hand-in given");

  await page.reload();
  const row = page.getByRole("row", { name: /Lou Martin.*Cyclerie/ });
  await expect(row).toBeVisible();
  await accessible(page, "group of a trainer");
  const pdf = await row.getByRole("link", { name: /PDF du dépôt/ }).getAttribute("href");
  const read = await trainer.send(pdf!);
  expect(read.headers.get("content-type")).toBe("application/pdf");
  expect((await trainer.send(`/espaces/${id}/dossier`)).status).toBe(404);
  expect((await trainer.send(`/espaces/${id}/depots/1`)).status).toBe(404);

  await hers.goto("/groupes");
  await hers.getByRole("link", { name: /BC01, promotion de mars/ }).click();
  await hers.getByText("Quitter le groupe").first().click();
  await hers.getByRole("checkbox", { name: /J’ai compris/ }).check();
  await hers.getByRole("button", { name: "Quitter le groupe" }).click();
  await expect(hers).toHaveURL(/\/groupes$/);
  expect((await trainer.send(pdf!)).status).toBe(404);
  await context.close();
});

test("a learner hands in, and anyone who holds the receipt can verify the sealed file", async ({
  page,
  browser,
  server,
  accessible,
}) => {
  const client = new Client(server);
  await client.signUp(`depot.${process.pid}@exemple.test`);
  const id = await finishedExercise(client);
  await client.lend(page.context());

  await page.goto(`/espaces/${id}/dossier`);
  await accessible(page, "dossier ready to hand in");
  const remarks = page.getByRole("checkbox", { name: /J’ai lu/ });
  if (await remarks.count()) await remarks.check();
  await page.getByRole("button", { name: "Faire le dépôt n° 1" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Dépôt n° 1" })).toBeVisible();
  await accessible(page, "hand-in");
  const code = await page.locator("dd", { hasText: /^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/ }).innerText();
  const digest = await page.locator("dd", { hasText: /^[0-9a-f]{64}$/ }).innerText();
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: /Instantané scellé/ }).click();
  const file = await (await waiting).path();
  const sealed = fs.readFileSync(file);
  expect(createHash("sha256").update(sealed).digest("hex")).toBe(digest);

  const anyone = await (await browser.newContext({ baseURL: server.origin })).newPage();
  await anyone.goto("/recus");
  await accessible(anyone, "asking for a receipt");
  await anyone.getByLabel("Code du reçu").fill(code.toLowerCase());
  await anyone.getByRole("button", { name: "Vérifier" }).click();
  await expect(anyone.getByRole("heading", { level: 1, name: "Reçu de dépôt" })).toBeVisible();
  await anyone.getByLabel(/Fichier à comparer/).setInputFiles(file);
  await expect(anyone.getByRole("status")).toContainText("C’est le même");
  await accessible(anyone, "receipt");
  const altered = { name: "autre.json", mimeType: "application/json", buffer: sealed.subarray(1) };
  await anyone.getByLabel(/Fichier à comparer/).setInputFiles(altered);
  await expect(anyone.getByRole("status")).toContainText("Ce n’est pas le même");
  await anyone.context().close();

  await page.getByRole("link", { name: "Revenir au dossier" }).click();
  await expect(page.getByRole("link", { name: /Dépôt n° 1/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Faire le dépôt n° 2" })).toBeVisible();
});
