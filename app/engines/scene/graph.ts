/**
 * The scene graph: filled and stroked outlines in nested groups. One graph is written as SVG, drawn on a canvas and
 * sampled to pixels without any of them. Outlines use absolute M, L, C, Q and Z only.
 */
export type Stop = [offset: number, colour: string, alpha?: number];
export type Paint =
  | string
  | { kind: "linear"; x1: number; y1: number; x2: number; y2: number; stops: Stop[] }
  | { kind: "radial"; cx: number; cy: number; r: number; stops: Stop[] };

export type Stroke = { colour: string; width: number; cap?: "round" | "butt"; dash?: number[] };

export type Shape = {
  kind: "shape";
  d: string;
  fill?: Paint;
  stroke?: Stroke;
  /** 0 to 1; groups multiply theirs in. */
  alpha?: number;
  /** Takes no part in a treatment: stays as it was drawn. */
  plain?: boolean;
};

/** How something lives while a film plays; amplitudes in scene units, periods in seconds. */
export type Motion = {
  kind: "bob" | "drift" | "sway" | "flame" | "ripple" | "strobe";
  amount: number;
  period: number;
  phase: number;
};

/** [a, b, c, d, e, f] of a 2D affine transform, as SVG and canvas write it. */
export type Matrix = [number, number, number, number, number, number];

export type Group = {
  kind: "group";
  children: Node[];
  matrix?: Matrix;
  /** Outline that cuts the children, in the group's own units. */
  clip?: string;
  alpha?: number;
  /** 0: far away, moves least with the camera; 1: at hand. Only top layers have one. */
  depth?: number;
  motion?: Motion;
  /** Words drawn by this group, for the text alternative of the file. */
  text?: string;
};

export type Node = Shape | Group;
export type Point = [x: number, y: number];

/** A number as it is written in an outline: one decimal is a tenth of a pixel. */
export const n = (value: number): string => String(Math.round(value * 10) / 10 || 0);

export function shape(d: string, fill: Paint, more: Partial<Shape> = {}): Shape {
  return { kind: "shape", d, fill, ...more };
}

export function line(
  d: string,
  colour: string,
  width: number,
  more: Partial<Shape> & { dash?: number[]; cap?: Stroke["cap"] } = {},
): Shape {
  const { dash, cap = "round", ...rest } = more;
  return { kind: "shape", d, stroke: { colour, width, cap, ...(dash ? { dash } : {}) }, ...rest };
}

export function group(children: Node[], more: Partial<Group> = {}): Group {
  return { kind: "group", children, ...more };
}

/** Moves, turns (degrees) and scales; a negative `sx` mirrors. */
export function placed(
  children: Node[],
  at: { x: number; y: number; sx?: number; sy?: number; turn?: number },
  more: Partial<Group> = {},
): Group {
  const { x, y, sx = 1, sy = Math.abs(sx), turn = 0 } = at;
  const a = (turn * Math.PI) / 180;
  const cos = Math.cos(a);
  const sin = Math.sin(a);
  return group(children, { matrix: [cos * sx, sin * sx, -sin * sy, cos * sy, x, y], ...more });
}

/** Applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

export type Segment =
  | ["M" | "L", number, number]
  | ["Q", number, number, number, number]
  | ["C", number, number, number, number, number, number]
  | ["Z"];

const ARITY = { M: 2, L: 2, Q: 4, C: 6, Z: 0 } as const;
const parsed = new Map<string, Segment[]>();
const KEPT = 6000;

/** The segments of an outline; outlines already read are remembered. */
export function segments(d: string): Segment[] {
  const known = parsed.get(d);
  if (known) return known;
  const list: Segment[] = [];
  for (const [, letter, rest] of d.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (rest!.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const arity = ARITY[letter as keyof typeof ARITY];
    if (arity === 0) list.push(["Z"]);
    for (let i = 0; arity > 0 && i + arity <= numbers.length; i += arity) {
      // More pairs after a move are lines, as in SVG.
      const name = letter === "M" && i > 0 ? "L" : letter;
      list.push([name, ...numbers.slice(i, i + arity)] as Segment);
    }
  }
  if (parsed.size >= KEPT) parsed.clear();
  parsed.set(d, list);
  return list;
}
