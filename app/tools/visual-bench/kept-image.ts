import { composeScene, type Scene } from "~/engines/scene/compose.ts";
import {
  type BlockContrast,
  outsideSafeZone,
  overlayContrast,
  type PaletteDistance,
  paletteDistance,
  scenePixels,
} from "~/engines/scene/measure.ts";
import type { Insets, SetBlock } from "~/engines/scene/overlay.ts";
import { promptText, type Ratio } from "~/engines/scene/slots.ts";
import type { Content } from "./content.ts";
import { brandColours, seedOfRun, slotsOf } from "./engine.ts";
import type { Run, State } from "./state.ts";

/** An image that was not composed here, with where it comes from. */
export type Received = {
  by: "declared" | "model";
  asset: { assetId: string; width: number; height: number; name: string } | null;
  tool: string;
  prompt: string;
};

/** What the learner shows when it was not composed here: made elsewhere and declared, or by the image model. */
export function received(state: State): Received | null {
  if (state.source === "own")
    return {
      by: "declared",
      asset: state.own.asset,
      tool: state.own.tool,
      prompt: state.own.prompt,
    };
  const run = state.runs.find((r) => r.id === state.kept);
  if (!run?.generated) return null;
  const { label, model: _model, ...asset } = run.generated;
  return {
    by: "model",
    asset: { ...asset, name: `Image générée, ${label}` },
    tool: label,
    prompt: promptText(slotsOf(state, run)),
  };
}

/** The kept run, when it was composed here. */
const composedRun = (state: State): Run | undefined =>
  state.runs.find((r) => r.id === state.kept && !r.generated);

/** What makes and exports composed images, as it is called everywhere. */
export const RENDERER = "Modèle d’entraînement hors ligne";

/** The image the learner keeps, with its words; null when none composed here is kept. */
export function keptScene(content: Content, state: State): Scene | null {
  const run = composedRun(state);
  return run
    ? composeScene(slotsOf(state, run), brandColours(content), seedOfRun(state, run), state.overlay)
    : null;
}

export type Measures = {
  ratio: Ratio;
  contrast: BlockContrast[];
  palette: PaletteDistance;
  outside: SetBlock[];
  blocks: SetBlock[];
  width: number;
};

/** The part of an image that a network leaves free: its own zone when it is tall, the common margin otherwise. */
export function insetsFor(content: Content, networkId: string, ratio: Ratio): Insets {
  const network = content.networks.find((n) => n.id === networkId);
  const m = content.rules.margin;
  return ratio === "9:16" && network ? network.tall : { top: m, right: m, bottom: m, left: m };
}

/* Composing and sampling take a few tens of milliseconds and a page asks several times. */
const known = new Map<string, Measures>();
const KEPT = 40;

/** What is measured on the composed pixels of the kept image; null when none composed here is kept. */
export function measureKept(content: Content, state: State): Measures | null {
  const run = composedRun(state);
  if (!run) return null;
  const key = JSON.stringify([
    slotsOf(state, run),
    seedOfRun(state, run),
    state.overlay,
    state.network,
    content.brand,
    content.rules.margin,
    content.networks,
  ]);
  const before = known.get(key);
  if (before) return before;
  const scene = keptScene(content, state)!;
  const ratio = scene.reading.ratio;
  const measures: Measures = {
    ratio,
    contrast: overlayContrast(scene),
    palette: paletteDistance(scenePixels(scene), brandColours(content)),
    outside: outsideSafeZone(scene.blocks, scene, insetsFor(content, state.network, ratio)),
    blocks: scene.blocks,
    width: Math.min(scene.width, scene.height),
  };
  if (known.size >= KEPT) known.clear();
  known.set(key, measures);
  return measures;
}
