import { classifyQuestion } from "~/engines/question-types.ts";
import type { Content } from "./content.ts";
import { advice, flagLabels, typeLabels } from "./labels.ts";
import type { Mark } from "./marks.ts";
import { turnsLeft } from "./memory.ts";
import type { State } from "./state.ts";

/** untouched: never asked · raised: asked, without an answer worth noting · answered: something was said. */
export type TopicState = "untouched" | "raised" | "answered";

export type InterviewView = {
  phase: State["phase"];
  round: number;
  client: { name: string; role: string; organisation: string };
  opening: string;
  publicFacts: { id: string; text: string }[];
  topics: { id: string; label: string; vital: boolean; state: TopicState; questions: number }[];
  guide: { id: string; topic: string | null; text: string; type: string; advice: string | null }[];
  turns: {
    said: string;
    answer: string;
    /** « Question ouverte », « Budget », « réponse soufflée »… */
    feedback: string[];
    advice: string | null;
    byModel: boolean;
  }[];
  turnsLeft: number;
  turnsTotal: number;
  /** How the client feels: a verb phrase that follows the name; null before the first question. */
  mood: string | null;
  lines: { id: string; topic: string; mark: Mark; text: string }[];
};

/**
 * What the learner may see. It reads the public part of the content and the state only: nothing under
 * `expected` is touched, so nothing can leak that was not said.
 */
export function view(content: Content, state: State): InterviewView {
  const label = (id: string | null) => content.topics.find((t) => t.id === id)?.label ?? null;
  const { name, role, organisation } = content.client;
  return {
    phase: state.phase,
    round: state.round,
    client: { name, role, organisation },
    opening: content.client.opening,
    publicFacts: content.publicFacts.map(({ id, text }) => ({ id, text })),
    topics: content.topics.map((t) => {
      const asked = state.turns.filter((turn) => turn.topic === t.id);
      return {
        id: t.id,
        label: t.label,
        vital: t.vital,
        state: topicState(asked.map((turn) => turn.outcome)),
        questions: asked.length,
      };
    }),
    guide: state.guide.map((q) => {
      const read = classifyQuestion(q.text);
      return { ...q, type: typeLabels[read.type], advice: advice(read.type, read.flags) };
    }),
    turns: state.turns.map((t) => ({
      said: t.said,
      answer: t.answer,
      feedback: [
        typeLabels[t.type],
        ...(label(t.topic) ? [`thème\u00a0: ${label(t.topic)}`] : []),
        ...t.flags.map((f) => flagLabels[f]),
      ],
      advice: advice(t.type, t.flags),
      byModel: t.wording === "model",
    })),
    turnsLeft: turnsLeft(content, state),
    turnsTotal: content.turns,
    mood: state.turns.length === 0 ? null : mood(state.confidence),
    lines: state.lines,
  };
}

function topicState(outcomes: State["turns"][number]["outcome"][]): TopicState {
  if (outcomes.length === 0) return "untouched";
  return outcomes.some((o) => o === "told" || o === "known" || o === "contradiction")
    ? "answered"
    : "raised";
}

/** Confidence in words: a person shows it, never a figure. */
function mood(confidence: number): string {
  if (confidence < 0.75) return "reste sur ses gardes";
  if (confidence < 2) return "garde une certaine réserve";
  if (confidence < 3.5) return "parle volontiers";
  return "parle en confiance";
}
