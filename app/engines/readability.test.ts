import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countSyllables, readability, readSentences, readWords } from "./readability.ts";

describe("syllables", () => {
  it.each([
    ["eau", 1],
    ["barque", 1],
    ["rivière", 2],
    ["péniche", 2],
    ["exposition", 4],
    ["théâtre", 2],
    ["naïf", 2],
    ["musée", 2],
    ["le", 1],
    ["entrepôts", 3],
    ["Marcelle", 2],
    ["214", 3],
    ["x", 1],
  ])("%s: %i", (word, count) => expect(countSyllables(word)).toBe(count));
});

describe("sentences and words", () => {
  it("cuts at stops and lines, not inside numbers or hours", () => {
    expect(readSentences("La barque mesure 7,20 m. Elle date de 1891 ! Vraiment ?")).toHaveLength(
      3,
    );
    expect(readSentences("Titre\nUne phrase. « Deux. » Trois")).toEqual([
      "Titre",
      "Une phrase.",
      "« Deux. »",
      "Trois",
    ]);
    expect(readSentences(" \n … ")).toEqual([]);
  });
  it("opens elisions and keeps compounds", () => {
    expect(readWords("L’eau de la grand-mère")).toEqual(["L", "eau", "de", "la", "grand-mère"]);
  });
});

describe("Kandel-Moles", () => {
  it("follows the formula", () => {
    // 2 sentences, 8 words, 9 syllables (Le chat dort. Il rê-ve d’un pois-son → le,chat,dort,il,rêve,d,un,poisson)
    const r = readability("Le chat dort. Il rêve d’un poisson.");
    expect(r).toMatchObject({ words: 8, sentences: 2, syllables: 9, longestSentence: 5 });
    expect(r.score).toBeCloseTo(207 - 1.015 * 4 - 73.6 * (9 / 8), 1);
  });
  it("says nothing of an empty text", () => expect(readability(" \n").score).toBeNull());
  it("finds short plain sentences easier than an administrative one", () => {
    const hard = readability(
      "Conformément aux dispositions réglementaires susmentionnées, l’établissement procédera ultérieurement à la dématérialisation intégrale des formalités administratives.",
    );
    const easy = readability("Le musée ouvre à 10 h. Venez voir la barque.");
    expect(easy.score!).toBeGreaterThan(60);
    expect(hard.score!).toBeLessThan(10);
  });
  it("never gets easier when two sentences are joined", () => {
    const word = fc.constantFrom("barque", "eau", "rivière", "exposition", "port", "musée");
    const sentence = fc.array(word, { minLength: 1, maxLength: 12 }).map((w) => w.join(" "));
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        expect(readability(`${a} ${b}.`).score!).toBeLessThanOrEqual(
          readability(`${a}. ${b}.`).score!,
        );
      }),
    );
  });
  it("does not hang on a long text without stops", () => {
    readability("péniche ".repeat(40_000));
  });
});
