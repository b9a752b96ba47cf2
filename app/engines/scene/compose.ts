import { bookplate } from "./families/bookplate.ts";
import { cameo } from "./families/cameo.ts";
import { cliche } from "./families/cliche.ts";
import { collage } from "./families/collage.ts";
import { diagonal } from "./families/diagonal.ts";
import { editorial } from "./families/editorial.ts";
import type { Composition } from "./families/family.ts";
import { geometric } from "./families/geometric.ts";
import { isometric } from "./families/isometric.ts";
import { landscape } from "./families/landscape.ts";
import { layers as sheets } from "./families/layers.ts";
import { lettering } from "./families/lettering.ts";
import { map } from "./families/map.ts";
import { pattern } from "./families/pattern.ts";
import { poster } from "./families/poster.ts";
import { stillLife } from "./families/still-life.ts";
import { type Group, group, type Node } from "./graph.ts";
import type { MotifName } from "./motifs/catalogue.ts";
import { type Overlay, plainOverlay, type SetBlock, setOverlay } from "./overlay.ts";
import { type Tones, tonesOf } from "./palette.ts";
import { seeded } from "./random.ts";
import { type Family, type Reading, read, type Treatment } from "./reading.ts";
import { type Slots, sizeOf } from "./slots.ts";
import { lightLayer, litTones, type Stage } from "./stage.ts";
import { treat } from "./treatment.ts";

export const compositions: Record<Family, Composition> = {
  generique: cliche,
  affiche: poster,
  paysage: landscape,
  "nature-morte": stillLife,
  geometrique: geometric,
  editorial,
  vignette: bookplate,
  strates: sheets,
  plan: map,
  portrait: cameo,
  motif: pattern,
  typographique: lettering,
  collage,
  isometrique: isometric,
  diagonale: diagonal,
};

/** Faults that an unguided image carries, for whoever looks at it closely. */
export type Defect = "lettering" | "logo" | "anachronism" | "glow" | "stock-colours";

export type Scene = {
  width: number;
  height: number;
  /** From far to near; each top group has a depth, or none when it does not move with the camera. */
  layers: Group[];
  /** The words over it, drawn last and never treated. */
  words: Group[];
  blocks: SetBlock[];
  tones: Tones;
  reading: Reading;
  defects: Defect[];
  /** The part of the width where words are set, as two shares. */
  column: readonly [number, number];
};

const SET_IN_PAPER: readonly Treatment[] = ["aplat", "doux"];
/** What a prompt with no subject gets: something that suits everyone and says nothing. */
const NO_SUBJECT: MotifName[] = ["mountain"];

/** The scene of a reading: the same words and the same seed give the same scene. */
export function stageScene(reading: Reading, seed: number): Omit<Scene, "words" | "blocks"> {
  const { width, height } = sizeOf(reading.ratio);
  const tones = litTones(tonesOf(reading.colours), reading.light);
  const random = seeded(seed);
  const cast =
    reading.cast.length > 0
      ? reading.cast
      : reading.setting === "river"
        ? (["barque"] as MotifName[])
        : NO_SUBJECT;
  const u = Math.min(width, height) / 100;
  const stage: Stage = {
    w: width,
    h: height,
    u,
    tones,
    random,
    reading,
    cast,
    lead: cast[0]!,
    without: (what) => reading.without.includes(what),
  };
  const composed = compositions[reading.family](stage);
  const treatment: Treatment =
    reading.family === "strates" && SET_IN_PAPER.includes(reading.treatment)
      ? "papier"
      : reading.treatment;
  const hand = { tones, random: seeded(seed + 1), unit: u };
  const layers = composed.layers.map(
    (layer): Group => ({ ...layer, children: treat(layer.children, treatment, hand) }),
  );
  return {
    width,
    height,
    layers: [...layers, ...lightLayer(stage, composed.horizon)],
    tones,
    reading,
    defects: defectsOf(reading),
    column: composed.column ?? [0, 1],
  };
}

/** The faults an image carries follow from what its prompt left open; nothing needs to be drawn to know them. */
export function defectsOf(reading: Reading): Defect[] {
  if (reading.family !== "generique") return [];
  const list: Defect[] = [];
  for (const what of ["lettering", "logo", "anachronism", "glow"] as const)
    if (!reading.without.includes(what)) list.push(what);
  if (!reading.understood.palette) list.push("stock-colours");
  return list;
}

/** The overlay a prompt asked for by itself: its words, where the composition leaves room, with nothing under them. */
export function askedOverlay(reading: Reading): Overlay {
  const [title = "", ...rest] = reading.overlay.split("\n");
  return {
    ...plainOverlay,
    title,
    detail: rest.join(" · "),
    place: placeFor(reading),
    align: reading.family === "generique" ? "middle" : "start",
    ink: ON_PAPER.includes(reading.family) && reading.light !== "night" ? "dark" : "light",
    size: title.length > 24 ? "m" : "l",
  };
}

/** Compositions whose free room is paper. */
const ON_PAPER: readonly Family[] = ["typographique", "collage", "isometrique", "plan"];
const TOP_FAMILIES: readonly Family[] = ["generique", "paysage", "nature-morte", "plan"];
function placeFor(reading: Reading): Overlay["place"] {
  if (reading.room) return reading.room;
  if (reading.family === "motif") return "middle";
  return TOP_FAMILIES.includes(reading.family) ? "top" : "bottom";
}

/** A whole image from the nine slots, the brand's colours and a seed; `overlay` replaces the one the prompt asked for. */
export function composeScene(
  slots: Slots,
  brand: readonly string[],
  seed: number,
  overlay?: Overlay,
): Scene {
  const reading = read(slots, brand);
  const scene = stageScene(reading, seed);
  const words = setOverlay(overlay ?? askedOverlay(reading), scene, scene.tones, scene.column);
  return { ...scene, words: words.layers, blocks: words.blocks };
}

/** Everything a scene draws, from far to near. */
export function sceneNodes(scene: Pick<Scene, "layers" | "words">): Node[] {
  return [group(scene.layers), ...scene.words];
}
