import { type EvidenceState, isComplete, type Rating } from "./assessment.ts";
import type { Block, Competency } from "./certification.ts";

/** Levels of the block's competencies side by side, one column an attempt. No total and no average on purpose. */
export type AttemptComparison = {
  /** Attempt numbers, oldest first; only those with at least one level, and always the current one. */
  attempts: number[];
  rows: {
    competency: Competency;
    /** One per attempt, null where none was given. */
    levels: (number | null)[];
    /** Between the last two attempts that gave this competency a level. */
    change: "up" | "down" | "same" | null;
  }[];
};

/** Lays the attempts side by side. `ratings` holds those of every attempt, in any order. */
export function compareAttempts(
  block: Block,
  ratings: readonly Pick<Rating, "competency" | "attempt" | "level">[],
  currentAttempt: number,
): AttemptComparison {
  const inBlock = new Set(block.competencies.map((c) => c.id));
  const rated = ratings.filter((r) => r.level !== null && inBlock.has(r.competency));
  const attempts = [...new Set([...rated.map((r) => r.attempt), currentAttempt])].sort(
    (a, b) => a - b,
  );
  const level = new Map(rated.map((r) => [`${r.attempt} ${r.competency}`, r.level]));
  return {
    attempts,
    rows: block.competencies.map((competency) => {
      const levels = attempts.map((attempt) => level.get(`${attempt} ${competency.id}`) ?? null);
      return { competency, levels, change: lastChange(levels) };
    }),
  };
}

function lastChange(levels: (number | null)[]): "up" | "down" | "same" | null {
  const given = levels.filter((l) => l !== null);
  const last = given.at(-1);
  const before = given.at(-2);
  if (last === undefined || before === undefined) return null;
  if (last === before) return "same";
  return last > before ? "up" : "down";
}

/** More than anyone needs; keeps the history of a workspace bounded. */
export const ATTEMPTS_MAX = 50;

/** A new attempt makes sense once something was rated in this one. */
export function mayStartAttempt(
  ratings: readonly Pick<Rating, "attempt" | "level">[],
  currentAttempt: number,
): boolean {
  return (
    currentAttempt < ATTEMPTS_MAX &&
    ratings.some((r) => r.attempt === currentAttempt && r.level !== null)
  );
}

export type Suggestion = {
  competency: Competency;
  /** What is missing there. */
  reason: "unfinished" | "unrated" | "evidence-broken" | "no-evidence";
};

/**
 * The competency to work on next: first what was begun, then what was not, then evidence that no longer holds,
 * then ratings without evidence; in the block's order. Null when nothing is left.
 */
export function suggestNext(
  block: Block,
  ratings: readonly Pick<Rating, "competency" | "level" | "justification">[],
  evidence: readonly { competency: string; state: EvidenceState }[],
): Suggestion | null {
  const byId = new Map(ratings.map((r) => [r.competency, r]));
  const states = (id: string) => evidence.filter((e) => e.competency === id).map((e) => e.state);
  const tests: [Suggestion["reason"], (c: Competency) => boolean][] = [
    [
      "unfinished",
      (c) => {
        const rating = byId.get(c.id);
        const begun = rating && (rating.level !== null || rating.justification.trim() !== "");
        return Boolean(begun) && !isComplete(rating);
      },
    ],
    ["unrated", (c) => !isComplete(byId.get(c.id))],
    ["evidence-broken", (c) => states(c.id).some((s) => s !== "found")],
    ["no-evidence", (c) => states(c.id).length === 0],
  ];
  for (const [reason, test] of tests) {
    const competency = block.competencies.find(test);
    if (competency) return { competency, reason };
  }
  return null;
}
