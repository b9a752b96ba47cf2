import { foldWords } from "./text-similarity.ts";

export type WordErrors = {
  /** Words of the reference. */
  reference: number;
  substitutions: number;
  deletions: number;
  insertions: number;
  /** (substitutions + deletions + insertions) ÷ reference words; above 1 when much was added; null without reference. */
  rate: number | null;
};

/** Beyond this many words a text is cut: the distance is quadratic. A two-minute film has some 300. */
const MAX_WORDS = 1200;

/**
 * Words as a reader would tell them apart: case and punctuation do not count, accents and apostrophes do
 * (« a » is not « à », « mappelle » is not « m’appelle »).
 */
export function spokenWords(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .replaceAll("'", "’")
      .match(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu) ?? []
  );
}

/**
 * Word error rate of a transcription: Levenshtein distance on words (V. I. Levenshtein, 1966), divided by the
 * number of words of the reference: WER = (S + D + I) ÷ N, as used to measure automatic speech recognition.
 * Of the shortest edits, the one with most substitutions is kept. `folded` ignores accents and case.
 */
export function wordErrors(reference: string, given: string, folded = false): WordErrors {
  const read = folded ? foldWords : spokenWords;
  const a = read(reference).slice(0, MAX_WORDS);
  const b = read(given).slice(0, MAX_WORDS);
  // cost[j], and how it is made up, for the words read so far against the first j words given.
  type Cell = { cost: number; s: number; d: number; i: number };
  let row: Cell[] = b.map((_, j) => ({ cost: j, s: 0, d: 0, i: j }));
  row.push({ cost: b.length, s: 0, d: 0, i: b.length });
  for (let x = 1; x <= a.length; x++) {
    const next: Cell[] = [{ cost: x, s: 0, d: x, i: 0 }];
    for (let y = 1; y <= b.length; y++) {
      const same = a[x - 1] === b[y - 1];
      const diagonal = row[y - 1]!;
      const up = row[y]!;
      const left = next[y - 1]!;
      const swap = diagonal.cost + (same ? 0 : 1);
      if (swap <= up.cost + 1 && swap <= left.cost + 1)
        next.push({ ...diagonal, cost: swap, s: diagonal.s + (same ? 0 : 1) });
      else if (up.cost <= left.cost) next.push({ ...up, cost: up.cost + 1, d: up.d + 1 });
      else next.push({ ...left, cost: left.cost + 1, i: left.i + 1 });
    }
    row = next;
  }
  const last = row[b.length]!;
  return {
    reference: a.length,
    substitutions: last.s,
    deletions: last.d,
    insertions: last.i,
    rate: a.length === 0 ? null : Number((last.cost / a.length).toFixed(3)),
  };
}
