import { describe, expect, it } from "vitest";
import { smallCertification } from "../../tests/small-certification.ts";
import type { EvidenceState } from "./assessment.ts";
import {
  ATTEMPTS_MAX,
  compareAttempts,
  mayStartAttempt,
  suggestNext,
} from "./assessment-attempts.ts";

const block = smallCertification.blocks[0]!;
const rating = (competency: string, attempt: number, level: number | null) => ({
  competency,
  attempt,
  level,
});

describe("compareAttempts", () => {
  it("lays attempts side by side, the current one always there, and tells the last change", () => {
    const comparison = compareAttempts(
      block,
      [
        rating("B1.1", 1, 1),
        rating("B1.2", 1, 3),
        rating("B1.1", 3, 2),
        rating("B1.2", 3, 2),
        rating("B1.3", 3, null),
        rating("AILLEURS", 2, 3),
      ],
      4,
    );
    expect(comparison.attempts).toEqual([1, 3, 4]);
    expect(comparison.rows.map((r) => [r.competency.id, r.levels, r.change])).toEqual([
      ["B1.1", [1, 2, null], "up"],
      ["B1.2", [3, 2, null], "down"],
      ["B1.3", [null, null, null], null],
    ]);
  });

  it("says unchanged, and nothing for a first level", () => {
    const { rows } = compareAttempts(
      block,
      [rating("B1.1", 1, 2), rating("B1.1", 2, 2), rating("B1.2", 2, 1)],
      2,
    );
    expect(rows.map((r) => r.change)).toEqual(["same", null, null]);
  });
});

it.each([
  ["nothing rated", [], 1, false],
  ["a rating without level", [rating("B1.1", 1, null)], 1, false],
  ["a level in this attempt", [rating("B1.1", 1, 1)], 1, true],
  ["a level in an earlier one only", [rating("B1.1", 1, 1)], 2, false],
  ["the last attempt allowed", [rating("B1.1", ATTEMPTS_MAX, 1)], ATTEMPTS_MAX, false],
])("mayStartAttempt: %s", (_name, ratings, attempt, expected) => {
  expect(mayStartAttempt(ratings, attempt)).toBe(expected);
});

describe("suggestNext", () => {
  const full = "Une justification assez longue.";
  const rate = (competency: string, level: number | null, justification: string) => ({
    competency,
    level,
    justification,
  });
  const proof = (competency: string, state: EvidenceState) => ({ competency, state });
  const all = block.competencies.map((c) => rate(c.id, 2, full));
  it.each([
    ["at the start", [], [], "B1.1 unrated"],
    ["what was begun comes first", [rate("B1.3", 1, "")], [], "B1.3 unfinished"],
    ["text without a level is begun", [rate("B1.2", null, full)], [], "B1.2 unfinished"],
    ["then what was not", [rate("B1.1", 2, full)], [], "B1.2 unrated"],
    ["broken evidence before none", all, [proof("B1.2", "missing")], "B1.2 evidence-broken"],
    ["reworded counts as broken", all, [proof("B1.3", "changed")], "B1.3 evidence-broken"],
    ["evidence that holds is enough", all, [proof("B1.1", "found")], "B1.2 no-evidence"],
    ["nothing left", all, block.competencies.map((c) => proof(c.id, "found")), null],
  ])("%s", (_name, ratings, evidence, expected) => {
    const next = suggestNext(block, ratings, evidence);
    expect(next && `${next.competency.id} ${next.reason}`).toBe(expected);
  });
});
