import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findExpressions,
  foldWords,
  holdsPhrase,
  repeatedTrigrams,
  sharedRuns,
} from "./text-similarity.ts";

const SENTENCE = "Ici, chaque corde garde la mémoire d’une main et chaque nœud raconte un départ.";

describe("sharedRuns", () => {
  it("finds a borrowed sentence whatever its case, accents and apostrophes", () => {
    const runs = sharedRuns(
      `Venez ! ICI, chaque corde garde la memoire d'une main et chaque noeud raconte un départ. Réservez.`,
      `Notre association. ${SENTENCE}`,
    );
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ words: 15, from: 1 });
  });
  it("lets seven words in a row pass, not eight", () => {
    const source = "un deux trois quatre cinq six sept huit neuf";
    expect(sharedRuns("un deux trois quatre cinq six sept dix", source)).toEqual([]);
    expect(sharedRuns("zéro un deux trois quatre cinq six sept huit", source)[0]?.words).toBe(8);
  });
  it("finds all of a text in itself, and nothing in words it lacks", () => {
    const words = fc.array(fc.constantFrom("eau", "quai", "nuit", "port"), {
      minLength: 8,
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(" ");
        expect(sharedRuns(text, text)[0]?.words).toBe(list.length);
        expect(
          sharedRuns(text, text.replaceAll("eau", "feu")).every((r) => !/eau/.test(r.text)),
        ).toBe(true);
      }),
    );
  });
  it("does not hang on a text that repeats one word", () => {
    sharedRuns("port ".repeat(4000), "port ".repeat(4000));
  });
});

describe("holdsPhrase", () => {
  it.each([
    ["Le 30 juin 2027, fin.", "30 juin 2027", true],
    ["Le 30 mai 2027", "30 juin 2027", false],
    ["une voile blanche", "voil*", true],
    ["dévoiler", "voil*", false],
    ["19 400 visiteurs", "19400 visiteurs", true],
    ["19\u202f400 visiteurs", "19 400 visiteurs", true],
    ["tout", "", false],
    ["« coll. familles de Corvanne »", "coll. familles de corvanne", true],
  ])("%s / %s", (text, pattern, found) => {
    expect(holdsPhrase(foldWords(text), pattern)).toBe(found);
  });
});

describe("repetition and tics", () => {
  it("finds a phrase said twice, not small words", () => {
    expect(
      repeatedTrigrams(
        "Une expérience immersive et unique. Encore une expérience immersive et unique.",
      ),
    ).toContainEqual({ text: "expérience immersive et", times: 2 });
    expect(repeatedTrigrams("de la nuit, il y a de la pluie, il y a du vent")).toEqual([]);
  });
  it("names the expressions of a list", () => {
    expect(
      findExpressions("Plongez au cœur d’une exposition incontournable", [
        "plongez",
        "au cœur de",
        "incontournable*",
        "sublim*",
      ]),
    ).toEqual(["plongez", "incontournable*"]);
  });
});
