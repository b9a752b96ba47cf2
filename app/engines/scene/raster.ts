import {
  IDENTITY,
  type Matrix,
  multiply,
  type Node,
  type Paint,
  type Point,
  segments,
} from "./graph.ts";

/** Red, green and blue (0–255) of every pixel, row by row. */
export type Pixels = { width: number; height: number; data: Float32Array };

type Rings = Point[][];
const STEPS = 5;

/** The outline as polygons in pixels. */
function rings(d: string, m: Matrix): Rings {
  const list: Rings = [];
  let ring: Point[] = [];
  let [px, py] = [0, 0];
  const put = (x: number, y: number) =>
    ring.push([m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]);
  for (const s of segments(d)) {
    if (s[0] === "M") {
      if (ring.length > 1) list.push(ring);
      ring = [];
      [px, py] = [s[1], s[2]];
      put(px, py);
    } else if (s[0] === "L") {
      [px, py] = [s[1], s[2]];
      put(px, py);
    } else if (s[0] === "Q" || s[0] === "C") {
      const [x1, y1] = [s[1], s[2]];
      const [x2, y2] = s[0] === "C" ? [s[3], s[4]] : [x1, y1];
      const [x3, y3] = s[0] === "C" ? [s[5], s[6]] : [s[3], s[4]];
      const third = s[0] === "Q" ? 2 / 3 : 1;
      // A quadratic curve is a cubic one whose handles are two thirds of the way.
      const [ax, ay] = s[0] === "Q" ? [px + (x1 - px) * third, py + (y1 - py) * third] : [x1, y1];
      const [bx, by] = s[0] === "Q" ? [x3 + (x1 - x3) * third, y3 + (y1 - y3) * third] : [x2, y2];
      for (let i = 1; i <= STEPS; i++) {
        const t = i / STEPS;
        const u = 1 - t;
        const [k0, k1, k2, k3] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
        put(k0 * px + k1 * ax + k2 * bx + k3 * x3, k0 * py + k1 * ay + k2 * by + k3 * y3);
      }
      [px, py] = [x3, y3];
    }
  }
  if (ring.length > 1) list.push(ring);
  return list;
}

/** A stroke as quadrilaterals along its segments; caps and joins are below the size of a sample. */
function strokeRings(lines: Rings, width: number): Rings {
  const list: Rings = [];
  const half = Math.max(width, 0.6) / 2;
  for (const points of lines)
    for (let i = 1; i < points.length; i++) {
      const [[ax, ay], [bx, by]] = [points[i - 1]!, points[i]!];
      const length = Math.hypot(bx - ax, by - ay);
      if (length === 0) continue;
      const [nx, ny] = [((by - ay) / length) * half, ((ax - bx) / length) * half];
      list.push([
        [ax + nx, ay + ny],
        [bx + nx, by + ny],
        [bx - nx, by - ny],
        [ax - nx, ay - ny],
      ]);
    }
  return list;
}

/** Calls `spot` for each pixel whose centre is inside (non-zero winding). */
function fillRings(
  list: Rings,
  width: number,
  height: number,
  spot: (index: number) => void,
): void {
  type Edge = [y0: number, y1: number, x0: number, slope: number, sign: number];
  const rows: Edge[][] = Array.from({ length: height }, () => []);
  for (const ring of list)
    for (let i = 0; i < ring.length; i++) {
      const [x0, y0] = ring[i]!;
      const [x1, y1] = ring[(i + 1) % ring.length]!;
      if (y0 === y1) continue;
      const [top, bottom] = y0 < y1 ? [y0, y1] : [y1, y0];
      const first = Math.max(0, Math.ceil(top - 0.5));
      const last = Math.min(height - 1, Math.ceil(bottom - 0.5) - 1);
      const edge: Edge = [y0, y1, x0, (x1 - x0) / (y1 - y0), y0 < y1 ? 1 : -1];
      for (let row = first; row <= last; row++) rows[row]!.push(edge);
    }
  for (let row = 0; row < height; row++) {
    const edges = rows[row]!;
    if (edges.length < 2) continue;
    const y = row + 0.5;
    const crossings = edges
      .map(([y0, , x0, slope, sign]): [number, number] => [x0 + (y - y0) * slope, sign])
      .sort((a, b) => a[0] - b[0]);
    let winding = 0;
    for (let i = 0; i < crossings.length - 1; i++) {
      winding += crossings[i]![1];
      if (winding === 0) continue;
      const from = Math.max(0, Math.ceil(crossings[i]![0] - 0.5));
      const to = Math.min(width - 1, Math.ceil(crossings[i + 1]![0] - 0.5) - 1);
      for (let x = from; x <= to; x++) spot(row * width + x);
    }
  }
}

type Rgba = [number, number, number, number];
const hexes = new Map<string, [number, number, number]>();

/** « #rrggbb » as three numbers from 0 to 255. */
export function channels(hex: string): [number, number, number] {
  let known = hexes.get(hex);
  if (!known) {
    known = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [
      number,
      number,
      number,
    ];
    hexes.set(hex, known);
  }
  return known;
}

/** The colour of a paint at a place, in the units the paint is written in. */
function colourAt(fill: Paint, x: number, y: number): Rgba {
  if (typeof fill === "string") return [...channels(fill), 1];
  const t =
    fill.kind === "radial"
      ? Math.hypot(x - fill.cx, y - fill.cy) / fill.r
      : ((x - fill.x1) * (fill.x2 - fill.x1) + (y - fill.y1) * (fill.y2 - fill.y1)) /
        ((fill.x2 - fill.x1) ** 2 + (fill.y2 - fill.y1) ** 2 || 1);
  const stops = fill.stops;
  const next = stops.findIndex(([offset]) => offset >= t);
  const high = stops[next === -1 ? stops.length - 1 : next]!;
  const low = stops[next === -1 ? stops.length - 1 : Math.max(0, next - 1)]!;
  const k = high[0] === low[0] ? 0 : Math.min(1, Math.max(0, (t - low[0]) / (high[0] - low[0])));
  const [a, b] = [channels(low[1]), channels(high[1])];
  const mix = (p: number, q: number) => p + (q - p) * k;
  return [mix(a[0], b[0]), mix(a[1], b[1]), mix(a[2], b[2]), mix(low[2] ?? 1, high[2] ?? 1)];
}

function inverse([a, b, c, d, e, f]: Matrix): Matrix {
  const k = a * d - b * c || 1;
  return [d / k, -b / k, -c / k, a / k, (c * f - d * e) / k, (b * e - a * f) / k];
}

function paintNodes(
  out: Pixels,
  nodes: readonly Node[],
  matrix: Matrix,
  alpha: number,
  mask: Uint8Array | null,
): void {
  const { width, height, data } = out;
  for (const node of nodes) {
    const own = alpha * (node.alpha ?? 1);
    if (own <= 0) continue;
    if (node.kind === "group") {
      const inner = node.matrix ? multiply(matrix, node.matrix) : matrix;
      let cut = mask;
      if (node.clip) {
        const clip = new Uint8Array(width * height);
        fillRings(rings(node.clip, inner), width, height, (i) => {
          if (!mask || mask[i]) clip[i] = 1;
        });
        cut = clip;
      }
      paintNodes(out, node.children, inner, own, cut);
      continue;
    }
    const outline = rings(node.d, matrix);
    const put = (index: number, [r, g, b, a]: Rgba) => {
      if (mask && !mask[index]) return;
      const k = a * own;
      const i = index * 3;
      data[i] = data[i]! + (r - data[i]!) * k;
      data[i + 1] = data[i + 1]! + (g - data[i + 1]!) * k;
      data[i + 2] = data[i + 2]! + (b - data[i + 2]!) * k;
    };
    const { fill, stroke } = node;
    if (fill) {
      const flat = typeof fill === "string" ? colourAt(fill, 0, 0) : null;
      const back = flat ? IDENTITY : inverse(matrix);
      fillRings(outline, width, height, (index) => {
        if (flat) return put(index, flat);
        const [x, y] = [(index % width) + 0.5, Math.floor(index / width) + 0.5];
        put(
          index,
          colourAt(fill, back[0] * x + back[2] * y + back[4], back[1] * x + back[3] * y + back[5]),
        );
      });
    }
    if (stroke) {
      const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
      const ink: Rgba = [...channels(stroke.colour), Math.min(1, stroke.width * scale)];
      // Each pixel once, however many segments cross it.
      const seen = new Set<number>();
      fillRings(strokeRings(outline, stroke.width * scale), width, height, (index) => {
        if (seen.has(index)) return;
        seen.add(index);
        put(index, ink);
      });
    }
  }
}

/**
 * A graph sampled to pixels without a canvas: one sample a pixel, no smoothing of edges. `width` is in pixels; the
 * height follows. Enough to measure contrast, colours and flashes; not to be looked at.
 */
export function sample(
  nodes: readonly Node[],
  size: { width: number; height: number },
  width: number,
): Pixels {
  const k = width / size.width;
  const height = Math.max(1, Math.round(size.height * k));
  const data = new Float32Array(width * height * 3).fill(255);
  const out = { width, height, data };
  paintNodes(out, nodes, [k, 0, 0, k, 0, 0], 1, null);
  return out;
}
