import { foldWords } from "~/engines/text-similarity.ts";

/** A run of words of a text, both ends included; words are counted over the whole text. */
export type Span = { from: number; to: number };
export type Passages = {
  /** Words as written, with the marks that touch them: « musée, ». */
  words: string[];
  /** Paragraphs, each a list of sentences. */
  paragraphs: Span[][];
  sentences: Span[];
};

/** Cuts a text into what one can point at. No-break spaces hold a word and its mark together. */
export function readPassages(text: string): Passages {
  const words: string[] = [];
  const paragraphs: Span[][] = [];
  for (const line of text.split(/\n+/)) {
    const sentences: Span[] = [];
    let from = words.length;
    for (const word of line.split(/[ \t]+/).filter(Boolean)) {
      const last = words.length > from ? words.at(-1)! : "";
      // « : », « » » and « ! » after an ordinary space belong to the word before, « « » to the word after; « 21 000 » is one.
      const joined =
        /^[»!?:;%€]+[.,]?$/.test(word) ||
        /«$/.test(last) ||
        (/^\d{3}(?!\d)/.test(word) && /^\d{1,3}$/.test(last));
      if (last && joined) words[words.length - 1] = `${last} ${word}`;
      else words.push(word);
    }
    const end = words.length - 1;
    for (let i = from; i <= end; i++)
      if (i === end || /[.!?…](?:\s?»)?$/.test(words[i]!)) {
        sentences.push({ from, to: i });
        from = i + 1;
      }
    if (sentences.length > 0) paragraphs.push(sentences);
  }
  return { words, paragraphs, sentences: paragraphs.flat() };
}

/** A span as text. */
export function spanText(passages: Passages, span: Span): string {
  return passages.words.slice(span.from, span.to + 1).join(" ");
}

/** Every place where a quotation stands, whatever its case, accents and marks. */
export function locate(passages: Passages, quote: string): Span[] {
  const sought = foldWords(quote);
  if (sought.length === 0) return [];
  const folded = passages.words.flatMap((word, at) => foldWords(word).map((w) => ({ w, at })));
  const found: Span[] = [];
  for (let i = 0; i + sought.length <= folded.length; i++)
    if (sought.every((w, k) => folded[i + k]!.w === w))
      found.push({ from: folded[i]!.at, to: folded[i + sought.length - 1]!.at });
  return found;
}

/** Words two spans share. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from) + 1);
}

export const spanLength = (span: Span) => span.to - span.from + 1;

/** A passage between guillemets, unless it has its own. */
export function quoted(text: string): string {
  return text.includes("«") ? text : `«\u00a0${text}\u00a0»`;
}
