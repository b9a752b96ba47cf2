import type { Figure } from "~/domain/figure.ts";
import type { Content } from "./content.ts";
import { measure } from "./measures.ts";
import { readPassages } from "./passages.ts";
import type { State } from "./state.ts";
import { seenMark, view } from "./view-model.ts";

const fr = (n: number) => String(n).replace(".", ",");

/** What the dossier can show; a figure appears once there is something in it. */
export function figures(content: Content, state: State): Figure[] {
  const list: Figure[] = [];
  const passages = readPassages(content.draft);
  const marks = state.marks.map((m) => seenMark(content, passages, m));
  if (marks.length > 0)
    list.push({
      id: "critical-review:claims",
      title: "Tableau de vérification du texte généré",
      alt: `Tableau de ${marks.length} passages relevés dans le texte de l’IA, avec leur nature, la correction et la source.`,
      source: "Relevé de l’apprenant·e sur un texte généré par une IA.",
      body: {
        kind: "table",
        columns: [
          { key: "claim", label: "Affirmation" },
          { key: "kind", label: "Nature" },
          { key: "correction", label: "Correction" },
          { key: "source", label: "Source" },
        ],
        rows: marks.map((m) => ({
          claim: m.passage ?? "(absent du texte)",
          kind: m.kindLabel,
          correction: m.correction || "à retirer",
          source: m.sourceLabel ?? "sans source",
        })),
      },
    });
  if (state.text !== content.draft && state.text.trim() !== "") {
    const before = measure(content, content.draft);
    const after = measure(content, state.text);
    const row = (label: string, a: number | null, b: number | null) => ({
      measure: label,
      before: a === null ? "–" : fr(a),
      after: b === null ? "–" : fr(b),
    });
    list.push(
      {
        id: "critical-review:readability",
        title: "Lisibilité et mesures du texte, avant et après",
        alt: `Tableau des mesures du texte\u00a0: lisibilité de Kandel-Moles de ${before.readability.score} avant et ${after.readability.score} après.`,
        source:
          "Kandel-Moles\u00a0: 207 − 1,015 × (mots ÷ phrases) − 73,6 × (syllabes ÷ mots)\u00a0; plus de 60\u00a0: facile. Syllabes comptées d’après l’orthographe.",
        body: {
          kind: "table",
          columns: [
            { key: "measure", label: "Mesure" },
            { key: "before", label: "Texte de l’IA", align: "end" },
            { key: "after", label: "Texte final", align: "end" },
          ],
          rows: [
            row("Lisibilité (Kandel-Moles)", before.readability.score, after.readability.score),
            row("Mots par phrase", before.readability.meanSentence, after.readability.meanSentence),
            row(
              "Phrase la plus longue, en mots",
              before.readability.longestSentence,
              after.readability.longestSentence,
            ),
            row("Signes, espaces compris", before.characters, after.characters),
            row("Tournures automatiques", before.tics.length, after.tics.length),
            row("Suites de mots répétées", before.repeated.length, after.repeated.length),
            row(
              "Emprunts de 8 mots ou plus".replace("8", String(content.settings.borrowing)),
              before.borrowed.length,
              after.borrowed.length,
            ),
            row(
              "Règles de typographie non suivies",
              before.typography.length,
              after.typography.length,
            ),
          ],
        },
      },
      {
        id: "critical-review:before-after",
        title: "Le texte avant et après la relecture",
        alt: "Le texte rendu par l’IA, puis le texte final.",
        source: "Avant\u00a0: texte généré par une IA. Après\u00a0: réécriture par l’apprenant·e.",
        body: {
          kind: "list",
          items: [
            { term: "Texte de l’IA", text: content.draft },
            { term: "Texte final", text: state.text },
          ],
        },
      },
    );
  }
  const report = view(content, state).report;
  if (report)
    list.push({
      id: "critical-review:summary",
      title: "Bilan de la relecture",
      alt: `Tableau\u00a0: ${report.first.found} erreurs relevées sur ${report.total} à la première lecture, ${report.first.falseAlarms} fausses alertes.`,
      source: "Comparé aux erreurs placées dans le texte pour l’exercice. Ce n’est pas une note.",
      body: {
        kind: "table",
        columns: [
          { key: "what", label: "Constat" },
          { key: "first", label: "Première lecture", align: "end" },
          { key: "now", label: "Maintenant", align: "end" },
        ],
        rows: [
          {
            what: `Erreurs relevées (sur ${report.total})`,
            first: report.first.found,
            now: report.now.found,
          },
          {
            what: "Erreurs non relevées",
            first: report.total - report.first.found,
            now: report.total - report.now.found,
          },
          { what: "Fausses alertes", first: report.first.falseAlarms, now: report.now.falseAlarms },
          {
            what: "Erreurs absentes du texte final",
            first: report.first.corrected,
            now: report.now.corrected,
          },
          {
            what: "Erreurs apportées par la réécriture",
            first: null,
            now: report.introduced.length,
          },
        ],
      },
    });
  return list;
}
