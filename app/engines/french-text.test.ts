import { describe, expect, it } from "vitest";
import { findCue, hasCue, readCue, scan, scoreCues, scoreMisspelt } from "./french-cues.ts";
import { quantities, sameQuantity, unknownQuantities } from "./french-quantities.ts";
import { nearlySame, normalise, pick, stem } from "./french-text.ts";

describe("normalise and stem", () => {
  it("opens apostrophes and hyphens, drops accents", () => {
    expect(normalise("Qu’est-ce que l’âge ?")).toBe("qu est ce que l age ?");
  });

  it.each([
    ["concurrents", "concurrente"],
    ["valider", "validez"],
    ["validées", "valide"],
    ["mesurez", "mesurer"],
    ["rentables", "rentable"],
    ["commerciaux", "commercial"],
    ["appelle", "appelez"],
  ])("%s and %s share a stem", (a, b) => {
    expect(stem(normalise(a))).toBe(stem(normalise(b)));
  });

  it("forgives one slip, not two", () => {
    expect(nearlySame("ojectifs", "objectifs")).toBe(true);
    expect(nearlySame("budgte", "budget")).toBe(true);
    expect(nearlySame("budjé", "budget")).toBe(false);
  });

  it("picks the same variant for the same seed, and not always the same one", () => {
    const list = ["a", "b", "c"];
    expect(pick(list, 4, "x")).toBe(pick(list, 4, "x"));
    const seen = new Set(Array.from({ length: 40 }, (_, i) => pick(list, i, "x")));
    expect(seen.size).toBe(3);
  });
});

describe("cues", () => {
  const found = (cue: string, text: string) => findCue(readCue(cue), scan(text)) >= 0;

  it.each([
    ["âge", "Quel âge ont vos clients ?", true],
    ["âge", "Et le partage des tâches ?", false],
    ["ton", "Combien de boutons ?", false],
    ["date", "Il faut mettre à jour", false],
    ["accessib*", "Êtes-vous accessibles ?", true],
    ["qui achète", "Qui est-ce qui achète chez vous ?", true],
    ["qui achète", "Achète-t-on en ligne, et qui ?", false],
    ["mot de passe", "Qui a les mots de passe ?", true],
    ["j'aime", "On compte les j’aime", true],
  ])("%s in « %s »: %s", (cue, text, expected) => {
    expect(found(cue, text)).toBe(expected);
  });

  it("counts a word once, in its weightiest cue", () => {
    const text = scan("Quel est votre objectif chiffré ?");
    expect(scoreCues(["objectif", "objectif chiffré", "objectifs"], text).strong).toBe(1.5);
  });

  it("keeps faint and weak cues below plain words", () => {
    const text = scan("Combien de clients ?");
    expect(scoreCues(["-client", "~combien"], text)).toMatchObject({ strong: 0.6, weak: 0.4 });
  });

  it("recognises a misspelt word as a last resort", () => {
    expect(scoreMisspelt(["concurrent"], scan("vos consurrents"))).toBe(1);
  });
});

describe("quantities", () => {
  it.each([
    ["9 600 €", 9600, "€"],
    ["9 600 €", 9600, "€"],
    ["9600€", 9600, "€"],
    ["9,6 k€", 9600, "€"],
    ["huit heures", 8, "hour"],
    ["8h par semaine", 8, "hour"],
    ["54%", 54, "%"],
    ["vingt pour cent", 20, "%"],
    ["34,90 €", 34.9, "€"],
    ["mille deux cents abonnés", 1200, ""],
    ["soixante-quinze pour cent", 75, "%"],
    ["quatre-vingt-dix", 90, ""],
    ["vingt et un mars", 21, "month:3"],
    ["le 21 mars", 21, "month:3"],
    ["le 21/03/2027", 21, "month:3"],
    ["une douzaine", 12, ""],
    ["12 640 abonnés", 12640, ""],
  ])("« %s » → %d %s", (text, value, unit) => {
    expect(quantities(text)[0]).toMatchObject({ value, unit });
  });

  it("leaves « un vélo neuf » and « une » alone", () => {
    expect(quantities("un vélo neuf, une roue")).toEqual([]);
    expect(quantities("neuf personnes")[0]?.value).toBe(9);
  });

  it("tells per cent from euros", () => {
    const [percent] = quantities("75 %");
    const [euros] = quantities("75 €");
    const [bare] = quantities("75");
    expect(sameQuantity(percent!, euros!)).toBe(false);
    expect(sameQuantity(percent!, bare!)).toBe(true);
  });

  it("finds what nobody said, and writes it in French", () => {
    const known = quantities("9 600 € pour douze mois");
    expect(unknownQuantities("20000 € sur 12 mois", known).map((q) => q.text)).toEqual([
      "20\u202f000\u00a0€",
    ]);
  });

  it("does not hang on long texts", () => {
    quantities("vingt et un mars 2027, 9 600 €, ".repeat(3000));
    quantities("9 ".repeat(50_000));
    scan("mot ".repeat(100_000));
  });

  it("hears nothing in a text without words", () => {
    expect(hasCue(["budget"], scan("🚲🚲🚲"))).toBe(false);
  });
});
