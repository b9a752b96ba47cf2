import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charterCapacity, checkCue, checkCues, type SubtitleRules } from "./subtitle-check.ts";

const rules: SubtitleRules = {
  comfort: 12,
  max: 15,
  points: [
    [1, 12],
    [2, 20],
    [3, 36],
    [4, 60],
  ],
  tolerance: 0.2,
  lines: 2,
  lineComfort: 36,
  lineMax: 42,
  minSeconds: 1,
  maxSeconds: 6,
  neverLast: ["le", "la", "de", "à", "d’"],
};
const cue = (seconds: number, text: string) => ({ start: 0, end: seconds * 1000, text });
const found = (seconds: number, text: string) =>
  checkCue(cue(seconds, text), rules).faults.map((f) => f.rule);

describe("the charter's reading times", () => {
  it.each([
    [1, 12],
    [2, 20],
    [3, 36],
    [4, 60],
    [0.5, 6],
    [2.5, 28],
    [5, 84],
  ])("%s s: %i", (s, c) => expect(charterCapacity(s, rules.points)).toBeCloseTo(c));
  it("never shrinks when time grows", () => {
    const seconds = fc.double({ min: 0.1, max: 10, noNaN: true });
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(charterCapacity(low, rules.points)).toBeLessThanOrEqual(
          charterCapacity(high, rules.points) + 1e-9,
        );
      }),
    );
  });
});

describe("one cue", () => {
  it.each([
    [2.4, "Je suis\nMarcelle Audouin.", []],
    [2, "a".repeat(24), []],
    [2, "a".repeat(25), ["speed", "charter"]],
    [3, "a".repeat(36), []],
    [1, "a".repeat(16), ["speed", "charter"]],
    [4, `${"a".repeat(37)}\n${"b".repeat(10)}`, ["width"]],
    [4, "a".repeat(43), ["width"]],
    [4, "un\ndeux\ntrois", ["lines"]],
    [3, "On reconnaissait le\npont.", ["cut"]],
    [3, "Il est né à", ["cut"]],
    [0.5, "Oui.", ["duration"]],
    [7, "Oui.", ["duration"]],
    [0, "Oui.", ["duration"]],
    [2, "", ["empty"]],
  ])("%s s « %s »", (seconds, text, expected) => expect(found(seconds, text)).toEqual(expected));
  it("tells what is serious: beyond the maximum, not beyond comfort", () => {
    const at = (n: number) =>
      checkCue(cue(4, "a".repeat(n)), rules).faults.find((f) => f.rule === "width")?.serious;
    expect([at(36), at(40), at(50)]).toEqual([undefined, false, true]);
  });
});

it("reads cues in the order of time and sees overlaps", () => {
  const read = checkCues(
    [
      { start: 2000, end: 4000, text: "Deux." },
      { start: 0, end: 2500, text: "Un." },
    ],
    rules,
  );
  expect(read.map((r) => r.cue.text)).toEqual(["Un.", "Deux."]);
  expect(read[0]!.reading.faults.map((f) => f.rule)).toEqual(["overlap"]);
});
