/** Text longer than this is never analysed further: every rule stays linear and short. */
export const MAX_ANALYSED = 4000;

/**
 * Lowercase, accents removed, apostrophes and hyphens opened, punctuation kept as separate marks:
 * « Qu’est-ce que l’âge ? » → "qu est ce que l age ?".
 */
export function normalise(text: string): string {
  return text
    .slice(0, MAX_ANALYSED)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/(\d)([%€])/g, "$1 $2")
    .replace(/([?!.,;:])/g, " $1 ")
    .replace(/[^\p{L}\p{N}%€?!.,;:]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}

/** Words of a text, normalised, without punctuation. */
export function words(text: string): string[] {
  return normalise(text).match(/[\p{L}\p{N}%€]+/gu) ?? [];
}

/** Small words that a cue of several words may skip over, and that carry no topic. */
export const STOP_WORDS = new Set(
  (
    "a ai as au aux avec avez avons bien c ca ce cela ces cet cette chez ci comme d dans de des deja donc du elle elles en " +
    "encore entre es est et etes etre eu eux faire fait faites il ils j je l la le les leur leurs lui m ma mais me meme " +
    "mes moi mon n ne ni nos notre nous on ont ou par pas peu peut peuvent plus pour pouvez pouvons qu que quel " +
    "quelle quelles quels qui quoi s sa sans se ses si soit son sont sous sur t ta te tes toi ton tous tout toute " +
    "toutes tres tu un une va vos votre vous y"
  ).split(" "),
);

/** Endings taken off, longest first, with the shortest stem they may leave. */
const ENDINGS: [string, number][] = [
  ["issements", 3],
  ["issement", 3],
  ["eraient", 4],
  ["ements", 4],
  ["eriez", 4],
  ["erait", 4],
  ["erons", 4],
  ["eront", 4],
  ["ement", 4],
  ["aient", 4],
  ["erez", 4],
  ["erai", 4],
  ["iez", 4],
  ["ent", 4],
  ["ees", 4],
  ["ait", 4],
  ["era", 4],
  ["ant", 5],
  ["es", 3],
  ["ee", 3],
  ["ez", 3],
  ["er", 4],
  ["e", 3],
];

/** Light stem: plural, feminine and common verb endings; words of three letters or less are kept. */
export function stem(word: string): string {
  if (word.length <= 3 || /\d/.test(word)) return word;
  if (word.endsWith("aux") && word.length > 5) return `${word.slice(0, -3)}al`;
  let w = word.replace(/[sx]$/, "");
  if (w.length <= 3) return w;
  // Twice when a feminine hides another ending: « concurrente » → « concurrent » → « concurr ».
  for (let pass = 0; pass < 2; pass++) {
    const found = ENDINGS.find(([e, least]) => w.endsWith(e) && w.length - e.length >= least);
    if (!found) break;
    w = w.slice(0, -found[0].length);
    if (found[0] !== "e") break;
  }
  // «appell-» and «appel-», «annull-»: a doubled last consonant is spelling, not sense.
  return w.replace(/([lnt])\1$/, "$1");
}

/** Are two words one typing slip apart (a letter missing, added, changed, or two swapped)? */
export function nearlySame(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** A repeatable choice: the same seed and key always take the same variant. */
export function pick<T>(list: readonly T[], seed: number, key: string): T {
  let h = (seed ^ 0x811c9dc5) >>> 0;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193) >>> 0;
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d) >>> 0;
  h ^= h >>> 12;
  return list[(h >>> 0) % list.length]!;
}
