import { describe, expect, it } from "vitest";
import { type UnknownWord, wordsToCheck } from "~/engines/spelling.ts";
import { playTool, toolCase } from "../../../tests/review-cases.ts";
import type { Content } from "./content.ts";
import type { State } from "./state.ts";
import { criticalReview as tool } from "./tool.ts";

const content = toolCase<Content>(tool);
const write = (text: string) => playTool<State>(tool, content, [{ type: "write", text }]);
const spelling = (state: State, words: UnknownWord[] | null) =>
  tool
    .findings(content, state, { source: "Dictionnaire d’essai", words })
    .find((f) => f.rule === "spelling")!;
const text = "Inès Morvan à la librarie du Pont-Vieux.";

describe("spelling", () => {
  it("asks the dictionary about the learner's own words only", () => {
    const asked = (state: State) =>
      wordsToCheck(tool.proofread!(content, state), []).map((c) => c.word);
    expect(asked(write(content.draft))).toEqual([]);
    expect(asked(write(`${content.draft} Une librarie charmante, dit la Légifrance.`))).toEqual([
      "librarie",
      "charmante",
      "dit",
    ]);
  });
  it("says nothing when nobody asked the dictionary", () => {
    expect(tool.findings(content, write(text)).map((f) => f.rule)).not.toContain("spelling");
  });
  it.each([
    ["untouched", content.draft, [], null, /commencé à réécrire/],
    ["without an answer", text, null, null, /n’a pas répondu/],
    ["known words", text, [], true, /connaît tous les mots/],
    [
      "one unknown word",
      text,
      [{ word: "librarie", suggestions: ["librairie", "libraire"] }],
      false,
      /^1\u00a0mot apporté n’est pas dans le dictionnaire, faute possible\u00a0: «\u00a0librarie\u00a0» \(proche de «\u00a0librairie\u00a0», «\u00a0libraire\u00a0»\)\. /,
    ],
    [
      "many unknown words",
      text,
      Array.from({ length: 7 }, (_, i) => ({ word: `mot${i}`, suggestions: [] })),
      false,
      /^7\u00a0mots apportés ne sont pas .*«\u00a0mot4\u00a0»\u00a0; et 2\u00a0autres\. /,
    ],
  ] as const)("%s", (_name, written, words, met, note) => {
    const finding = spelling(write(written), words as UnknownWord[] | null);
    expect(finding).toMatchObject({ met, source: "Dictionnaire d’essai" });
    expect(finding.note).toMatch(note);
  });
});
