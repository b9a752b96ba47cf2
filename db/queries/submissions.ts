import type { Db } from "../client.server.ts";

const shown = ["number", "attempt", "code", "sha256", "words", "remarks", "submitted_at"] as const;

/** A hand-in without its snapshot. */
export type SubmissionRow = {
  number: number;
  attempt: number;
  code: string;
  sha256: string;
  words: number;
  remarks: number;
  submitted_at: Date;
};

/** The hand-ins of a workspace, newest first. */
export function listSubmissions(db: Db, workspaceId: string): Promise<SubmissionRow[]> {
  return db
    .selectFrom("submissions")
    .select(shown)
    .where("workspace_id", "=", workspaceId)
    .orderBy("number", "desc")
    .execute();
}

/** One hand-in with the text that was sealed; null when there is none of this number. */
export async function findSubmission(db: Db, workspaceId: string, number: number) {
  const row = await db
    .selectFrom("submissions")
    .select([...shown, "snapshot"])
    .where("workspace_id", "=", workspaceId)
    .where("number", "=", number)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Keeps a hand-in under its number.
 * @returns false when this number is taken: the same form was sent twice, or another tab was faster.
 */
export async function insertSubmission(
  db: Db,
  row: SubmissionRow & { workspace_id: string; snapshot: string },
): Promise<boolean> {
  const kept = await db
    .insertInto("submissions")
    .values(row)
    .onConflict((c) => c.columns(["workspace_id", "number"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return kept !== undefined;
}

/** What anyone who holds a receipt's code may read: nothing of the person, nothing of the text. */
export async function findReceipt(db: Db, code: string) {
  const row = await db
    .selectFrom("submissions as s")
    .innerJoin("workspaces as w", "w.id", "s.workspace_id")
    .select(["s.number", "s.sha256", "s.words", "s.submitted_at", "w.title", "w.block"])
    .where("s.code", "=", code)
    .executeTakeFirst();
  return row ?? null;
}
