import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordErrors } from "./word-error-rate.ts";

describe("wordErrors", () => {
  it.each([
    ["ma mère tenait la barre", "ma mère tenait la barre", 0, 0, 0],
    ["ma mère tenait la barre", "Ma mère tenait la barre.", 0, 0, 0],
    ["ma mère tenait la barre", "ma mere tenait la bare", 2, 0, 0],
    ["ma mère tenait la barre", "ma mère tenait barre", 0, 1, 0],
    ["ma mère tenait la barre", "ma mère elle tenait la barre", 0, 0, 1],
    ["je m’appelle Marcelle", "je m'appelle marcelle", 0, 0, 0],
    ["je m’appelle Marcelle", "je mappelle marcel", 2, 1, 0],
    ["a", "", 0, 1, 0],
  ])("%s / %s", (reference, given, s, d, i) => {
    expect(wordErrors(reference, given)).toMatchObject({
      substitutions: s,
      deletions: d,
      insertions: i,
    });
  });
  it("divides by the words of the reference", () => {
    expect(wordErrors("un deux trois quatre", "un deux cinq quatre").rate).toBe(0.25);
    expect(wordErrors("", "un").rate).toBeNull();
  });
  it("forgives accents only when told to", () => {
    expect(wordErrors("mère", "mere").substitutions).toBe(1);
    expect(wordErrors("mère", "mere", true).substitutions).toBe(0);
  });
  const text = fc
    .array(fc.constantFrom("eau", "nuit", "pont", "écho"), { maxLength: 14 })
    .map((w) => w.join(" "));
  it("is zero on itself, never over the longer text, and adds up", () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(wordErrors(a, a)).toMatchObject({ substitutions: 0, deletions: 0, insertions: 0 });
        const e = wordErrors(a, b);
        const length = (t: string) => (t ? t.split(" ").length : 0);
        expect(e.substitutions + e.deletions + e.insertions).toBeLessThanOrEqual(
          Math.max(length(a), length(b)),
        );
        expect(e.insertions - e.deletions).toBe(length(b) - length(a));
      }),
    );
  });
});
