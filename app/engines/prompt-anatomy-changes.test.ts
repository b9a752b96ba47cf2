import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import {
  changePhrases,
  observeChange,
  originsOf,
  type Version,
  versionChange,
} from "./prompt-anatomy-changes.ts";

const guide = loadPromptGuide();
const version = (seq: number, prompt: string, over: Partial<Version> = {}): Version => ({
  seq,
  prompt,
  temperature: 0.7,
  maxTokens: 600,
  ...over,
});
const change = (before: string, after: string) =>
  versionChange(guide, version(1, before), version(2, after));
const kinds = (before: string, after: string) =>
  change(before, after).components.map((c) => `${c.kind} ${c.id}`);

const BASE = "Rédige un post Instagram.";

describe("what changed between two versions", () => {
  it.each<[string, string, string, string[]]>([
    ["a line added", BASE, `${BASE}\nCible : familles du quartier.`, ["added audience"]],
    ["a line taken out", `${BASE}\nTon sobre et poli.`, BASE, ["removed ton"]],
    [
      "words added inside the task",
      BASE,
      "Rédige un post Instagram pour les étudiants.",
      ["added audience"],
    ],
    [
      "a part made precise",
      "Rédige un post. Cible : des gens curieux",
      "Rédige un post. Cible : parents de 30 à 45 ans",
      ["sharpened audience"],
    ],
    [
      "a part made vague",
      "Rédige un post. Cible : parents de 30 à 45 ans",
      "Rédige un post. Cible : des gens curieux",
      ["blurred audience"],
    ],
    [
      "another tone",
      `${BASE}\nTon sobre et poli.`,
      `${BASE}\nTon chaleureux et complice.`,
      ["reworded ton"],
    ],
    [
      "two at once",
      BASE,
      `${BASE}\nTon sobre et poli.\nSans aucun superlatif.`,
      ["added ton", "added contraintes"],
    ],
    ["spaces, capitals and apostrophes only", "Rédige l'annonce", "rédige  l’annonce", []],
  ])("%s", (_name, before, after, expected) => {
    expect(kinds(before, after)).toEqual(expected);
  });

  it("names one edited sentence once, however many parts it carries", () => {
    const before = "Rédige un post de 300 signes pour les familles.";
    const after = "Rédige une annonce de 300 signes pour les familles.";
    expect(kinds(before, after)).toEqual(["reworded tache"]);
  });

  it("says when words changed outside the anatomy", () => {
    const seen = change(`Bonjour. ${BASE}`, `Bonsoir. ${BASE}`);
    expect(seen).toEqual({ components: [], settings: [], otherWords: true });
    expect(observeChange(seen, 1)).toContain("sans toucher à un élément");
  });

  it("sees settings", () => {
    const seen = versionChange(
      guide,
      version(1, BASE),
      version(2, BASE, { temperature: 0, maxTokens: 250 }),
    );
    expect(changePhrases(seen)).toEqual([
      "réglage de la température",
      "réglage de la longueur maximale",
    ]);
  });

  it("finds nothing between a prompt and itself, whatever it holds", () => {
    const parts = guide.components.flatMap((c) => [c.example, c.slot]);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string())), (chosen) => {
        const prompt = chosen.join("\n");
        expect(changePhrases(change(prompt, prompt))).toEqual([]);
      }),
    );
  });

  it("an example added is seen as added, and the other way round as removed", () => {
    fc.assert(
      fc.property(fc.subarray(guide.components.filter((c) => c.id !== "contexte")), (chosen) => {
        const whole = [BASE, ...chosen.map((c) => c.example)].join("\n");
        const added = change(BASE, whole).components.filter((c) => c.kind === "added");
        const removed = change(whole, BASE).components.filter((c) => c.kind === "removed");
        expect(removed.map((c) => c.id)).toEqual(added.map((c) => c.id));
        const expected = chosen.map((c) => c.id).filter((id) => id !== "tache");
        expect(added.map((c) => c.id)).toEqual(expect.arrayContaining(expected));
      }),
    );
  });
});

describe("one thing at a time, in French", () => {
  it.each<[string, string, RegExp]>([
    [BASE, BASE, /^Même prompt et mêmes réglages que la version 1/],
    [BASE, `${BASE}\nTon sobre et poli.`, /^Une seule chose change .* ajout de «.Ton et style.»\./],
    [
      BASE,
      `${BASE}\nTon sobre et poli.\nSans superlatif aucun.\nCible : familles curieuses.`,
      /^Trois choses changent à la fois .*, .* et .*vous ne saurez pas grâce à laquelle\.$/,
    ],
  ])("%j → %j", (before, after, sentence) => {
    expect(observeChange(change(before, after), 1)).toMatch(sentence);
  });
});

describe("the version another came from", () => {
  const origins = (...prompts: string[]) =>
    [...originsOf(prompts.map((p, i) => version(i + 1, p)))].map(([to, from]) => `${to}<${from}`);
  it.each<[string, string[], string[]]>([
    ["none for the first", ["a"], []],
    ["the one before, when all follow", ["un", "un deux", "un deux trois"], ["2<1", "3<2"]],
    [
      "the one taken up again",
      ["écris un post sobre", "propose autre chose ailleurs", "écris un post sobre et court"],
      ["2<1", "3<1"],
    ],
    ["the latest of two as near", ["un post", "un post", "un post court"], ["2<1", "3<2"]],
    ["empty prompts", ["", ""], ["2<1"]],
  ])("%s", (_name, prompts, expected) => {
    expect(origins(...prompts)).toEqual(expected);
  });
  it("does not depend on the order given", () => {
    const all = ["un", "un deux", "trois quatre"].map((p, i) => version(i + 1, p));
    expect([...originsOf([...all].reverse())]).toEqual([...originsOf(all)]);
  });
  it("does not hang on twenty long prompts", () => {
    const long = Array.from({ length: 20 }, (_, i) => version(i + 1, `mot${i} `.repeat(3_000)));
    originsOf(long);
  });
});
