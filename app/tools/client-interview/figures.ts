import type { Figure } from "~/domain/figure.ts";
import type { Content } from "./content.ts";
import { markLabels, typeLabels } from "./labels.ts";
import { earnedStatements } from "./memory.ts";
import type { State } from "./state.ts";
import { type TopicState, view } from "./view-model.ts";

const STATES: Record<TopicState, string> = {
  untouched: "non abordé",
  raised: "abordé, sans réponse",
  answered: "abordé, répondu",
};

/** What the dossier can show; a figure appears once there is something in it. */
export function figures(content: Content, state: State): Figure[] {
  const seen = view(content, state);
  const label = (id: string | null) => content.topics.find((t) => t.id === id)?.label ?? "Autre";
  const source = `Entretien simulé avec ${content.client.name}, ${content.client.role}.`;
  const list: Figure[] = [];
  if (seen.guide.length > 0)
    list.push({
      id: "client-interview:guide",
      title: "Guide d’entretien",
      alt: `Tableau du guide d’entretien\u00a0: ${seen.guide.length} questions avec leur thème et leur type.`,
      body: {
        kind: "table",
        columns: [
          { key: "topic", label: "Thème" },
          { key: "question", label: "Question" },
          { key: "type", label: "Type" },
        ],
        rows: seen.guide.map((q) => ({ topic: label(q.topic), question: q.text, type: q.type })),
      },
    });
  if (state.turns.length > 0) {
    list.push({
      id: "client-interview:transcript",
      title: `Entretien avec ${content.client.name}`,
      alt: `Transcription de l’entretien, ${state.turns.length} échanges.`,
      source,
      body: {
        kind: "transcript",
        turns: [
          { speaker: content.client.name, text: content.client.opening },
          ...state.turns.flatMap((t) => [
            { speaker: "Vous", text: t.said, note: typeLabels[t.type] },
            { speaker: content.client.name, text: t.answer },
          ]),
        ],
      },
    });
    list.push({
      id: "client-interview:coverage",
      title: "Carte de couverture des thèmes",
      alt: `Tableau des ${seen.topics.length} thèmes\u00a0: ${seen.topics.filter((t) => t.state === "answered").length} ont reçu une réponse.`,
      source,
      body: {
        kind: "table",
        columns: [
          { key: "topic", label: "Thème" },
          { key: "vital", label: "Vital" },
          { key: "questions", label: "Questions", align: "end" },
          { key: "state", label: "État" },
        ],
        rows: seen.topics.map((t) => ({
          topic: t.label,
          vital: t.vital ? "oui" : "non",
          questions: t.questions,
          state: STATES[t.state],
        })),
      },
    });
  }
  const means = earnedStatements(content, state).filter(
    (e) => e.topic !== null && content.keyTopics.sheet.includes(e.topic),
  );
  if (means.length > 0)
    list.push({
      id: "client-interview:means",
      title: "Budget, délais et moyens obtenus",
      alt: `Tableau des ${means.length} éléments de budget, de délai et de moyens dits par le client.`,
      source,
      body: {
        kind: "table",
        columns: [
          { key: "topic", label: "Thème" },
          { key: "text", label: "Ce que le client a dit" },
        ],
        rows: means.map((m) => ({ topic: label(m.topic), text: m.statement.text })),
      },
    });
  if (state.lines.length > 0)
    list.push({
      id: "client-interview:report",
      title: "Compte rendu de l’entretien",
      alt: `Tableau du compte rendu, ${state.lines.length} lignes par thème, chacune marquée fait, donnée, opinion, hypothèse ou point ouvert.`,
      source,
      body: {
        kind: "table",
        columns: [
          { key: "topic", label: "Thème" },
          { key: "text", label: "Contenu" },
          { key: "mark", label: "Nature" },
        ],
        rows: content.topics.flatMap((t) =>
          state.lines
            .filter((l) => l.topic === t.id)
            .map((l) => ({ topic: t.label, text: l.text, mark: markLabels[l.mark] })),
        ),
      },
    });
  return list;
}
