import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallCertification } from "../../tests/small-certification.ts";
import {
  checkEvidence,
  checkRating,
  cleanNote,
  closestPassage,
  type Evidence,
  type EvidenceInput,
  evidenceState,
  figureFingerprint,
  isComplete,
  JUSTIFICATION_MAX,
  JUSTIFICATION_MIN,
  passages,
  QUOTE_MAX,
  ratingProgress,
} from "./assessment.ts";
import type { DocNode } from "./document.ts";
import type { Figure } from "./figure.ts";

const block = smallCertification.blocks[0]!;
const enough = "J’ai relu chaque phrase du sujet.";
const paragraph = (text: string): DocNode => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});
const doc = (...content: DocNode[]): DocNode => ({ type: "doc", content });
const figure: Figure = {
  id: "outil:carte",
  title: "Carte",
  alt: "Une carte",
  body: { kind: "list", items: [{ text: "un" }] },
};

describe("isComplete", () => {
  it.each([
    ["nothing", undefined, false],
    ["a level alone", { level: 2, justification: "" }, false],
    ["a justification alone", { level: null, justification: enough }, false],
    ["spaces do not count", { level: 2, justification: ` ${" ".repeat(40)}\n` }, false],
    ["one character short", { level: 2, justification: "x".repeat(JUSTIFICATION_MIN - 1) }, false],
    ["just enough", { level: 2, justification: "x".repeat(JUSTIFICATION_MIN) }, true],
    [
      "an emoji is one character",
      { level: 2, justification: "😀".repeat(JUSTIFICATION_MIN - 1) },
      false,
    ],
  ])("%s", (_name, rating, expected) => {
    expect(isComplete(rating)).toBe(expected);
  });
});

describe("ratingProgress", () => {
  it("counts the block's competencies only", () => {
    expect(
      ratingProgress(block, [
        { competency: "B1.1", level: 3, justification: enough },
        { competency: "B1.2", level: 1, justification: "" },
        { competency: "AILLEURS", level: 1, justification: enough },
      ]),
    ).toEqual({ total: 3, complete: 1, started: 1 });
  });

  it("never counts more than there is, nor one competency twice", () => {
    const rating = fc.record({
      competency: fc.constantFrom("B1.1", "B1.2", "B1.3", "X"),
      level: fc.constantFrom(null, 1, 2, 3),
      justification: fc.string({ maxLength: 40 }),
    });
    fc.assert(
      fc.property(fc.array(rating), (ratings) => {
        const { total, complete, started } = ratingProgress(block, ratings);
        return total === 3 && complete >= 0 && started >= 0 && complete + started <= total;
      }),
    );
  });
});

describe("checkRating", () => {
  const input = { competency: "B1.1", level: 3, justification: enough };
  it.each([
    ["a level of this scale", input, null],
    ["no level yet", { ...input, level: null }, null],
    ["a level of a longer scale", { ...input, level: 4 }, "unknown-level"],
    ["level zero", { ...input, level: 0 }, "unknown-level"],
    ["another block's competency", { ...input, competency: "BC01.1" }, "unknown-competency"],
    ["too long", { ...input, justification: "x".repeat(JUSTIFICATION_MAX + 1) }, "too-long"],
    ["the longest", { ...input, justification: "x".repeat(JUSTIFICATION_MAX) }, null],
  ])("%s", (_name, given, reason) => {
    const checked = checkRating(smallCertification, block, given);
    expect(checked.ok ? null : checked.reason).toBe(reason);
  });

  it("stores plain text: one kind of line end, no control character, markup left as typed", () => {
    const checked = checkRating(smallCertification, block, {
      ...input,
      justification: "  a\r\nb\u0000c <script>alert(1)</script>  ",
    });
    expect(checked.ok && checked.value.justification).toBe("a\nbc <script>alert(1)</script>");
  });
});

describe("checkEvidence", () => {
  const docs = new Map([
    ["constat", doc(paragraph("La librairie perd des lecteurs chaque hiver."))],
  ]);
  const check = (input: EvidenceInput) =>
    checkEvidence(input, ["constat", "reponse"], docs, [figure]);
  it.each<[string, EvidenceInput, string | null]>([
    ["a passage", { kind: "passage", sectionKey: "constat", quote: "perd des lecteurs" }, null],
    [
      "other typography",
      { kind: "passage", sectionKey: "constat", quote: " perd  des\nlecteurs " },
      null,
    ],
    [
      "words that are not there",
      { kind: "passage", sectionKey: "constat", quote: "gagne" },
      "passage-not-found",
    ],
    [
      "a section never written",
      { kind: "passage", sectionKey: "reponse", quote: "perd" },
      "passage-not-found",
    ],
    [
      "an unknown section",
      { kind: "passage", sectionKey: "autre", quote: "perd" },
      "unknown-section",
    ],
    [
      "next to nothing",
      { kind: "passage", sectionKey: "constat", quote: " a " },
      "quote-too-short",
    ],
    ["a figure", { kind: "figure", figureId: "outil:carte" }, null],
    ["an unknown figure", { kind: "figure", figureId: "outil:autre" }, "unknown-figure"],
  ])("%s", (_name, input, reason) => {
    const checked = check(input);
    expect(checked.ok ? null : checked.reason).toBe(reason);
  });

  it("keeps the beginning of a very long passage, which is still found", () => {
    const long = "mot ".repeat(QUOTE_MAX);
    const checked = checkEvidence(
      { kind: "passage", sectionKey: "constat", quote: long },
      ["constat"],
      new Map([["constat", doc(paragraph(long))]]),
      [],
    );
    expect(
      checked.ok && checked.value.kind === "passage" && checked.value.quote.length,
    ).toBeLessThanOrEqual(QUOTE_MAX);
  });
});

describe("evidenceState", () => {
  const base = { id: "1", competency: "B1.1", attempt: 1, note: "", createdAt: "" };
  const quote = "La librairie perd des lecteurs chaque hiver.";
  const passage: Evidence = {
    ...base,
    kind: "passage",
    sectionKey: "constat",
    quote,
    fingerprint: "x",
  };
  const at = (...content: DocNode[]) => new Map([["constat", doc(...content)]]);
  it.each([
    ["as it was", at(paragraph("Avant."), paragraph(quote)), "found"],
    ["in the middle of more text", at(paragraph(`Or ${quote} Voilà.`)), "found"],
    ["reworded", at(paragraph("La librairie perd beaucoup de lecteurs en hiver.")), "changed"],
    ["case and accents aside", at(paragraph("LA LIBRAIRIE PERD DES LECTEURS")), "changed"],
    ["taken out", at(paragraph("Un tout autre propos, sans rapport.")), "missing"],
    ["an empty section", at({ type: "paragraph" }), "missing"],
    ["no section", new Map(), "missing"],
  ])("a passage %s", (_name, docs, state) => {
    expect(evidenceState(passage, docs, [])).toBe(state);
  });

  const shown: Evidence = {
    ...base,
    kind: "figure",
    figureId: figure.id,
    fingerprint: figureFingerprint(figure),
  };
  it.each([
    ["as it was", [figure], "found"],
    ["with another text alternative only", [{ ...figure, alt: "Autre" }], "found"],
    [
      "with other data",
      [{ ...figure, body: { kind: "list" as const, items: [{ text: "deux" }] } }],
      "changed",
    ],
    ["gone", [], "missing"],
  ])("a figure %s", (_name, figures, state) => {
    expect(evidenceState(shown, new Map(), figures)).toBe(state);
  });

  it("holds for every passage taken from a text, until it is taken out", () => {
    const words = fc.array(
      fc.constantFrom("lire", "écrire", "vendre", "client", "ville", "objectif"),
      {
        minLength: 3,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (lines) => {
        const text = doc(...lines.map((line) => paragraph(line.join(" "))));
        for (const picked of passages(text)) {
          const evidence: Evidence = { ...passage, quote: picked.text };
          expect(evidenceState(evidence, new Map([["constat", text]]), [])).toBe("found");
          expect(evidenceState(evidence, at(paragraph("zzz")), [])).toBe("missing");
        }
      }),
    );
  });
});

describe("passages", () => {
  it("lists headings and paragraphs in order, those of lists and tables included, empty ones left out", () => {
    const text = doc(
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Titre" }] },
      { type: "paragraph" },
      {
        type: "bulletList",
        content: [{ type: "listItem", content: [paragraph("Premier point")] }],
      },
      {
        type: "paragraph",
        content: [
          { type: "text", text: "Une" },
          { type: "hardBreak" },
          { type: "text", text: "suite" },
        ],
      },
    );
    expect(passages(text).map((p) => [p.kind, p.text])).toEqual([
      ["heading", "Titre"],
      ["text", "Premier point"],
      ["text", "Une suite"],
    ]);
  });

  it("finds the closest paragraph, or none", () => {
    const text = doc(paragraph("Le prix du livre monte"), paragraph("Le prix du pain baisse"));
    expect(closestPassage(text, "le prix du pain baisse beaucoup")?.text).toBe(
      "Le prix du pain baisse",
    );
    expect(closestPassage(text, "…")).toBeNull();
  });

  it("does not hang on a long text and a hundred quotes", () => {
    const text = doc(
      ...Array.from({ length: 400 }, (_, i) => paragraph(`Phrase ${i} ${"mot ".repeat(25)}`)),
    );
    for (let i = 0; i < 100; i++) closestPassage(text, `Tout autre chose ${i}`);
  });
});

it("a note is one line of at most 300 characters", () => {
  expect(cleanNote(`  a\nb\u0007 ${"x".repeat(400)}`)).toMatch(/^a b x{296}$/);
});
