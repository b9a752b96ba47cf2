import { STOP_WORDS } from "./french-text.ts";

type Token = { word: string; from: number; to: number };

/** « 19 400 » is one word; « 87 % » two; elisions and hyphens are opened. */
const TOKEN = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|[\p{L}\p{M}\p{N}]+|[%€]/gu;

function tokens(text: string): Token[] {
  return [...text.matchAll(TOKEN)].map((found) => ({
    word: found[0]
      .normalize("NFKD")
      .replace(/[\p{M}\s]+/gu, "")
      .toLowerCase()
      .replaceAll("œ", "oe")
      .replaceAll("æ", "ae"),
    from: found.index,
    to: found.index + found[0].length,
  }));
}

/** Words of a text, folded (case, accents, apostrophes); linear, whatever the length. */
export function foldWords(text: string): string[] {
  return tokens(text).map((t) => t.word);
}

/** The text from one token to another as it was written, on one line. */
const written = (text: string, from: Token, to: Token) =>
  text.slice(from.from, to.to).replace(/\s+/g, " ");

/** Is `pattern` in these folded words, in this order and side by side? A word ending in « * » matches any ending. */
export function holdsPhrase(folded: readonly string[], pattern: string): boolean {
  const parts = tokens(pattern).map((t) => ({ word: t.word, open: pattern[t.to] === "*" }));
  if (parts.length === 0) return false;
  return folded.some((_, from) =>
    parts.every(({ word, open }, i) => {
      const seen = folded[from + i];
      return seen !== undefined && (open ? seen.startsWith(word) : seen === word);
    }),
  );
}

/** A run of words that two texts share. */
export type SharedRun = { words: number; text: string; from: number };

/**
 * Runs of at least `least` words in a row that `text` shares with `other`, longest reading first come first served.
 * Eight words in a row is the usual mark of a copied sentence (our choice, from the subject's rule on originality).
 * Words are compared folded; `from` is the rank of the first word in `text`.
 */
export function sharedRuns(text: string, other: string, least = 8): SharedRun[] {
  const own = tokens(text);
  const mine = own.map((t) => t.word);
  const theirs = foldWords(other);
  const starts = new Map<string, number[]>();
  for (let j = 0; j + least <= theirs.length; j++) {
    const key = theirs.slice(j, j + least).join(" ");
    const known = starts.get(key);
    if (known) known.push(j);
    else starts.set(key, [j]);
  }
  const runs: SharedRun[] = [];
  for (let i = 0; i + least <= mine.length; ) {
    const at = starts.get(mine.slice(i, i + least).join(" ")) ?? [];
    // A text that says one thing over and over has many starts: a few are enough to measure the longest.
    const longest = Math.max(
      0,
      ...at.slice(0, 20).map((j) => {
        let n = least;
        while (mine[i + n] !== undefined && mine[i + n] === theirs[j + n]) n++;
        return n;
      }),
    );
    if (longest > 0)
      runs.push({ words: longest, text: written(text, own[i]!, own[i + longest - 1]!), from: i });
    i += Math.max(1, longest);
  }
  return runs;
}

/** Three words in a row that come back, with how often; runs of small words only are left out. Most frequent first. */
export function repeatedTrigrams(text: string): { text: string; times: number }[] {
  const counts = new Map<string, { text: string; times: number }>();
  for (const line of text.split(/\n+/)) {
    const list = tokens(line);
    for (let i = 0; i + 3 <= list.length; i++) {
      const three = list.slice(i, i + 3);
      const full = three.filter((t) => t.word.length > 2 && !STOP_WORDS.has(t.word));
      if (full.length < 2) continue;
      const key = three.map((t) => t.word).join(" ");
      const known = counts.get(key);
      if (known) known.times += 1;
      else counts.set(key, { text: written(line, three[0]!, three[2]!).toLowerCase(), times: 1 });
    }
  }
  return [...counts.values()]
    .filter(({ times }) => times > 1)
    .sort((a, b) => b.times - a.times || a.text.localeCompare(b.text, "fr"));
}

/** The expressions of a list found in a text, each once, in the list's order; « sublim* » matches any ending. */
export function findExpressions(text: string, list: readonly string[]): string[] {
  const folded = foldWords(text);
  return list.filter((expression) => holdsPhrase(folded, expression));
}
