// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, it } from "vitest";
import type { DocNode } from "~/domain/document.ts";
import { extensions } from "../schema.ts";
import { Paste } from "./paste-extension.ts";

let editor: Editor;
afterEach(() => editor.destroy());

/** Opens one block of words, pastes at the given offset in them (from the end when negative), tells what stands. */
function paste(html: string, at: number, words = "avant", type = "paragraph"): string[] {
  const block = { type, content: words ? [{ type: "text", text: words }] : [] } as DocNode;
  editor = new Editor({
    element: document.createElement("div"),
    injectCSS: false,
    content: { type: "doc", content: [block] },
    extensions: [...extensions, Paste],
  });
  editor.commands.setTextSelection(at < 0 ? words.length + 2 + at : 1 + at);
  // jsdom knows no ClipboardEvent.
  editor.view.pasteHTML(html, new Event("paste") as ClipboardEvent);
  const blocks: string[] = [];
  editor.state.doc.forEach((node) => {
    blocks.push(`${node.type.name}${node.attrs.level ?? ""}: ${node.textContent}`);
  });
  return blocks;
}

describe("a pasted heading", () => {
  const whole = "<h2>Constat</h2><p>Le texte.</p>";
  it.each([
    [
      "at the end of a paragraph",
      whole,
      -1,
      ["paragraph: avant", "heading2: Constat", "paragraph: Le texte."],
    ],
    [
      "alone, at the end of a paragraph",
      "<h3>Constat</h3>",
      -1,
      ["paragraph: avant", "heading3: Constat"],
    ],
    [
      "in the middle of a word",
      whole,
      2,
      ["paragraph: av", "heading2: Constat", "paragraph: Le texte.ant"],
    ],
    ["at the start of a paragraph", whole, 0, ["heading2: Constat", "paragraph: Le texte.avant"]],
    [
      "last, before words",
      "<p>Le texte.</p><h2>Suite</h2>",
      0,
      ["paragraph: Le texte.", "heading2: Suite", "paragraph: avant"],
    ],
    [
      "as words copied from an editor like this one",
      '<h2 data-pm-slice="1 1 []">Constat</h2>',
      -1,
      ["paragraph: avantConstat"],
    ],
  ])("%s", (_, html, at, blocks) => expect(paste(html, at)).toEqual(blocks));

  it("takes an empty paragraph's place", () =>
    expect(paste(whole, 0, "")).toEqual(["heading2: Constat", "paragraph: Le texte."]));
  it("leaves a first paragraph to join the words it comes after", () =>
    expect(paste("<p>, et après</p><p>Le texte.</p>", -1)).toEqual([
      "paragraph: avant, et après",
      "paragraph: Le texte.",
    ]));
});
