import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import type { Download, Locator, Page } from "@playwright/test";
import { BufferSource, EncodedPacketSink, Input, MP4, WEBM } from "mediabunny";
import { unzip } from "../unzip.ts";
import { Client } from "./client.ts";
import { Exercise, squash } from "./exercise.ts";
import { expect, test } from "./fixtures.ts";
import { readPdf } from "./pdf.ts";

/** A script of the old kind: only `require` knows its names. */
const { WebVTTParser }: typeof import("webvtt-parser") = createRequire(import.meta.url)(
  "webvtt-parser",
);

/** Block 4's three artefacts, made in the browser by a new learner, down to the archive to hand in. No trace: it would hold each image. */
test.use({ quiet: true, trace: "off" });

/** Types a text, leaves its field and waits until the server has it. */
async function write(field: Locator, text: string): Promise<void> {
  const page = field.page();
  const answered = page.waitForResponse(
    (response) => response.request().method() === "POST" && /\/outils\//.test(response.url()),
  );
  await field.fill(text);
  await field.blur();
  expect((await answered).ok()).toBe(true);
  await expect(field).toHaveValue(text);
}

async function downloaded(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download") as Promise<Download>,
    button.click(),
  ]);
  return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
}

/** What a video file says of itself, and how many of its images it really holds. */
async function readVideo(bytes: Buffer) {
  const input = new Input({
    source: new BufferSource(new Uint8Array(bytes)),
    formats: [WEBM, MP4],
  });
  const track = (await input.getPrimaryVideoTrack())!;
  let images = 0;
  let end = 0;
  for await (const packet of new EncodedPacketSink(track).packets()) {
    images++;
    end = Math.max(end, packet.timestamp + packet.duration);
  }
  return { width: track.displayWidth, height: track.displayHeight, images, seconds: end };
}

test("a new learner makes the three artefacts of block 4 and downloads the pack", async ({
  page,
  context,
  server,
  accessible,
}) => {
  test.setTimeout(240_000);
  const learner = new Client(server);
  await learner.signUp(`media.${process.pid}@exemple.test`);
  const { id } = await learner.startExercise("musee-batellerie-corvanne");
  await learner.lend(context);
  await page.goto(`/espaces/${id}`);
  const work = await Exercise.at(page);
  const { main } = work;
  const field = (name: string) => main.getByRole("textbox", { name });
  const phase = (label: string) =>
    main.getByRole("navigation", { name: /^Étapes du banc/ }).getByRole("link", { name: label });

  await test.step("the visual: a vague prompt, its faults, a better one", async () => {
    await work.step("Créer le visuel");
    await write(field("Sujet et action"), "une batelière sur une barque");
    await main.getByRole("button", { name: "Composer l’image" }).click();
    await expect(main.getByRole("img", { name: /^Version 1/ }).first()).toBeVisible();
    await write(field("Composition"), "affiche à silhouette");
    await write(field("Palette"), "couleurs de la charte");
    await write(field("Style"), "photo argentique");
    await write(field("Format"), "4:5");
    await write(field("Texte incrusté"), "« Femmes de rivière »");
    await main.getByRole("button", { name: "Composer l’image" }).click();
    await expect(main.getByRole("img", { name: /^Version 2/ }).first()).toBeVisible();
    await expect(main.getByText(/ce moteur dessine des formes vectorielles/)).toBeVisible();
    await write(field("Style"), "linogravure");
    await main.getByRole("button", { name: "Composer l’image" }).click();
    await expect(main.getByRole("img", { name: /^Version 3/ }).first()).toBeVisible();
    await expect(main.getByText(/ce moteur dessine des formes vectorielles/)).toHaveCount(0);
    await accessible(page, "visual bench, prompt");
  });

  await test.step("looks for the faults of the first, keeps the last", async () => {
    await phase("Choisir").click();
    const first = main
      .getByRole("listitem")
      .filter({ has: page.getByText("Version 1", { exact: true }) });
    await first.getByText("Examiner cet essai").click();
    await first.getByRole("button", { name: /Logo inventé/ }).click();
    await expect(first.getByRole("button", { name: /Logo inventé/, pressed: true })).toBeVisible();
    await first.getByRole("button", { name: "Vérifier ce que j’ai vu" }).click();
    await expect(first.getByText(/^Non vus/)).toContainText("Texte illisible");
    const last = main
      .getByRole("listitem")
      .filter({ has: page.getByText("Version 3", { exact: true }) });
    await last.getByRole("button", { name: "Garder", exact: true }).click();
    await expect(last.getByText("gardée", { exact: true })).toBeVisible();
    await accessible(page, "visual bench, choice");
  });

  await test.step("lays it out, describes it, sends it to the workspace", async () => {
    await phase("Mettre en page").click();
    await expect(field("Titre incrusté")).toHaveValue("Femmes de rivière");
    await main.getByLabel("Fond sous le texte").selectOption({ label: "bandeau" });
    await expect(main.getByText(/^Titre\s: contraste/)).toBeVisible();
    await write(
      field("Texte alternatif"),
      "Une batelière debout sur sa barque, et les mots Femmes de rivière.",
    );
    await main
      .getByRole("list", { name: "Mentions proposées" })
      .getByRole("button")
      .first()
      .click();
    await expect(field("Mention d’IA qui accompagne")).not.toHaveValue("");
    await accessible(page, "visual bench, layout");
    await phase("Rendre").click();
    const png = await downloaded(page, main.getByRole("button", { name: "Télécharger le PNG" }));
    expect(png.bytes.readUInt32BE(16)).toBe(1080);
    expect(png.bytes.readUInt32BE(20)).toBe(1350);
    expect(png.bytes.toString("utf8")).toContain("algorithmicMedia");
    expect(png.bytes.toString("utf8")).toContain("Une batelière debout sur sa barque");
    await main.getByRole("button", { name: "Garder dans l’espace de travail" }).click();
    await expect(main.getByText(/L’image est dans votre espace de travail/)).toBeVisible();
    await expect(
      main.getByRole("button", { name: "Envoyer de nouveau dans l’espace" }),
    ).toBeVisible();
    await accessible(page, "visual bench, file");
    await phase("Constats").click();
    await accessible(page, "visual bench, findings");
  });

  await test.step("the animation: two shots, words, an image to wait for", async () => {
    await work.step("Animer");
    for (const text of [
      "Travelling avant : une barque sur la rivière. Aube, brume",
      "Plan fixe : la barque au quai. Plein jour",
    ]) {
      await field("Nouveau plan").fill(text);
      await main.getByRole("button", { name: "Ajouter le plan" }).click();
      await expect(field("Nouveau plan")).toHaveValue("");
    }
    await expect(main.getByText(/^Durée\s: 6/)).toBeVisible();
    await write(field("Sous-titre").nth(0), "Elles tenaient la barre.");
    await write(field("Sous-titre").nth(1), "Venez dès le 16 janvier.");
    await main.getByRole("button", { name: "Garder cette version" }).click();
    await expect(main.getByText("Version 1", { exact: true })).toBeVisible();
    await main.getByRole("button", { name: /^Prendre cette image/ }).click();
    await accessible(page, "animation bench, shots");
    await phase("Accompagner").click();
    await main.getByRole("button", { name: "Partir du découpage" }).click();
    await expect(field("Texte équivalent")).toHaveValue(/Elles tenaient la barre/);
    await write(
      field("Texte alternatif de l’image d’attente"),
      "Une barque dans la brume, à l’aube.",
    );
    await accessible(page, "animation bench, words");
  });

  await test.step("stops a film, renders it whole, keeps it", async () => {
    await phase("Rendre").click();
    await main.getByRole("radio", { name: /^WebM/ }).check();
    await main.getByRole("button", { name: "Rendre l’animation" }).click();
    await expect(main.getByRole("progressbar", { name: /Images rendues/ })).toBeVisible();
    await main.getByRole("button", { name: "Annuler" }).click();
    await expect(main.getByText("Rendu annulé. Vos plans sont intacts.")).toBeVisible();
    await main.getByRole("button", { name: "Rendre l’animation" }).click();
    await expect(main.getByText(/^Fichier WebM de 6.*hors ligne/)).toBeVisible({ timeout: 60_000 });
    await accessible(page, "animation bench, file");
    const vtt = await downloaded(page, main.getByRole("button", { name: "Sous-titres (WebVTT)" }));
    const { cues, errors } = new WebVTTParser().parse(vtt.bytes.toString("utf8"), "subtitles");
    expect(errors).toEqual([]);
    expect(cues.map((cue) => cue.text.replace(/\s/g, " "))).toEqual([
      "Elles tenaient la barre.",
      "Venez dès le 16 janvier.",
    ]);
    await main.getByRole("button", { name: "Garder dans l’espace de travail" }).click();
    await expect(main.getByText("La vidéo est dans votre espace de travail.")).toBeVisible();
  });

  await test.step("the workspace gives back six seconds of 1280 × 720, and plays them", async () => {
    await page.reload();
    await phase("Rendre").click();
    const film = main.getByLabel("L’animation gardée dans l’espace de travail");
    await expect(film).toBeVisible();
    const stored = await page.request.get((await film.getAttribute("src"))!);
    const video = await readVideo(await stored.body());
    expect(video).toMatchObject({ width: 1280, height: 720, images: 180 });
    expect(video.seconds).toBeCloseTo(6, 1);
    const played = await film.evaluate(async (element: HTMLVideoElement) => {
      element.muted = true;
      element.currentTime = 3;
      await new Promise((done) => element.addEventListener("seeked", done, { once: true }));
      const canvas = document.createElement("canvas");
      canvas.width = 32;
      canvas.height = 32;
      const pen = canvas.getContext("2d")!;
      pen.drawImage(element, 0, 0, 32, 32);
      const { data } = pen.getImageData(0, 0, 32, 32);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4)
        colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
      return { width: element.videoWidth, height: element.videoHeight, colours: colours.size };
    });
    expect(played).toMatchObject({ width: 1280, height: 720 });
    expect(played.colours).toBeGreaterThan(20);
    await accessible(page, "animation bench, kept film");
  });

  const typed = "Venez en famille écouter les bateliers de Corvanne raconter leur rivière.";
  const prompt = "Écris une annonce de 60 mots pour des familles, sur un ton chaleureux.";
  await test.step("the text, with a prompt that is kept", async () => {
    const text = { key: "texte-final", title: "Le texte final" };
    await work.step("Vérifier et réécrire");
    await work.view(text.title);
    await work.write(text, [typed]);
    const bench = await work.panel("Banc de prompts");
    await bench.getByLabel("Votre prompt").fill(prompt);
    await bench.getByRole("button", { name: "Lancer l’essai" }).click();
    const run = bench.getByRole("article", { name: "Version 1" });
    await run.getByRole("button", { name: /^Retenir/ }).click();
    await expect(run.getByText("Retenue", { exact: true })).toBeVisible();
    await work.closePanel();
  });

  await test.step("the pack holds the three, whole, with the record of the AI", async () => {
    await work.openDossier("Contrôle");
    await accessible(page, "the pack to hand in");
    const pack = await work.download("Télécharger le pack (ZIP)");
    expect(pack.name).toMatch(/^pack-bc04-.*\.zip$/);
    const files = unzip(pack.bytes);
    const manifest = JSON.parse(files.get("manifeste.json")!.toString()) as {
      fichiers: { chemin: string; sha256: string }[];
    };
    expect(manifest.fichiers).toHaveLength(files.size - 1);
    for (const { chemin, sha256 } of manifest.fichiers)
      expect(createHash("sha256").update(files.get(chemin)!).digest("hex"), chemin).toBe(sha256);

    const ending = (end: string) => [...files].find(([name]) => name.endsWith(end))![1];
    const docx = unzip(ending("texte-final.docx")).get("word/document.xml")!.toString();
    expect(docx).toContain(typed);
    expect(ending("texte-final.html").toString()).toContain(typed);
    const png = files.get("visuel/visuel.png")!;
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1080, 1350]);
    expect(files.get("visuel/visuel-texte-alternatif.txt")!.toString()).toContain("Une batelière");
    const film = await readVideo(files.get("animation/animation.webm")!);
    expect(film).toMatchObject({ width: 1280, height: 720, images: 180 });
    expect(film.seconds).toBeCloseTo(6, 1);
    const { cues, errors } = new WebVTTParser().parse(
      files.get("animation/animation.vtt")!.toString(),
      "subtitles",
    );
    expect([cues.length, errors]).toEqual([2, []]);
    for (const [name, said] of [
      ["journal-des-prompts.pdf", prompt],
      ["usage-de-l-ia.pdf", "Une batelière debout sur sa barque"],
    ] as const) {
      const read = await readPdf(files.get(name)!);
      expect(read).toMatchObject({ tagged: true, lang: expect.stringMatching(/^fr/) });
      expect(squash(read.text), name).toContain(squash(said));
    }
  });
});
