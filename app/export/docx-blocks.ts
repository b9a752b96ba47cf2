import {
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from "docx";
import type { DossierBlock, Inline } from "~/domain/dossier-blocks.ts";
import { figureParts } from "./docx-figures.ts";
import { gridTable } from "./docx-tables.ts";
import { line, muted, paper } from "./palette.ts";

/** PNG or JPEG bytes by asset id. */
export type DocxImages = ReadonlyMap<string, { bytes: Buffer; type: "png" | "jpg" }>;

export type DocxPlace = {
  images: DocxImages;
  /** Lists this block is inside of. */
  depth: number;
  /** Lists drawn so far in the file: each ordered one counts for itself. */
  lists: { count: number };
};

export type DocxPart = Paragraph | Table;

/** Widest picture in the column, and tallest on a page, in pixels at 96 to the inch. */
const COLUMN = 600;
const PAGE = 800;
const HEADINGS = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;
const hex = (colour: string) => colour.slice(1);

/** Blocks of a section as Word paragraphs and tables; headings start at 2, below the section's own. */
export function drawBlocks(blocks: DossierBlock[], place: DocxPlace): DocxPart[] {
  return blocks.flatMap((block) => drawBlock(block, place));
}

function drawBlock(block: DossierBlock, place: DocxPlace): DocxPart[] {
  switch (block.kind) {
    case "paragraph":
      return [new Paragraph({ ...indent(place), children: words(block.inlines, block.muted) })];
    case "heading":
      return [new Paragraph({ heading: HEADINGS[block.level], children: words(block.inlines) })];
    case "list":
      return list(block, place);
    case "quote":
      return aside(drawWith(block.blocks, place, { italic: true }), place);
    case "callout":
      return aside(
        [
          { open: [new TextRun({ text: block.label, bold: true })] },
          ...drawWith(block.blocks, place, {}),
        ],
        place,
      );
    case "table":
      return [gridTable(block, (blocks) => drawBlocks(blocks, { ...place, depth: 0 })), spacer()];
    case "image":
      return picture(block, place);
    case "figure":
      return figureParts(block);
    case "facts":
      return block.items.map(
        (item) =>
          new Paragraph({
            children: [
              new TextRun({ text: `${item.term}\u00a0: `, bold: true }),
              ...words(item.inlines),
            ],
          }),
      );
    case "verbatim":
      return aside(
        [
          { open: [new TextRun({ text: block.label, bold: true })] },
          ...block.lines.map((text) => ({ open: [new TextRun(text)] })),
        ],
        place,
      );
    case "rule":
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: hex(line) } },
        }),
      ];
  }
}

type Draft = { open: ParagraphChild[] } | DocxPart;

/** Paragraphs of a quotation or a note left open, so that their frame can be set; the rest as it is. */
function drawWith(blocks: DossierBlock[], place: DocxPlace, all: Partial<Inline>): Draft[] {
  return blocks.flatMap((block): Draft[] =>
    block.kind === "paragraph"
      ? [{ open: words(block.inlines.map((inline) => ({ ...inline, ...all }))) }]
      : drawBlock(block, place),
  );
}

/** A passage set apart by a line on its left and a tint. */
function aside(drafts: Draft[], place: DocxPlace): DocxPart[] {
  return drafts.map((draft) =>
    "open" in draft
      ? new Paragraph({
          indent: { left: 240 + 360 * place.depth },
          border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: hex(muted) } },
          shading: { fill: hex(paper) },
          children: draft.open,
        })
      : draft,
  );
}

function list(block: Extract<DossierBlock, { kind: "list" }>, place: DocxPlace): DocxPart[] {
  const level = Math.min(place.depth, 8);
  place.lists.count += 1;
  const numbering =
    block.style === "ordered"
      ? { reference: `ordered-${block.start}`, level, instance: place.lists.count }
      : { reference: "bullets", level };
  const inside = { ...place, depth: place.depth + 1 };
  return block.items.flatMap(({ blocks, checked }) => {
    const [first, ...rest] = blocks;
    const state =
      block.style === "task" ? [new TextRun(checked ? "☑ Fait\u00a0: " : "☐ À faire\u00a0: ")] : [];
    // An item that starts with something else than words still needs its mark.
    const opens = first?.kind === "paragraph";
    return [
      new Paragraph({ numbering, children: [...state, ...(opens ? words(first.inlines) : [])] }),
      ...drawBlocks(opens ? rest : blocks, inside),
    ];
  });
}

function picture(block: Extract<DossierBlock, { kind: "image" }>, place: DocxPlace): DocxPart[] {
  const file = place.images.get(block.assetId);
  const caption = block.caption ? [captionOf(block.caption)] : [];
  if (!file)
    return [
      new Paragraph({
        children: [new TextRun({ text: `Image indisponible\u00a0: ${block.alt}`, italics: true })],
      }),
      ...caption,
    ];
  const width = block.width || COLUMN;
  const height = block.height || COLUMN;
  const scale = Math.min(1, COLUMN / width, PAGE / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  const data = { type: file.type, data: file.bytes, transformation };
  const image = block.decorative
    ? new ImageRun({ ...data, decorative: true })
    : new ImageRun({ ...data, altText: { name: "Image", description: block.alt } });
  return [
    new Paragraph({ ...indent(place), keepNext: caption.length > 0, children: [image] }),
    ...caption,
  ];
}

/** A line under a picture or above a table of values. */
export function captionOf(text: string, above = false): Paragraph {
  return new Paragraph({
    keepNext: above,
    children: [new TextRun({ text, bold: true, size: 19, color: hex(muted) })],
  });
}

/** Two tables that touch would be one in Word. */
export function spacer(): Paragraph {
  return new Paragraph({ spacing: { after: 120, line: 120 } });
}

function indent({ depth }: DocxPlace): Pick<IParagraphOptions, "indent"> {
  return depth > 0 ? { indent: { left: 360 * depth } } : {};
}

/** Runs of text; neighbours of one AI run share one mark, « IA 2 » in superscript. */
export function words(inlines: Inline[], quiet = false): ParagraphChild[] {
  return inlines.flatMap((inline, index) => {
    const drawn = piece(inline, quiet);
    const ends = inline.ai !== undefined && inlines[index + 1]?.ai !== inline.ai;
    return ends
      ? [...drawn, new TextRun({ text: inline.ai ? ` IA ${inline.ai}` : " IA", superScript: true })]
      : drawn;
  });
}

function piece(inline: Inline, quiet: boolean): ParagraphChild[] {
  const runs = inline.text.split("\n").map(
    (text, index) =>
      new TextRun({
        text,
        ...(index > 0 ? { break: 1 } : {}),
        ...(inline.bold ? { bold: true } : {}),
        ...(inline.italic ? { italics: true } : {}),
        ...(inline.underline ? { underline: {} } : {}),
        ...(inline.strike ? { strike: true } : {}),
        ...(quiet ? { color: hex(muted) } : {}),
        ...(inline.href ? { style: "Hyperlink" } : {}),
      }),
  );
  return inline.href ? [new ExternalHyperlink({ link: inline.href, children: runs })] : runs;
}
