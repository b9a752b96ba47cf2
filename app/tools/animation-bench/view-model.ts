import { movementLabels, readShot } from "~/engines/scene/shot-line.ts";
import {
  captionCues,
  captionLines,
  filmSeconds,
  type Shot,
  type Storyboard,
  shotTimes,
} from "~/engines/scene/storyboard.ts";
import { checkCues } from "~/engines/subtitle-check.ts";
import { type Cue, writeVtt } from "~/engines/subtitle-cues.ts";
import type { Content } from "./content.ts";
import { storyboardOf } from "./engine.ts";
import { isFresh } from "./observations.ts";
import type { State } from "./state.ts";

export type ShotView = Shot & {
  start: number;
  end: number;
  movement: string;
  faults: string[];
  /** Lines the caption breaks into, its speed in characters a second, and what is wrong with it. */
  captionLines: string[];
  captionSpeed: number | null;
  captionFaults: string[];
};
export type AnimationView = {
  order: string;
  brand: { name: string; colours: { hex: string; name: string }[] };
  ideas: string[];
  board: Storyboard;
  shots: ShotView[];
  seconds: number;
  bounds: { least: number; most: number };
  style: string;
  palette: string;
  ratio: Storyboard["ratio"];
  networks: { id: string; label: string; ratios: string[]; least: number; most: number }[];
  network: string;
  burnt: boolean;
  mention: string;
  mentions: string[];
  stamp: string;
  alternative: string;
  poster: number | null;
  posterAlt: string;
  why: string;
  versions: { n: number; why: string; shots: string[]; seconds: number }[];
  vtt: string | null;
  maxFlashes: number;
  rendered: State["rendered"];
  fresh: boolean;
  attached: State["attached"];
};

/** What the learner may see; nothing under `expected` is touched. */
export function view(content: Content, state: State): AnimationView {
  const times = shotTimes(state);
  const cues: Cue[] = captionCues(state);
  const checked = checkCues(cues, content.rules.captions);
  return {
    order: content.order,
    brand: content.brand,
    ideas: content.ideas,
    board: storyboardOf(content, state),
    shots: state.shots.map((shot, i) => {
      const { movement, faults } = readShot(shot.line);
      const { start, end } = times[i]!;
      const reading = checked.find(({ cue }) => cue.start === Math.round(start * 1000))?.reading;
      return {
        ...shot,
        start,
        end,
        movement: movementLabels[movement],
        faults: shot.line.trim()
          ? faults.map((f) => f.message)
          : ["Écrivez ce plan\u00a0: mouvement, deux-points, scène, point, détails."],
        captionLines: captionLines(shot.caption),
        captionSpeed: shot.caption.trim() ? (reading?.speed ?? null) : null,
        captionFaults: shot.caption.trim() ? (reading?.faults.map((f) => f.message) ?? []) : [],
      };
    }),
    seconds: filmSeconds(state),
    bounds: { least: content.rules.seconds.least, most: content.rules.seconds.most },
    style: state.style,
    palette: state.palette,
    ratio: state.ratio,
    networks: content.networks.map(({ id, label, ratios, least, most }) => ({
      id,
      label,
      ratios,
      least,
      most,
    })),
    network: state.network,
    burnt: state.burnt,
    mention: state.mention,
    mentions: content.mentions,
    stamp: state.stamp,
    alternative: state.alternative,
    poster: state.poster,
    posterAlt: state.posterAlt,
    why: state.why,
    versions: state.versions.map((v) => ({
      n: v.n,
      why: v.why,
      shots: v.shots.map((s) => s.line),
      seconds: filmSeconds(v),
    })),
    vtt: cues.length > 0 ? writeVtt(cues) : null,
    maxFlashes: content.rules.flashes.perSecond,
    rendered: state.rendered,
    fresh: isFresh(content, state),
    attached: state.attached,
  };
}
