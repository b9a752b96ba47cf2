import { z } from "zod";
import type { Cue } from "./subtitle-cues.ts";

/** The rules subtitles are held to; from content, with their source and date. */
export const subtitleRules = z.strictObject({
  /** Characters a second: comfortable, and the most. */
  comfort: z.number().positive(),
  max: z.number().positive(),
  /** The charter's reading times: [seconds, characters], increasing. */
  points: z.array(z.tuple([z.number().positive(), z.number().positive()])).min(2),
  /** Share over the charter's points that is still accepted, e.g. 0.2. */
  tolerance: z.number().nonnegative(),
  lines: z.number().int().positive(),
  lineComfort: z.number().int().positive(),
  lineMax: z.number().int().positive(),
  minSeconds: z.number().positive(),
  maxSeconds: z.number().positive(),
  /** Words a line never ends on: articles, prepositions… */
  neverLast: z.array(z.string()).min(1),
});
export type SubtitleRules = z.infer<typeof subtitleRules>;

export type CueRule =
  | "speed"
  | "charter"
  | "lines"
  | "width"
  | "cut"
  | "duration"
  | "overlap"
  | "empty";
export type CueFault = { rule: CueRule; serious: boolean; message: string };
export type CueReading = {
  characters: number;
  seconds: number;
  /** Characters a second, one decimal; null when the cue has no duration. */
  speed: number | null;
  lines: number;
  widest: number;
  faults: CueFault[];
};

const fr = (n: number) => String(Number(n.toFixed(1))).replace(".", ",");

/** Characters that fit in `seconds` by the charter: straight lines between its points and beyond them, from 0. */
export function charterCapacity(seconds: number, points: SubtitleRules["points"]): number {
  const all: [number, number][] = [[0, 0], ...points];
  const after = Math.max(
    1,
    all.findIndex(([s]) => s >= seconds),
  );
  const i = seconds > all.at(-1)![0] ? all.length - 1 : after;
  const [s0, c0] = all[i - 1]!;
  const [s1, c1] = all[i]!;
  return c0 + ((c1 - c0) * (seconds - s0)) / (s1 - s0);
}

/** Measures one cue and names what is wrong with it; `next` is the cue that follows, for overlaps. */
export function checkCue(cue: Cue, rules: SubtitleRules, next?: Cue): CueReading {
  const lines = cue.text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const characters = lines.join(" ").length;
  const seconds = (cue.end - cue.start) / 1000;
  const speed = seconds > 0 ? Number((characters / seconds).toFixed(1)) : null;
  const widest = Math.max(0, ...lines.map((line) => line.length));
  const faults: CueFault[] = [];
  const say = (rule: CueRule, serious: boolean, message: string) =>
    faults.push({ rule, serious, message });

  if (characters === 0) say("empty", true, "Ce sous-titre est vide.");
  if (seconds <= 0) say("duration", true, "La fin doit venir après le début.");
  else if (seconds < rules.minSeconds)
    say(
      "duration",
      false,
      `Affichage de ${fr(seconds)}\u00a0s\u00a0: moins de ${fr(rules.minSeconds)}\u00a0s, l’œil n’a pas le temps.`,
    );
  else if (seconds > rules.maxSeconds)
    say(
      "duration",
      false,
      `Affichage de ${fr(seconds)}\u00a0s\u00a0: au-delà de ${fr(rules.maxSeconds)}\u00a0s, on relit.`,
    );
  if (speed !== null && speed > rules.max)
    say(
      "speed",
      true,
      `${fr(speed)} signes par seconde\u00a0: plus de ${fr(rules.max)}, c’est trop rapide.`,
    );
  else if (speed !== null && speed > rules.comfort)
    say(
      "speed",
      false,
      `${fr(speed)} signes par seconde\u00a0: lisible, mais au-dessus du confort (${fr(rules.comfort)}).`,
    );
  if (seconds > 0) {
    const most = Math.floor(charterCapacity(seconds, rules.points) * (1 + rules.tolerance));
    if (characters > most)
      say(
        "charter",
        true,
        `${characters} signes en ${fr(seconds)}\u00a0s\u00a0: la charte en admet ${most}, tolérance comprise.`,
      );
  }
  if (lines.length > rules.lines)
    say("lines", true, `${lines.length} lignes\u00a0: ${rules.lines} au plus.`);
  if (widest > rules.lineMax)
    say("width", true, `Une ligne de ${widest} signes\u00a0: ${rules.lineMax} au plus.`);
  else if (widest > rules.lineComfort)
    say("width", false, `Une ligne de ${widest} signes\u00a0: visez ${rules.lineComfort}.`);
  const cut = lines.map(lastWord).find((word) => rules.neverLast.includes(word));
  if (cut)
    say(
      "cut",
      false,
      `Une ligne finit sur «\u00a0${cut}\u00a0»\u00a0: coupez entre deux groupes de sens.`,
    );
  if (next && next.start < cue.end)
    say("overlap", true, "Ce sous-titre finit après le début du suivant.");
  return { characters, seconds, speed, lines: lines.length, widest, faults };
}

/** The last word of a line in lower case; « d’ » of « d’|eau » counts as « d’ ». */
function lastWord(line: string): string {
  return /([\p{L}\p{M}]+[’']?)[\s.…]*$/u.exec(line.toLowerCase())?.[1]?.replace("'", "’") ?? "";
}

/** Every cue with its reading, in the order of time. */
export function checkCues<C extends Cue>(cues: readonly C[], rules: SubtitleRules) {
  const sorted = [...cues].sort((a, b) => a.start - b.start);
  return sorted.map((cue, i) => ({ cue, reading: checkCue(cue, rules, sorted[i + 1]) }));
}
