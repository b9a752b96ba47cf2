import type { NodeType } from "@tiptap/pm/model";
import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DocNode, markTable, nodeTable, parseDocument } from "~/domain/document.ts";
import { anyDocument } from "../../tests/documents.ts";
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

describe("what one side makes, the other accepts", () => {
  it("an accepted document opens in the editor, and what the editor gives is accepted unchanged", () => {
    fc.assert(
      fc.property(anyDocument, (input) => {
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
    const accepted = fc.sample(anyDocument, 200).filter((input) => parseDocument(input).ok);
    expect(accepted.length).toBeGreaterThan(180);
  });
});
