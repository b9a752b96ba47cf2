/**
 * French typography, pure: as one types (`typeFrench`) and over a finished text (`frenchTypography`).
 * Source: Lexique des règles typographiques en usage à l’Imprimerie nationale, with U+202F before ; ! ? and
 * U+00A0 before : % € and inside « ».
 */
export const NBSP = "\u00A0";
export const NNBSP = "\u202F";

/** What to put in place of a keystroke: `remove` characters before the caret go, `insert` comes. */
export type Replacement = { remove: number; insert: string };

const SPACES = " \u00A0\u202F";
/** An address under the caret: nothing in it is typeset. */
const ADDRESS = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|@|^mailto:)\S*$/i;
/** What a high punctuation mark may follow directly, waiting for its space. */
const WORD_END = /[\p{L}\p{M}\p{N}»)\]’"%€…]$/u;

/** The run of visible characters before the caret. */
const tokenBefore = (before: string) => /\S*$/.exec(before)?.[0] ?? "";

/** True when a « is still open in the paragraph before the caret. */
function quoteIsOpen(before: string): boolean {
  return before.lastIndexOf("«") > before.lastIndexOf("»");
}

/**
 * What a typed character becomes after `before` (the text of the paragraph up to the caret), or null when it
 * stays as typed. « : » waits for the space that follows it, so that 14:32 and https: are left alone.
 */
export function typeFrench(before: string, typed: string): Replacement | null {
  if (ADDRESS.test(tokenBefore(before))) return null;
  const last = before.slice(-1);
  const spaced = last !== "" && SPACES.includes(last);
  switch (typed) {
    case '"':
      return typeQuote(before, spaced);
    case "'":
      return { remove: 0, insert: "’" };
    case "«":
      return { remove: 0, insert: `«${NBSP}` };
    case "»":
      return withSpace(before, NBSP, "»", spaced);
    case ";":
    case "!":
    case "?":
      return WORD_END.test(before) || spaced ? withSpace(before, NNBSP, typed, spaced) : null;
    case ":":
      return last === " " ? { remove: 1, insert: `${NBSP}:` } : null;
    case "%":
    case "€":
      return /\d[ \u00A0\u202F]?$/.test(before) ? withSpace(before, NBSP, typed, spaced) : null;
    case ".":
      return /(?:^|[^.])\.\.$/.test(before) ? { remove: 2, insert: "…" } : null;
    case " ":
      return typeSpace(before);
    default:
      return null;
  }
}

function typeQuote(before: string, spaced: boolean): Replacement {
  if (quoteIsOpen(before)) return withSpace(before, NBSP, "»", spaced) ?? same("»");
  return { remove: 0, insert: `«${NBSP}` };
}

/** The mark with its no-break space, in place of an ordinary space when one was typed. */
function withSpace(
  before: string,
  space: string,
  mark: string,
  spaced: boolean,
): Replacement | null {
  if (before === "") return null;
  if (!spaced) return { remove: 0, insert: space + mark };
  if (before.endsWith(space)) return null;
  return { remove: 1, insert: space + mark };
}

const same = (insert: string): Replacement => ({ remove: 0, insert });

function typeSpace(before: string): Replacement | null {
  if (before.endsWith(`«${NBSP}`)) return same("");
  if (/[\p{L}\p{M}»)\]’”%€]:$/u.test(before)) return { remove: 1, insert: `${NBSP}: ` };
  return null;
}

/** Addresses, hours and ratios are copied as they are; lengths are bounded so that no input makes this slow. */
const UNTOUCHED =
  /(?:https?:\/\/|www\.|mailto:)\S+|[^\s@«»"]{1,64}@[^\s@«»"]{1,255}|\d{1,4}:\d{1,4}/gi;

const RULES: [RegExp, string][] = [
  [/\.{3}/g, "…"],
  [/(?<=[\p{L}\p{M}\p{N}])'/gu, "’"],
  [/«[ \u00A0\u202F]*/g, `«${NBSP}`],
  [/(?<![ \u00A0\u202F])[ \u00A0\u202F]*»/g, `${NBSP}»`],
  [/(?<=[^\s])[ \u00A0\u202F]+(?=[;!?])/g, NNBSP],
  [/(?<=[\p{L}\p{M}\p{N}»)\]’%€…])(?=[;!?])/gu, NNBSP],
  [/(?<=[^\s])[ \u00A0\u202F]+(?=:(?:\s|$))/g, NBSP],
  [/(?<=[\p{L}\p{M}\p{N}»)\]’%€…])(?=:(?:\s|$))/gu, NBSP],
  [/(?<=\d)[ \u00A0\u202F]?(?=[%€])/g, NBSP],
];

/**
 * A finished text (one paragraph) in French typography. Only spaces, quotes, apostrophes and dots change, no
 * word does; applying it twice changes nothing more. Addresses, e-mails and hours are left alone, with the mark that
 * follows them directly.
 */
export function frenchTypography(text: string): string {
  let typeset = "";
  let from = 0;
  const quotes = { open: false };
  for (const match of text.matchAll(UNTOUCHED)) {
    typeset += typesetPiece(text.slice(from, match.index), from > 0, quotes) + match[0];
    from = match.index + match[0].length;
  }
  return typeset + typesetPiece(text.slice(from), from > 0, quotes);
}

/** Stands for the address a piece follows: something visible, but no letter. */
const ADDRESS_MARK = "\uE000";

function typesetPiece(piece: string, afterAddress: boolean, quotes: { open: boolean }): string {
  let typeset = (afterAddress ? ADDRESS_MARK + piece : piece).replace(/["«»]/g, (mark) => {
    if (mark !== '"') {
      quotes.open = mark === "«";
      return mark;
    }
    quotes.open = !quotes.open;
    return quotes.open ? "«" : "»";
  });
  for (const [pattern, by] of RULES) typeset = typeset.replace(pattern, by);
  return afterAddress ? typeset.slice(1) : typeset;
}
