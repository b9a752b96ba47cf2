/** Reading a prompt as text: folding, sentences, words. Linear in the prompt's length, whatever is typed. */

export type Span = { start: number; end: number };

const FOLDED: Record<string, string> = {
  "’": "'",
  "‘": "'",
  ʼ: "'",
  "\u00a0": " ",
  "\u202f": " ",
  "\u2009": " ",
  "\t": " ",
  œ: "o",
  Œ: "o",
  æ: "a",
  Æ: "a",
};

/**
 * Lowercases and drops accents, one code unit for one code unit, so that places found in the folded text
 * hold in the given one. Give it text in composed form (NFC).
 */
export function fold(text: string): string {
  let out = "";
  for (const unit of text) {
    const known = FOLDED[unit];
    if (known !== undefined) out += known;
    else if (unit.length > 1) out += unit;
    else {
      const base = unit.normalize("NFD")[0]?.toLowerCase() ?? unit;
      out += base.length === 1 ? base : unit;
    }
  }
  return out;
}

/** Places of the sentences: cut after . ! ? … followed by a space, and at each line break. */
export function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    let from = start;
    let to = end;
    while (from < to && /\s/.test(text[from] as string)) from++;
    while (to > from && /\s/.test(text[to - 1] as string)) to--;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (const cut of text.matchAll(/[.!?…]+(?=[\s»”"]|$)(?:\s?[»”"])?|\n/g))
    push(cut.index + cut[0].length);
  push(text.length);
  return spans;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text, as typed. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** How many words; an elided article counts with its noun. */
export function wordCount(text: string): number {
  return wordsOf(text).length;
}

/** What stands between guillemets, quotes or tags, with its place (marks excluded). */
export function quotedSpans(text: string): Span[] {
  const spans: Span[] = [];
  const pattern =
    /«\s?([^«»]{1,20000})»|"""([\s\S]{1,20000}?)"""|“([^“”]{1,20000})”|"([^"\n]{1,4000})"|<texte>([\s\S]{1,20000}?)<\/texte>/gi;
  for (const found of text.matchAll(pattern)) {
    const inner = found.slice(1).find((g) => g !== undefined) ?? "";
    const trimmed = inner.trim();
    if (!trimmed) continue;
    const start = found.index + found[0].indexOf(trimmed);
    spans.push({ start, end: start + trimmed.length });
  }
  return spans;
}

/** The same text with the given places blanked, at the same length. */
export function blank(text: string, spans: Span[]): string {
  let out = "";
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    out += text.slice(at, span.start) + " ".repeat(span.end - span.start);
    at = span.end;
  }
  return out + text.slice(at);
}
