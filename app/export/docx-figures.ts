import { Paragraph, TextRun } from "docx";
import type { DossierBlock, FigureShape } from "~/domain/dossier-blocks.ts";
import { captionOf, type DocxPart, spacer } from "./docx-blocks.ts";
import { plainTable } from "./docx-tables.ts";

/** A tool's figure as words and tables: Word keeps what it says, a drawing's values become its table. */
export function figureParts(block: Extract<DossierBlock, { kind: "figure" }>): DocxPart[] {
  return [
    captionOf(block.caption, true),
    ...body(block.body),
    ...(block.source
      ? [
          new Paragraph({
            children: [
              new TextRun({ text: `Source\u00a0: ${block.source}`, italics: true, size: 19 }),
            ],
          }),
        ]
      : []),
  ];
}

function body(shape: FigureShape): DocxPart[] {
  switch (shape.kind) {
    case "table":
      return shape.columns.length === 0
        ? [new Paragraph("Tableau vide.")]
        : [
            plainTable(
              shape.columns.map(({ label, align }, x) => ({
                label,
                end: align === "end",
                weight: shape.weights[x] ?? 1,
              })),
              shape.rows,
            ),
            spacer(),
          ];
    case "transcript":
      return shape.turns.map(
        (turn) =>
          new Paragraph({
            children: [
              new TextRun({ text: `${turn.speaker}\u00a0: `, bold: true }),
              new TextRun(turn.text),
              ...(turn.note ? [new TextRun({ text: turn.note, italics: true, break: 1 })] : []),
            ],
          }),
      );
    case "list":
      return shape.items.map(
        (item) =>
          new Paragraph({
            numbering: { reference: "bullets", level: 0 },
            children: [
              ...(item.term ? [new TextRun({ text: `${item.term}\u00a0: `, bold: true })] : []),
              new TextRun(item.text),
            ],
          }),
      );
    case "bars":
      return [
        plainTable(
          [
            { label: "Élément", weight: 4 },
            { label: shape.unit, end: true, weight: 1 },
          ],
          shape.items.map((item) => [
            item.note ? `${item.label} (${item.note})` : item.label,
            item.value,
          ]),
        ),
        spacer(),
      ];
    case "radar":
      return [
        plainTable(
          [{ label: "Compétence", weight: 3 }, { label: "Niveau" }],
          shape.axes.map(({ label, value }) => [
            label,
            value === null ? "non évalué" : (shape.levels[value - 1] ?? String(value)),
          ]),
        ),
        spacer(),
      ];
  }
}
