import type { NodeType } from "@tiptap/pm/model";
import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DocNode, markTable, nodeTable, parseDocument } from "~/domain/document.ts";
import { editorSchema } from "./schema.ts";

/** Every type that may stand somewhere in a node's content. */
function allowedChildren(type: NodeType): string[] {
  return Object.values(editorSchema.nodes)
    .filter((child) => {
      const seen = new Set([type.contentMatch]);
      for (const match of seen) {
        for (let i = 0; i < match.edgeCount; i++) {
          const edge = match.edge(i);
          if (edge.type === child) return true;
          seen.add(edge.next);
        }
      }
      return false;
    })
    .map((child) => child.name)
    .sort();
}

const attributes = (attrs: object) => Object.keys(attrs).sort();

describe("the editor's schema is the document's table", () => {
  it("names the same nodes and marks", () => {
    expect(Object.keys(editorSchema.nodes).sort()).toEqual([...nodeTable.keys()].sort());
    expect(Object.keys(editorSchema.marks).sort()).toEqual([...markTable.keys()].sort());
  });

  it.each([...nodeTable])("%s", (name, rule) => {
    const type = editorSchema.nodes[name]!;
    expect(attributes(type.spec.attrs ?? {})).toEqual(attributes(rule.attrs));
    expect(allowedChildren(type)).toEqual([...rule.children].sort());
    expect(type.contentMatch.validEnd).toBe(rule.min === 0);
    if (rule.first) expect(type.contentMatch.defaultType?.name).toBe(rule.first);
    for (const [attr, { fallback }] of Object.entries(rule.attrs)) {
      if (fallback !== undefined) expect(type.spec.attrs?.[attr]?.default).toEqual(fallback);
    }
  });

  it.each([...markTable])("mark %s", (name, attrs) => {
    expect(attributes(editorSchema.marks[name]!.spec.attrs ?? {})).toEqual(attributes(attrs));
  });

  it("draws an AI passage around every other mark", () => {
    expect(Object.keys(editorSchema.marks)[0]).toBe("aiAssisted");
  });
});

const word = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
const mark = fc.constantFrom(
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://a.fr" } },
  { type: "aiAssisted", attrs: { run: "r1" } },
);
const { doc } = fc.letrec<
  Record<"inline" | "paragraph" | "item" | "flow" | "top" | "doc", unknown>
>((tie) => ({
  inline: fc.oneof(
    fc.record({ type: fc.constant("text"), text: word }),
    fc.record({ type: fc.constant("text"), text: word, marks: fc.tuple(mark) }),
    fc.constant({ type: "hardBreak" }),
  ),
  paragraph: fc.record({
    type: fc.constant("paragraph"),
    content: fc.array(tie("inline"), { maxLength: 4 }),
  }),
  item: fc
    .tuple(tie("paragraph"), fc.array(tie("flow"), { maxLength: 2, depthIdentifier: "flow" }))
    .map(([first, rest]) => ({ type: "listItem", content: [first, ...(rest as unknown[])] })),
  flow: fc.oneof(
    { maxDepth: 4, depthIdentifier: "flow" },
    tie("paragraph"),
    fc.constant({ type: "image", attrs: { assetId: "a", alt: "", decorative: false } }),
    fc.record({ type: fc.constant("bulletList"), content: fc.tuple(tie("item")) }),
    fc.record({ type: fc.constant("orderedList"), content: fc.tuple(tie("item")) }),
  ),
  top: fc.oneof(
    tie("flow"),
    fc.record({
      type: fc.constant("heading"),
      attrs: fc.record({ level: fc.constantFrom(2, 3, 4) }),
      content: fc.array(tie("inline"), { maxLength: 3 }),
    }),
    fc.record({ type: fc.constant("blockquote"), content: fc.tuple(tie("flow")) }),
    fc.record({
      type: fc.constant("callout"),
      attrs: fc.record({ tone: fc.constantFrom("info", "attention", "example") }),
      content: fc.tuple(tie("flow")),
    }),
    fc.constant({ type: "figure", attrs: { figureId: "a:b", caption: "" } }),
  ),
  doc: fc.record({
    type: fc.constant("doc"),
    content: fc.array(tie("top"), { minLength: 1, maxLength: 5 }),
  }),
}));

describe("what one side makes, the other accepts", () => {
  it("an accepted document opens in the editor, and what the editor gives is accepted unchanged", () => {
    fc.assert(
      fc.property(doc, (input) => {
        const parsed = parseDocument(input);
        if (!parsed.ok) return;
        const node = Node.fromJSON(editorSchema, parsed.value);
        node.check();
        const again = parseDocument(node.toJSON() as DocNode);
        expect(again.ok).toBe(true);
        if (again.ok) expect(Node.fromJSON(editorSchema, again.value).eq(node)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("generates documents that are accepted, so that the property above means something", () => {
    const accepted = fc.sample(doc, 200).filter((input) => parseDocument(input).ok);
    expect(accepted.length).toBeGreaterThan(180);
  });
});
