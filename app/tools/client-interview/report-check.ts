import { compareReport, type Fidelity } from "~/engines/fidelity.ts";
import type { Content } from "./content.ts";
import { earnedStatements, saidTexts } from "./memory.ts";
import type { State } from "./state.ts";

/** Holds the learner's report against the interview, both ways. Only facts and opinions claim that something was said. */
export function checkReport(content: Content, state: State): Fidelity {
  const fallen = new Set(state.turns.map((t) => t.trap));
  return compareReport(
    state.lines.map((l) => ({
      id: l.id,
      topic: l.topic,
      text: l.text,
      claims: l.mark === "fact" || l.mark === "opinion",
    })),
    {
      statements: earnedStatements(content, state).map(({ statement, topic }) => ({
        statement,
        topic: topic ?? "",
      })),
      texts: saidTexts(content, state),
      asked: state.turns.map((t) => t.said),
      traps: content.expected.traps.filter((t) => fallen.has(t.id)),
    },
  );
}
