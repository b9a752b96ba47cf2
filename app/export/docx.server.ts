import {
  Document,
  HeadingLevel,
  type INumberingOptions,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
} from "docx";
import type { DossierSection } from "~/domain/dossier.ts";
import type { DossierBlock } from "~/domain/dossier-blocks.ts";
import { type DocxImages, drawBlocks } from "./docx-blocks.ts";
import { ink } from "./palette.ts";

const hex = (colour: string) => colour.slice(1);
/** A family that every office suite has, read without effort. */
const FONT = "Verdana";
const LEVELS = 9;

/**
 * One section as a Word file that stands alone: real headings, lists and tables, French throughout, a title,
 * images with their alternative. `images` gives PNG or JPEG bytes by asset id; a missing one leaves its description.
 */
export function exportDocx(
  section: Pick<DossierSection, "title" | "blocks">,
  about: { author: string; subject: string },
  images: DocxImages,
): Promise<Buffer> {
  const { title, blocks } = section;
  const head = (size: number, before: number) => ({
    run: { font: FONT, bold: true, size, color: hex(ink) },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  });
  const document = new Document({
    title,
    subject: about.subject,
    creator: about.author,
    lastModifiedBy: about.author,
    description: `${about.subject} – ${title}`,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 21, color: hex(ink), language: { value: "fr-FR" } },
          paragraph: { spacing: { after: 140, line: 300 } },
        },
        heading1: head(36, 0),
        heading2: head(28, 320),
        heading3: head(24, 260),
        heading4: head(22, 220),
      },
    },
    numbering: numbering(blocks),
    sections: [
      {
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
          ...drawBlocks(blocks, { images, depth: 0, lists: { count: 0 } }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Bullets, and one numbering for every number an ordered list starts from. */
function numbering(blocks: DossierBlock[]): INumberingOptions {
  const levels = (format: "bullet" | "decimal", start: number) =>
    Array.from({ length: LEVELS }, (_, level) => ({
      level,
      format: format === "bullet" ? LevelFormat.BULLET : LevelFormat.DECIMAL,
      text: format === "bullet" ? (["•", "–", "·"][level % 3] as string) : `%${level + 1}.`,
      start,
      style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
    }));
  return {
    config: [
      { reference: "bullets", levels: levels("bullet", 1) },
      ...[...starts(blocks)].map((start) => ({
        reference: `ordered-${start}`,
        levels: levels("decimal", start),
      })),
    ],
  };
}

function starts(blocks: DossierBlock[], found = new Set<number>()): Set<number> {
  for (const block of blocks) {
    if (block.kind === "list") {
      if (block.style === "ordered") found.add(block.start);
      for (const item of block.items) starts(item.blocks, found);
    } else if (block.kind === "table") {
      for (const cell of block.rows.flat()) starts(cell.blocks, found);
    } else if ("blocks" in block) starts(block.blocks, found);
  }
  return found;
}
