// @vitest-environment jsdom
import { Editor } from "@tiptap/core";
import { afterEach, describe, expect, it } from "vitest";
import { type DocNode, emptyDocument, parseDocument, plainText } from "~/domain/document.ts";
import { aiTextToNodes } from "./ai-text.ts";
import { EditingKeys } from "./editing-keys.ts";
import { Find, findCount, findMatches, setQuery, step } from "./find.ts";
import { FrenchTyping } from "./french-typing.ts";
import { insertBlock } from "./insert-block.ts";
import { insertTable, runTableCommand, TableEditing } from "./nodes/table-editing.ts";
import { extensions } from "./schema.ts";
import { documentJson, documentWords } from "./snapshot.ts";
import { readToolbarState } from "./toolbar-state.ts";

let editor: Editor;
let french = true;
function open(content: DocNode = emptyDocument) {
  editor = new Editor({
    element: document.createElement("div"),
    content,
    injectCSS: false,
    extensions: [
      ...extensions,
      TableEditing,
      Find,
      FrenchTyping.configure({ enabled: () => french }),
      EditingKeys,
    ],
  });
  return editor;
}
/** Types as a browser does: a key that no plugin takes goes in as it is. */
function type(keys: string) {
  for (const key of keys) {
    const { view } = editor;
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(key, from, to);
    const taken = view.someProp("handleTextInput", (handle) => handle(view, from, to, key, insert));
    if (!taken) view.dispatch(insert());
  }
}
const text = () =>
  plainText(editor.getJSON() as DocNode)
    .replaceAll("\u00A0", "_")
    .replaceAll("\u202F", "~");
const paragraph = (words: string): DocNode => ({
  type: "paragraph",
  content: [{ type: "text", text: words }],
});
const shape = () => (editor.getJSON().content ?? []).map((n) => n.type).join(" ");

afterEach(() => {
  const parsed = parseDocument(editor.getJSON());
  expect(parsed, JSON.stringify(editor.getJSON())).toMatchObject({ ok: true });
  expect(documentJson(editor.state.doc)).toBe(JSON.stringify(editor.getJSON()));
  // The journal knows a saved text again by this: the editor's JSON is already the canonical one.
  expect(parsed.ok && JSON.stringify(parsed.value)).toBe(documentJson(editor.state.doc));
  editor.destroy();
  french = true;
});

describe("French typography while typing", () => {
  it("typesets, and one undo gives the typed key back", () => {
    open();
    type('Il dit "oui');
    expect(text()).toBe("Il dit «_oui");
    editor.commands.undo();
    editor.commands.undo();
    expect(text()).toBe('Il dit "');
  });
  it("leaves links alone, and everything when it is turned off", () => {
    open();
    type("https://exemple.fr/?a!");
    expect(text()).toBe("https://exemple.fr/?a!");
    french = false;
    type(' "oui"!');
    expect(text()).toBe('https://exemple.fr/?a! "oui"!');
  });
  it("makes a typed address a link, whose end is not part of it", () => {
    open();
    type("Voir https://exemple.fr/a, puis");
    const marked = editor.getJSON().content?.[0]?.content?.filter((n) => n.marks);
    expect(marked).toMatchObject([
      { text: "https://exemple.fr/a", marks: [{ attrs: { href: "https://exemple.fr/a" } }] },
    ]);
    expect(text()).toBe("Voir https://exemple.fr/a, puis");
  });
});

describe("blocks", () => {
  it("are added after the caret's block, never over a selected one", () => {
    open({ type: "doc", content: [paragraph("un"), paragraph("deux")] });
    editor.commands.setTextSelection(2);
    const image: DocNode = {
      type: "image",
      attrs: { assetId: "a", alt: "x", decorative: false, caption: "", width: null, height: null },
    };
    insertBlock(editor, image);
    expect(shape()).toBe("paragraph image paragraph");
    editor.commands.setNodeSelection(4);
    insertBlock(editor, { type: "figure", attrs: { figureId: "a:b", caption: "" } });
    expect(shape()).toBe("paragraph image figure paragraph");
    editor.commands.setNodeSelection(4);
    type("mot");
    expect(shape()).toBe("paragraph image paragraph figure paragraph");
    expect(text()).toBe("un\nmot\ndeux");
  });
  it("a table takes an empty paragraph's place, its caret in the first cell", () => {
    open();
    insertTable(editor, 2, 2);
    type("A");
    expect(shape()).toBe("table");
    expect(text()).toBe("A\n\n\n");
    expect(readToolbarState(editor)).toMatchObject({ table: true, style: "paragraph" });
  });
  it("its commands and its keys come with the first use", async () => {
    open();
    insertTable(editor, 2, 2);
    const problems: string[] = [];
    await runTableCommand(editor, "addColumnAfter", (sentence) => problems.push(sentence));
    const cells = () => (editor.getJSON() as DocNode).content?.[0]?.content?.map(width);
    const width = (row: DocNode) => row.content?.length;
    expect([cells(), problems]).toEqual([[3, 3], []]);
    const tab = () =>
      editor.view.someProp("handleKeyDown", (handle) =>
        handle(editor.view, new KeyboardEvent("keydown", { key: "Tab" })),
      );
    for (let i = 0; i < 6; i++) expect(tab()).toBe(true);
    expect(cells()).toEqual([3, 3, 3]);
  });
  it("a table in a list goes after the list", () => {
    open({
      type: "doc",
      content: [{ type: "bulletList", content: [{ type: "listItem", content: [paragraph("a")] }] }],
    });
    editor.commands.setTextSelection(4);
    insertTable(editor, 2, 2);
    expect(shape()).toBe("bulletList table");
  });
  it("the toolbar reads where the caret is", () => {
    open({
      type: "doc",
      content: [{ type: "callout", attrs: { tone: "attention" }, content: [paragraph("a")] }],
    });
    editor.commands.setTextSelection(3);
    editor.commands.toggleMark("bold");
    expect(readToolbarState(editor)).toMatchObject({
      callout: "attention",
      bold: true,
      italic: false,
      canUndo: false,
    });
  });
  it("list items go no deeper than the document accepts", () => {
    open({
      type: "doc",
      content: [{ type: "bulletList", content: [{ type: "listItem", content: [paragraph("a")] }] }],
    });
    editor.commands.setTextSelection(4);
    for (let i = 0; i < 9; i++) {
      editor.commands.splitListItem("listItem");
      type("x");
      editor.commands.keyboardShortcut("Tab");
    }
    expect(parseDocument(editor.getJSON()).ok).toBe(true);
  });
});

describe("find", () => {
  const doc: DocNode = { type: "doc", content: [paragraph("L’été, l’Été"), paragraph("ete")] };
  it.each([
    ["été", 3],
    ["l'ete", 2],
    ["hiver", 0],
    ["", 0],
  ])("%s: %i", (query, count) => {
    open(doc);
    expect(findMatches(editor.state.doc, query)).toHaveLength(count);
  });
  it("goes round, and leaves nothing behind", () => {
    open(doc);
    setQuery(editor, "ete");
    expect(findCount(editor.state)).toEqual({ current: 1, total: 3 });
    step(editor, -1);
    expect(findCount(editor.state)).toEqual({ current: 3, total: 3 });
    expect(editor.view.dom.querySelectorAll(".found")).toHaveLength(3);
    setQuery(editor, "");
    expect(editor.view.dom.querySelectorAll(".found")).toHaveLength(0);
  });
});

describe("a model's answer", () => {
  it("becomes marked blocks, its words kept", () => {
    open();
    editor.commands.insertContent(
      aiTextToNodes("# Titre\nUn texte.\n- a\n- b\n2. c\n\n\u0000", "r1"),
    );
    expect(shape()).toBe("heading paragraph bulletList orderedList");
    expect(text()).toBe("Titre\nUn texte.\na\nb\nc");
    expect(documentWords(editor.state.doc)).toBe(6);
    expect(JSON.stringify(editor.getJSON()).match(/"run":"r1"/g)).toHaveLength(5);
  });
  it("ends where the learner goes on", () => {
    open();
    editor.commands.insertContent(aiTextToNodes("Réponse", "r1")[0]!.content!);
    type(" mien");
    expect(editor.getJSON().content?.[0]?.content?.map((n) => n.marks?.length ?? 0)).toEqual([
      1, 0,
    ]);
  });
});
