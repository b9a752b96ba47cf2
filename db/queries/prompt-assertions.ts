import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type PromptAssertionRow = { id: string; body: object };

/** The assertions of a step's bench, in the order they were written. */
export async function listPromptAssertions(
  db: Db,
  workspaceId: string,
  stepId: string,
): Promise<PromptAssertionRow[]> {
  return db
    .selectFrom("prompt_assertions")
    .select(["id", "body"])
    .where("workspace_id", "=", workspaceId)
    .where("step_id", "=", stepId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/**
 * Adds one, unless the step has `limit` already; two tabs are made to follow one another (advisory lock).
 * @returns false when the limit is reached.
 */
export async function insertPromptAssertion(
  db: Db,
  place: { workspaceId: string; stepId: string },
  body: object,
  limit: number,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const key = `prompt-assertions:${place.workspaceId}:${place.stepId}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
    const rows = await listPromptAssertions(tx, place.workspaceId, place.stepId);
    if (rows.length >= limit) return false;
    await tx
      .insertInto("prompt_assertions")
      .values({
        workspace_id: place.workspaceId,
        step_id: place.stepId,
        body: JSON.stringify(body),
      })
      .execute();
    return true;
  });
}

/** Takes one out of its step; nothing happens when it is gone already or stands elsewhere. */
export async function deletePromptAssertion(
  db: Db,
  place: { workspaceId: string; stepId: string; id: string },
): Promise<void> {
  await db
    .deleteFrom("prompt_assertions")
    .where("id", "=", place.id)
    .where("workspace_id", "=", place.workspaceId)
    .where("step_id", "=", place.stepId)
    .execute();
}
