import { ownKey } from "~/ui/kept-text.ts";
import type { StoredDraft } from "./rating-draft.ts";

/** Where this device keeps what the server has not acknowledged yet, for the person signed in only. */
export const draftKey = (workspaceId: string, attempt: number, competency: string) =>
  ownKey(`evaluation:${workspaceId}:${attempt}:${competency}`);

/* Storage may be full, refused (private browsing) or hold something else: the page works without it. */
function attempt<T>(what: () => T): T | null {
  try {
    return what();
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: StoredDraft): void {
  attempt(() => localStorage.setItem(key, JSON.stringify(draft)));
}

/** What an earlier visit left; null when there is nothing readable. */
export function findDraft(key: string): StoredDraft | null {
  const raw = attempt(() =>
    JSON.parse(localStorage.getItem(key) ?? "null"),
  ) as Partial<StoredDraft> | null;
  if (!raw || typeof raw.justification !== "string" || typeof raw.version !== "number") return null;
  return {
    justification: raw.justification,
    version: raw.version,
    level: typeof raw.level === "number" ? raw.level : null,
    writer: typeof raw.writer === "string" ? raw.writer : "",
  };
}

/** Forgets the draft; with a writer, only if that writer left it (another tab's text stays). */
export function dropDraft(key: string, writer?: string): void {
  const kept = writer === undefined ? null : findDraft(key);
  if (kept && kept.writer !== writer) return;
  attempt(() => localStorage.removeItem(key));
}
