import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocNode } from "~/domain/document.ts";
import { carryOver } from "./carry-over.ts";
import { goesOnTyping, isDiscarded } from "./comparison-rules.ts";

/** "a b c" is a document of three paragraphs. */
const text = (words: string): DocNode => ({
  type: "doc",
  content: words
    .split(" ")
    .filter(Boolean)
    .map((word) => ({ type: "paragraph", content: [{ type: "text", text: word }] })),
});
const words = (doc: DocNode) =>
  (doc.content ?? []).flatMap((block) => block.content?.[0]?.text ?? []).join(" ");

describe("isDiscarded", () => {
  it.each<[string, string | null, string, boolean]>([
    ["a mien", "a", "a autre", true],
    ["a mien", "a", "a mien autre", false],
    ["a mien", "a", "autre mien a", false],
    ["a b", "a b", "a B", false],
    ["a b", null, "a B", true],
    ["a", "a b", "a", false],
  ])("%s, grown from %s, in %s: %s", (version, base, result, expected) => {
    const known = base === null ? null : text(base);
    expect(isDiscarded(text(version), known, text(result))).toBe(expected);
  });
});

describe("carryOver", () => {
  it.each<[string, string, string, string]>([
    ["a b", "a X b", "a b", "a X b"],
    ["a b", "a X b", "a b inséré", "a X b inséré"],
    ["a mien", "a autre", "a mien inséré", "a autre inséré"],
    ["a", "a autre", "a inséré", "a autre inséré"],
    ["a mien", "a autre", "a mien!", "a autre mien!"],
  ])("shown %s, merged %s, now %s: %s", (shown, merged, now, expected) => {
    expect(words(carryOver(text(shown), text(merged), text(now)))).toBe(expected);
  });

  it("is the merged text when nothing changed, and never loses what came meanwhile", () => {
    const some = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 }).map((w) => w.join(" "));
    fc.assert(
      fc.property(some, some, some, (shown, merged, now) => {
        const same = carryOver(text(shown), text(merged), text(shown));
        expect(words(same)).toBe(merged);
        const kept = words(carryOver(text(shown), text(merged), text(`${now} neuf`)));
        expect(kept.split(" ")).toContain("neuf");
      }),
    );
  });
});

it.each<[string, object, number, boolean]>([
  ["e", {}, 60_000, true],
  ["É", {}, 2000, true],
  ["Dead", {}, 2000, true],
  ["Enter", {}, 2000, true],
  ["Backspace", {}, 2000, true],
  [" ", {}, 2000, true],
  [" ", {}, 9000, false],
  ["@", { ctrlKey: true, altKey: true }, 2000, true],
  ["f", { ctrlKey: true }, 2000, false],
  ["c", { metaKey: true }, 2000, false],
  ["Tab", {}, 2000, false],
  ["ArrowDown", {}, 2000, false],
  ["PageDown", {}, 2000, false],
  ["Escape", {}, 2000, false],
  ["F10", { altKey: true }, 2000, false],
])("the key %s %o after %i ms goes on typing: %s", (key, held, idle, expected) => {
  const none = { ctrlKey: false, metaKey: false, altKey: false };
  expect(goesOnTyping({ key, ...none, ...held }, idle)).toBe(expected);
});
