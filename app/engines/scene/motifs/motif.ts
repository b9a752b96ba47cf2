import type { Motion } from "../graph.ts";
import type { Tone } from "../palette.ts";

/** One outline of a motif: its tone, its path, a stroke width when it is a line, an opacity, a dash. */
export type Part = [tone: Tone, d: string, width?: number, alpha?: number, dash?: number[]];

/**
 * A thing that can be drawn: outlines in a box of its own, standing on the middle of the box's bottom edge.
 * `figure` people and animals, `vessel` what floats, `building`, `object` what stands on a table, `nature`.
 */
export type Motif = {
  box: [width: number, height: number];
  kind: "figure" | "vessel" | "building" | "object" | "nature";
  parts: Part[];
  motion?: Omit<Motion, "phase">;
};
