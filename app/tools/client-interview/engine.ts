import { ok, type Result, refused } from "~/domain/result.ts";
import { acceptsWording } from "~/engines/wording-guard.ts";
import type { Applied } from "~/tools/tool.ts";
import type { Content } from "./content.ts";
import { say } from "./conversation.ts";
import { earnedStatements, turnsLeft } from "./memory.ts";
import { editGuide, editLines } from "./notebook.ts";
import type { Action, State } from "./state.ts";

/** A new appointment: nothing prepared, nothing said. */
export function start(content: Content, seed: number): State {
  return {
    seed: Math.trunc(seed),
    round: 0,
    phase: "prepare",
    nextId: 1,
    guide: [],
    turns: [],
    confidence: content.expected.startConfidence,
    levels: {},
    repeats: {},
    last: { fact: null, topic: null },
    raised: [],
    lines: [],
  };
}

const keep = (result: Result<State>): Result<Applied<State>> =>
  result.ok ? ok({ state: result.value }) : result;

/** Applies one action; a refused move is a value with a French sentence. */
export function apply(content: Content, state: State, action: Action): Result<Applied<State>> {
  switch (action.type) {
    case "add-questions":
    case "edit-question":
    case "remove-question":
    case "move-question":
      return keep(editGuide(content, state, action));
    case "add-lines":
    case "edit-line":
    case "remove-line":
      return keep(editLines(content, state, action));
    case "ask":
      return say(content, state, action.text, false);
    case "reformulate":
      return say(content, state, action.text, true);
    case "begin":
    case "end":
    case "resume":
    case "hand-in":
    case "revise":
    case "restart":
      return keep(move(content, state, action.type));
    case "phrased":
      return keep(reword(content, state, action));
  }
}

/** Moves from one phase to another. */
function move(
  content: Content,
  state: State,
  to: "begin" | "end" | "resume" | "hand-in" | "revise" | "restart",
): Result<State> {
  switch (to) {
    case "begin":
      if (state.phase !== "prepare")
        return refused("already-begun", "L’entretien a déjà commencé.");
      return ok({ ...state, phase: "interview" });
    case "end":
      if (state.phase !== "interview")
        return refused("not-talking", "Aucun entretien n’est en cours.");
      if (state.turns.every((t) => t.free))
        return refused(
          "nothing-asked",
          "Posez au moins une question avant de terminer l’entretien.",
        );
      return ok({ ...state, phase: "report" });
    case "resume":
      if (state.phase !== "report")
        return refused("not-writing", "L’entretien ne peut être repris que pendant la rédaction.");
      if (turnsLeft(content, state) === 0)
        return refused(
          "out-of-turns",
          "Le temps du rendez-vous est écoulé\u00a0: il n’y a plus de question possible.",
        );
      return ok({ ...state, phase: "interview" });
    case "hand-in":
      if (state.phase !== "report")
        return refused("not-writing", "Terminez l’entretien avant de remettre le compte rendu.");
      if (state.lines.length === 0)
        return refused(
          "empty-report",
          "Le compte rendu est vide\u00a0: ajoutez au moins une ligne.",
        );
      return ok({ ...state, phase: "closed" });
    case "revise":
      if (state.phase !== "closed")
        return refused("not-handed-in", "Le compte rendu n’est pas encore remis.");
      return ok({ ...state, phase: "report" });
    case "restart":
      if (state.phase === "prepare")
        return refused("not-begun", "L’entretien n’a pas encore commencé.");
      return ok({
        ...start(content, state.seed),
        round: state.round + 1,
        nextId: state.nextId,
        guide: state.guide,
        lines: state.lines,
      });
  }
}

/**
 * A model's wording of one answer. When the guard refuses it, the engine's sentence stays and the turn says so: the
 * action is accepted so that the log keeps what the model tried to say.
 */
function reword(
  content: Content,
  state: State,
  action: Extract<Action, { type: "phrased" }>,
): Result<State> {
  const turn = state.turns[action.turn];
  if (!turn || action.round !== state.round)
    return refused("not-found", "Cette réponse n’existe plus\u00a0: l’entretien a été recommencé.");
  if (turn.wording !== "engine")
    return refused("already-phrased", "Cette réponse a déjà sa forme définitive.");
  const text = action.text.trim();
  if (text === turn.answer) return ok(state);
  const ids = new Set(turn.earned);
  const earned = earnedStatements(content, state)
    .map((e) => e.statement)
    .filter((s) => ids.has(s.id));
  const allowed = [
    content.client.name,
    content.client.organisation,
    content.client.opening,
    ...content.publicFacts.map((f) => f.text),
  ];
  const accepted = acceptsWording(text, turn.answer, earned, allowed);
  const reworded = accepted
    ? { ...turn, answer: text, wording: "model" as const }
    : { ...turn, wording: "rejected" as const };
  return ok({ ...state, turns: state.turns.map((t) => (t === turn ? reworded : t)) });
}
