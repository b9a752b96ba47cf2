import type { Recognition } from "./disclosure-recognition.ts";
import type { Fact, FactGraph } from "./disclosure-schema.ts";
import { hasCue, scan } from "./french-cues.ts";
import { OPEN_TYPES, type Question } from "./question-types.ts";

/** How far a fact was told: 1 evaded, 2 partly, 3 fully; 0 never touched. */
export type Level = 0 | 1 | 2 | 3;
export type Levels = Readonly<Record<string, number>>;

export const MAX_CONFIDENCE = 5;
export const clampConfidence = (value: number) => Math.min(MAX_CONFIDENCE, Math.max(0, value));

/** Effects of interview.md § 4 on the client's confidence. */
export const CONFIDENCE = {
  reformulation: 1,
  usefulOpen: 0.5,
  judging: -1,
  leading: -0.5,
  jargon: -0.5,
  insisting: -1,
} as const;

export type Disclosure =
  | { kind: "told"; fact: Fact; level: 2 | 3; earned: string[] }
  | { kind: "evaded"; fact: Fact }
  | { kind: "known"; fact: Fact | null; topic: string }
  | { kind: "exhausted"; topic: string }
  | { kind: "none"; topic: string }
  | { kind: "not-understood" };

export const levelOf = (levels: Levels, fact: Fact): Level => (levels[fact.id] ?? 0) as Level;

/** Statement ids a fact has given at a level. */
export function earnedAt(fact: Fact, level: Level): string[] {
  if (level < 2) return [];
  return fact.statements.filter((s) => level === 3 || s.from === "partial").map((s) => s.id);
}

/** Asks for more of the same: « autre chose ? », « et sinon ? ». */
const MORE = [
  "autre chose",
  "d'autres",
  "autres",
  "quoi d'autre",
  "encore",
  "sinon",
  "également",
  "aussi",
  "en dehors",
  "à part",
  "outre",
  "en plus",
  "complément",
  "et le reste",
];

/**
 * Decides what one question earns: which fact, how openly. Pure: the same question in the same state always
 * earns the same. Confidence is not changed here.
 */
export function disclose(
  graph: FactGraph,
  levels: Levels,
  confidence: number,
  question: Question,
  recognition: Recognition,
  last: { fact: string | null; topic: string | null },
): Disclosure {
  const digging = question.type === "follow-up" || question.type === "mirror";
  const opening = OPEN_TYPES.includes(question.type) || digging;
  const more = hasCue(MORE, scan(question.part));
  const topic = recognition.topic ?? (digging || more ? last.topic : null);
  if (topic === null) return { kind: "not-understood" };

  const lastFact = graph.facts.find((f) => f.id === last.fact);
  const named = recognition.named
    .filter((n) => n.fact.topic === topic || n.score >= 2)
    .map((n) => n.fact);
  let target: Fact | undefined;
  let specific = false;
  const isNew = (f: Fact) => levelOf(levels, f) < 3;

  // A follow-up digs where the last answer stopped short, unless it names something else.
  const sameGround = recognition.topic === null || recognition.topic === last.topic;
  if (
    digging &&
    lastFact &&
    isNew(lastFact) &&
    sameGround &&
    !named.some((f) => f !== lastFact && isNew(f))
  ) {
    target = lastFact;
    specific = true;
  }
  if (!target && !more) {
    target = named.find((f) => isNew(f) && f.topic === topic) ?? named.find(isNew);
    specific = target !== undefined;
  }
  const ofTopic = graph.facts.filter((f) => f.topic === topic);
  if (!target) {
    const rest = ofTopic.filter(isNew).sort((a, b) => rank(levels, a) - rank(levels, b));
    const knownNamed = named.find((f) => f.topic === topic && !isNew(f));
    // A precise or closed question about what was already said gets it again, and nothing more.
    if (knownNamed && !opening && !more) return { kind: "known", fact: knownNamed, topic };
    target = rest[0];
    // « Autre chose ? » and a follow-up are as good as naming it.
    specific = more || digging;
    if (!target) {
      if (ofTopic.length === 0) return { kind: "none", topic };
      return digging || more
        ? { kind: "exhausted", topic }
        : { kind: "known", fact: knownNamed ?? null, topic };
    }
  }
  return open(target, levels, confidence, question, specific);
}

/** Easy facts first; one that was begun is finished before another is opened. */
function rank(levels: Levels, fact: Fact): number {
  return fact.difficulty * 10 - levelOf(levels, fact);
}

function open(
  fact: Fact,
  levels: Levels,
  confidence: number,
  question: Question,
  specific: boolean,
): Disclosure {
  if (confidence < fact.confidence) return { kind: "evaded", fact };
  const before = levelOf(levels, fact);
  const closed = question.type === "closed" || question.type === "statement";
  let level: 2 | 3 = 3;
  if (closed) level = 2;
  // Named only by its topic, a fact that is not obvious comes by half: the rest must be dug for.
  else if (!specific && fact.difficulty > 1 && before < 2) level = 2;
  // A closed question on what was half said confirms it: the other half comes with it.
  if (closed && before === 2) level = 3;
  const had = new Set(earnedAt(fact, before));
  const earned = earnedAt(fact, level).filter((id) => !had.has(id));
  return { kind: "told", fact, level, earned };
}
