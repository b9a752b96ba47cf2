import type { Face } from "./face.ts";
import { grotesque } from "./glyphs/grotesque.ts";
import { legible } from "./glyphs/legible.ts";
import { roman } from "./glyphs/roman.ts";
import { type Group, group, type Node, shape } from "./graph.ts";
import { rect } from "./outlines.ts";
import type { Tones } from "./palette.ts";
import { fitText, textNodes } from "./text.ts";

export const places = ["top", "middle", "bottom"] as const;
export const grounds = ["none", "veil", "band"] as const;
export const inks = ["light", "dark", "accent"] as const;
export const faces = ["grotesque", "roman", "legible"] as const;
export const sizes = ["s", "m", "l"] as const;

/** Words laid over an image. */
export type Overlay = {
  title: string;
  detail: string;
  place: (typeof places)[number];
  align: "start" | "middle";
  size: (typeof sizes)[number];
  ground: (typeof grounds)[number];
  ink: (typeof inks)[number];
  face: (typeof faces)[number];
  /** A small line in a corner, e.g. « Image générée par un outil »; empty for none. */
  mention: string;
};

export const plainOverlay: Overlay = {
  title: "",
  detail: "",
  place: "bottom",
  align: "start",
  size: "m",
  ground: "none",
  ink: "light",
  face: "grotesque",
  mention: "",
};

export const faceTable: Record<Overlay["face"], Face> = { grotesque, roman, legible };

export type Box = { x: number; y: number; width: number; height: number };
/** One block of words as it was set; lengths in pixels of the file. */
export type SetBlock = {
  what: "title" | "detail" | "mention";
  lines: string[];
  size: number;
  colour: string;
  box: Box;
};
export type SetOverlay = { layers: Group[]; blocks: SetBlock[] };

/** Shares of the image's sides that a network's own buttons cover. */
export type Insets = { top: number; right: number; bottom: number; left: number };

const SCALE = { s: 6.6, m: 9.4, l: 13.4 } as const;

/** Sets an overlay on an image of that size, in a column of it (two shares of the width); empty words give nothing. */
export function setOverlay(
  overlay: Overlay,
  size: { width: number; height: number },
  tones: Tones,
  column: readonly [number, number] = [0, 1],
): SetOverlay {
  const { width: w, height: h } = size;
  const u = Math.min(w, h) / 100;
  const margin = u * 7.5;
  const [left, right] = [column[0] * w, column[1] * w];
  const room = right - left - margin * 2;
  const colour = { light: tones.white, dark: tones.ink, accent: tones.accent }[overlay.ink];
  const blocks: SetBlock[] = [];
  const nodes: Node[] = [];
  const face = faceTable[overlay.face];

  const title = overlay.title.trim()
    ? fitText(face, overlay.title, {
        size: SCALE[overlay.size] * u,
        least: 3.4 * u,
        width: room,
        maxLines: 4,
      })
    : null;
  const detail = overlay.detail.trim()
    ? fitText(legible, overlay.detail, {
        size: Math.max(3.7, SCALE[overlay.size] * 0.44) * u,
        least: 3 * u,
        width: room,
        maxLines: 3,
      })
    : null;
  const leading = title ? title.size * 1.06 : 0;
  const small = detail ? detail.size * 1.34 : 0;
  const titleHeight = title ? leading * (title.lines.length - 1) + title.size * 0.98 : 0;
  const gap = title && detail ? detail.size * 0.75 : 0;
  const total = titleHeight + gap + (detail ? small * (detail.lines.length - 1) + detail.size : 0);
  const top =
    overlay.place === "top"
      ? margin
      : overlay.place === "middle"
        ? (h - total) / 2
        : h - margin - total - (overlay.mention.trim() ? u * 5 : 0);

  if (total > 0) {
    const pad = u * 4.2;
    const [y0, y1] = [top - pad, top + total + pad];
    if (overlay.ground === "band")
      nodes.push(
        shape(
          rect(left, y0, right - left, y1 - y0),
          overlay.ink === "dark" ? tones.paper : tones.ink,
          { plain: true },
        ),
      );
    if (overlay.ground === "veil")
      nodes.push(
        veil(
          overlay,
          w,
          h,
          y0 - u * 8,
          y1 + u * 8,
          overlay.ink === "dark" ? tones.white : tones.ink,
        ),
      );
  }
  const x = overlay.align === "middle" ? (left + right) / 2 : left + margin;
  let y = top;
  const add = (
    what: SetBlock["what"],
    set: { lines: string[]; size: number; width: number },
    step: number,
    ascent: number,
    by: Face,
  ) => {
    nodes.push(
      textNodes(by, set.lines, {
        x,
        y: y + ascent,
        size: set.size,
        leading: step,
        colour,
        align: overlay.align,
      }),
    );
    const height = step * (set.lines.length - 1) + set.size;
    blocks.push({
      what,
      lines: set.lines,
      size: set.size,
      colour,
      box: { x: overlay.align === "middle" ? x - set.width / 2 : x, y, width: set.width, height },
    });
  };
  if (title) {
    add("title", title, leading, title.size * 0.8, face);
    y += titleHeight + gap;
  }
  if (detail) add("detail", detail, small, detail.size * 0.8, legible);
  if (overlay.mention.trim()) {
    const set = fitText(legible, overlay.mention, {
      size: 3 * u,
      least: 2.2 * u,
      width: w - margin * 2,
      maxLines: 1,
    });
    const base = h - u * 4;
    const ink = tones.white;
    nodes.push(
      shape(
        rect(
          margin - u * 1.4,
          base - set.size * 1.05,
          set.width + u * 2.8,
          set.size * 1.5,
          u * 0.8,
        ),
        tones.ink,
        { plain: true, alpha: 0.82 },
      ),
    );
    nodes.push(
      textNodes(legible, set.lines, {
        x: margin,
        y: base,
        size: set.size,
        leading: set.size,
        colour: ink,
        align: "start",
      }),
    );
    blocks.push({
      what: "mention",
      lines: set.lines,
      size: set.size,
      colour: ink,
      box: { x: margin, y: base - set.size, width: set.width, height: set.size },
    });
  }
  return { layers: nodes.length > 0 ? [group(nodes)] : [], blocks };
}

function veil(
  overlay: Overlay,
  w: number,
  h: number,
  y0: number,
  y1: number,
  colour: string,
): Node {
  if (overlay.place === "top")
    return shape(
      rect(0, 0, w, y1),
      {
        kind: "linear",
        x1: 0,
        y1: 0,
        x2: 0,
        y2: y1,
        stops: [
          [0, colour, 0.86],
          [0.72, colour, 0.72],
          [1, colour, 0],
        ],
      },
      { plain: true },
    );
  if (overlay.place === "bottom")
    return shape(
      rect(0, y0, w, h - y0),
      {
        kind: "linear",
        x1: 0,
        y1: y0,
        x2: 0,
        y2: h,
        stops: [
          [0, colour, 0],
          [0.3, colour, 0.72],
          [1, colour, 0.88],
        ],
      },
      { plain: true },
    );
  return shape(
    rect(0, y0, w, y1 - y0),
    {
      kind: "linear",
      x1: 0,
      y1: y0,
      x2: 0,
      y2: y1,
      stops: [
        [0, colour, 0],
        [0.24, colour, 0.74],
        [0.76, colour, 0.74],
        [1, colour, 0],
      ],
    },
    { plain: true },
  );
}
