import { defineTool, type ToolProgress } from "~/tools/tool.ts";
import { artefacts } from "./artefacts.ts";
import { type Content, content } from "./content.ts";
import { apply, start } from "./engine.ts";
import { figures } from "./figures.ts";
import { findings, isFresh } from "./observations.ts";
import { action, type State, state, systemAction } from "./state.ts";
import { view } from "./view-model.ts";

/** Five stops: two shots, a version, words for all, a mention, a file. */
function progress(of: Content, at: State): ToolProgress {
  const stops: [boolean, string][] = [
    [at.shots.filter((s) => s.line.trim()).length >= of.rules.shots.least, "Écrivez vos plans"],
    [at.versions.length > 0, "Gardez une version du découpage"],
    [
      at.alternative.trim() !== "" && at.poster !== null,
      "Choisissez l’image d’attente et écrivez le texte équivalent",
    ],
    [at.mention.trim() !== "", "Écrivez la mention d’IA"],
    [isFresh(of, at), "Rendez l’animation"],
  ];
  return {
    done: stops.filter(([d]) => d).length,
    total: stops.length,
    next: stops.find(([d]) => !d)?.[1] ?? null,
  };
}

/** « Banc d’animation » (BC04.4): shots in words, a film rendered in the browser, its captions and its checks. */
export const animationBench = defineTool({
  id: "animation-bench",
  title: "Banc d’animation",
  purpose:
    "Écrivez une animation plan par plan, regardez-la, sous-titrez-la et rendez un vrai fichier vidéo.",
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
