import { z } from "zod";

/** Shape of content/spelling/french.yaml: what the French dictionary is called, and what it need not know. */
export const spellingGuide = z.strictObject({
  /** The dictionary and its date, shown to the learner under what it does not know. */
  source: z.string().min(1),
  terms: z.strictObject({
    source: z.string().min(1),
    date: z.iso.date(),
    confidence: z.enum(["high", "medium", "low"]),
    /** Words of the trade and names of services; case is ignored. */
    list: z.array(z.string().regex(/^[\p{L}\p{N}]+$/u)).min(1),
  }),
});
export type SpellingGuide = z.infer<typeof spellingGuide>;

/** A text to look up, and the texts whose words are not the learner's: what was given with the exercise. */
export type Proofread = { text: string; given: readonly string[] };

/** A word to look up: as written, then without its elided article (« l’eau », « eau »). */
export type Candidate = { written: string; word: string };

export type UnknownWord = { word: string; suggestions: string[] };

/** What the dictionary said of a text; `words` is null when it did not answer. */
export type Spelling = { source: string; words: UnknownWord[] | null };

/** Addresses, hashtags and mentions, then the endings of « adhérent(e)s ». */
const APART =
  /(?<!\S)[^\s@]+@\S+|(?:https?:\/\/|www\.)\S+|[@#][\p{L}\p{N}_.-]+|(?<![\p{L}\p{N}-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:fr|com|org|net|eu|info|bzh)(?![\p{L}\p{N}])(?:\/\S*)?|(?<=\p{L})\(\p{Ll}{1,5}\)s?/gu;
const WORD = /[\p{Script=Latin}\p{M}\p{N}]+(?:[’'·\u2011-][\p{Script=Latin}\p{M}\p{N}]+)*/gu;
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)’/i;
/** RGPD, PME; a longer run of capitals is a word said aloud. « XIXe » is a number. */
const ACRONYM = /^\p{Lu}{2,6}$|^[IVX]+(?:e|er|re)s?$/u;

/**
 * The words of a French text that a dictionary has to answer for, each once, in order. Left out: addresses, hashtags,
 * mentions, numbers, acronyms, single letters, what `given` or `terms` hold, and all but the root of « élu·e·s ».
 */
export function wordsToCheck({ text, given }: Proofread, terms: readonly string[]): Candidate[] {
  const known = new Set(terms.map((term) => term.toLowerCase()));
  for (const { written, word } of given.flatMap(candidates)) {
    known.add(written.toLowerCase());
    known.add(word.toLowerCase());
  }
  const found = new Map<string, Candidate>();
  for (const candidate of candidates(text)) {
    const { written, word } = candidate;
    if (word.length < 2 || /\p{N}/u.test(word) || ACRONYM.test(word)) continue;
    if (known.has(written.toLowerCase()) || known.has(word.toLowerCase())) continue;
    if (!found.has(word)) found.set(word, candidate);
  }
  return [...found.values()];
}

function candidates(text: string): Candidate[] {
  return [...text.normalize("NFC").replace(APART, " ").matchAll(WORD)].map(([found]) => {
    const written = found.replaceAll("'", "’").replaceAll("\u2011", "-").split("·")[0]!;
    return { written, word: written.replace(ELISION, "") };
  });
}
