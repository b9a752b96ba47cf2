import { describe, expect, it } from "vitest";
import { parseCell } from "./table-cell.ts";

describe("parseCell", () => {
  it.each([
    ["text", "a", "a"],
    ["text", "  ", null],
    ["number", "12.5", 12.5],
    ["number", "-3", -3],
    ["date", "2026-02-28", "2026-02-28"],
    ["date", "2026-11-02 08:00", "2026-11-02 08:00"],
    ["boolean", "oui", true],
    ["boolean", "non", false],
    ["boolean", "", null],
  ] as const)("reads %s %j", (kind, raw, value) => {
    expect(parseCell(kind, raw)).toEqual({ ok: true, value });
  });

  it.each([
    ["number", "12,5"],
    ["number", "beaucoup"],
    ["date", "2026-02-31"],
    ["date", "02/11/2026"],
    ["boolean", "True"],
    ["boolean", "toString"],
  ] as const)("refuses %s %j", (kind, raw) => {
    expect(parseCell(kind, raw)).toMatchObject({ ok: false, reason: "malformed" });
  });
});
