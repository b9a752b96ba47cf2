import type { Statement } from "~/engines/disclosure-schema.ts";
import { type Quantity, quantities } from "~/engines/french-quantities.ts";
import type { Content } from "./content.ts";
import type { State, Turn } from "./state.ts";

/** Statements told so far in this round, with their topic (null for what a contradiction settled). */
export function earnedStatements(
  content: Content,
  state: State,
): { statement: Statement; topic: string | null }[] {
  const ids = new Set(state.turns.flatMap((t) => t.earned));
  return [
    ...content.expected.facts.flatMap((f) =>
      f.statements.map((statement) => ({ statement, topic: f.topic as string | null })),
    ),
    ...content.expected.contradictions.flatMap((c) =>
      c.statements.map((statement) => ({ statement, topic: null })),
    ),
  ].filter((s) => ids.has(s.statement.id));
}

/** An answer that vouches for what it says: neither an acquiescence nor the echo of a wrong figure. */
const vouches = (turn: Turn) => turn.outcome !== "agreed" && turn.outcome !== "corrected";

/** Everything that was really said or was public before. */
export function saidTexts(content: Content, state: State): string[] {
  return [
    content.client.opening,
    `${content.client.name}, ${content.client.role}, ${content.client.organisation}`,
    ...content.publicFacts.map((f) => f.text),
    ...state.turns.filter(vouches).map((t) => t.answer),
  ];
}

/** Figures of `saidTexts`. */
export function saidFigures(content: Content, state: State): Quantity[] {
  return saidTexts(content, state).flatMap(quantities);
}

/** Questions left before the client has to go. */
export function turnsLeft(content: Content, state: State): number {
  return Math.max(0, content.turns - state.turns.filter((t) => !t.free).length);
}
