/**
 * How easily a French text reads. Kandel and Moles (1958) adapted Flesch's « reading ease » to French:
 * 207 − 1.015 × (words ÷ sentences) − 73.6 × (syllables ÷ words). Above 60: easy; 30 to 60: middling; below: hard.
 * Syllables are counted from spelling, so the figure is an order of magnitude, good for comparing two versions.
 */
export type Readability = {
  words: number;
  sentences: number;
  syllables: number;
  /** Words a sentence holds on average. */
  meanSentence: number;
  /** Words of the longest sentence. */
  longestSentence: number;
  /** Share of words of three syllables or more, 0 to 1. */
  longWords: number;
  /** Kandel-Moles, one decimal; null when there is no word. */
  score: number | null;
};

/** As shown to a learner; the figures are those `readability` uses. */
export const FORMULA = "207 − 1,015 × (mots ÷ phrases) − 73,6 × (syllabes ÷ mots)";

const WORD = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu;
const VOWELS = /[aeiouyàâäæéèêëîïôöœùûüÿ]+/g;
/** A stop ends a sentence when a space, a closing mark or the end follows: « 7,20 » and « 61.5 » do not. */
const STOP = /[.!?…]+(?:[\s\u00a0\u202f]*[»”")\]])?(?=\s|$)/gu;

/** The words of a text; « l’eau » is two, « grand-mère » one. */
export function readWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The sentences of a text that hold a word; a line break ends one too. */
export function readSentences(text: string): string[] {
  return text
    .split(/\n+/)
    .flatMap((line) => line.replace(STOP, (stop) => `${stop}\n`).split("\n"))
    .map((sentence) => sentence.trim())
    .filter((sentence) => readWords(sentence).length > 0);
}

/** Syllables of one word, from its spelling: groups of vowels, a silent final « e » or « es » left out, one at least. */
export function countSyllables(word: string): number {
  const lower = word.normalize("NFC").toLowerCase();
  if (/^\d+$/.test(lower)) return lower.length;
  const opened = lower
    // « barque », « guide »: this u is not said; « musée »: nor is this e.
    .replace(/qu(?=[a-zàâéèêëîïôû])|gu(?=[eiéèê])/g, "k")
    .replace(/ées?$/, "é")
    // « théâtre », « Noël », « naïf »: two vowels said apart.
    .replace(/([éèëï])(?=[aeiouyàâôûœ])/g, "$1-")
    .replace(/([aeou])(?=[ïëé])/g, "$1-");
  const groups = opened.match(VOWELS)?.length ?? 0;
  const silent = groups > 1 && /[^aeiouyàâäæéèêëîïôöœùûüÿ-]es?$/.test(opened) ? 1 : 0;
  return Math.max(1, groups - silent);
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** Measures a text; linear in its length. */
export function readability(text: string): Readability {
  const sentences = readSentences(text).map((sentence) => readWords(sentence).length);
  const counts = readWords(text).map(countSyllables);
  const words = counts.length;
  const syllables = counts.reduce((sum, n) => sum + n, 0);
  if (words === 0)
    return {
      words: 0,
      sentences: 0,
      syllables: 0,
      meanSentence: 0,
      longestSentence: 0,
      longWords: 0,
      score: null,
    };
  const mean = words / sentences.length;
  return {
    words,
    sentences: sentences.length,
    syllables,
    meanSentence: round(mean, 1),
    longestSentence: Math.max(...sentences),
    longWords: round(counts.filter((n) => n >= 3).length / words, 3),
    score: round(207 - 1.015 * mean - 73.6 * (syllables / words), 1),
  };
}
