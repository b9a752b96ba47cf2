import { describe, expect, it } from "vitest";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import type { State } from "./state.ts";
import { criticalReview as tool } from "./tool.ts";

const content = toolCase<Content>(tool);
const play = (...moves: unknown[]) =>
  tool.artefacts!(content, playTool<State>(tool, content, moves));
const mark = (quote: string, kind: string, correction: string, source = "") => ({
  type: "mark",
  from: "",
  to: "",
  quote,
  kind,
  correction,
  source,
});

describe("what the review hands over", () => {
  it("is nothing while nothing was marked or rewritten", () => {
    expect(play()).toEqual([]);
    expect(play({ type: "write", text: content.draft })).toEqual([]);
  });
  it("records each correction with its reason, and each source once", () => {
    const [artefact, ...others] = play(
      mark("jeudi 12 décembre", "fait", "jeudi 10 décembre", "F2"),
      mark("", "mention", "salle à l’étage, sans ascenseur", "F4"),
      mark("Fondée en 1898", "fait", "", "F2"),
    );
    expect(others).toEqual([]);
    expect(artefact).toMatchObject({
      id: "critical-review:text",
      kind: "text",
      files: [],
      aiUse: {
        prompts: [],
        kept: [],
        corrected: [
          { what: "«\u00a0jeudi 12 décembre\u00a0» → jeudi 10 décembre", why: "Fait faux" },
          { what: "Oubli → salle à l’étage, sans ascenseur", why: "Mention manquante" },
          { what: "«\u00a0Fondée en 1898,\u00a0» → retiré", why: "Fait faux" },
        ],
        sources: ["F2, courriel de l’éditeur", "F4, plan"],
        mentions: [content.origins.mentions],
      },
    });
  });
  it("says that the text was rewritten, from which draft, and only then", () => {
    const text = "Une rencontre avec Inès Morvan, sur réservation.";
    const rewritten = play({ type: "write", text });
    expect(rewritten[0]!.aiUse.kept).toEqual([
      `Texte réécrit après relecture. Brouillon de départ\u00a0: ${content.origin}`,
    ]);
    expect(rewritten[0]!.aiUse.corrected).toEqual([]);
    expect(play({ type: "write", text }, { type: "write", text: content.draft })).toEqual([]);
  });
  it("tells no answer of the exercise, before the end or after", () => {
    const moves = [mark("jeudi 12 décembre", "fait", "10 décembre", "F2")];
    const expected = { ...content.expected, faults: [], sound: [], sources: [], mentions: [] };
    for (const more of [[], [{ type: "finish" }]]) {
      const state = playTool<State>(tool, content, [...moves, ...more]);
      expect(tool.artefacts!({ ...content, expected }, state)).toEqual(
        tool.artefacts!(content, state),
      );
    }
  });
});
