/**
 * Draws one dossier as PDF, in a process of its own: `node typst-worker.mjs <folder>`.
 * The folder holds job.json and the dossier's images, nothing else; it is all that Typst can read.
 * Writes dossier.pdf there and prints one line of JSON: { ok, standard, pages, notes, diagnostics }.
 * Plain JavaScript on purpose: the server's bundle does not contain it, Node runs it as it is.
 */
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { nameEmoji, replaceGlyphs, unsupportedGlyphs } from "./glyphs.mjs";

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));

const FACES = {
  "atkinson-hyperlegible-next": [
    "400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
    "400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf",
    "600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf",
    "700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
    "700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic.ttf",
  ],
  "bricolage-grotesque": [
    "500Medium/BricolageGrotesque_500Medium.ttf",
    "700Bold/BricolageGrotesque_700Bold.ttf",
    "800ExtraBold/BricolageGrotesque_800ExtraBold.ttf",
  ],
};

function fonts() {
  return Object.entries(FACES).flatMap(([name, files]) => {
    const home = path.dirname(require.resolve(`@expo-google-fonts/${name}/package.json`));
    return files.map((file) => fs.readFileSync(path.join(home, file)));
  });
}

/** Compiles and exports once. `standard` is "ua-1" or null (tagged all the same). */
function attempt(compiler, template, job, standard) {
  const inputs = { job: JSON.stringify(job) };
  const compiled = compiler.compile({ mainFileContent: template, inputs });
  if (!compiled.result) {
    const error = compiled.takeError();
    const found = error ? compiler.fetchDiagnostics(error) : [];
    return { failure: found.map((d) => d.message ?? String(d)).join("\n") || "compile" };
  }
  try {
    const options = standard ? { pdfStandard: standard } : {};
    return { pdf: compiler.pdf(compiled.result, options), pages: compiled.result.numOfPages };
  } catch (error) {
    return { failure: String(error?.message ?? error) };
  }
}

function draw(folder) {
  const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
  const template = fs.readFileSync(path.join(here, "template.typ"), "utf8");
  const named = nameEmoji(JSON.parse(fs.readFileSync(path.join(folder, "job.json"), "utf8")));
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fonts() }] });

  let job = named.value;
  const notes = { emoji: named.count, glyphs: [], images: [] };
  const diagnostics = [];
  let drawn = attempt(compiler, template, job, "ua-1");
  const missing = unsupportedGlyphs(drawn.failure ?? "");
  if (missing.length > 0) {
    job = replaceGlyphs(job, missing);
    notes.glyphs = missing;
    drawn = attempt(compiler, template, job, "ua-1");
  }
  let standard = "ua-1";
  if (drawn.failure) {
    diagnostics.push(drawn.failure);
    standard = null;
    drawn = attempt(compiler, template, job, null);
  }
  if (drawn.failure && Object.keys(job.images).length > 0) {
    // A file that says it is an image and is not stops everything: better the text without its images.
    diagnostics.push(drawn.failure);
    notes.images = Object.keys(job.images);
    job = { ...job, images: {} };
    drawn = attempt(compiler, template, job, "ua-1");
    standard = drawn.failure ? null : "ua-1";
    if (drawn.failure) drawn = attempt(compiler, template, job, null);
  }
  if (drawn.failure) return { ok: false, diagnostics: [...diagnostics, drawn.failure] };
  fs.writeFileSync(path.join(folder, "dossier.pdf"), drawn.pdf);
  return { ok: true, standard, pages: drawn.pages, notes, diagnostics };
}

process.stdout.write(`${JSON.stringify(draw(path.resolve(process.argv[2] ?? "")))}\n`);
