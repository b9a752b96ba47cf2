import type { Group } from "../graph.ts";
import type { Stage } from "../stage.ts";

/** What a composition gives: its layers from far to near, and where words sit best on it. */
export type Composed = {
  layers: Group[];
  /** Where the horizon or the foot of the subject is, for the light. */
  horizon: number;
  words: "top" | "bottom" | "middle";
  /** The part of the width kept for words, as two shares; the whole width when absent. */
  column?: readonly [from: number, to: number];
};
export type Composition = (stage: Stage) => Composed;
