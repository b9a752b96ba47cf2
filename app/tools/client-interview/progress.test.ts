import { describe, expect, it } from "vitest";
import { ask, play, sampleCase } from "../../../tests/interview-cases.ts";
import { clientInterview } from "./tool.ts";

const content = sampleCase();
const guide = { type: "add-questions", topic: "auto", text: "Quel est votre budget ?" };
const question = ask("Quel est votre budget ?");
const line = { type: "add-lines", topic: "budget", mark: "fact", text: "150 €" };

/** Moves made, stops reached out of five, and whether something is left to do. */
const cases: [string, unknown[], number, boolean][] = [
  ["nothing", [], 0, true],
  ["a guide", [guide], 1, true],
  ["questions without a guide", [question], 1, true],
  ["a greeting without a guide", [ask("Bonjour")], 1, true],
  ["a guide, then questions", [guide, question], 2, true],
  ["the interview led to its end without a guide", [question, { type: "end" }], 2, true],
  ["a report without a guide", [question, { type: "end" }, line], 3, true],
  ["all but the guide", [question, { type: "end" }, line, { type: "hand-in" }], 4, false],
  ["everything", [guide, question, { type: "end" }, line, { type: "hand-in" }], 5, false],
];

describe("progress of the interview", () => {
  it.each(cases)("%s", (_name, moves, done, more) => {
    const progress = clientInterview.progress(content, play(content, moves));
    expect(progress).toMatchObject({ done, total: 5 });
    expect(progress.next !== null).toBe(more);
  });
});
