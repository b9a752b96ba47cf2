import { defineTool, type ToolProgress } from "~/tools/tool.ts";
import { artefacts } from "./artefacts.ts";
import { type Content, content } from "./content.ts";
import { apply, start } from "./engine.ts";
import { figures } from "./figures.ts";
import { received } from "./kept-image.ts";
import { findings } from "./observations.ts";
import { action, type State, state, systemAction } from "./state.ts";
import { view } from "./view-model.ts";

/** Five stops: an image, a second version, one kept, described, rendered. */
function progress(_content: Content, at: State): ToolProgress {
  const own = at.source === "own";
  const declared = [at.own.tool, at.own.prompt, at.own.licence].every((t) => t.trim());
  const stops: [boolean, string][] = own
    ? [
        [at.own.asset !== null, "Envoyez votre image"],
        [declared, "Déclarez l’outil, le prompt et la licence"],
        [at.alt.trim() !== "", "Écrivez le texte alternatif"],
        [at.mention.trim() !== "", "Écrivez la mention d’IA"],
      ]
    : [
        [at.runs.length > 0, "Composez une première image"],
        [at.versions.length > 1, "Changez une chose dans le prompt et recomposez"],
        [at.kept !== null, "Gardez une image"],
        [
          at.alt.trim() !== "" && at.mention.trim() !== "",
          "Écrivez le texte alternatif et la mention",
        ],
        // What a model made is already a file of the workspace.
        [at.exported !== null || received(at) !== null, "Rendez le fichier"],
      ];
  return {
    done: stops.filter(([d]) => d).length,
    total: stops.length,
    next: stops.find(([d]) => !d)?.[1] ?? null,
  };
}

/** « Banc visuel » (BC04.3): a prompt by slots, its images, one kept, laid out, described and rendered. */
export const visualBench = defineTool({
  id: "visual-bench",
  title: "Banc visuel",
  purpose:
    "Écrivez un prompt d’image élément par élément, comparez les essais, puis mettez en page, décrivez et rendez le visuel.",
  content,
  action,
  systemAction,
  state,
  start,
  apply,
  view,
  findings,
  figures,
  artefacts,
  progress,
});
