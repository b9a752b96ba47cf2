import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkContent } from "./check-content.server.ts";
import { faultLine } from "./fault.ts";

const made: string[] = [];
afterEach(() => {
  for (const dir of made.splice(0)) fs.rmSync(dir, { recursive: true, force: true });
});

/** A whole content folder of our own: the small certification with the real guides. */
function folder() {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-content-"));
  made.push(dir);
  fs.cpSync("tests/content-fixture", dir, { recursive: true });
  for (const guide of ["prompting", "spelling"])
    fs.cpSync(`content/${guide}`, path.join(dir, guide), { recursive: true });
  return {
    dir,
    write(file: string, text: string) {
      const at = path.join(dir, file);
      fs.mkdirSync(path.dirname(at), { recursive: true });
      fs.writeFileSync(at, text);
    },
    edit(file: string, from: string | RegExp, to: string) {
      const at = path.join(dir, file);
      const before = fs.readFileSync(at, "utf8");
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} holds no ${from}`);
      fs.writeFileSync(at, after);
    },
    faults: () => checkContent(dir).faults.map(faultLine),
  };
}
const GUIDE = "prompting/text.yaml";

describe("checkContent", () => {
  it("finds nothing wrong in ours", () => {
    expect(checkContent().faults.map(faultLine)).toEqual([]);
  });

  it("finds nothing wrong in a good folder", () => {
    expect(folder().faults()).toEqual([]);
  });

  it("lists every fault of a broken prompting guide at once", () => {
    const content = folder();
    content.edit(GUIDE, "title: Rédiger un prompt de texte", "titre: Rédiger un prompt de texte");
    content.edit(GUIDE, "date: 2026-11-16", "date: hier");
    content.edit(GUIDE, "weight: 8", "weight: lourd");
    content.edit(GUIDE, "runsPerDay: 200", "runsPerDay: -1");
    content.edit(GUIDE, /^tics: .*$/m, "tics: []");
    const faults = content.faults();
    for (const said of [
      /^prompting\/text\.yaml: \(fichier\): clé inconnue.*titre/,
      /^prompting\/text\.yaml: title: /,
      /^prompting\/text\.yaml: source\.date: /,
      /^prompting\/text\.yaml: components\.0\.weight: /,
      /^prompting\/text\.yaml: limits\.runsPerDay: /,
      /^prompting\/text\.yaml: tics: /,
    ])
      expect(faults).toContainEqual(expect.stringMatching(said));
    expect(faults).toHaveLength(6);
  });

  it("lists what a schema cannot see in it", () => {
    const content = folder();
    content.edit(GUIDE, "- id: tache", "- id: role");
    content.edit(GUIDE, "defaultTemperature: 0.7", "defaultTemperature: 0.8");
    content.edit(GUIDE, "defaultLength: 600", "defaultLength: 601");
    content.edit(GUIDE, "{value: 1200, label: Longue", "{value: 250, label: Longue");
    content.edit(GUIDE, "de {organisation}", "d'une boutique");
    expect(content.faults()).toEqual([
      `${GUIDE}: components: deux composants s’appellent role.`,
      `${GUIDE}: settings.defaultTemperature: cette température n’est pas dans la liste proposée.`,
      `${GUIDE}: settings.defaultLength: cette longueur n’est pas dans la liste proposée.`,
      `${GUIDE}: settings.lengths: la valeur 250 est proposée deux fois.`,
      `${GUIDE}: starter: le modèle de départ ne nomme pas {organisation}.`,
      expect.stringMatching(/^prompting\/text\.yaml: starter: apostrophe droite/),
    ]);
  });

  it.each([
    ["absent", (c: ReturnType<typeof folder>) => fs.rmSync(path.join(c.dir, GUIDE)), /manque/],
    [
      "unreadable",
      (c: ReturnType<typeof folder>) => c.write(GUIDE, "title: [un"),
      /YAML illisible/,
    ],
    ["empty", (c: ReturnType<typeof folder>) => c.write(GUIDE, ""), /valeur absente/],
  ])("says when the guide is %s", (_name, spoil, said) => {
    const content = folder();
    spoil(content);
    expect(content.faults()).toEqual([expect.stringMatching(said)]);
  });

  it("lists what is wrong in the spelling guide", () => {
    const content = folder();
    content.edit("spelling/french.yaml", "story, stories", "story, Story");
    content.edit("spelling/french.yaml", "savoir-faire", "l'usage, savoir-faire");
    expect(content.faults()).toEqual([
      "spelling/french.yaml: terms.list: le terme story est donné deux fois.",
      expect.stringMatching(/^spelling\/french\.yaml: terms\.source: apostrophe droite/),
    ]);
    content.edit("spelling/french.yaml", "confidence: medium", "confidence: totale");
    expect(content.faults()).toEqual([
      expect.stringMatching(/^spelling\/french\.yaml: terms\.confidence: /),
    ]);
  });

  it.each([
    "lisez-moi.txt",
    "certifications/autre.yml",
    "prompting/image.yaml",
    "subjects/savonnerie-du-puits/brouillon.yaml",
    "subjects/savonnerie-du-puits/tools/outil-inconnu.yaml",
    "subjects/savonnerie-du-puits/annexes/photos/un.txt",
  ])("faults %s, which nothing reads", (file) => {
    const content = folder();
    content.write(file, "a: 1\n");
    expect(content.faults()).toContainEqual(
      expect.stringContaining(`${file}: (fichier): rien ne lit ce fichier`),
    );
  });

  it("leaves READMEs and hidden files alone", () => {
    const content = folder();
    content.write("subjects/README.md", "# subjects\n");
    content.write(".DS_Store", "");
    content.write("subjects/.trash/un.yaml", "");
    expect(content.faults()).toEqual([]);
  });

  it.each([
    ["without secrets", "problem: { real: SECRET }\n"],
    ["with a secret that is no text", "secrets: [12]\n"],
    ["that are a list", "- secrets\n"],
  ])("faults answers %s", (_name, text) => {
    const content = folder();
    content.write("subjects/savonnerie-du-puits/expected.yaml", text);
    expect(content.faults()).toContainEqual(
      expect.stringMatching(/^subjects\/savonnerie-du-puits\/expected\.yaml: /),
    );
  });
});
