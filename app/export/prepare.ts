import type { Dossier } from "~/domain/dossier.ts";
import type { DossierBlock, FigureShape, Inline } from "~/domain/dossier-blocks.ts";
import type { RadarProps } from "~/ui/charts/radar-drawing.ts";
import { radarSvg } from "~/ui/charts/svg.ts";
import { blockLook, ink, line, muted, paper } from "./palette.ts";

/** What template.typ reads: the dossier with its look, image files and drawings; text stays text. */
export type PdfJob = {
  look: {
    hue: string;
    soft: string;
    shape: string;
    ink: string;
    muted: string;
    line: string;
    paper: string;
  };
  dossier: unknown;
  /** File in the job's folder, by asset id; an image without one is replaced by its description. */
  images: Record<string, string>;
  /** Anchors that exist: a link to any other would stop Typst. */
  anchors: string[];
};

type Span = { ai: number | null; inlines: Inline[] };

/** Sections of fewer words follow one another on a page; longer ones start their own. */
const OWN_PAGE_WORDS = 120;

/** Turns a dossier into the PDF's job. `images` names the files written beside job.json. */
export function preparePdf(dossier: Dossier, images: ReadonlyMap<string, string>): PdfJob {
  const look = blockLook(dossier.cover.blockOrder);
  const anchors = new Set([
    ...dossier.sections.map((s) => s.anchor),
    ...dossier.annexes.map((a) => a.anchor),
    ...dossier.figures.map((f) => f.anchor),
    ...dossier.annexes.flatMap((a) =>
      a.blocks.flatMap((b) => (b.kind === "heading" && b.anchor ? [b.anchor] : [])),
    ),
  ]);
  const sections = dossier.sections.map((section, index) => {
    const before = dossier.sections[index - 1];
    return {
      ...section,
      newPage:
        index === 0 ||
        section.ownPage === true ||
        section.words >= OWN_PAGE_WORDS ||
        (before?.words ?? 0) >= OWN_PAGE_WORDS,
      blocks: section.blocks.map((block) => prepareBlock(block, anchors)),
    };
  });
  const annexes = dossier.annexes.map((annex) => ({
    ...annex,
    blocks: annex.blocks.map((block) => prepareBlock(block, anchors)),
  }));
  return {
    look: { ...look, ink, muted, line, paper },
    dossier: { ...dossier, sections, annexes },
    images: Object.fromEntries(images),
    anchors: [...anchors],
  };
}

function prepareBlock(block: DossierBlock, anchors: ReadonlySet<string>): unknown {
  const all = (blocks: DossierBlock[]) => blocks.map((inner) => prepareBlock(inner, anchors));
  switch (block.kind) {
    case "paragraph":
    case "heading":
      return { ...block, inlines: undefined, spans: spans(block.inlines, anchors) };
    case "facts":
      return {
        ...block,
        items: block.items.map((i) => ({ term: i.term, spans: spans(i.inlines, anchors) })),
      };
    case "list":
      return { ...block, items: block.items.map((i) => ({ ...i, blocks: all(i.blocks) })) };
    case "table":
      return {
        ...block,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: all(cell.blocks) }))),
      };
    case "quote":
    case "callout":
      return { ...block, blocks: all(block.blocks) };
    case "figure":
      if (block.body.kind !== "radar") return block;
      return {
        ...block,
        body: { kind: "radar", svg: radarSvg(radarProps(block.body, block.caption)) },
      };
    default:
      return block;
  }
}

/** Neighbours written with the same AI run, taken together so that the mark is set once. */
function spans(inlines: Inline[], anchors: ReadonlySet<string>): Span[] {
  const found: Span[] = [];
  for (const { ai, to, ...inline } of inlines) {
    const run = ai ?? null;
    const piece: Inline = to && anchors.has(to) ? { ...inline, to } : inline;
    const last = found.at(-1);
    if (last && last.ai === run) last.inlines.push(piece);
    else found.push({ ai: run, inlines: [piece] });
  }
  return found;
}

type Radar = Extract<FigureShape, { kind: "radar" }>;

/** The radar's values in the terms of the charts of ui/. */
export function radarProps({ levels, axes }: Radar, title: string): RadarProps {
  return {
    title,
    axes: axes.map(({ label }) => ({ id: label, label })),
    max: levels.length,
    levels,
    series: [{ id: "self", label: "Auto-évaluation", values: axes.map((a) => a.value) }],
  };
}
