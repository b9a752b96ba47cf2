import { ok, type Result, refused } from "~/domain/result.ts";
import { recognise } from "~/engines/disclosure-recognition.ts";
import type { Content } from "./content.ts";
import { type Action, MAX_GUIDE, MAX_LINE, MAX_LINES, type State } from "./state.ts";

type GuideAction = Extract<
  Action,
  { type: "add-questions" | "edit-question" | "remove-question" | "move-question" }
>;
type LineAction = Extract<Action, { type: "add-lines" | "edit-line" | "remove-line" }>;

const tooLong = () =>
  refused(
    "too-long",
    `Une ligne dépasse ${MAX_LINE} caractères. Raccourcissez-la ou coupez-la en deux\u202f; votre texte est resté dans le champ.`,
  );
const unknownTopic = () =>
  refused("unknown-topic", "Ce thème n’existe pas. Choisissez-en un dans la liste.");
const empty = () => refused("empty", "Écrivez au moins quelques mots.");
const missing = () =>
  refused("not-found", "Cette ligne n’existe plus. Rechargez la page pour voir l’état actuel.");

/** One entry a line; bullets and numbers that people paste are taken away. */
function entries(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((l) => l.replace(/^\s*(?:[-–•*]|\d{1,2}\s*[.)])\s+/, "").trim())
    .filter((l) => /[\p{L}\p{N}]/u.test(l));
}

/**
 * Topic of a prepared question by the public words alone: the answer key must not help write the guide.
 * Null when the topic is not one of this case.
 */
function guessTopic(content: Content, text: string): string | null {
  const graph = { startConfidence: 0, facts: [], contradictions: [], traps: [] };
  const found = recognise(text, content.topics, graph).topic;
  return content.topics.some((t) => t.id === found) ? found : null;
}

/** Edits the guide; it is frozen from the first question on. */
export function editGuide(content: Content, state: State, action: GuideAction): Result<State> {
  if (state.phase !== "prepare")
    return refused(
      "guide-frozen",
      "Le guide est figé depuis le début de l’entretien. Recommencez l’entretien pour le modifier.",
    );
  const known = (topic: string) => content.topics.some((t) => t.id === topic);
  const topicFor = (topic: string, text: string) =>
    known(topic) ? topic : guessTopic(content, text);
  const at = "id" in action ? state.guide.findIndex((q) => q.id === action.id) : -1;
  if ("id" in action && at < 0) return missing();
  if ("topic" in action && action.topic !== "auto" && !known(action.topic)) return unknownTopic();
  switch (action.type) {
    case "add-questions": {
      const list = entries(action.text);
      if (list.length === 0) return empty();
      if (list.some((l) => l.length > MAX_LINE)) return tooLong();
      if (state.guide.length + list.length > MAX_GUIDE)
        return refused(
          "full",
          `Un guide tient en ${MAX_GUIDE} questions. Retirez-en avant d’en ajouter.`,
        );
      const added = list.map((text, i) => ({
        id: `q${state.nextId + i}`,
        topic: topicFor(action.topic, text),
        text,
      }));
      return ok({
        ...state,
        nextId: state.nextId + list.length,
        guide: [...state.guide, ...added],
      });
    }
    case "edit-question": {
      const [text] = entries(action.text.replace(/\r?\n/g, " "));
      if (!text) return empty();
      if (text.length > MAX_LINE) return tooLong();
      const guide = state.guide.map((q) =>
        q.id === action.id ? { ...q, text, topic: topicFor(action.topic, text) } : q,
      );
      return ok({ ...state, guide });
    }
    case "remove-question":
      return ok({ ...state, guide: state.guide.filter((q) => q.id !== action.id) });
    case "move-question": {
      const to = Math.min(state.guide.length - 1, Math.max(0, at + (action.by === "up" ? -1 : 1)));
      const guide = [...state.guide];
      guide.splice(to, 0, ...guide.splice(at, 1));
      return ok({ ...state, guide });
    }
  }
}

const PREFIX: Record<string, State["lines"][number]["mark"]> = {
  F: "fact",
  D: "data",
  O: "opinion",
  H: "hypothesis",
};

/** Edits the report; a line may open with « F : », « D : », « O : » or « H : » to mark itself. */
export function editLines(content: Content, state: State, action: LineAction): Result<State> {
  if (state.phase === "closed")
    return refused(
      "handed-in",
      "Le compte rendu est remis. Reprenez-le pour le modifier\u00a0: rien n’est perdu.",
    );
  if ("id" in action && !state.lines.some((l) => l.id === action.id)) return missing();
  if ("topic" in action && !content.topics.some((t) => t.id === action.topic))
    return unknownTopic();
  switch (action.type) {
    case "add-lines": {
      const list = entries(action.text);
      if (list.length === 0) return empty();
      if (list.some((l) => l.length > MAX_LINE)) return tooLong();
      if (state.lines.length + list.length > MAX_LINES)
        return refused(
          "full",
          `Un compte rendu tient en ${MAX_LINES} lignes. Retirez-en avant d’en ajouter.`,
        );
      const added = list.map((line, i) => {
        const marked = /^([FDOH])\s*[:.–-]\s*(.+)$/su.exec(line);
        return {
          id: `l${state.nextId + i}`,
          topic: action.topic,
          mark: (marked && PREFIX[marked[1]!]) || action.mark,
          text: marked ? marked[2]!.trim() : line,
        };
      });
      return ok({
        ...state,
        nextId: state.nextId + list.length,
        lines: [...state.lines, ...added],
      });
    }
    case "edit-line": {
      const text = action.text.replace(/\s*\r?\n\s*/g, " ").trim();
      if (!/[\p{L}\p{N}]/u.test(text)) return empty();
      if (text.length > MAX_LINE) return tooLong();
      const { id, topic, mark } = action;
      return ok({
        ...state,
        lines: state.lines.map((l) => (l.id === id ? { id, topic, mark, text } : l)),
      });
    }
    case "remove-line":
      return ok({ ...state, lines: state.lines.filter((l) => l.id !== action.id) });
  }
}
