import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordsToCheck } from "./spelling.ts";

const words = (text: string, given: string[] = [], terms: string[] = []) =>
  wordsToCheck({ text, given }, terms).map((c) => c.word);

describe("words to look up", () => {
  it.each([
    ["elisions opened, both apostrophes", "L'eau d’une rivière", ["eau", "une", "rivière"]],
    ["compounds whole", "Dites-le à l’arrière-pays", ["Dites-le", "arrière-pays"]],
    ["each word once", "une barque, une barque", ["une", "barque"]],
    [
      "addresses",
      "Voir https://musee.exmple/visites?jour=mardi ou musee-corvane.fr.",
      ["Voir", "ou"],
    ],
    ["e-mail addresses", "Écrire : contact@batelerie.fr", ["Écrire"]],
    ["hashtags and mentions", "Suivez #BatelerieVive et @musee_corvane", ["Suivez", "et"]],
    ["numbers, hours and ranks", "15h30, 7,20 m, 1er, XIXe siècle, 4K", ["siècle"]],
    ["acronyms", "Le RGPD et l’ADEME", ["Le", "et"]],
    ["but not words said aloud", "ENTRÉE GRATUITTE", ["GRATUITTE"]],
    ["the root of inclusive forms", "élu·e·s et adhérent(e)s", ["élu", "et", "adhérent"]],
    ["no other alphabet, no sign", "Привет 你好 🎉 « oui » !", ["oui"]],
    ["an accent typed apart", "musée", ["musée"]],
  ])("%s", (_name, text, expected) => {
    expect(words(text)).toEqual(expected);
  });
  it("leaves out the words given with the exercise and the terms of the trade, whatever their case", () => {
    expect(words("À Corvanne, l’Eulalie du FEED", ["l’Eulalie de Corvanne"], ["feed"])).toEqual([
      "du",
    ]);
    expect(words("Corvane", ["Corvanne"], ["feed"])).toEqual(["Corvane"]);
  });
  it("gives nothing for its own text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(words(text, [text])).toEqual([]);
      }),
    );
  });
  it("reads the longest text of a tool at once, however it is built", () => {
    for (const piece of ["a", "a.", "a-", "(e)", "@a", "l’"]) {
      const began = performance.now();
      words(piece.repeat(4000));
      expect(performance.now() - began, piece).toBeLessThan(500);
    }
  });
});
