import type { Contradiction, FactGraph, Statement, Trap } from "./disclosure-schema.ts";
import { hasCue, scan } from "./french-cues.ts";
import { type Quantity, quantities, unknownQuantities } from "./french-quantities.ts";
import { hasTerm, holds, type Prepared, prepare } from "./terms.ts";

export type ReformulationCheck =
  | { verdict: "validated"; held: Statement[] }
  | { verdict: "vague" }
  /** A figure nobody said. */
  | { verdict: "corrected"; wrong: Quantity; right: Statement | null };

/**
 * Holds a reformulation against what was really said. It is valid when it takes up at least one earned statement
 * and no figure that nobody said.
 * @param said everything the client has said so far, brief included.
 */
export function checkReformulation(
  text: string,
  earned: readonly Statement[],
  said: readonly Quantity[],
): ReformulationCheck {
  const wrong = unknownQuantities(text, said).find((q) => !q.spelt || q.value > 3);
  const prepared = prepare(text);
  if (wrong) {
    const right = earned.find((s) =>
      s.terms.some((t) => quantities(t).some((q) => q.unit === wrong.unit && q.unit !== "")),
    );
    return { verdict: "corrected", wrong, right: right ?? null };
  }
  const held = earned.filter((s) => heldBy(s, prepared));
  return held.length > 0 ? { verdict: "validated", held } : { verdict: "vague" };
}

/** A reformulation is shorter than a report: two thirds of the terms, or half when a figure is among them. */
function heldBy(statement: Statement, text: Prepared): boolean {
  const found = statement.terms.filter((t) => hasTerm(t, text));
  const figure = found.some((t) => /^\s*\d/.test(t));
  return found.length > 0 && found.length >= statement.terms.length * (figure ? 1 / 2 : 2 / 3);
}

const CONFRONT = [
  "mais",
  "pourtant",
  "cependant",
  "toutefois",
  "or",
  "alors que",
  "tandis que",
  "contradict*",
  "contredi*",
  "cohéren*",
  "incohéren*",
  "paradox*",
  "concili*",
  "d'un côté",
  "en même temps",
  "malgré",
  "vous disiez",
  "vous m'avez dit",
  "vous avez dit",
  "vous me dites",
  "vous écrivez",
  "vous écriviez",
  "votre message",
  "votre brief",
  "seulement",
  "étonn*",
  "surpren*",
  "surpris*",
  "compatib*",
  "incompatib*",
  "colle pas",
  "comment expliquez",
  "décal*",
  "opposé",
  "bien que",
  "néanmoins",
  "en revanche",
  "à la fois",
  "s'accorde*",
  "ça va ensemble",
  "vont ensemble",
  "quand même",
  "justifi*",
  "logique",
];

/** The contradiction a message raises, if its facts are known and both sides are put face to face. */
export function raisedContradiction(
  text: string,
  graph: FactGraph,
  levels: Readonly<Record<string, number>>,
  raised: readonly string[],
): Contradiction | null {
  const scanned = scan(text);
  if (!hasCue(CONFRONT, scanned)) return null;
  return (
    graph.contradictions.find(
      (c) =>
        !raised.includes(c.id) &&
        c.requires.every((id) => (levels[id] ?? 0) >= 2) &&
        c.sides.every((side) => hasCue(side, scanned)),
    ) ?? null
  );
}

/** The trap a leading question falls into. */
export function fallenTrap(text: string, graph: FactGraph): Trap | null {
  const scanned = scan(text);
  return graph.traps.find((t) => hasCue(t.cues, scanned)) ?? null;
}

/** Does a text take up the error a trap put into the client's mouth? */
export function repeatsError(text: string, trap: Trap): boolean {
  return holds(trap.error.terms, prepare(text));
}
