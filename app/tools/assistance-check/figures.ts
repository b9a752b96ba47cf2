import type { Figure } from "~/domain/figure.ts";
import { readCues, writeTime } from "~/engines/subtitle-cues.ts";
import type { Content } from "./content.ts";
import { drafts } from "./engine.ts";
import type { State } from "./state.ts";
import { view } from "./view-model.ts";

const percent = (rate: number | null) =>
  rate === null ? "–" : `${String(Number((rate * 100).toFixed(1))).replace(".", ",")}\u00a0%`;
const SOURCE = "Brouillons produits par une IA, contrôlés et corrigés par l’apprenant·e.";

/** What the dossier can show; a figure appears once there is something in it. */
export function figures(content: Content, state: State): Figure[] {
  const given = drafts(content);
  const { work } = state;
  const seen = view(content, state);
  const list: Figure[] = [];
  const table = (
    id: string,
    title: string,
    alt: string,
    columns: [string, string][],
    rows: Record<string, string | number | null>[],
    source = SOURCE,
  ) =>
    list.push({
      id: `assistance-check:${id}`,
      title,
      alt,
      source,
      body: { kind: "table", columns: columns.map(([key, label]) => ({ key, label })), rows },
    });
  const shown = (alt: string, decorative: boolean) =>
    decorative ? "(décorative\u00a0: alternative vide)" : alt;

  const reviewed = seen.visuals.filter((v) => v.reviewed);
  if (reviewed.length > 0)
    table(
      "alternatives",
      "Textes alternatifs\u00a0: brouillon de l’IA et version corrigée",
      `Tableau de ${reviewed.length} images\u00a0: l’alternative proposée par l’IA, puis celle qui a été retenue.`,
      [
        ["id", "Image"],
        ["shown", "Ce qu’elle montre"],
        ["before", "IA"],
        ["after", "Retenu"],
      ],
      reviewed.map((v) => ({
        id: v.id,
        shown: v.shown,
        before: v.draft,
        after: shown(v.alt, v.decorative),
      })),
    );
  if (JSON.stringify(work.cues) !== JSON.stringify(given.cues)) {
    table(
      "captions-before",
      "Sous-titres automatiques, tels que la machine les a rendus",
      `Tableau de ${given.cues.length} sous-titres automatiques.`,
      [
        ["start", "Début"],
        ["end", "Fin"],
        ["text", "Texte"],
      ],
      readCues(content.captions.draft).map((c) => ({
        start: writeTime(c.start),
        end: writeTime(c.end),
        text: c.text.replace(/\n/g, " / "),
      })),
    );
    table(
      "captions-after",
      "Sous-titres corrigés",
      `Tableau de ${seen.captions.cues.length} sous-titres corrigés, avec leur vitesse de lecture.`,
      [
        ["start", "Début"],
        ["end", "Fin"],
        ["text", "Texte"],
        ["speed", "Signes par seconde"],
      ],
      seen.captions.cues.map((c) => ({
        start: c.start,
        end: c.end,
        text: c.text.replace(/\n/g, " / "),
        speed: c.reading.speed,
      })),
    );
  }
  if (work.easy.text !== given.easy.text) {
    table(
      "easy",
      "Version simplifiée\u00a0: mesures avant et après",
      "Tableau des règles du texte facile à lire, comptées dans le brouillon de l’IA et dans la version corrigée.",
      [
        ["rule", "Règle"],
        ["before", "IA"],
        ["after", "Version corrigée"],
      ],
      seen.easy.now.map((p, i) => ({
        rule: p.label,
        before: seen.easy.before[i]!.value,
        after: p.value,
      })),
      content.origins.easy,
    );
    list.push({
      id: "assistance-check:easy-text",
      title: "Version simplifiée\u00a0: texte avant et après",
      alt: "Le brouillon de l’IA, puis la version corrigée.",
      source: `${SOURCE} ${content.easy.nameRule}`,
      body: {
        kind: "list",
        items: [
          { term: "Brouillon de l’IA", text: content.easy.draft },
          {
            // Nobody concerned reread it: a dossier never calls it FALC.
            term:
              work.easy.name === "falc"
                ? "Version en langage simplifié"
                : (content.easy.names.find((n) => n.id === work.easy.name)?.label ??
                  "Version corrigée"),
            text: work.easy.text || "(vide)",
          },
          ...(work.easy.reviewer ? [{ term: "Relecture prévue", text: work.easy.reviewer }] : []),
        ],
      },
    });
  }
  const log = [
    ...seen.visuals
      .filter((v) => v.note || v.alt !== v.draft || v.decorative)
      .map((v) => ({
        what: v.id,
        before: v.draft,
        after: shown(v.alt, v.decorative),
        why: v.note,
      })),
    ...(work.captionsNote
      ? [
          {
            what: "Sous-titres",
            before: `${given.cues.length} sous-titres automatiques`,
            after: `${work.cues.length} sous-titres corrigés`,
            why: work.captionsNote,
          },
        ]
      : []),
    ...(work.easy.note
      ? [
          {
            what: "Version simplifiée",
            before: "brouillon de l’IA",
            after: "version corrigée",
            why: work.easy.note,
          },
        ]
      : []),
  ];
  if (log.length > 0)
    table(
      "log",
      "Journal des corrections de l’aide",
      `Tableau de ${log.length} corrections, avec leur raison.`,
      [
        ["what", "Contenu"],
        ["before", "Avant"],
        ["after", "Après"],
        ["why", "Pourquoi"],
      ],
      log.map((l) => ({ ...l, why: l.why || "non précisé" })),
    );
  const { report } = seen;
  if (report)
    table(
      "summary",
      "Bilan du contrôle",
      `Tableau\u00a0: ${report.now.total - report.now.untouched} erreurs de l’IA corrigées sur ${report.now.total}.`,
      [
        ["what", "Constat"],
        ["before", "IA"],
        ["first", "Premier passage"],
        ["now", "Maintenant"],
      ],
      [
        {
          what: "Erreurs de l’IA encore là",
          before: report.now.total,
          first: report.first.untouched,
          now: report.now.untouched,
        },
        {
          what: "Taux d’erreur sur les mots des sous-titres",
          before: percent(report.before.rate),
          first: percent(report.first.words.rate),
          now: percent(report.now.captions.words.rate),
        },
        {
          what: "Erreurs apportées en corrigeant",
          before: null,
          first: report.first.introduced,
          now: report.now.introduced.length,
        },
      ],
      "Comparé aux erreurs placées pour l’exercice. Taux d’erreur\u00a0: (mots remplacés + retirés + ajoutés) ÷ mots prononcés. Ce n’est pas une note.",
    );
  return list;
}
