import { findCue, readCue, type Scanned, scan } from "./french-cues.ts";
import { type Quantity, quantities, sameQuantity } from "./french-quantities.ts";

/** A text prepared for looking up terms. */
export type Prepared = { scanned: Scanned; quantities: Quantity[] };

/** Prepares a text once for many terms. */
export function prepare(text: string): Prepared {
  return { scanned: scan(text), quantities: quantities(text) };
}

/** Is one term ("a|b": either) in the text? A term that is just a figure is compared as a figure. */
export function hasTerm(term: string, text: Prepared): boolean {
  return term.split("|").some((alternative) => {
    const figures = /^\s*[\d]/.test(alternative) ? quantities(alternative) : [];
    const only = figures.length === 1 ? figures[0] : undefined;
    if (only) return text.quantities.some((q) => sameQuantity(q, only));
    return findCue(readCue(alternative), text.scanned) >= 0;
  });
}

/** Are all terms of a statement in the text? */
export function holds(terms: readonly string[], text: Prepared): boolean {
  return terms.every((t) => hasTerm(t, text));
}
