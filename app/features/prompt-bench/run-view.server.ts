import { failureMessages } from "~/ai/failures.ts";
import type { FailureKind } from "~/ai/provider.ts";
import type { PromptRunRow } from "~db/queries/prompt-runs.ts";
import type { RunView } from "./run.ts";

/** A run that says « running » for longer than this was cut by a stop of the server. */
const INTERRUPTED_MS = 10 * 60_000;

/** How a failure is written in its row: its name, then the French sentence when it is not the usual one. */
export function failureText(kind: FailureKind, message: string): string {
  return message === failureMessages[kind] ? kind : `${kind}: ${message}`;
}

function failureSentence(stored: string | null): string | null {
  if (!stored) return null;
  const [kind = "", ...rest] = stored.split(": ");
  return rest.join(": ") || (failureMessages[kind as FailureKind] ?? failureMessages.unavailable);
}

/** A row as the learner sees it; `now` decides whether a run under way was in fact interrupted. */
export function toRunView(row: PromptRunRow, now: Date): RunView {
  const stale =
    row.status === "running" && now.getTime() - row.created_at.getTime() > INTERRUPTED_MS;
  return {
    id: row.id,
    seq: row.seq,
    prompt: row.prompt,
    temperature: row.settings.temperature,
    maxTokens: row.settings.maxTokens,
    providerLabel: row.provider_label,
    model: row.model,
    status: stale ? "interrupted" : row.status,
    output: row.output,
    failure: row.status === "failed" ? failureSentence(row.failure) : null,
    kept: row.kept,
    note: row.note,
    insertedIn: row.inserted_in,
    createdAt: row.created_at.toISOString(),
  };
}
