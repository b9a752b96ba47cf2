import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDate, formatDateTime, formatNumber, formatTime, formatWords } from "./french.ts";

describe("numbers", () => {
  it.each([
    [0, "0"],
    [-0.001, "0"],
    [7.5, "7,5"],
    [1234, "1\u202f234"],
    [1234567.891, "1\u202f234\u202f567,89"],
    [-42, "\u221242"],
    [Number.NaN, "–"],
  ])("%d is written %s", (value, written) => {
    expect(formatNumber(value)).toBe(written);
  });

  it("can be read back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const written = formatNumber(cents / 100);
        const read = Number(
          written.replaceAll("\u202f", "").replace(",", ".").replace("\u2212", "-"),
        );
        return Math.abs(read - cents / 100) < 1e-6;
      }),
    );
  });

  it.each([
    [0, "0\u00a0mot"],
    [1, "1\u00a0mot"],
    [2, "2\u00a0mots"],
    [1240, "1\u202f240\u00a0mots"],
  ])("%d words are written %s", (count, written) => {
    expect(formatWords(count)).toBe(written);
  });
});

describe("dates, in Paris whatever the machine's zone", () => {
  it.each([
    ["2026-10-18", "18\u00a0octobre 2026"],
    ["2026-11-01T12:00:00Z", "1er\u00a0novembre 2026"],
    ["2026-12-31T23:30:00Z", "1er\u00a0janvier 2027"],
  ])("%s is %s", (date, written) => {
    expect(formatDate(date)).toBe(written);
  });

  it("follows summer time", () => {
    expect(formatTime("2026-07-14T12:32:00Z")).toBe("14:32");
    expect(formatTime("2026-11-14T13:32:00Z")).toBe("14:32");
    expect(formatTime("2026-11-14T23:05:00Z")).toBe("00:05");
    expect(formatDateTime("2026-11-23T13:32:00Z")).toBe("23\u00a0novembre 2026 à\u00a014:32");
  });
});
