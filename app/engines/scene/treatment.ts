import { luminance, mix } from "./colour.ts";
import {
  type Group,
  group,
  line,
  type Node,
  placed,
  type Shape,
  segments,
  shape,
} from "./graph.ts";
import { rect } from "./outlines.ts";
import type { Tones } from "./palette.ts";
import type { Random } from "./random.ts";
import type { Treatment } from "./reading.ts";

type Bounds = { x: number; y: number; w: number; h: number };

/** The box of an outline's points, handles included. */
export function bounds(d: string): Bounds {
  let [x0, y0, x1, y1] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const s of segments(d))
    for (let i = 1; i < s.length; i += 2) {
      const [x, y] = [s[i] as number, s[i + 1] as number];
      [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)];
    }
  return { x: x0, y: y0, w: x1 - x0, h: y1 - y0 };
}

type Hand = { tones: Tones; random: Random; unit: number };
type Rule = (node: Shape, scale: number, hand: Hand) => Node[];

/** Slanted lines across a box, slightly uneven, as a graver leaves them. */
function hatch(box: Bounds, gap: number, random: Random): string {
  let d = "";
  for (let i = -box.h; i < box.w; i += gap) {
    const [x, lean] = [
      box.x + i + random.between(-0.12, 0.12) * gap,
      random.between(-0.1, 0.1) * gap,
    ];
    d += `M${x.toFixed(1)} ${(box.y + box.h).toFixed(1)}L${(x + box.h + lean).toFixed(1)} ${box.y.toFixed(1)}`;
  }
  return d;
}

/** Rows of round dots that grow downwards: lines of zero-length round dashes. */
function dots(box: Bounds, gap: number, colour: string): Node[] {
  const rows: Node[] = [];
  const count = Math.min(70, Math.ceil(box.h / gap));
  for (let i = 0; i <= count; i++) {
    const y = box.y + i * gap;
    const size = gap * (0.16 + 0.5 * (i / Math.max(1, count)));
    const x = box.x + (i % 2) * (gap / 2);
    rows.push(
      line(
        `M${x.toFixed(1)} ${y.toFixed(1)}L${(box.x + box.w).toFixed(1)} ${y.toFixed(1)}`,
        colour,
        size,
        { dash: [0.1, gap] },
      ),
    );
  }
  return rows;
}

/** A glow is light, not matter: techniques in flat ink leave it out. */
const isGlow = (node: Shape): boolean =>
  typeof node.fill === "object" && node.fill.stops.some(([, , alpha = 1]) => alpha < 1);

const rules: Record<Treatment, Rule> = {
  aplat: (node) => [node],
  doux: (node) => {
    if (typeof node.fill !== "string") return [node];
    const b = bounds(node.d);
    const fill = node.fill;
    return [
      {
        ...node,
        fill: {
          kind: "linear",
          x1: b.x,
          y1: b.y,
          x2: b.x + b.w * 0.25,
          y2: b.y + b.h,
          stops: [
            [0, mix(fill, "#ffffff", 0.2)],
            [0.5, fill],
            [1, mix(fill, "#0a0812", 0.2)],
          ],
        },
      },
    ];
  },
  ligne: (node, scale, { tones, unit }) => {
    if (isGlow(node)) return [];
    const width = (unit * 0.36) / scale;
    // By night the sheet is dark and the line light.
    const dark = luminance(tones.sky) < 0.09;
    const [sheet, pen] = dark ? [tones.sky, tones.accentLight] : [tones.paper, tones.ink];
    if (!node.fill)
      return [
        {
          ...node,
          stroke: {
            ...node.stroke!,
            colour: pen,
            width: Math.min(node.stroke!.width, width * 1.6),
          },
        },
      ];
    const tint =
      typeof node.fill === "string"
        ? mix(node.fill, sheet, node.fill === tones.accent ? 0.2 : 0.84)
        : sheet;
    return [{ ...node, fill: tint, stroke: { colour: pen, width } }];
  },
  papier: (node, scale, { tones, unit }) => {
    if (isGlow(node)) return [node];
    if (!node.fill || (node.alpha ?? 1) < 0.95) return [node];
    const k = unit / scale;
    const box = bounds(node.d);
    // The shadow of a speck would not be seen.
    if (Math.max(box.w, box.h) < 3.2 * k) return [node];
    return [
      placed([shape(node.d, tones.ink, { alpha: 0.13 })], { x: 0.9 * k, y: 1.3 * k }),
      placed([shape(node.d, tones.ink, { alpha: 0.16 })], { x: 0.35 * k, y: 0.55 * k }),
      {
        ...node,
        stroke: {
          colour: typeof node.fill === "string" ? mix(node.fill, tones.white, 0.4) : tones.white,
          width: 0.14 * k,
        },
      },
    ];
  },
  gravure: (node, scale, { tones, random, unit }) => {
    if (isGlow(node)) return [];
    const width = (unit * 0.3) / scale;
    const outline = { colour: tones.ink, width };
    if (!node.fill)
      return [
        {
          ...node,
          stroke: {
            ...node.stroke!,
            colour: luminance(node.stroke!.colour) > 0.4 ? tones.paper : tones.ink,
          },
        },
      ];
    if (typeof node.fill !== "string") return [{ ...node, fill: tones.paper }];
    const light = luminance(node.fill);
    if (node.fill === tones.accent) return [{ ...node, stroke: outline }];
    if (light < 0.13) return [{ ...node, fill: tones.ink }];
    if (light > 0.5) return [{ ...node, fill: tones.paper, stroke: outline }];
    const gap = (unit * (0.7 + light * 1.6)) / scale;
    const box = bounds(node.d);
    // Very small parts would only hold one line.
    if (Math.min(box.w, box.h) < gap * 1.5)
      return [{ ...node, fill: light < 0.28 ? tones.ink : tones.paper, stroke: outline }];
    return [
      { ...node, fill: tones.paper },
      group([line(hatch(box, gap, random), tones.ink, gap * 0.48, { cap: "butt" })], {
        clip: node.d,
        ...(node.alpha ? { alpha: node.alpha } : {}),
      }),
      line(node.d, tones.ink, width),
    ];
  },
  trame: (node, scale, { tones, unit }) => {
    if (isGlow(node)) return [];
    if (typeof node.fill !== "string")
      return node.fill ? [{ ...node, fill: node.fill.stops.at(-1)![1] }] : [node];
    const b = bounds(node.d);
    const gap = (unit * 1.5) / scale;
    const light = luminance(node.fill);
    const shift = (unit * 0.28) / scale;
    const plate = placed([node], { x: shift, y: shift * 0.7 });
    if (b.w < gap * 5 || b.h < gap * 4 || light < 0.06 || light > 0.78 || (node.alpha ?? 1) < 1)
      return [plate];
    const ink = light > 0.6 ? tones.accent : tones.ink;
    return [plate, group(dots(b, gap, ink), { clip: node.d, alpha: light > 0.6 ? 0.26 : 0.34 })];
  },
  aquarelle: (node, scale, { tones, random, unit }) => {
    if (isGlow(node)) return [node];
    const k = unit / scale;
    if (!node.fill) return [{ ...node, alpha: (node.alpha ?? 1) * 0.6 }];
    const fill = typeof node.fill === "string" ? mix(node.fill, tones.white, 0.1) : node.fill;
    const edge = typeof node.fill === "string" ? node.fill : tones.mid;
    const b = bounds(node.d);
    const layer = (alpha: number): Group =>
      placed([shape(node.d, fill, { alpha: alpha * (node.alpha ?? 1) })], {
        x: random.between(-0.5, 0.5) * k,
        y: random.between(-0.5, 0.5) * k,
      });
    const wet: Node[] =
      b.w * scale > unit * 9 && b.h * scale > unit * 5
        ? [
            group(
              [0, 1, 2].map(() => {
                const [cx, cy, r] = [
                  b.x + random() * b.w,
                  b.y + random() * b.h,
                  Math.max(b.w, b.h) * random.between(0.14, 0.34),
                ];
                return shape(rect(cx - r, cy - r, r * 2, r * 2), {
                  kind: "radial",
                  cx,
                  cy,
                  r,
                  stops: [
                    [0, random() > 0.5 ? tones.white : edge, 0.34],
                    [1, edge, 0],
                  ],
                });
              }),
              { clip: node.d },
            ),
          ]
        : [];
    return [layer(0.6), layer(0.45), ...wet, line(node.d, edge, 0.22 * k, { alpha: 0.4 })];
  },
};

/** Redraws a graph in a technique; `unit` is a hundredth of the image's shorter side. */
export function treat(nodes: readonly Node[], how: Treatment, hand: Hand, scale = 1): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.kind === "shape") return node.plain ? [node] : rules[how](node, scale, hand);
    const k = node.matrix
      ? Math.sqrt(Math.abs(node.matrix[0] * node.matrix[3] - node.matrix[1] * node.matrix[2]))
      : 1;
    return [{ ...node, children: treat(node.children, how, hand, scale * k) }];
  });
}
