import { fold, quotedSpans, type Span, wordCount } from "~/engines/prompt-text.ts";

export type Quotes = {
  /** Words not to use. */
  forbidden: string[];
  /** Text that must stand in the answer, word for word. */
  mentions: string[];
  /** A sample of the tone wanted. */
  example: string | null;
  /** Matter to work on: a comment, a text, a description. */
  material: string | null;
};

const FORBIDS =
  /\bsans\b|\bevit\w*|\binterdi\w*|\bn'emplo\w*|\bn'utilis\w*|\bne pas\b|\bjamais\b|\bpas (?:de|d'|le|les)\b|\bbanni\w*|\ba eviter\b/;
const MENTIONS =
  /\bmention\w*|\bobligatoire\w*|\bsigne[rz]? |\btermine[rz]? par\b|\binclu\w*|\bcontien\w*|\bajoute[rz]?\b/;
const SAMPLES = /\bexemples?\b|\bton\b|\bstyle\b|\binspire\w*|\bcomme ceci\b|\bmodele\b|\bvoix\b/;

/** Sorts quoted matter by what stands before it in its sentence. */
export function readQuotes(text: string, folded: string): Quotes {
  const quotes: Quotes = { forbidden: [], mentions: [], example: null, material: null };
  const spans = quotedSpans(text);
  for (const span of spans) {
    const inner = text.slice(span.start, span.end);
    const lead = leadOf(folded, spans, span);
    if (FORBIDS.test(lead)) quotes.forbidden.push(inner);
    else if (MENTIONS.test(lead)) quotes.mentions.push(inner);
    else if (SAMPLES.test(lead)) quotes.example ??= inner;
    else if (wordCount(inner) >= 4 && wordCount(inner) > wordCount(quotes.material ?? ""))
      quotes.material = inner;
  }
  quotes.material ??= afterColon(text);
  quotes.forbidden.push(...listedWords(text, folded));
  return quotes;
}

/** Up to 90 characters before a quotation, back to the start of its sentence. */
function leadOf(folded: string, spans: Span[], span: Span): string {
  let from = Math.max(0, span.start - 90);
  for (const other of spans) if (other.end <= span.start && other.end > from) from = other.end;
  const lead = folded.slice(from, span.start);
  const inSentence = lead.slice(Math.max(lead.lastIndexOf(". "), lead.lastIndexOf("\n")) + 1);
  // « sans “promo” ni “gratuit” »: the second word of a list has no lead but « ni », « et » or a comma.
  const linked = /^[»"”\s]*(?:,|ni|et|ou)[\s«"“]*$/.test(inSentence);
  const previous = spans.filter((s) => s.end <= span.start).at(-1);
  return linked && previous ? leadOf(folded, spans, previous) : inSentence;
}

/** « Texte : … » and « Commentaire : … » up to the end of the line. */
function afterColon(text: string): string | null {
  const found =
    /(?:^|\n)\s*(?:texte|commentaire|message|avis|article|description)[^\n:]{0,40}:\s*([^\n]{12,})/i.exec(
      text,
    );
  return found?.[1]?.trim() ?? null;
}

/** « Mots interdits : promo, gratuit », « sans le mot gratuit ». */
function listedWords(text: string, folded: string): string[] {
  const words: string[] = [];
  for (const found of folded.matchAll(
    /(?:mots? (?:interdits?|a eviter)|interdits?) ?: ?([^.\n«"]{2,200})/g,
  )) {
    const at = found.index + found[0].length - (found[1] as string).length;
    words.push(...text.slice(at, at + (found[1] as string).length).split(/,| et | ni | ou /));
  }
  for (const found of folded.matchAll(
    /(?:sans|evite[rz]?|pas|n'utilise[rz]? pas|n'emploie pas) (?:le|les) mots? ([a-z-]{2,30})/g,
  )) {
    const word = found[1] as string;
    words.push(
      text.slice(found.index + found[0].length - word.length, found.index + found[0].length),
    );
  }
  return words.map((w) => w.trim()).filter((w) => w && wordCount(w) <= 4);
}

/** Does a text hold one of the words, whatever their case, accents or plural? */
export function holdsWord(text: string, words: string[]): boolean {
  const folded = fold(text.normalize("NFC"));
  return words.some((word) => {
    const bare = fold(word.normalize("NFC")).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return new RegExp(`(?<![a-z0-9])${bare}(?:s|x|es)?(?![a-z0-9])`).test(folded);
  });
}
