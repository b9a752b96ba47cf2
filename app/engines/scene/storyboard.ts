import type { Cue } from "../subtitle-cues.ts";
import { legible } from "./glyphs/legible.ts";
import { readShot } from "./shot-line.ts";
import { type Ratio, sizeOf } from "./slots.ts";
import { bound, breakLines } from "./text.ts";

export const transitions = ["cut", "fade", "wipe"] as const;
export type Transition = (typeof transitions)[number];

export type Shot = {
  id: string;
  /** « [mouvement] : [scène]. [détails] ». */
  line: string;
  seconds: number;
  /** Spoken or needed words, shown as a subtitle. */
  caption: string;
  /** Words set on the image. */
  title: string;
  /** How the shot comes in. */
  transition: Transition;
};

/** All that is needed to draw a film again: the same storyboard always gives the same frames. */
export type Storyboard = {
  ratio: Ratio;
  /** Style and palette shared by every shot, as in a visual prompt. */
  style: string;
  palette: string;
  brand: readonly string[];
  seed: number;
  shots: readonly Shot[];
  /** Said on the image during the whole film; empty for none. */
  mention: string;
  /** Subtitles drawn on the image as well as in their own file. */
  burnt: boolean;
};

/** Characters of a subtitle's line that fit a narrow screen. */
const LINE = 36;

/** Seconds of the whole film. */
export const filmSeconds = (board: Pick<Storyboard, "shots">): number =>
  Math.round(board.shots.reduce((sum, shot) => sum + shot.seconds, 0) * 100) / 100;

/** When each shot starts and ends, in seconds. */
export function shotTimes(board: Pick<Storyboard, "shots">): { start: number; end: number }[] {
  let at = 0;
  return board.shots.map((shot) => {
    const start = at;
    at = Math.round((at + shot.seconds) * 100) / 100;
    return { start, end: at };
  });
}

/** A subtitle broken into lines of about 36 characters, at the same width for every letter. */
export function captionLines(text: string): string[] {
  const widest = legible.space * 0.6 + 500;
  return breakLines(legible, text, 1000, LINE * widest);
}

/** One cue a captioned shot, in milliseconds; a tenth of a second is left dark at the end of each. */
export function captionCues(board: Pick<Storyboard, "shots">): Cue[] {
  const times = shotTimes(board);
  return board.shots.flatMap((shot, i) => {
    const text = shot.caption.trim();
    const { start, end } = times[i]!;
    return text
      ? [
          {
            start: Math.round(start * 1000),
            end: Math.max(Math.round(start * 1000) + 100, Math.round(end * 1000) - 100),
            text: captionLines(text).join("\n"),
          },
        ]
      : [];
  });
}

/** What a person who sees nothing needs: every shot in words, in order. */
export function draftAlternative(board: Pick<Storyboard, "shots">): string {
  return board.shots
    .map((shot, i) => {
      const { scene, details } = readShot(shot.line);
      const said = [scene, details]
        .filter(Boolean)
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join(". ");
      const words = [
        shot.title && `Texte à l’écran\u00a0: «\u00a0${shot.title.trim()}\u00a0».`,
        shot.caption &&
          `Sous-titre\u00a0: «\u00a0${shot.caption.trim()}\u00a0»${/[.!?…]$/.test(shot.caption.trim()) ? "" : "."}`,
      ].filter(Boolean);
      return bound(`Plan ${i + 1}. ${said || "Scène à décrire"}. ${words.join(" ")}`.trim());
    })
    .join("\n");
}

export const filmSize = (board: Pick<Storyboard, "ratio">) => sizeOf(board.ratio);
