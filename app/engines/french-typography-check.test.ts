import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setFrenchTypography, typographyFaults } from "./french-typography-check.ts";

const rules = (text: string) => typographyFaults(text).map((f) => f.rule);

describe("typographyFaults", () => {
  it.each([
    ["L'eau", ["apostrophe"]],
    ['Il dit "oui".', ["straight-quotes"]],
    ["Elle dit «oui».", ["quote-space"]],
    ["Elle dit « oui ».", ["quote-space"]],
    ["Venez !", ["double-sign-space"]],
    ["Venez!", ["double-sign-space"]],
    ["Commissaire : Coraline", ["double-sign-space"]],
    ["87 % des gens", ["unit-space"]],
    ["6€", ["unit-space"]],
    ["19 400 visiteurs", ["thousands"]],
    ["Ah...", ["ellipsis"]],
    ["Un  mot", ["double-space"]],
    ["Fin. A partir de mai", ["accented-capital"]],
    ["Venez\u202f! «\u00a0Oui\u00a0», dit-elle\u00a0: l’eau, 87\u00a0%, 14:32, 16:9.", []],
    ["https://exemple.test/a?b=c'd", []],
    ["de 1880 à 1906, 214 bateaux", []],
  ])("%s", (text, expected) => expect(rules(text)).toEqual(expected));

  it("says where and how often", () => {
    expect(typographyFaults("Voici l'eau. Encore l'eau, l'air.")[0]).toMatchObject({
      times: 3,
      seen: expect.stringContaining("l'eau"),
    });
  });
});

describe("setFrenchTypography", () => {
  const piece = fc.constantFrom(
    "l'eau",
    '"',
    "«",
    "»",
    "!",
    "?",
    ":",
    ";",
    "6 €",
    "19 400",
    "...",
    " ",
    "\n",
    "mot",
    "87%",
  );
  it("leaves no fault it can mend, changes no word, and twice is once", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (list) => {
        const text = list.join(" ");
        const set = setFrenchTypography(text);
        expect(setFrenchTypography(set)).toBe(set);
        const words = (t: string) => t.match(/[\p{L}\p{N}]+/gu) ?? [];
        expect(words(set)).toEqual(words(text));
        for (const mended of ["apostrophe", "straight-quotes", "ellipsis", "unit-space"])
          expect(rules(set)).not.toContain(mended);
      }),
    );
  });
  it("sets a draft right", () => {
    const draft = "Plongez au cœur d'une expo ! « Oui », dit-elle : 87 % des 19 400 visiteurs...";
    expect(typographyFaults(setFrenchTypography(draft))).toEqual([]);
  });
});
