import { type Node, type Paint, segments } from "./graph.ts";

/** What we need of a canvas: the browser's 2D context, an offscreen one, or a recorder in a test. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | "save"
  | "restore"
  | "transform"
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "quadraticCurveTo"
  | "bezierCurveTo"
  | "closePath"
  | "fill"
  | "stroke"
  | "clip"
  | "setLineDash"
  | "createLinearGradient"
  | "createRadialGradient"
  | "fillStyle"
  | "strokeStyle"
  | "lineWidth"
  | "lineCap"
  | "lineJoin"
  | "globalAlpha"
>;

function trace(pen: Pen, d: string): void {
  pen.beginPath();
  for (const s of segments(d)) {
    if (s[0] === "M") pen.moveTo(s[1], s[2]);
    else if (s[0] === "L") pen.lineTo(s[1], s[2]);
    else if (s[0] === "Q") pen.quadraticCurveTo(s[1], s[2], s[3], s[4]);
    else if (s[0] === "C") pen.bezierCurveTo(s[1], s[2], s[3], s[4], s[5], s[6]);
    else pen.closePath();
  }
}

/** « #rrggbb » with an alpha, as canvas gradients take it. */
export function withAlpha(colour: string, alpha: number): string {
  if (alpha >= 1) return colour;
  return `${colour}${Math.round(Math.max(0, alpha) * 255)
    .toString(16)
    .padStart(2, "0")}`;
}

function style(pen: Pen, fill: Paint): string | CanvasGradient {
  if (typeof fill === "string") return fill;
  const gradient =
    fill.kind === "linear"
      ? pen.createLinearGradient(fill.x1, fill.y1, fill.x2, fill.y2)
      : pen.createRadialGradient(fill.cx, fill.cy, 0, fill.cx, fill.cy, fill.r);
  for (const [offset, colour, alpha = 1] of fill.stops)
    gradient.addColorStop(offset, withAlpha(colour, alpha));
  return gradient;
}

/** Draws a graph on a canvas, as svgFile writes it. */
export function drawNodes(pen: Pen, nodes: readonly Node[], alpha = 1): void {
  for (const node of nodes) {
    const own = alpha * (node.alpha ?? 1);
    if (own <= 0) continue;
    if (node.kind === "group") {
      pen.save();
      if (node.matrix) pen.transform(...node.matrix);
      if (node.clip) {
        trace(pen, node.clip);
        pen.clip();
      }
      drawNodes(pen, node.children, own);
      pen.restore();
      continue;
    }
    pen.globalAlpha = own;
    trace(pen, node.d);
    if (node.fill) {
      pen.fillStyle = style(pen, node.fill);
      pen.fill();
    }
    if (node.stroke) {
      pen.strokeStyle = node.stroke.colour;
      pen.lineWidth = node.stroke.width;
      pen.lineCap = node.stroke.cap ?? "round";
      pen.lineJoin = "round";
      pen.setLineDash(node.stroke.dash ?? []);
      pen.stroke();
    }
  }
  pen.globalAlpha = 1;
}
