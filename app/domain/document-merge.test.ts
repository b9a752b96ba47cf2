import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocNode } from "./document.ts";
import {
  applyChoices,
  type MergeChoice,
  type MergePart,
  mergeDocuments,
} from "./document-merge.ts";

/** "a b c" is a document of three paragraphs. */
const text = (words: string): DocNode => ({
  type: "doc",
  content: words
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ type: "paragraph", content: [{ type: "text", text: word }] })),
});
const words = (blocks: readonly DocNode[] = []) =>
  blocks.map((block) => block.content?.[0]?.text ?? "").join(" ");
const shape = (parts: MergePart[]) =>
  parts.map((part) =>
    part.kind === "settled"
      ? `=${words(part.blocks)}`
      : `${part.kind}:${words(part.mine)}|${words(part.theirs)}`,
  );
const side = (parts: MergePart[], which: "mine" | "theirs") =>
  words(parts.flatMap((part) => (part.kind === "settled" ? part.blocks : part[which])));

describe("mergeDocuments with the version both grew from", () => {
  it.each<[string, string, string, string[], string]>([
    ["a b c", "a b c", "a b c", ["=a b c"], "a b c"],
    ["a b c", "a X c", "a b c", ["=a", "mine:X|b", "=c"], "a X c"],
    ["a b c", "a b c", "a X c", ["=a", "theirs:b|X", "=c"], "a X c"],
    ["a b c d", "A b c d", "a b c D", ["mine:A|a", "=b c", "theirs:d|D"], "A b c D"],
    ["a b c", "a X c", "a Y c", ["=a", "conflict:X|Y", "=c"], "a X Y c"],
    ["a b c", "a X c", "a X c", ["=a X c"], "a X c"],
    ["a b", "a b X", "a b Y", ["=a b", "conflict:X|Y"], "a b X Y"],
    ["a b c", "a c", "a B c", ["=a", "conflict:|B", "=c"], "a B c"],
    ["a b", "a b X", "a b", ["=a b", "mine:X|"], "a b X"],
    ["a b c d", "a X Y d", "a b Z d", ["=a", "conflict:X Y|b Z", "=d"], "a X Y b Z d"],
    ["", "X", "Y", ["conflict:X|Y"], "X Y"],
  ])("%s: %s against %s", (base, mine, theirs, expected, merged) => {
    const parts = mergeDocuments(text(base), text(mine), text(theirs));
    expect(shape(parts)).toEqual(expected);
    expect(words(applyChoices(parts, new Map()).content)).toBe(merged);
  });
});

describe("mergeDocuments without it", () => {
  it("makes a conflict of every difference and keeps both by default", () => {
    const parts = mergeDocuments(null, text("a X c d"), text("a Y c"));
    expect(shape(parts)).toEqual(["=a", "conflict:X|Y", "=c", "conflict:d|"]);
    expect(words(applyChoices(parts, new Map()).content)).toBe("a X Y c d");
  });
});

it("obeys the person's choices", () => {
  const parts = mergeDocuments(text("a b c"), text("a X c"), text("a Y c"));
  const merged = (choice: MergeChoice) =>
    words(applyChoices(parts, new Map([[1, choice]])).content);
  expect([merged("mine"), merged("theirs"), merged("both")]).toEqual(["a X c", "a Y c", "a X Y c"]);
});

it("never gives an empty document", () => {
  const parts = mergeDocuments(null, text("a"), text(""));
  expect(applyChoices(parts, new Map([[0, "theirs" as const]])).content).toHaveLength(1);
});

const someText = fc
  .array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 8 })
  .map((w) => w.join(" "));

it("gives back each side exactly, and by default loses no block that one side added", () => {
  fc.assert(
    fc.property(fc.option(someText), someText, someText, (base, mine, theirs) => {
      const parts = mergeDocuments(base === null ? null : text(base), text(mine), text(theirs));
      expect(side(parts, "mine")).toBe(mine);
      expect(side(parts, "theirs")).toBe(theirs);
      const merged = words(applyChoices(parts, new Map()).content).split(" ");
      const known = new Set((base ?? "").split(" "));
      for (const word of `${mine} ${theirs}`.split(" ")) {
        if (word !== "" && !known.has(word)) expect(merged).toContain(word);
      }
    }),
    { numRuns: 1000 },
  );
});
