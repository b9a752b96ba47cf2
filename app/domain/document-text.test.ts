import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  aiPassages,
  countWords,
  type DocNode,
  findPassage,
  fingerprint,
  headings,
  listFigures,
  listImages,
  plainText,
} from "./document.ts";

const ai = (text: string, run: string): DocNode => ({
  type: "text",
  text,
  marks: [{ type: "aiAssisted", attrs: { run } }],
});
const text = (value: string): DocNode => ({ type: "text", text: value });
const p = (...content: DocNode[]): DocNode => ({ type: "paragraph", content });
const image = { decorative: false, caption: "légende", width: null, height: null };

const doc: DocNode = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [text("Le contexte")] },
    p(text("La cliente "), ai("vend du pain", "r1"), ai(" au levain.", "r1"), text(" Voilà.")),
    { type: "bulletList", content: [{ type: "listItem", content: [p(ai("un", "r2"))] }] },
    p(ai("suite", "r2")),
    p(text("a"), { type: "hardBreak" }, text("b")),
    { type: "image", attrs: { ...image, assetId: "a1", alt: "Vitrine" } },
    { type: "figure", attrs: { figureId: "x:y", caption: "" } },
    { type: "figure", attrs: { figureId: "x:y", caption: "" } },
    { type: "heading", attrs: { level: 3 } },
  ],
};

describe("a document read", () => {
  it("as plain text, one block a line", () => {
    expect(plainText(doc)).toBe(
      "Le contexte\nLa cliente vend du pain au levain. Voilà.\nun\nsuite\na\nb\n",
    );
  });
  it("for its headings, figures and images", () => {
    expect(headings(doc)).toEqual([{ level: 2, text: "Le contexte" }]);
    expect(listFigures(doc)).toEqual(["x:y"]);
    expect(listImages(doc)).toEqual([{ assetId: "a1", alt: "Vitrine", decorative: false }]);
  });
  it("for its AI passages, joined when they follow each other", () => {
    expect(aiPassages(doc)).toEqual([
      { run: "r1", text: "vend du pain au levain." },
      { run: "r2", text: "un\nsuite" },
    ]);
  });
});

describe("countWords", () => {
  it.each([
    ["", 0],
    ["un", 1],
    ["L’équipe répond : oui !", 3],
    ["Prix\u202F: 3,50\u00A0€", 2],
    ["— « … » —", 0],
    ["mot\nmot\tmot", 3],
  ])("%j → %i", (value, count) => expect(countWords(value)).toBe(count));

  it("agrees with its definition on any text", () => {
    const characters = fc.string({ unit: "binary" });
    const spaced = fc.array(fc.constantFrom(..." \u00a0\u202f\n\ufeff.’é5字😀𝒜ʼa-"), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          characters,
          spaced.map((list) => list.join("")),
        ),
        (value) => {
          expect(countWords(value)).toBe(value.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0);
        },
      ),
    );
  });

  it("does not hang on hostile input", () => {
    countWords(".".repeat(400_000));
    countWords("a".repeat(400_000));
  });
});

describe("findPassage", () => {
  it.each([
    ["vend du pain au levain. Voilà.", true],
    ["levain.\nVoilà. un", true],
    ["vend du  pain", true],
    ["vend du gâteau", false],
    ["", false],
    ["   ", false],
  ])("%j → %s", (quote, found) => expect(findPassage(doc, quote)).toBe(found));

  it("looks past typography", () => {
    const typed: DocNode = {
      type: "doc",
      content: [p(text("Elle dit\u00A0: «\u00A0l’été\u00A0»…"))],
    };
    expect(findPassage(typed, 'Elle dit : "l\'été"...')).toBe(true);
  });
});

it("fingerprint is stable and tells texts apart", () => {
  expect(fingerprint("")).toMatch(/^[0-9a-f]{14}$/);
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(fingerprint(a) === fingerprint(b)).toBe(a === b);
    }),
  );
});
