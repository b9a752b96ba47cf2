import { defineTool, type ToolProgress } from "~/tools/tool.ts";
import { type Content, content } from "./content.ts";
import { apply, start } from "./engine.ts";
import { figures } from "./figures.ts";
import { turnsLeft } from "./memory.ts";
import { findings } from "./observations.ts";
import { action, type State, state, systemAction } from "./state.ts";
import { view } from "./view-model.ts";

/** Five stops: guide, first question, interview led to its end, report, hand-in. The guide may be skipped. */
function progress(of: Content, at: State): ToolProgress {
  const done = [
    at.guide.length > 0,
    at.turns.length > 0,
    at.phase === "report" || at.phase === "closed",
    at.lines.length > 0,
    at.phase === "closed",
  ];
  const next = {
    prepare:
      at.guide.length === 0
        ? "Préparez votre guide d’entretien"
        : `Commencez l’entretien avec ${of.client.name}`,
    interview: turnsLeft(of, at) > 0 ? `Interrogez ${of.client.name}` : "Terminez l’entretien",
    report: at.lines.length === 0 ? "Rédigez le compte rendu" : "Remettez le compte rendu",
    closed: null,
  }[at.phase];
  return { done: done.filter(Boolean).length, total: done.length, next };
}

/** « Entretien client » (BC01.2): the learner prepares, questions a simulated client, and reports. */
export const clientInterview = defineTool({
  id: "client-interview",
  title: "Entretien client",
  purpose:
    "Préparez un guide, interrogez un client simulé et rédigez un compte rendu fidèle à ce qu’il a dit.",
  content,
  action,
  systemAction,
  state,
  start,
  apply,
  view,
  findings,
  figures,
  progress,
});
