import { n, type Point } from "./graph.ts";

/** Builders of outlines; lengths in scene units, angles in radians. */
export function rect(x: number, y: number, w: number, h: number, r = 0): string {
  const k = Math.min(r, w / 2, h / 2);
  if (k <= 0)
    return `M${n(x)} ${n(y)}L${n(x + w)} ${n(y)}L${n(x + w)} ${n(y + h)}L${n(x)} ${n(y + h)}Z`;
  const [x2, y2] = [x + w, y + h];
  return (
    `M${n(x + k)} ${n(y)}L${n(x2 - k)} ${n(y)}Q${n(x2)} ${n(y)} ${n(x2)} ${n(y + k)}L${n(x2)} ${n(y2 - k)}` +
    `Q${n(x2)} ${n(y2)} ${n(x2 - k)} ${n(y2)}L${n(x + k)} ${n(y2)}Q${n(x)} ${n(y2)} ${n(x)} ${n(y2 - k)}` +
    `L${n(x)} ${n(y + k)}Q${n(x)} ${n(y)} ${n(x + k)} ${n(y)}Z`
  );
}

/** A Bézier's handle for a quarter of a circle of radius 1. */
const ARC = 0.5523;

export function ellipse(cx: number, cy: number, rx: number, ry = rx): string {
  const [kx, ky] = [rx * ARC, ry * ARC];
  return (
    `M${n(cx - rx)} ${n(cy)}C${n(cx - rx)} ${n(cy - ky)} ${n(cx - kx)} ${n(cy - ry)} ${n(cx)} ${n(cy - ry)}` +
    `C${n(cx + kx)} ${n(cy - ry)} ${n(cx + rx)} ${n(cy - ky)} ${n(cx + rx)} ${n(cy)}` +
    `C${n(cx + rx)} ${n(cy + ky)} ${n(cx + kx)} ${n(cy + ry)} ${n(cx)} ${n(cy + ry)}` +
    `C${n(cx - kx)} ${n(cy + ry)} ${n(cx - rx)} ${n(cy + ky)} ${n(cx - rx)} ${n(cy)}Z`
  );
}

export function polygon(points: readonly Point[]): string {
  return `${polyline(points)}Z`;
}

export function polyline(points: readonly Point[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${n(x)} ${n(y)}`).join("");
}

/** A smooth open line through the points (Catmull-Rom). */
export function smooth(points: readonly Point[], closed = false): string {
  const count = points.length;
  const at = (i: number): Point =>
    closed ? points[(i + count) % count]! : points[Math.min(count - 1, Math.max(0, i))]!;
  let d = `M${n(at(0)[0])} ${n(at(0)[1])}`;
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d +=
      `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)}` +
      ` ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`;
  }
  return closed ? `${d}Z` : d;
}

/** The ground under a smooth line, down to `bottom`. */
export function under(points: readonly Point[], bottom: number): string {
  const first = points[0]!;
  const last = points.at(-1)!;
  return `${smooth(points)}L${n(last[0])} ${n(bottom)}L${n(first[0])} ${n(bottom)}Z`;
}

/** A quarter disc whose corner is at (x, y), opening towards (sx, sy) = ±1. */
export function quarter(x: number, y: number, r: number, sx: 1 | -1, sy: 1 | -1): string {
  const k = r * ARC;
  return (
    `M${n(x)} ${n(y)}L${n(x + sx * r)} ${n(y)}` +
    `C${n(x + sx * r)} ${n(y + sy * k)} ${n(x + sx * k)} ${n(y + sy * r)} ${n(x)} ${n(y + sy * r)}Z`
  );
}

/** A star or a sparkle: `points` tips, inner radius as a share of the outer one. */
export function star(cx: number, cy: number, r: number, points = 4, inner = 0.28): string {
  const list: Point[] = [];
  for (let i = 0; i < points * 2; i++) {
    const a = (i * Math.PI) / points - Math.PI / 2;
    const radius = i % 2 === 0 ? r : r * inner;
    list.push([cx + Math.cos(a) * radius, cy + Math.sin(a) * radius]);
  }
  return polygon(list);
}

/** A closed, slightly uneven round shape; `wobble` as a share of the radius. */
export function blob(
  cx: number,
  cy: number,
  rx: number,
  ry: number,
  wobble: number,
  random: () => number,
): string {
  const points: Point[] = [];
  for (let i = 0; i < 9; i++) {
    const a = (i * Math.PI * 2) / 9;
    const k = 1 + (random() - 0.5) * 2 * wobble;
    points.push([cx + Math.cos(a) * rx * k, cy + Math.sin(a) * ry * k]);
  }
  return smooth(points, true);
}
