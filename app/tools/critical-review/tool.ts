import { z } from "zod";
import { defineTool, type ToolProgress } from "~/tools/tool.ts";
import { artefacts } from "./artefacts.ts";
import { type Content, content } from "./content.ts";
import { apply, start } from "./engine.ts";
import { figures } from "./figures.ts";
import { findings, proofread } from "./observations.ts";
import { type Action, action, type State, state } from "./state.ts";
import { view } from "./view-model.ts";

/** Three stops: mark, rewrite, finish. */
function progress(of: Content, at: State): ToolProgress {
  const rewritten = at.text !== of.draft;
  const done = [at.marks.length > 0, rewritten, at.first !== null];
  const next =
    at.marks.length === 0
      ? "Relevez une première erreur dans le texte de l’IA"
      : !rewritten
        ? "Réécrivez le texte"
        : at.first === null
          ? "Dites que votre relecture est finie"
          : null;
  return { done: done.filter(Boolean).length, total: done.length, next };
}

/** « Relecture critique » (BC04.2): find, classify, correct and source what is wrong in a text written by an AI. */
export const criticalReview = defineTool({
  id: "critical-review",
  title: "Relecture critique",
  purpose:
    "Trouvez les erreurs d’un texte écrit par une IA, prouvez-les avec une source fiable et réécrivez-le.",
  content,
  action,
  systemAction: z.never() as z.ZodType<Action>,
  state,
  start,
  apply,
  view,
  proofread,
  findings,
  figures,
  artefacts,
  progress,
});
