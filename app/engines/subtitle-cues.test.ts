import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { WebVTTParser } from "webvtt-parser";
import { readCues, readTime, sortedCues, writeSrt, writeTime, writeVtt } from "./subtitle-cues.ts";

const valid = (vtt: string) => new WebVTTParser().parse(vtt, "captions");

describe("times", () => {
  it.each([
    ["00:00:02,400", 2400],
    ["00:02.4", 2400],
    ["1:02", 62_000],
    ["01:00:00.001", 3_600_001],
    ["00:60.000", null],
    ["99:00:00.000", null],
    ["deux", null],
    ["", null],
  ])("%s", (text, ms) => expect(readTime(text)).toBe(ms));
  it("writes what it reads", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 35_999_999 }), (ms) => {
        expect(readTime(writeTime(ms))).toBe(ms);
        expect(readTime(writeTime(ms, ","))).toBe(ms);
      }),
    );
  });
});

describe("files", () => {
  const cue = fc
    .record({
      start: fc.integer({ min: 0, max: 60_000 }),
      length: fc.integer({ min: 1, max: 6000 }),
      text: fc.oneof(
        fc.string(),
        fc.constantFrom(
          "L’eau <b>& la nuit</b>",
          "a --> b",
          "deux\n\nlignes",
          "-->",
          "NOTE x",
          "\0",
        ),
      ),
    })
    .map(({ start, length, text }) => ({ start, end: start + length, text }));
  it("writes WebVTT that a validator accepts, with nothing lost, whatever was typed", () => {
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 8 }), (cues) => {
        const tree = valid(writeVtt(cues));
        expect(tree.errors).toEqual([]);
        expect(tree.cues).toHaveLength(sortedCues(cues).length);
        expect(readCues(writeVtt(cues))).toHaveLength(sortedCues(cues).length);
      }),
    );
  });
  it("reads SRT with its comma, its byte order mark and its line ends", () => {
    const srt =
      "\uFEFF1\r\n00:00:00,000 --> 00:00:02,400\r\nJe suis\r\nMarcelle.\r\n\r\n2\r\n00:00:02,400 --> 00:00:05,000\r\n<i>Née</i> ici & là";
    expect(readCues(srt)).toEqual([
      { start: 0, end: 2400, text: "Je suis\nMarcelle." },
      { start: 2400, end: 5000, text: "Née ici & là" },
    ]);
    expect(readCues(writeSrt(readCues(srt)))).toEqual(readCues(srt));
  });
  it("leaves out what is not a cue, and gives an empty file when there is none", () => {
    expect(readCues("bonjour\n\nNOTE x\n\n00:xx --> 00:02.000\nA")).toEqual([]);
    expect(valid(writeVtt([])).errors).toEqual([]);
  });
});
