import { describe, expect, it } from "vitest";
import { type EasyRules, readEasy } from "./easy-french.ts";

const rules: EasyRules = {
  meanWords: 12,
  maxWords: 15,
  passiveShare: 0.1,
  negationShare: 0.15,
  largeNumber: 1000,
  foreign: ["booker", "walk-in", "slot"],
  knownAcronyms: ["SMS"],
  abbreviations: ["expo", "etc"],
};
const read = (text: string) => readEasy(text, rules);

describe("passive voice", () => {
  it.each([
    ["Les objets sont prêtés par sept familles.", true],
    ["Le musée a été visité par des classes.", true],
    ["Les contrats étaient toujours signés par le mari.", true],
    ["La salle est ouverte.", false],
    ["Marcelle est née en 1933.", false],
    ["Elle est venue au musée.", false],
    ["Le musée est fermé le mardi.", false],
    ["L’entrée est gratuite.", false],
    ["Sept familles prêtent les objets.", false],
    ["C’est le musée de la ville.", false],
    ["Il est ici depuis samedi.", false],
  ])("%s", (text, passive) => expect(read(text).sentences[0]!.passive).toBe(passive));
});

describe("negation", () => {
  it.each([
    ["Les femmes n’avaient pas le droit de signer.", true],
    ["Ne venez jamais le mardi.", true],
    ["Le musée ouvre le mercredi.", false],
    ["Il y a plus de places.", false],
    ["N'oubliez rien.", true],
  ])("%s", (text, negative) => expect(read(text).sentences[0]!.negative).toBe(negative));
});

it("counts sentences, and words in each", () => {
  const r = read("Le musée ouvre.\nVenez voir la barque Eulalie.");
  expect(r.sentences.map((s) => s.words)).toEqual([3, 5]);
  expect([r.meanWords, r.maxWords]).toEqual([4, 5]);
});

it("names numbers, acronyms, foreign words, abbreviations and signs", () => {
  const r = read(
    "87 % des 19 400 visiteurs de 2025 & les PMR, par SMS : booker l’expo pour sept familles.",
  );
  expect(r.percents).toEqual(["87\u00a0%"]);
  expect(r.largeNumbers).toEqual(["19\u202f400"]);
  expect(r.speltNumbers).toEqual(["7"]);
  expect(r.acronyms).toEqual(["PMR"]);
  expect(r.foreign).toEqual(["booker"]);
  expect(r.abbreviations).toEqual(["expo"]);
  expect(r.symbols).toEqual(["&"]);
  expect(r.addressed).toBe(false);
  expect(read("Vous pouvez venir.").addressed).toBe(true);
});

it("says nothing wrong of an empty text, and does not hang on a long one", () => {
  expect(read("")).toMatchObject({ meanWords: 0, maxWords: 0, passiveShare: 0 });
  read("les objets sont prêtés ne plus ".repeat(3000));
});
