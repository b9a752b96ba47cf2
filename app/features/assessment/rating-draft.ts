import type { Rating } from "~/domain/assessment.ts";
import type { Outcome, RatingContent } from "./intents.ts";

/**
 * One rating being written, as a pure machine: what is on the screen, what the server acknowledged, what is under way.
 * What was typed leaves the screen by the person's choice only; a save names the version it started from.
 */
export type Draft = {
  content: RatingContent;
  saved: RatingContent;
  version: number;
  /** ISO; null before the first save. */
  savedAt: string | null;
  sending: RatingContent | null;
  /** Sent, but no answer came: the server may have it all the same. */
  unanswered: RatingContent | null;
  failure: { message: string; final: boolean } | null;
  /** What is stored when it is neither what we started from nor what we sent. */
  conflict: StoredRating | null;
  /** The text came back from this device, where an earlier visit left it. */
  restored: boolean;
};

/** A rating as the server has it. */
export type StoredRating = RatingContent & { version: number; savedAt: string | null };

/** What localStorage keeps until the server has it. */
export type StoredDraft = RatingContent & { version: number; writer: string };

export type DraftEvent =
  | { type: "edit"; content: Partial<RatingContent> }
  | { type: "send"; content: RatingContent }
  | { type: "answer"; outcome: Outcome }
  | { type: "found-here"; stored: RatingContent & { version: number } }
  | { type: "server"; rating: Rating }
  | { type: "choose"; content: RatingContent };

export const emptyContent: RatingContent = { level: null, justification: "" };

/** What a form sent without scripts gets back when it was refused. */
export type Refusal = Extract<Outcome, { ok: false }>;

/** Starts from what is stored; after a refused form, with what it held on the screen. */
export function startDraft({
  rating,
  refusal,
}: {
  rating: Rating | null;
  refusal?: Refusal | null;
}): Draft {
  const stored = rating ? storedRating(rating) : { ...emptyContent, version: 0, savedAt: null };
  const draft: Draft = {
    content: contentOf(stored),
    saved: contentOf(stored),
    version: stored.version,
    savedAt: stored.savedAt,
    sending: null,
    unanswered: null,
    failure: null,
    conflict: null,
    restored: false,
  };
  return refusal?.sent ? answer({ ...draft, content: refusal.sent }, refusal) : draft;
}

/** Line ends and outer spaces aside, as the server stores it. */
export function sameContent(a: RatingContent | null, b: RatingContent | null): boolean {
  if (!a || !b) return false;
  const plain = (text: string) => text.replace(/\r\n?/g, "\n").trim();
  return a.level === b.level && plain(a.justification) === plain(b.justification);
}

export function storedRating(rating: Rating): StoredRating {
  const { level, justification, version, updatedAt } = rating;
  return { level, justification, version, savedAt: updatedAt };
}

const contentOf = ({ level, justification }: RatingContent): RatingContent => ({
  level,
  justification,
});

/** Something on the screen is not on the server. */
export const isDirty = (draft: Draft): boolean => !sameContent(draft.content, draft.saved);

/** A save may leave now: something to save, nothing under way, no choice to make first. */
export const maySend = (draft: Draft): boolean =>
  isDirty(draft) && !draft.sending && !draft.conflict && !draft.failure?.final;

export type Phase = "untouched" | "saved" | "typing" | "sending" | "failed" | "conflict";

export function phaseOf(draft: Draft): Phase {
  if (draft.conflict) return "conflict";
  if (draft.sending) return "sending";
  if (draft.failure) return "failed";
  if (isDirty(draft)) return "typing";
  return draft.version === 0 ? "untouched" : "saved";
}

function adopt(draft: Draft, stored: StoredRating): Draft {
  return {
    ...draft,
    saved: contentOf(stored),
    version: stored.version,
    savedAt: stored.savedAt,
    sending: null,
    unanswered: null,
    failure: null,
    conflict: null,
  };
}

function answer(draft: Draft, outcome: Outcome): Draft {
  if (outcome.ok) {
    const newer = outcome.intent === "rate" && outcome.rating.version >= draft.version;
    return newer ? adopt(draft, storedRating(outcome.rating)) : { ...draft, sending: null };
  }
  const sent = draft.sending;
  if (outcome.reason === "stale" && outcome.current) {
    const stored = storedRating(outcome.current);
    // Our own save, whose answer was lost on the way, or the same words typed twice: nothing to choose.
    const ours = [sent, draft.unanswered, draft.content].some((c) => sameContent(c, stored));
    return ours
      ? adopt(draft, stored)
      : { ...draft, sending: null, failure: null, conflict: stored };
  }
  const passing = outcome.reason === "unreachable" || outcome.reason === "signed-out";
  return {
    ...draft,
    sending: null,
    unanswered: passing ? (sent ?? draft.unanswered) : draft.unanswered,
    failure: { message: outcome.message, final: !passing },
  };
}

export function draftReducer(draft: Draft, event: DraftEvent): Draft {
  switch (event.type) {
    case "edit": {
      const over = draft.failure?.final && draft.failure;
      // Typing again after a refusal (too long, for example) deserves another try.
      return {
        ...draft,
        content: { ...draft.content, ...event.content },
        failure: over ? null : draft.failure,
      };
    }
    case "send":
      return maySend(draft) ? { ...draft, sending: event.content } : draft;
    case "answer":
      return answer(draft, event.outcome);
    case "found-here": {
      const stored = contentOf(event.stored);
      if (isDirty(draft) || sameContent(stored, draft.saved)) return draft;
      // Written from another version than the one we have: a person chooses.
      const moved = event.stored.version !== draft.version;
      const theirs = { ...draft.saved, version: draft.version, savedAt: draft.savedAt };
      return { ...draft, content: stored, restored: true, conflict: moved ? theirs : null };
    }
    case "server": {
      if (event.rating.version <= draft.version || draft.sending) return draft;
      if (isDirty(draft)) return draft;
      return { ...adopt(draft, storedRating(event.rating)), content: contentOf(event.rating) };
    }
    case "choose":
      return draft.conflict
        ? { ...adopt(draft, draft.conflict), content: event.content, restored: false }
        : draft;
  }
}

/** Both texts one under the other, for a person to sort out; the level of the first. */
export function bothTexts(mine: RatingContent, theirs: RatingContent): RatingContent {
  const parts = [mine.justification.trim(), theirs.justification.trim()].filter(Boolean);
  return { level: mine.level ?? theirs.level, justification: parts.join("\n\n") };
}
