import { nearlySame, STOP_WORDS, stem, words } from "./french-text.ts";

/**
 * The little language of cues:
 * "budget" matches the word in its usual forms; "accessib*" any word that begins so;
 * "qui achete" the words in this order, small words between them allowed; "~combien" is weak: it counts
 * only beside something else; "-client" is faint: it counts, but less than any plain word (« client » is in many
 * questions that are not about clients). Accents, capitals and apostrophes do not matter.
 */
type Part = { stem: string; prefix: boolean; word: string };
export type Cue = { parts: Part[]; weak: boolean; weight: number };

const FAINT = 0.6;

/** A text prepared for cue matching. */
export type Scanned = { words: string[]; stems: string[]; at: Map<string, number[]> };

/** Prepares a text once; matching many cues against it is then cheap. */
export function scan(text: string): Scanned {
  const list = words(text);
  const stems = list.map(stem);
  const at = new Map<string, number[]>();
  for (const [i, s] of stems.entries()) {
    const known = at.get(s);
    if (known) known.push(i);
    else at.set(s, [i]);
  }
  return { words: list, stems, at };
}

const compiled = new Map<string, Cue>();

/** Reads a cue; results are remembered because content repeats them at every question. */
export function readCue(source: string): Cue {
  const known = compiled.get(source);
  if (known) return known;
  const weak = source.startsWith("~");
  const parts = source
    .replace(/^[~-]/, "")
    .split(/\s+/)
    .flatMap((piece) => {
      const prefix = piece.endsWith("*");
      const list = words(piece);
      return list.map((word, i) => {
        const last = i === list.length - 1;
        return { word, stem: stem(word), prefix: prefix && last };
      });
    });
  const telling = parts.filter((p) => !STOP_WORDS.has(p.word)).length;
  const faint = telling === 0 || source.startsWith("-");
  const cue = { parts, weak, weight: weak ? 0.4 : faint ? FAINT : 1 + 0.5 * (telling - 1) };
  if (compiled.size > 8000) compiled.clear();
  compiled.set(source, cue);
  return cue;
}

const fits = (part: Part, text: Scanned, i: number) =>
  part.prefix ? text.words[i]!.startsWith(part.word) : text.stems[i] === part.stem;

function starts(part: Part, text: Scanned): number[] {
  if (!part.prefix) return text.at.get(part.stem) ?? [];
  const found: number[] = [];
  for (let i = 0; i < text.words.length; i++)
    if (text.words[i]!.startsWith(part.word)) found.push(i);
  return found;
}

/** Positions of the first match, or null. Between two words of a cue: small words, one other word at most. */
function match(cue: Cue, text: Scanned): number[] | null {
  const [first, ...rest] = cue.parts;
  if (!first) return null;
  for (const from of starts(first, text)) {
    const path = [from];
    const all = rest.every((part) => {
      let others = 0;
      const at = path[path.length - 1]!;
      for (let j = at + 1; j < text.words.length && j <= at + 8; j++) {
        if (fits(part, text, j)) {
          path.push(j);
          return true;
        }
        if (!STOP_WORDS.has(text.words[j]!) && ++others > 1) return false;
      }
      return false;
    });
    if (all) return path;
  }
  return null;
}

/** Position of the first match, or −1. */
export function findCue(cue: Cue, text: Scanned): number {
  return match(cue, text)?.[0] ?? -1;
}

export type CueScore = {
  /** Sum over cues: 1 for a word, a half more for each further telling word, 0.6 for a faint one. */
  strong: number;
  weak: number;
  /** Where the first match begins; Infinity without one. */
  first: number;
};

/** How much a list of cues is found in a text; a word of the text counts once, in its weightiest cue. */
export function scoreCues(cues: readonly string[], text: Scanned): CueScore {
  const score: CueScore = { strong: 0, weak: 0, first: Number.POSITIVE_INFINITY };
  const found: { cue: Cue; path: number[] }[] = [];
  for (const source of cues) {
    const cue = readCue(source);
    const path = match(cue, text);
    if (path) found.push({ cue, path });
  }
  found.sort((a, b) => b.cue.weight - a.cue.weight);
  const used = new Set<number>();
  for (const { cue, path } of found) {
    // The words that tell: a cue wholly inside a weightier one adds nothing.
    if (path.some((i) => used.has(i) && !STOP_WORDS.has(text.words[i]!))) continue;
    for (const i of path) used.add(i);
    score.first = Math.min(score.first, path[0]!);
    if (cue.weak) score.weak += cue.weight;
    else score.strong += cue.weight;
  }
  return score;
}

/** Is any of the strong cues in the text? */
export function hasCue(cues: readonly string[], text: Scanned): boolean {
  return cues.some((c) => findCue(readCue(c), text) >= 0);
}

/** Like `scoreCues`, but forgives one typing slip in words of six letters or more. */
export function scoreMisspelt(cues: readonly string[], text: Scanned): number {
  let score = 0;
  const long = text.words.filter((w) => w.length >= 6);
  for (const source of cues) {
    const { parts, weak } = readCue(source);
    const part = parts[0];
    if (weak || parts.length !== 1 || !part || part.word.length < 6) continue;
    const close = part.prefix
      ? long.some((w) => nearlySame(w.slice(0, part.word.length), part.word))
      : long.some((w) => nearlySame(w, part.word) || nearlySame(stem(w), part.stem));
    if (close) score += 1;
  }
  return score;
}
