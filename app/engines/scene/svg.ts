import { type Matrix, type Node, n, type Paint } from "./graph.ts";

const escaped = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
const three = (value: number): string => String(Math.round(value * 1000) / 1000);
const matrixText = (m: Matrix): string => `matrix(${m.map(three).join(" ")})`;

type Definitions = { list: string[]; known: Map<string, string> };

function define(definitions: Definitions, body: (id: string) => string, key: string): string {
  const known = definitions.known.get(key);
  if (known) return known;
  const id = `d${definitions.list.length}`;
  definitions.list.push(body(id));
  definitions.known.set(key, id);
  return id;
}

function paint(definitions: Definitions, fill: Paint): string {
  if (typeof fill === "string") return fill;
  const stops = fill.stops
    .map(
      ([offset, colour, alpha = 1]) =>
        `<stop offset="${three(offset)}" stop-color="${colour}"${alpha < 1 ? ` stop-opacity="${three(alpha)}"` : ""}/>`,
    )
    .join("");
  const id = define(
    definitions,
    (name) =>
      fill.kind === "linear"
        ? `<linearGradient id="${name}" gradientUnits="userSpaceOnUse" x1="${n(fill.x1)}" y1="${n(fill.y1)}" x2="${n(fill.x2)}" y2="${n(fill.y2)}">${stops}</linearGradient>`
        : `<radialGradient id="${name}" gradientUnits="userSpaceOnUse" cx="${n(fill.cx)}" cy="${n(fill.cy)}" r="${n(fill.r)}">${stops}</radialGradient>`,
    JSON.stringify(fill),
  );
  return `url(#${id})`;
}

function write(definitions: Definitions, node: Node, alpha: number): string {
  const own = alpha * (node.alpha ?? 1);
  if (node.kind === "group") {
    const inner = node.children.map((child) => write(definitions, child, own)).join("");
    if (!inner) return "";
    const clip = node.clip
      ? ` clip-path="url(#${define(definitions, (id) => `<clipPath id="${id}"><path d="${node.clip}"/></clipPath>`, `clip ${node.clip}`)})"`
      : "";
    const matrix = node.matrix ? ` transform="${matrixText(node.matrix)}"` : "";
    return clip || matrix ? `<g${matrix}${clip}>${inner}</g>` : inner;
  }
  const { d, fill, stroke } = node;
  const opacity = own < 1 ? ` opacity="${three(own)}"` : "";
  const ink = stroke
    ? ` stroke="${stroke.colour}" stroke-width="${n(stroke.width)}" stroke-linejoin="round"${stroke.cap === "butt" ? "" : ' stroke-linecap="round"'}${stroke.dash ? ` stroke-dasharray="${stroke.dash.map(n).join(" ")}"` : ""}`
    : "";
  return `<path d="${d}" fill="${fill ? paint(definitions, fill) : "none"}"${ink}${opacity}/>`;
}

/**
 * The graph as a whole SVG file, closed on itself: no font, no image, no script. `title` and `description` are read
 * aloud; `metadata` is XML of ours (an XMP packet), written as it is.
 */
export function svgFile(
  nodes: readonly Node[],
  size: { width: number; height: number },
  about: { title?: string; description?: string; metadata?: string } = {},
): string {
  const definitions: Definitions = { list: [], known: new Map() };
  const body = nodes.map((node) => write(definitions, node, 1)).join("");
  const { title, description, metadata } = about;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" role="img">` +
    (title ? `<title>${escaped(title)}</title>` : "") +
    (description ? `<desc>${escaped(description)}</desc>` : "") +
    (metadata ? `<metadata>${metadata}</metadata>` : "") +
    (definitions.list.length > 0 ? `<defs>${definitions.list.join("")}</defs>` : "") +
    `${body}</svg>`
  );
}
