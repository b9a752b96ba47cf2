/** The look of an exported dossier: the light tokens of app.css, since paper knows no dark theme. */
export const ink = "#221d18";
export const muted = "#62594e";
export const line = "#cfc5b3";
export const paper = "#faf6ee";

const blocks = [
  { hue: "#24468c", soft: "#e5ebf7", shape: "disc" },
  { hue: "#a31d57", soft: "#fae6ed", shape: "square" },
  { hue: "#1c5f44", soft: "#e1f0e7", shape: "triangle" },
  { hue: "#66389a", soft: "#eee6f7", shape: "diamond" },
] as const;

export type BlockLook = (typeof blocks)[number];

/** Hue, tint and shape of a block, by its place in the certification (from 1; a fifth starts again). */
export function blockLook(order: number): BlockLook {
  const at = (((Math.trunc(order) - 1) % blocks.length) + blocks.length) % blocks.length;
  return blocks[at] as BlockLook;
}
