import type { Figure } from "~/domain/figure.ts";
import { filmSeconds } from "~/engines/scene/storyboard.ts";
import type { Content } from "./content.ts";
import { findings } from "./observations.ts";
import { formatNames, type State } from "./state.ts";
import { view } from "./view-model.ts";

const TRANSITIONS = { cut: "coupe", fade: "fondu", wipe: "volet" } as const;
const STATES = { true: "oui", false: "à reprendre", null: "pas encore" } as const;
const seconds = (n: number): string => `${String(n).replace(".", ",")}\u00a0s`;

/** What the dossier can show; a figure appears once there is something in it. */
export function figures(content: Content, state: State): Figure[] {
  if (state.shots.length === 0) return [];
  const seen = view(content, state);
  const list: Figure[] = [
    {
      id: "animation-bench:shots",
      title: `Découpage de l’animation, ${seconds(seen.seconds)}`,
      alt: `Tableau de ${seen.shots.length} plan${seen.shots.length > 1 ? "s" : ""}\u00a0: moment, mouvement, prompt, texte à l’écran, sous-titre, transition.`,
      source: "Modèle d’entraînement hors ligne, rendu dans le navigateur.",
      body: {
        kind: "table",
        columns: [
          { key: "n", label: "Plan", align: "end" },
          { key: "time", label: "Moment" },
          { key: "movement", label: "Mouvement" },
          { key: "line", label: "Prompt du plan" },
          { key: "title", label: "Texte à l’écran" },
          { key: "caption", label: "Sous-titre" },
          { key: "transition", label: "Entrée" },
        ],
        rows: seen.shots.map((shot, i) => ({
          n: i + 1,
          time: `${seconds(shot.start)} à ${seconds(shot.end)}`,
          movement: shot.movement,
          line: shot.line,
          title: shot.title || null,
          caption: shot.caption || null,
          transition: i === 0 ? "ouverture" : TRANSITIONS[shot.transition],
        })),
      },
    },
  ];
  if (state.versions.length > 0)
    list.push({
      id: "animation-bench:versions",
      title: "Versions du prompt d’animation",
      alt: `Tableau de ${state.versions.length} version${state.versions.length > 1 ? "s" : ""} du prompt d’animation.`,
      body: {
        kind: "table",
        columns: [
          { key: "version", label: "Version" },
          { key: "prompt", label: "Plans" },
          { key: "look", label: "Style et palette" },
          { key: "seconds", label: "Durée" },
          { key: "why", label: "Pourquoi" },
        ],
        rows: state.versions.map((v) => ({
          version: `v${v.n}`,
          prompt: v.shots.map((s) => s.line).join(" / "),
          look: `${v.style}\u00a0; ${v.palette}`,
          seconds: seconds(filmSeconds(v)),
          why: v.why || null,
        })),
      },
    });
  const checks = findings(content, state);
  list.push({
    id: "animation-bench:checks",
    title: "Contrôles de l’animation",
    alt: `Tableau de ${checks.length} contrôles de l’animation, chacun avec son constat et sa source.`,
    body: {
      kind: "table",
      columns: [
        { key: "note", label: "Constat" },
        { key: "met", label: "Respecté" },
        { key: "source", label: "Source" },
      ],
      rows: checks.map((c) => ({
        note: c.note,
        met: STATES[String(c.met) as keyof typeof STATES],
        source: c.source,
      })),
    },
  });
  const sheet = [
    { term: "Format", text: `${seen.ratio}, ${seconds(seen.seconds)}` },
    { term: "Mention", text: seen.mention || "à écrire" },
    { term: "Texte équivalent", text: seen.alternative || "à écrire" },
    ...(seen.poster !== null
      ? [
          {
            term: "Image d’attente",
            text: `${seconds(seen.poster)}\u00a0: ${seen.posterAlt || "à décrire"}`,
          },
        ]
      : []),
    ...(seen.rendered
      ? [
          {
            term: "Dernier fichier",
            text: `${formatNames[seen.rendered.format]}, ${seen.rendered.width} × ${seen.rendered.height}\u00a0px, ${seen.rendered.bytes} octets${seen.rendered.sha256 ? `, SHA-256 ${seen.rendered.sha256}` : ""}`,
          },
        ]
      : []),
  ];
  list.push({
    id: "animation-bench:sheet",
    title: "Fiche de l’animation",
    alt: "Liste\u00a0: format, durée, mention, texte équivalent, image d’attente, fichier.",
    body: { kind: "list", items: sheet },
  });
  return list;
}
