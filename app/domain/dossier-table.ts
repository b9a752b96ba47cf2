import type { DocNode } from "./document.ts";
import type { DossierBlock, TableCell } from "./dossier-blocks.ts";

type Table = Extract<DossierBlock, { kind: "table" }>;

/**
 * A written table as a grid where no cell overlaps or sticks out, whatever spans the document claims:
 * missing cells are filled, spans are cut at the edges. Null when the table holds no cell.
 * `weights` share the width by how much text each column holds (1 to 6).
 */
export function tableGrid(
  node: DocNode,
  blocksOf: (cell: DocNode) => DossierBlock[],
): Table | null {
  const source = (node.content ?? []).filter((row) => row.type === "tableRow");
  const columns = Math.min(
    12,
    Math.max(
      0,
      ...source.map((row) => (row.content ?? []).reduce((n, c) => n + span(c, "colspan"), 0)),
    ),
  );
  if (columns === 0) return null;

  const taken = source.map(() => new Array<boolean>(columns).fill(false));
  const lengths = new Array<number>(columns).fill(1);
  const rows = source.map((row, y) => {
    const cells: TableCell[] = [];
    let x = 0;
    const free = () => {
      while (x < columns && taken[y]?.[x]) x += 1;
      return x < columns;
    };
    for (const cell of row.content ?? []) {
      if (!free()) break;
      let colspan = 0;
      while (colspan < span(cell, "colspan") && x + colspan < columns && !taken[y]?.[x + colspan])
        colspan += 1;
      const rowspan = Math.min(span(cell, "rowspan"), source.length - y);
      for (let dy = 0; dy < rowspan; dy += 1)
        for (let dx = 0; dx < colspan; dx += 1) (taken[y + dy] as boolean[])[x + dx] = true;
      const blocks = blocksOf(cell);
      if (colspan === 1) lengths[x] = Math.max(lengths[x] ?? 1, Math.min(60, longestText(blocks)));
      cells.push({ header: cell.type === "tableHeader", colspan, rowspan, blocks });
    }
    while (free()) {
      (taken[y] as boolean[])[x] = true;
      cells.push({ header: false, colspan: 1, rowspan: 1, blocks: [] });
    }
    return cells;
  });

  const first = rows[0] ?? [];
  const isHeader = first.length > 0 && first.every((c) => c.header && c.rowspan === 1);
  const headerRows = isHeader && rows.length > 1 ? 1 : 0;
  return {
    kind: "table",
    columns,
    headerRows,
    weights: columnWeights(lengths),
    aligns: figuresOnly(rows.slice(headerRows), columns),
    rows,
  };
}

/** Widths shared by the longest text of each column, softened so that no column is starved. */
export function columnWeights(lengths: number[]): number[] {
  return lengths.map(
    (length) => Math.round(Math.min(6, Math.max(1, Math.sqrt(length) - 1)) * 10) / 10,
  );
}

const NUMBER = /^[−–+-]?\s?[\d\s.,]*\d[\d\s.,]*\s?(?:%|€|k€|h|min|j|s)?$/;

/** Columns of figures align on the right; a merged cell anywhere leaves every column on the left. */
function figuresOnly(rows: TableCell[][], columns: number): ("start" | "end")[] {
  const regular = rows.every((row) => row.length === columns);
  return Array.from({ length: columns }, (_, x) =>
    regular && rows.length > 0 && rows.every((row) => isNumber(plain(row[x]?.blocks ?? [])))
      ? "end"
      : "start",
  );
}

/** Short only: a cell of thousands of digits is no figure, and the pattern would take long to say so. */
const isNumber = (text: string) => text.length <= 24 && NUMBER.test(text);

function plain(blocks: DossierBlock[]): string {
  return blocks
    .map((b) => (b.kind === "paragraph" ? b.inlines.map((i) => i.text).join("") : "…"))
    .join(" ")
    .trim();
}

function span(cell: DocNode, name: "colspan" | "rowspan"): number {
  const value = Number((cell.attrs as Record<string, unknown> | undefined)?.[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 100) : 1;
}

function longestText(blocks: DossierBlock[]): number {
  let total = 0;
  for (const block of blocks) {
    if ("inlines" in block) total += block.inlines.reduce((n, i) => n + i.text.length, 0);
    else if ("items" in block || "blocks" in block) total += 30;
  }
  return total;
}
