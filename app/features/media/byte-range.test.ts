import { describe, expect, it } from "vitest";
import { byteRange } from "./byte-range.ts";

describe("a Range header", () => {
  it.each([
    [null, "whole"],
    ["bytes=0-", { start: 0, end: 99 }],
    ["bytes=10-19", { start: 10, end: 19 }],
    ["bytes=90-500", { start: 90, end: 99 }],
    ["bytes=-10", { start: 90, end: 99 }],
    ["bytes=-500", { start: 0, end: 99 }],
    ["bytes=-0", "outside"],
    ["bytes=100-", "outside"],
    ["bytes=20-10", "whole"],
    ["bytes=-", "whole"],
    ["bytes=0-1,5-6", "whole"],
    ["lines=0-1", "whole"],
  ])("%s of 100 bytes", (header, expected) => {
    expect(byteRange(header, 100)).toEqual(expected);
  });
});
