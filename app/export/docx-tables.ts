import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import type { DossierBlock } from "~/domain/dossier-blocks.ts";
import type { DocxPart } from "./docx-blocks.ts";
import { ink, line } from "./palette.ts";

/** Width of the column of an A4 page with margins of an inch, in twips. */
const WIDTH = 9026;
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const rule = (colour: string, size: number) => ({
  style: BorderStyle.SINGLE,
  size,
  color: colour.slice(1),
});
const borders = (head: boolean) => ({
  top: NONE,
  left: NONE,
  right: NONE,
  bottom: head ? rule(ink, 10) : rule(line, 4),
});
const MARGINS = { top: 60, bottom: 60, left: 80, right: 80 };

/** Twips of each column, by weight; the last takes what rounding left. */
function columnWidths(weights: number[]): number[] {
  const total = weights.reduce((a, b) => a + b, 0) || 1;
  const widths = weights.map((weight) => Math.floor((WIDTH * weight) / total));
  const rest = WIDTH - widths.reduce((a, b) => a + b, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + rest : width));
}

/** A learner's table; its header row is repeated on every page and read as one. */
export function gridTable(
  block: Extract<DossierBlock, { kind: "table" }>,
  draw: (blocks: DossierBlock[]) => DocxPart[],
): Table {
  return new Table({
    columnWidths: columnWidths(block.weights),
    rows: block.rows.map((cells, y) => {
      const head = y < block.headerRows;
      return new TableRow({
        tableHeader: head,
        cantSplit: true,
        children: cells.map((cell) => {
          const blocks = cell.header ? cell.blocks.map(strong) : cell.blocks;
          const children = draw(blocks);
          return new TableCell({
            columnSpan: cell.colspan,
            rowSpan: cell.rowspan,
            borders: borders(head),
            margins: MARGINS,
            // Word asks for a paragraph at the end of every cell.
            children:
              children.at(-1) instanceof Paragraph ? children : [...children, new Paragraph({})],
          });
        }),
      });
    }),
  });
}

function strong(block: DossierBlock): DossierBlock {
  return block.kind === "paragraph"
    ? { ...block, inlines: block.inlines.map((inline) => ({ ...inline, bold: true })) }
    : block;
}

/** A table of plain words: columns with a header, rows of as many texts. */
export function plainTable(
  columns: { label: string; end?: boolean; weight?: number }[],
  rows: string[][],
): Table {
  const row = (texts: string[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map(
        ({ end }, x) =>
          new TableCell({
            borders: borders(head),
            margins: MARGINS,
            children: [
              new Paragraph({
                alignment: end ? AlignmentType.RIGHT : AlignmentType.LEFT,
                children: [new TextRun({ text: texts[x] ?? "", bold: head })],
              }),
            ],
          }),
      ),
    });
  const labels = columns.map((column) => column.label);
  return new Table({
    columnWidths: columnWidths(columns.map((column) => column.weight ?? 1)),
    rows: [row(labels, true), ...rows.map((texts) => row(texts, false))],
  });
}
