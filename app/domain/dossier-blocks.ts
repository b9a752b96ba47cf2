import { type DocNode, isSafeHref } from "./document.ts";
import { figureShape } from "./dossier-figures.ts";
import { tableGrid } from "./dossier-table.ts";
import { printable } from "./dossier-text.ts";
import type { Figure } from "./figure.ts";
import { frenchTypography } from "./typography.ts";

/** A run of text. `to` is an anchor of this dossier, `href` an outside address, `ai` the number of a prompt run (0: unknown). */
export type Inline = {
  text: string;
  bold?: true;
  italic?: true;
  underline?: true;
  strike?: true;
  href?: string;
  to?: string;
  ai?: number;
};

export type TableCell = {
  header: boolean;
  colspan: number;
  rowspan: number;
  blocks: DossierBlock[];
};

export type FigureShape =
  | {
      kind: "table";
      columns: { label: string; align: "start" | "end" }[];
      weights: number[];
      rows: string[][];
    }
  | { kind: "transcript"; turns: { speaker: string; text: string; note: string; voice: number }[] }
  | { kind: "list"; items: { term: string; text: string }[] }
  | {
      kind: "bars";
      unit: string;
      items: { label: string; value: string; note: string; share: number }[];
    }
  | {
      kind: "radar";
      levels: string[];
      axes: { label: string; value: number | null }[];
    };

export type DossierBlock =
  | { kind: "paragraph"; inlines: Inline[]; muted?: true }
  | { kind: "heading"; level: 2 | 3 | 4; inlines: Inline[]; anchor?: string }
  | {
      kind: "list";
      style: "bullet" | "ordered" | "task";
      start: number;
      items: { checked: boolean; blocks: DossierBlock[] }[];
    }
  | { kind: "quote"; blocks: DossierBlock[] }
  | {
      kind: "callout";
      tone: "info" | "attention" | "example";
      label: string;
      blocks: DossierBlock[];
    }
  | {
      kind: "table";
      columns: number;
      headerRows: number;
      weights: number[];
      aligns: ("start" | "end")[];
      rows: TableCell[][];
    }
  | {
      kind: "image";
      assetId: string;
      alt: string;
      decorative: boolean;
      caption: string;
      anchor: string | null;
      /** Pixels; 0 when the file is unknown. */
      width: number;
      height: number;
    }
  | {
      kind: "figure";
      anchor: string;
      caption: string;
      alt: string;
      source: string;
      body: FigureShape;
    }
  | { kind: "facts"; items: { term: string; inlines: Inline[] }[] }
  | { kind: "verbatim"; label: string; lines: string[] }
  | { kind: "rule" };

/** What turning documents into blocks must know, and what it gathers on the way. */
export type BlockContext = {
  figures: Map<string, Figure>;
  images: Map<string, { width: number; height: number }>;
  /** Number of each recorded prompt run. */
  runs: Map<string, number>;
  captions: { anchor: string; caption: string }[];
  usedImages: Set<string>;
  usedFigures: Set<string>;
};

const CALLOUTS = { info: "À savoir", attention: "Attention", example: "Exemple" } as const;

/** One section's document as blocks: empty paragraphs dropped, heading jumps repaired, figures numbered. */
export function documentBlocks(doc: DocNode, context: BlockContext): DossierBlock[] {
  const trail: number[] = [];
  return children(doc).flatMap((node) => blockOf(node, context, trail));
}

/** Next « Figure 3 – … » and its anchor. */
export function numberFigure(context: BlockContext, caption: string) {
  const number = context.captions.length + 1;
  const text = `Figure ${number} – ${caption}`;
  const anchor = `figure-${number}`;
  context.captions.push({ anchor, caption: text });
  return { anchor, caption: text };
}

function children(node: DocNode): DocNode[] {
  return node.content ?? [];
}

function blockOf(node: DocNode, context: BlockContext, trail: number[]): DossierBlock[] {
  const inner = () => children(node).flatMap((child) => blockOf(child, context, trail));
  const wrap = (make: (blocks: DossierBlock[]) => DossierBlock) => {
    const blocks = inner();
    return blocks.length > 0 ? [make(blocks)] : [];
  };
  switch (node.type) {
    case "paragraph": {
      const inlines = inlinesOf(node, context);
      return isBlank(inlines) ? [] : [{ kind: "paragraph", inlines }];
    }
    case "heading": {
      const inlines = inlinesOf(node, context);
      if (isBlank(inlines)) return [];
      return [{ kind: "heading", level: repairLevel(trail, Number(attr(node, "level"))), inlines }];
    }
    case "bulletList":
    case "orderedList":
    case "taskList": {
      const items = children(node)
        .map((item) => ({
          checked: attr(item, "checked") === true,
          blocks: children(item).flatMap((child) => blockOf(child, context, trail)),
        }))
        .filter((item) => item.blocks.length > 0);
      if (items.length === 0) return [];
      const style =
        node.type === "taskList" ? "task" : node.type === "orderedList" ? "ordered" : "bullet";
      const start = Number(attr(node, "start") ?? 1);
      return [
        { kind: "list", style, start: Number.isInteger(start) && start > 0 ? start : 1, items },
      ];
    }
    case "blockquote":
      return wrap((blocks) => ({ kind: "quote", blocks }));
    case "callout": {
      const asked = attr(node, "tone");
      const tone = asked === "attention" || asked === "example" ? asked : "info";
      return wrap((blocks) => ({ kind: "callout", tone, label: CALLOUTS[tone], blocks }));
    }
    case "table": {
      const grid = tableGrid(node, (cell) =>
        children(cell).flatMap((child) => blockOf(child, context, trail)),
      );
      return grid ? [grid] : [];
    }
    case "image":
      return [imageBlock(node, context)];
    case "figure":
      return figureBlock(node, context);
    case "horizontalRule":
      return [{ kind: "rule" }];
    default:
      return inner();
  }
}

/**
 * The level a heading gets below its section (level 1): as deep as the headings it stands under, so that a
 * jump (2 → 4) closes up and brothers stay brothers. `trail` is the authored levels it stands under.
 */
export function repairLevel(trail: number[], authored: number): 2 | 3 | 4 {
  while (trail.length > 0 && (trail[trail.length - 1] as number) >= authored) trail.pop();
  trail.push(authored);
  return Math.min(trail.length + 1, 4) as 2 | 3 | 4;
}

function imageBlock(node: DocNode, context: BlockContext): DossierBlock {
  const assetId = String(attr(node, "assetId") ?? "");
  const decorative = attr(node, "decorative") === true;
  const caption = prose(String(attr(node, "caption") ?? "")).trim();
  const size = context.images.get(assetId) ?? { width: 0, height: 0 };
  context.usedImages.add(assetId);
  const numbered = caption && !decorative ? numberFigure(context, caption) : null;
  return {
    kind: "image",
    assetId,
    alt: printable(String(attr(node, "alt") ?? "")).trim() || caption || "Image sans description",
    decorative,
    caption: numbered?.caption ?? caption,
    anchor: numbered?.anchor ?? null,
    ...size,
  };
}

function figureBlock(node: DocNode, context: BlockContext): DossierBlock[] {
  const figure = context.figures.get(String(attr(node, "figureId") ?? ""));
  const caption = prose(String(attr(node, "caption") ?? "")).trim();
  if (!figure)
    return [
      {
        kind: "paragraph",
        muted: true,
        inlines: [{ text: `Figure absente\u00a0: ${caption || "l’outil ne la propose plus"}.` }],
      },
    ];
  context.usedFigures.add(figure.id);
  return [toolFigure(figure, caption || prose(figure.title), context)];
}

/** A tool's figure as a numbered block. */
export function toolFigure(figure: Figure, caption: string, context: BlockContext): DossierBlock {
  return {
    kind: "figure",
    ...numberFigure(context, caption),
    alt: printable(figure.alt),
    source: printable(figure.source ?? ""),
    body: figureShape(figure.body),
  };
}

function inlinesOf(node: DocNode, context: BlockContext): Inline[] {
  return children(node).flatMap((child): Inline[] => {
    if (child.type === "hardBreak") return [{ text: "\n" }];
    if (child.type !== "text" || !child.text) return [];
    const inline: Inline = { text: prose(child.text) };
    for (const mark of child.marks ?? []) {
      if (mark.type === "bold") inline.bold = true;
      else if (mark.type === "italic") inline.italic = true;
      else if (mark.type === "underline") inline.underline = true;
      else if (mark.type === "strike") inline.strike = true;
      else if (mark.type === "link") {
        if (isSafeHref(mark.attrs.href)) inline.href = mark.attrs.href;
      } else if (mark.type === "aiAssisted") inline.ai = context.runs.get(mark.attrs.run) ?? 0;
    }
    return inline.text ? [inline] : [];
  });
}

function prose(text: string): string {
  return frenchTypography(printable(text));
}

function isBlank(inlines: Inline[]): boolean {
  return inlines.every((inline) => inline.text.trim() === "");
}

function attr(node: DocNode, name: string): unknown {
  return (node.attrs as Record<string, unknown> | undefined)?.[name];
}
