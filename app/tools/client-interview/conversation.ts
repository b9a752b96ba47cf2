import { ok, type Result, refused } from "~/domain/result.ts";
import { CONFIDENCE, clampConfidence, disclose } from "~/engines/disclosure.ts";
import {
  checkReformulation,
  fallenTrap,
  raisedContradiction,
} from "~/engines/disclosure-claims.ts";
import { recognise } from "~/engines/disclosure-recognition.ts";
import { hasCue, scan } from "~/engines/french-cues.ts";
import { classifyQuestion, OPEN_TYPES, type Question } from "~/engines/question-types.ts";
import type { Applied } from "~/tools/tool.ts";
import type { Content } from "./content.ts";
import { earnedStatements, saidFigures, turnsLeft } from "./memory.ts";
import { phraseRequest, speak } from "./speech.ts";
import { MAX_QUESTION, type State, type Turn } from "./state.ts";

/** What one message brings about; merged into the state by `record`. */
type Reply = {
  answer: string;
  outcome: Turn["outcome"];
  topic: string | null;
  earned?: string[];
  held?: string[];
  trap?: string;
  type?: Turn["type"];
  confidence?: number;
  level?: { fact: string; level: 1 | 2 | 3 };
  raised?: string;
  /** What was asked again: a fact's id, or a topic's. */
  repeated?: string;
};

/** Courtesies that cost no question. */
const FREE_COURTESIES = 3;

const isFree = (state: State, question: Question) =>
  question.type === "courtesy" && state.turns.filter((t) => t.free).length < FREE_COURTESIES;

/** One message of the learner and the client's answer. `explicit`: sent as a reformulation. */
export function say(
  content: Content,
  state: State,
  raw: string,
  explicit: boolean,
): Result<Applied<State>> {
  const text = raw.trim();
  if (text.length > MAX_QUESTION)
    return refused(
      "too-long",
      `Votre message dépasse ${MAX_QUESTION.toLocaleString("fr-FR")} caractères\u00a0: personne n’écouterait aussi longtemps. Coupez-le\u202f; il est resté dans le champ.`,
    );
  if (!/\p{L}{2}/u.test(text) && !/[?\d]/.test(text))
    return refused("empty", "Écrivez votre question avec des mots avant de l’envoyer.");
  if (state.phase !== "interview" && state.phase !== "prepare")
    return refused(
      "not-talking",
      "L’entretien est terminé. Reprenez-le s’il vous reste des questions.",
    );
  const talking: State = { ...state, phase: "interview" };
  const question = classifyQuestion(text, state.turns.at(-1)?.answer ?? "");
  if (explicit) question.type = "reformulation";
  if (turnsLeft(content, state) === 0 && !isFree(state, question))
    return refused(
      "out-of-turns",
      "Le temps du rendez-vous est écoulé\u00a0: terminez l’entretien et rédigez le compte rendu, ou recommencez.",
    );
  const reply = answerTo(content, talking, text, question, explicit);
  const next = record(content, talking, text, question, reply);
  const answer = next.turns.at(-1)?.answer ?? reply.answer;
  return ok({ state: next, request: phraseRequest(content, next, text, answer) });
}

function answerTo(
  content: Content,
  state: State,
  text: string,
  question: Question,
  explicit: boolean,
): Reply {
  const graph = content.expected;
  const flagged = (flag: Question["flags"][number]) => question.flags.includes(flag);
  const recognition = recognise(question.part, content.topics, graph);
  // « … et que comprend-il ? »: the last part speaks of what came before it.
  const context =
    recognition.topic === null && question.before
      ? recognise(question.before, content.topics, graph)
      : recognition;
  const { topic } = context;

  if (question.type === "courtesy") {
    const key = flagged("closing") ? "closing" : flagged("framing") ? "framing" : "greeting";
    return { answer: speak(content, state, key), outcome: "courtesy", topic: null };
  }
  if (flagged("judging"))
    return {
      answer: speak(content, state, "judged"),
      outcome: "hurt",
      topic,
      confidence: CONFIDENCE.judging,
    };
  const contradiction = raisedContradiction(text, graph, state.levels, state.raised);
  if (contradiction)
    return {
      answer: contradiction.answer,
      outcome: "contradiction",
      topic,
      earned: contradiction.statements.map((s) => s.id),
      raised: contradiction.id,
      confidence: CONFIDENCE.usefulOpen,
    };
  if (question.type === "reformulation") {
    const reply = reformulated(content, state, text);
    const asksAnew = !explicit && reply.outcome === "vague" && recognition.named.length > 0;
    if (!asksAnew) return { ...reply, topic };
    question.type = "closed";
  }
  if (flagged("promise") && question.type === "statement")
    return { answer: speak(content, state, "promise"), outcome: "nothing", topic: null };
  if (flagged("leading")) {
    const trap = fallenTrap(text, graph);
    return {
      answer: trap ? trap.answer : speak(content, state, "agrees"),
      outcome: "agreed",
      topic: trap?.topic ?? topic,
      confidence: CONFIDENCE.leading,
      ...(trap ? { trap: trap.id } : {}),
    };
  }
  if (flagged("jargon"))
    return {
      answer: speak(content, state, "jargon"),
      outcome: "not-understood",
      topic,
      confidence: CONFIDENCE.jargon,
    };
  return answered(content, state, question, context);
}

function reformulated(content: Content, state: State, text: string): Reply {
  const earned = earnedStatements(content, state).map((e) => e.statement);
  const check = checkReformulation(text, earned, saidFigures(content, state));
  if (check.verdict === "vague")
    return { answer: speak(content, state, "tooVague"), outcome: "vague", topic: null };
  if (check.verdict === "corrected") {
    const right = check.right ? ` ${check.right.text}` : "";
    const answer = speak(content, state, "notSaid", { said: check.wrong.text }) + right;
    return { answer, outcome: "corrected", topic: null };
  }
  const held = check.held.map((s) => s.id);
  const before = new Set(state.turns.flatMap((t) => t.held));
  // Repeating the same summary is no new proof of listening.
  const fresh = held.some((id) => !before.has(id));
  return {
    answer: speak(content, state, held.length >= SYNTHESIS ? "synthesisValidated" : "validated"),
    outcome: "validated",
    topic: null,
    held,
    ...(fresh ? { confidence: CONFIDENCE.reformulation } : {}),
  };
}

/** A reformulation that holds this many things said is a synthesis. */
export const SYNTHESIS = 3;

function answered(
  content: Content,
  state: State,
  question: Question,
  context: ReturnType<typeof recognise>,
): Reply {
  const said = disclose(
    content.expected,
    state.levels,
    state.confidence,
    question,
    context,
    state.last,
  );
  const label = (id: string) =>
    content.topics.find((t) => t.id === id)?.label.toLowerCase() ?? "ce point";
  const warm = question.flags.includes("multiple")
    ? `${speak(content, state, "onlyLastPart")} `
    : "";
  switch (said.kind) {
    case "told": {
      const useful = OPEN_TYPES.includes(question.type) && said.earned.length > 0;
      return {
        answer: warm + (said.level === 3 ? said.fact.answers.full : said.fact.answers.partial),
        outcome: "told",
        topic: said.fact.topic,
        earned: said.earned,
        level: { fact: said.fact.id, level: said.level },
        ...(useful ? { confidence: CONFIDENCE.usefulOpen } : {}),
      };
    }
    case "evaded":
      return {
        answer: warm + said.fact.answers.closed,
        outcome: "hinted",
        topic: said.fact.topic,
        level: { fact: said.fact.id, level: 1 },
      };
    case "known": {
      const repeated = said.fact?.id ?? said.topic;
      const times = (state.repeats[repeated] ?? 0) + 1;
      const impatient = times >= 3;
      const key = impatient ? "impatient" : said.fact ? "alreadySaid" : "nothingMore";
      return {
        answer: speak(content, state, key, {
          topic: label(said.topic),
          said: said.fact?.answers.full ?? "",
        }),
        outcome: "known",
        topic: said.topic,
        repeated,
        ...(impatient ? { confidence: CONFIDENCE.insisting } : {}),
      };
    }
    case "exhausted":
      return {
        answer: speak(content, state, "nothingMore", { topic: label(said.topic) }),
        outcome: "known",
        topic: said.topic,
      };
    case "none":
      return {
        answer: speak(content, state, "nothingOnTopic"),
        outcome: "nothing",
        topic: said.topic,
      };
    case "not-understood":
      return {
        answer: speak(content, state, "notUnderstood"),
        outcome: "not-understood",
        topic: null,
        type: "off-topic",
      };
  }
}

/** Puts a reply into the state: the turn, the confidence, what was disclosed. */
function record(
  content: Content,
  state: State,
  text: string,
  question: Question,
  reply: Reply,
): State {
  const free = isFree(state, question);
  const scanned = scan(text);
  const turn: Turn = {
    said: text,
    answer: reply.answer,
    wording: "engine",
    type: reply.type ?? question.type,
    flags: question.flags,
    free,
    topic: content.topics.some((t) => t.id === reply.topic) ? reply.topic : null,
    outcome: reply.outcome,
    earned: reply.earned ?? [],
    trap: reply.trap ?? null,
    publicFacts: content.publicFacts.filter((f) => hasCue(f.cues, scanned)).map((f) => f.id),
    held: reply.held ?? [],
  };
  const next: State = {
    ...state,
    turns: [...state.turns, turn],
    confidence: clampConfidence(state.confidence + (reply.confidence ?? 0)),
    raised: reply.raised ? [...state.raised, reply.raised] : state.raised,
  };
  if (reply.level) {
    const { fact, level } = reply.level;
    next.levels = { ...state.levels, [fact]: Math.max(state.levels[fact] ?? 0, level) };
    next.last = { fact, topic: reply.topic };
  } else if (reply.topic && reply.outcome !== "hurt")
    next.last = { fact: null, topic: reply.topic };
  const { repeated } = reply;
  if (repeated) next.repeats = { ...state.repeats, [repeated]: (state.repeats[repeated] ?? 0) + 1 };
  if (!free && turnsLeft(content, next) === 3)
    turn.answer = `${turn.answer} ${speak(content, state, "lastTurns")}`;
  return next;
}
