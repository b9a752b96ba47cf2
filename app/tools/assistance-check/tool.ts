import { z } from "zod";
import { defineTool, type ToolProgress } from "~/tools/tool.ts";
import { type Content, content } from "./content.ts";
import { apply, drafts, start } from "./engine.ts";
import { figures } from "./figures.ts";
import { findings } from "./observations.ts";
import { type Action, action, type State, state } from "./state.ts";
import { view } from "./view-model.ts";

/** Four stops: images, subtitles, simplified text, finish. */
function progress(of: Content, { work, first }: State): ToolProgress {
  const given = drafts(of);
  const images = work.visuals.every((v) => v.reviewed);
  const captions = JSON.stringify(work.cues) !== JSON.stringify(given.cues);
  const easy = work.easy.text !== given.easy.text && work.easy.name !== "";
  const done = [images, captions, easy, first !== null];
  const next = !images
    ? "Relisez chaque texte alternatif de l’IA"
    : !captions
      ? "Corrigez les sous-titres automatiques"
      : !easy
        ? "Corrigez la version simplifiée et nommez-la"
        : first === null
          ? "Dites que votre contrôle est fini"
          : null;
  return { done: done.filter(Boolean).length, total: done.length, next };
}

/** « Contrôle de l’aide » (BC04.5): check and correct what an AI drafted for accessibility. */
export const assistanceCheck = defineTool({
  id: "assistance-check",
  title: "Contrôle de l’aide",
  purpose:
    "Corrigez les textes alternatifs, les sous-titres et la version simplifiée qu’une IA a préparés.",
  content,
  action,
  systemAction: z.never() as z.ZodType<Action>,
  state,
  start,
  apply,
  view,
  findings,
  figures,
  progress,
});
