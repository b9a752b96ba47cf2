import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocNode } from "./document.ts";
import { type BlockContext, documentBlocks, repairLevel } from "./dossier-blocks.ts";
import { columnWeights, tableGrid } from "./dossier-table.ts";

const context = (): BlockContext => ({
  figures: new Map(),
  images: new Map(),
  runs: new Map([["r1", 4]]),
  captions: [],
  usedImages: new Set(),
  usedFigures: new Set(),
});
const doc = (...content: DocNode[]): DocNode => ({ type: "doc", content });
const p = (text: string): DocNode => ({
  type: "paragraph",
  content: text ? [{ type: "text", text }] : [],
});

describe("headings", () => {
  it.each([
    [
      [2, 3, 4],
      [2, 3, 4],
    ],
    [
      [2, 4, 4, 2],
      [2, 3, 3, 2],
    ],
    [
      [3, 3],
      [2, 2],
    ],
    [
      [4, 3, 2],
      [2, 2, 2],
    ],
    [
      [2, 4, 3, 4],
      [2, 3, 3, 4],
    ],
  ])("authored %j read as %j", (authored, read) => {
    const trail: number[] = [];
    expect(authored.map((level) => repairLevel(trail, level))).toEqual(read);
  });

  it("never jump, whatever was authored", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 2, max: 4 })), (authored) => {
        const trail: number[] = [];
        let before = 1;
        for (const level of authored) {
          const read = repairLevel(trail, level);
          expect(read).toBeLessThanOrEqual(before + 1);
          expect(read).toBeGreaterThanOrEqual(2);
          before = read;
        }
      }),
    );
  });

  it("are dropped when empty", () => {
    expect(
      documentBlocks(doc({ type: "heading", attrs: { level: 2 }, content: [] }), context()),
    ).toEqual([]);
  });
});

describe("blocks", () => {
  it("drops what holds nothing: blank paragraphs, empty lists and callouts", () => {
    const empty = doc(
      p(""),
      p("  "),
      { type: "bulletList", content: [{ type: "listItem", content: [p("")] }] },
      { type: "callout", attrs: { tone: "info" }, content: [p("")] },
    );
    expect(documentBlocks(empty, context())).toEqual([]);
  });

  it("numbers captions in order and describes images without alternative by their caption", () => {
    const image = (caption: string, decorative = false): DocNode => ({
      type: "image",
      attrs: { assetId: "a", alt: "", decorative, caption, width: null, height: null },
    });
    const blocks = documentBlocks(
      doc(image("Le quai"), image(""), image("Filet", true)),
      context(),
    );
    expect(blocks).toMatchObject([
      { caption: "Figure 1 – Le quai", alt: "Le quai", anchor: "figure-1" },
      { caption: "", alt: "Image sans description", anchor: null },
      { decorative: true, anchor: null },
    ]);
  });

  it("marks AI passages by the number of their run, 0 when the run is not in the record", () => {
    const blocks = documentBlocks(
      doc({
        type: "paragraph",
        content: ["r1", "r9"].map((run) => ({
          type: "text",
          text: run,
          marks: [{ type: "aiAssisted", attrs: { run } }],
        })),
      }),
      context(),
    );
    expect(blocks).toMatchObject([{ inlines: [{ ai: 4 }, { ai: 0 }] }]);
  });

  it("keeps the text of a link it cannot trust, without the link", () => {
    const marks = [{ type: "link" as const, attrs: { href: "javascript:alert(1)" } }];
    const [block] = documentBlocks(
      doc({ type: "paragraph", content: [{ type: "text", text: "ici", marks }] }),
      context(),
    );
    expect(block).toEqual({ kind: "paragraph", inlines: [{ text: "ici" }] });
  });

  it("says so when a figure's tool no longer gives it", () => {
    const [block] = documentBlocks(
      doc({ type: "figure", attrs: { figureId: "outil:rien", caption: "La carte" } }),
      context(),
    );
    expect(block).toMatchObject({ kind: "paragraph", muted: true });
  });
});

const cell = (colspan: number, rowspan: number, header = false): DocNode => ({
  type: header ? "tableHeader" : "tableCell",
  attrs: { colspan, rowspan, colwidth: null },
  content: [p("x")],
});
const grid = (rows: DocNode[][]) =>
  tableGrid(
    { type: "table", content: rows.map((content) => ({ type: "tableRow", content })) },
    () => [],
  );

describe("tables", () => {
  it("fills every place exactly once, whatever the spans claim", () => {
    const span = fc.integer({ min: 1, max: 5 });
    const anyCell = fc.tuple(span, span).map(([c, r]) => cell(c, r));
    fc.assert(
      fc.property(
        fc.array(fc.array(anyCell, { maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const table = grid(rows);
          if (!table) return;
          const area = table.rows.flat().reduce((sum, c) => sum + c.colspan * c.rowspan, 0);
          expect(area).toBe(table.columns * table.rows.length);
          table.rows.forEach((row, y) => {
            for (const c of row) expect(y + c.rowspan).toBeLessThanOrEqual(table.rows.length);
          });
        },
      ),
    );
  });

  it("has a header row only when all of the first row is header and a body follows", () => {
    expect(grid([[cell(1, 1, true)], [cell(1, 1)]])?.headerRows).toBe(1);
    expect(grid([[cell(1, 1, true), cell(1, 1)], [cell(1, 1)]])?.headerRows).toBe(0);
    expect(grid([[cell(1, 1, true)]])?.headerRows).toBe(0);
    expect(grid([[]])).toBeNull();
  });

  it("puts columns of figures on the right", () => {
    const text = (value: string): DocNode => ({ ...cell(1, 1), content: [p(value)] }) as DocNode;
    const table = tableGrid(
      {
        type: "table",
        content: [
          ["Réseau photo", "4 260", "2,4 %"],
          ["Forum", "12", "n. c."],
        ].map((row) => ({ type: "tableRow", content: row.map(text) })),
      },
      (c) => documentBlocks(doc(...(c.content ?? [])), context()),
    );
    expect(table?.aligns).toEqual(["start", "end", "start"]);
  });

  it("starves no column", () => {
    expect(columnWeights([1, 4, 400])).toEqual([1, 1, 6]);
  });
});
