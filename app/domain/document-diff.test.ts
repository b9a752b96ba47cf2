import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocNode } from "./document.ts";
import { blockText, diffDocuments, diffWords } from "./document-diff.ts";

const p = (text: string, bold = false): DocNode => ({
  type: "paragraph",
  content: [{ type: "text", text, ...(bold ? { marks: [{ type: "bold" }] } : {}) }],
});
const doc = (...content: DocNode[]): DocNode => ({ type: "doc", content });
const written = (before: string, after: string) =>
  diffWords(before, after)
    .map(({ kind, text }) => ({ same: text, added: `{+${text}+}`, removed: `[-${text}-]` })[kind])
    .join("");

describe("diffWords", () => {
  it.each([
    ["moins de deux heures", "une heure", "[-moins-]{+une+} [-de deux heures-]{+heure+}"],
    ["L’équipe répond vite.", "L’équipe répond très vite.", "L’équipe répond {+très +}vite."],
    ["", "un", "{+un+}"],
    ["un", "un", "un"],
  ])("%s → %s", (before, after, expected) => expect(written(before, after)).toBe(expected));

  it("gives back both texts, whatever they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (before, after) => {
        const pieces = diffWords(before, after);
        expect(
          pieces
            .filter((x) => x.kind !== "added")
            .map((x) => x.text)
            .join(""),
        ).toBe(before);
        expect(
          pieces
            .filter((x) => x.kind !== "removed")
            .map((x) => x.text)
            .join(""),
        ).toBe(after);
      }),
    );
  });

  it("does not hang on two long unrelated texts", () => {
    const long = (word: string) => Array.from({ length: 10_000 }, (_, i) => word + i).join(" ");
    diffWords(long("a"), long("b"));
  });
});

describe("diffDocuments", () => {
  it("names what was added, removed, changed in words and in form", () => {
    const before = doc(p("Le contexte est clair"), p("À supprimer"), p("Pareil"), p("Forme seule"));
    const after = doc(
      p("Le contexte est très clair"),
      p("Pareil"),
      p("Forme seule", true),
      p("Neuf"),
    );
    expect(diffDocuments(before, after).map((d) => d.kind)).toEqual([
      "changed",
      "removed",
      "same",
      "changed",
      "added",
    ]);
    const changed = diffDocuments(before, after).filter((d) => d.kind === "changed");
    expect(changed.map((d) => d.kind === "changed" && d.words === null)).toEqual([false, true]);
  });

  it("does not hang on 8,000 words with a tenth of the paragraphs edited", () => {
    const sentence = (i: number) => p(`Paragraphe ${i} ${"avec des mots ordinaires ".repeat(10)}`);
    const before = doc(...Array.from({ length: 200 }, (_, i) => sentence(i)));
    const after = doc(
      ...before.content!.map((b, i) => (i % 10 ? b : p(`${blockText(b)} ajouté ici`))),
    );
    const diffs = diffDocuments(before, after);
    expect(diffs.filter((d) => d.kind === "changed")).toHaveLength(20);
  });
});

it("blockText reads lists, tables and images as lines", () => {
  expect(
    blockText({
      type: "orderedList",
      attrs: { start: 3 },
      content: [
        { type: "listItem", content: [p("trois")] },
        { type: "listItem", content: [p("quatre")] },
      ],
    }),
  ).toBe("3. trois\n4. quatre");
});
