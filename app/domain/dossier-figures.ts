import type { FigureShape } from "./dossier-blocks.ts";
import { columnWeights } from "./dossier-table.ts";
import { frenchCell, printable } from "./dossier-text.ts";
import type { FigureBody } from "./figure.ts";

/** A tool's figure with every value already in French text, so that renderers only lay out. */
export function figureShape(body: FigureBody): FigureShape {
  switch (body.kind) {
    case "table": {
      const columns = body.columns.map((c) => ({
        label: printable(c.label),
        align: c.align ?? ("start" as const),
      }));
      const rows = body.rows.map((row) => body.columns.map((c) => frenchCell(row[c.key])));
      const lengths = columns.map((c, x) =>
        Math.max(c.label.length, ...rows.map((row) => Math.min(60, row[x]?.length ?? 0))),
      );
      return { kind: "table", columns, weights: columnWeights(lengths), rows };
    }
    case "transcript": {
      const speakers = [...new Set(body.turns.map((turn) => turn.speaker))];
      return {
        kind: "transcript",
        turns: body.turns.map((turn) => ({
          speaker: printable(turn.speaker),
          text: printable(turn.text),
          note: printable(turn.note ?? ""),
          voice: speakers.indexOf(turn.speaker),
        })),
      };
    }
    case "list":
      return {
        kind: "list",
        items: body.items.map((i) => ({ term: printable(i.term ?? ""), text: printable(i.text) })),
      };
    case "bars":
      return {
        kind: "bars",
        unit: printable(body.unit),
        items: body.items.map((i) => ({
          label: printable(i.label),
          value: frenchCell(i.value),
          note: printable(i.note ?? ""),
          share: Math.min(1, Math.max(0, i.value / body.max)),
        })),
      };
  }
}
