/** Addresses and hashtags are left as they are. */
const KEPT = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|#[\p{L}\p{N}_]+/gu;

/**
 * French typography for composed text: narrow no-break space before ; ! ?, no-break space before « : » and
 * inside guillemets, before units and between thousands; curly apostrophes; one ellipsis sign.
 */
export function frenchTypography(text: string): string {
  let out = "";
  let at = 0;
  for (const kept of text.matchAll(KEPT)) {
    out += setType(text.slice(at, kept.index)) + kept[0];
    at = kept.index + kept[0].length;
  }
  return out + setType(text.slice(at));
}

function setType(text: string): string {
  return text
    .replace(/\.{3,}/g, "…")
    .replace(/(?<=\p{L})'(?=[\p{L}«\d])/gu, "’")
    .replace(/[ \u00a0\u202f]*([;!?]+)/g, (_all, marks: string, offset: number, whole: string) =>
      offset === 0 || /\s|[«(]/.test(whole[offset - 1] ?? " ") ? marks : `\u202f${marks}`,
    )
    .replace(/(?<=[\p{L}\p{N})»])[ \u00a0\u202f]+:(?=\s|$)/gu, "\u00a0:")
    .replace(/(?<=\p{L}|[)»]):(?=[ \n]|$)/gu, "\u00a0:")
    .replace(/«[ \u00a0\u202f]*/g, "«\u00a0")
    .replace(/[ \u00a0\u202f]*»/g, "\u00a0»")
    .replace(/(\d) (?=\d{3}(?!\d))/g, "$1\u202f")
    .replace(/(\d) ?(?=[€%])/g, "$1\u00a0")
    .replace(/(\d) (?=h\b|ans\b|mots\b|signes\b|km\b|kg\b|min\b)/g, "$1\u00a0");
}

/** First letter in capital, the rest untouched. */
export function capital(text: string): string {
  const first = text.slice(0, 1);
  return first.toLocaleUpperCase("fr") + text.slice(1);
}

/** Without a final . ; : , or …, and without outer spaces. */
export function unpointed(text: string): string {
  return text.trim().replace(/[\s.;:,…]+$/u, "");
}

/** Ends as a sentence does. */
export function pointed(text: string): string {
  const trimmed = text.trim().replace(/[;:,\s]+$/u, "");
  return /[.!?…»]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
