import * as buildings from "./buildings.ts";
import type { Motif } from "./motif.ts";
import * as nature from "./nature.ts";
import * as objects from "./objects.ts";
import * as people from "./people.ts";
import * as vessels from "./vessels.ts";

/** Everything the renderer can draw, by name. */
export const motifs = {
  ...people,
  ...vessels,
  ...buildings,
  ...objects,
  ...nature,
} satisfies Record<string, Motif>;
export type MotifName = keyof typeof motifs;

export const motif = (name: MotifName): Motif => motifs[name];
