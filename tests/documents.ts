import fc from "fast-check";

const word = fc.string({ unit: "binary", minLength: 1, maxLength: 12 });
const mark = fc.constantFrom(
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://a.fr/?a=1&b='2'" } },
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
    fc
      .record({
        alt: word,
        decorative: fc.boolean(),
        caption: word,
        width: fc.constantFrom(null, 640),
      })
      .map((attrs) => ({ type: "image", attrs: { assetId: "a", ...attrs, height: attrs.width } })),
    fc.record({ type: fc.constant("bulletList"), content: fc.tuple(tie("item")) }),
    fc.record({
      type: fc.constant("orderedList"),
      attrs: fc.record({ start: fc.integer({ min: 1, max: 4 }) }),
      content: fc.tuple(tie("item")),
    }),
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
    fc.record({
      type: fc.constant("taskList"),
      content: fc.tuple(
        fc.record({
          type: fc.constant("taskItem"),
          attrs: fc.record({ checked: fc.boolean() }),
          content: fc.tuple(tie("paragraph")),
        }),
      ),
    }),
    fc
      .tuple(
        fc.constantFrom("tableHeader", "tableCell"),
        tie("paragraph"),
        fc.integer({ min: 1, max: 3 }),
      )
      .map(([type, paragraph, colspan]) => ({
        type: "table",
        content: ["tableHeader", type].map((kind) => ({
          type: "tableRow",
          content: [
            { type: kind, attrs: { colspan, rowspan: 1, colwidth: null }, content: [paragraph] },
          ],
        })),
      })),
    fc.constant({ type: "horizontalRule" }),
    fc.record({
      type: fc.constant("figure"),
      attrs: fc.record({ figureId: fc.constantFrom("a:b", "a:c"), caption: word }),
    }),
  ),
  doc: fc.record({
    type: fc.constant("doc"),
    content: fc.array(tie("top"), { minLength: 1, maxLength: 5 }),
  }),
}));

/** Documents of every kind of node and mark, nearly all of which parseDocument accepts. */
export const anyDocument: fc.Arbitrary<unknown> = doc;
