import { useFetcher } from "@remix-run/react";
import { useEffect, useReducer, useRef, useState } from "react";
import type { Rating } from "~/domain/assessment.ts";
import { paths } from "~/paths.ts";
import type { Outcome, RatingContent } from "./intents.ts";
import {
  type Draft,
  draftReducer,
  isDirty,
  maySend,
  type Refusal,
  sameContent,
  startDraft,
} from "./rating-draft.ts";
import { draftKey, dropDraft, findDraft, keepDraft } from "./stored-draft.ts";

/** Typing rests this long before a save leaves, in milliseconds. */
export const SAVE_AFTER = 800;
const RETRY_FIRST = 3_000;
const RETRY_LAST = 30_000;

/** Names this tab; randomUUID() exists on https and localhost only. */
const newWriter = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

export type RatingDraft = {
  draft: Draft;
  /** False until the page's scripts run: only then do buttons other than « Enregistrer » act. */
  alive: boolean;
  edit: (content: Partial<RatingContent>) => void;
  /** Saves at once instead of waiting for a pause. */
  saveNow: () => void;
  /** Ends a conflict with the text a person chose or put together. */
  choose: (content: RatingContent) => void;
};

/**
 * Keeps one rating safe while it is typed: on this device with every key, on the server at each pause,
 * again and again when the server does not answer. The rules are in rating-draft.ts.
 */
export function useRatingDraft(options: {
  workspaceId: string;
  attempt: number;
  competency: string;
  rating: Rating | null;
  /** The answer to this very form, when it was sent before any script ran. */
  refusal: Refusal | null;
  onSaved: (rating: Rating) => void;
}): RatingDraft {
  const { workspaceId, attempt, competency, rating, refusal, onSaved } = options;
  const key = draftKey(workspaceId, attempt, competency);
  const [draft, dispatch] = useReducer(draftReducer, { rating, refusal }, startDraft);
  const fetcher = useFetcher<Outcome>({ key });
  const [alive, setAlive] = useState(false);
  const writer = useRef("");
  const retries = useRef(0);
  const handled = useRef<unknown>(undefined);
  const latest = useRef({ draft, fetcher });
  latest.current = { draft, fetcher };

  const send = useRef(() => {});
  send.current = () => {
    const { draft: now } = latest.current;
    if (!maySend(now)) return;
    dispatch({ type: "send", content: now.content });
    latest.current.fetcher.submit(
      {
        intent: "rate",
        reply: "data",
        competency,
        attempt,
        version: now.version,
        level: now.content.level ?? "",
        justification: now.content.justification,
      },
      { method: "post", action: paths.assessment(workspaceId) },
    );
  };

  // What an earlier visit left on this device comes back once the page runs.
  useEffect(() => {
    setAlive(true);
    writer.current = newWriter();
    const stored = findDraft(key);
    if (!stored) return;
    if (sameContent(stored, latest.current.draft.saved)) dropDraft(key);
    else dispatch({ type: "found-here", stored });
  }, [key]);

  // The page was loaded again and the server knows something newer.
  useEffect(() => {
    if (rating) dispatch({ type: "server", rating });
  }, [rating]);

  useEffect(() => {
    if (fetcher.state !== "idle" || !fetcher.data || fetcher.data === handled.current) return;
    handled.current = fetcher.data;
    dispatch({ type: "answer", outcome: fetcher.data });
    if (fetcher.data.ok && fetcher.data.intent === "rate") onSaved(fetcher.data.rating);
    retries.current = fetcher.data.ok ? 0 : retries.current + 1;
  }, [fetcher.state, fetcher.data, onSaved]);

  const dirty = isDirty(draft);
  useEffect(() => {
    if (!writer.current) return;
    if (dirty || draft.conflict)
      keepDraft(key, { ...draft.content, version: draft.version, writer: writer.current });
    else dropDraft(key, draft.restored ? undefined : writer.current);
  }, [key, dirty, draft.content, draft.version, draft.conflict, draft.restored]);

  // One timer: a pause in the typing, or the next try after a failure.
  const ready = maySend(draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key typed starts the pause again.
  useEffect(() => {
    if (!ready) return;
    const wait = draft.failure
      ? Math.min(RETRY_LAST, RETRY_FIRST * 2 ** Math.max(0, retries.current - 1))
      : SAVE_AFTER;
    const timer = setTimeout(() => send.current(), wait);
    return () => clearTimeout(timer);
  }, [ready, draft.failure, draft.content]);

  useEffect(() => {
    const now = () => send.current();
    const hidden = () => document.visibilityState === "hidden" && send.current();
    addEventListener("online", now);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      removeEventListener("online", now);
      document.removeEventListener("visibilitychange", hidden);
      send.current(); // Leaving for another page of the app.
    };
  }, []);

  return {
    draft,
    alive,
    edit: (content) => dispatch({ type: "edit", content }),
    saveNow: () => send.current(),
    choose: (content) => dispatch({ type: "choose", content }),
  };
}
