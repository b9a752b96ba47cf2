import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText, type DocNode, emptyDocument, isSafeHref, parseDocument } from "./document.ts";

const doc = (...content: unknown[]) => ({ type: "doc", content });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const text = (value: string, ...marks: unknown[]) =>
  marks.length > 0 ? { type: "text", text: value, marks } : { type: "text", text: value };
const row = (...cells: string[]) => ({
  type: "tableRow",
  content: cells.map((c) => ({ type: "tableCell", content: [paragraph(text(c))] })),
});

/** A bullet list inside a bullet list, `levels` deep. */
function nested(levels: number): unknown {
  let list: unknown = null;
  for (let i = 0; i < levels; i++) {
    const inside: unknown[] = [paragraph(text(`niveau ${levels - i}`))];
    if (list) inside.push(list);
    list = { type: "bulletList", content: [{ type: "listItem", content: inside }] };
  }
  return list;
}

describe("parseDocument accepts", () => {
  it.each<[string, unknown]>([
    ["the empty document", emptyDocument],
    ["marks", doc(paragraph(text("a", { type: "bold" }, { type: "italic" })))],
    ["a link", doc(paragraph(text("a", { type: "link", attrs: { href: "https://a.fr/?b=1" } })))],
    ["an AI passage", doc(paragraph(text("a", { type: "aiAssisted", attrs: { run: "r-1" } })))],
    ["a marked line break", doc(paragraph({ type: "hardBreak", marks: [{ type: "bold" }] }))],
    ["a table", doc({ type: "table", content: [row("a", "b"), row("c", "d")] })],
    ["six list levels", doc(nested(6))],
    ["an image without a size", doc({ type: "image", attrs: { assetId: "a1", alt: "Vitrine" } })],
    ["a figure", doc({ type: "figure", attrs: { figureId: "client-interview:transcript" } })],
  ])("%s", (_, input) => {
    const parsed = parseDocument(input);
    expect(parsed).toMatchObject({ ok: true });
    if (parsed.ok) expect(parseDocument(parsed.value)).toEqual(parsed);
  });

  it("fills in what is missing, in one order of keys", () => {
    const a = parseDocument(
      doc(
        { attrs: { alt: "x", assetId: "a1" }, type: "image" },
        { type: "orderedList", content: [{ type: "listItem", content: [paragraph()] }] },
      ),
    );
    expect(a.ok && JSON.stringify(a.value)).toBe(
      '{"type":"doc","content":[{"type":"image","attrs":{"assetId":"a1","alt":"x","decorative":false,"caption":"","width":null,"height":null}},' +
        '{"type":"orderedList","attrs":{"start":1},"content":[{"type":"listItem","content":[{"type":"paragraph"}]}]}]}',
    );
  });

  it("takes out what jsonb and the PDF engine refuse, and no word", () => {
    const parsed = parseDocument(
      doc(paragraph(text("a\u0000b\u0007\tc\ud800d👍"), text("\u0000"))),
    );
    expect(parsed.ok && parsed.value.content?.[0]?.content).toEqual([
      { type: "text", text: "ab\tc\uFFFDd👍" },
    ]);
    expect(cleanText("\udc00é\r\n")).toBe("\uFFFDé\n");
  });
});

describe("parseDocument refuses", () => {
  const link = (href: unknown) => doc(paragraph(text("a", { type: "link", attrs: { href } })));
  const image = (attrs: object) =>
    doc({ type: "image", attrs: { assetId: "a", alt: "", ...attrs } });

  it.each<[string, unknown, string]>([
    ["nothing", undefined, "malformed"],
    ["null", null, "malformed"],
    ["a string", "<p>bonjour</p>", "malformed"],
    ["an array", [emptyDocument], "malformed"],
    ["a paragraph at the top", paragraph(), "malformed"],
    ["an empty doc", { type: "doc", content: [] }, "malformed"],
    ["content that is no list", { type: "doc", content: { 0: paragraph() } }, "malformed"],
    ["a null child", doc(null), "malformed"],
    ["an unknown node", doc({ type: "iframe" }), "malformed"],
    ["a node named like a method", doc({ type: "constructor" }), "malformed"],
    ["a node named __proto__", doc({ type: "__proto__" }), "malformed"],
    ["an unknown key", doc({ type: "paragraph", onclick: "x" }), "malformed"],
    ["an unknown attribute", doc({ type: "paragraph", attrs: { style: "x" } }), "malformed"],
    ["an unknown mark", doc(paragraph(text("a", { type: "code" }))), "malformed"],
    ["a mark twice", doc(paragraph(text("a", { type: "bold" }, { type: "bold" }))), "malformed"],
    ["a mark on a paragraph", doc({ type: "paragraph", marks: [{ type: "bold" }] }), "malformed"],
    [
      "a mark with attributes",
      doc(paragraph(text("a", { type: "bold", attrs: { x: 1 } }))),
      "malformed",
    ],
    ["text outside a paragraph", doc(text("a")), "malformed"],
    ["text that is no string", doc(paragraph({ type: "text", text: 4 })), "malformed"],
    ["a heading of level 1", doc({ type: "heading", attrs: { level: 1 } }), "malformed"],
    ["a heading without a level", doc({ type: "heading" }), "malformed"],
    [
      "a list item first holding a list",
      doc({ type: "bulletList", content: [{ type: "listItem", content: [nested(1)] }] }),
      "malformed",
    ],
    [
      "a table in a list",
      doc({
        type: "bulletList",
        content: [
          { type: "listItem", content: [paragraph(), { type: "table", content: [row("a")] }] },
        ],
      }),
      "malformed",
    ],
    ["a javascript link", link("javascript:alert(1)"), "malformed"],
    ["a data link", link("data:text/html,x"), "malformed"],
    ["a relative link", link("//evil.example"), "malformed"],
    ["a link with a line break", link("https://a.fr/\nx"), "malformed"],
    ["an image with an address", image({ src: "https://a.fr/x.png" }), "malformed"],
    ["an asset id with a path", image({ assetId: "../../etc" }), "malformed"],
    ["a size that is no number", image({ width: "10" }), "malformed"],
    [
      "a NaN colspan",
      doc({
        type: "table",
        content: [
          {
            type: "tableRow",
            content: [
              { type: "tableCell", attrs: { colspan: Number.NaN }, content: [paragraph()] },
            ],
          },
        ],
      }),
      "malformed",
    ],
    ["seven list levels", doc(nested(7)), "too-deep"],
    ["a hundred list levels", doc(nested(100)), "too-deep"],
    ["5 MB of text", doc(paragraph(text("é".repeat(5_000_000)))), "too-large"],
    [
      "a million empty paragraphs",
      { type: "doc", content: new Array(1_000_000).fill(paragraph()) },
      "too-large",
    ],
  ])("%s", (_, input, reason) => {
    const parsed = parseDocument(input);
    expect(parsed).toMatchObject({ ok: false, reason });
    expect(!parsed.ok && parsed.message).toMatch(/[.!]$/);
  });

  it("keys that would pollute prototypes", () => {
    for (const json of [
      '{"type":"doc","content":[{"type":"paragraph"}],"__proto__":{"x":1}}',
      '{"type":"doc","content":[{"type":"paragraph","attrs":{"__proto__":{"x":1}}}]}',
      '{"type":"doc","content":[{"type":"image","attrs":{"assetId":"a","constructor":{}}}]}',
    ]) {
      expect(parseDocument(JSON.parse(json))).toMatchObject({ ok: false, reason: "malformed" });
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it("any JSON at all, without throwing", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseDocument(value).ok).toBe(false);
        expect(typeof parseDocument(doc(value as DocNode)).ok).toBe("boolean");
      }),
    );
  });
});

it("isSafeHref knows the three schemes", () => {
  const safe = ["https://a.fr", "HTTP://a.fr", "mailto:a@b.fr"];
  const unsafe = [
    "",
    "a.fr",
    "javascript:x",
    " https://a.fr",
    "https://a b",
    "ftp://a",
    "https://",
    null,
  ];
  for (const href of safe) expect(isSafeHref(href), href).toBe(true);
  for (const href of unsafe) expect(isSafeHref(href), String(href)).toBe(false);
});
