import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** One workspace, whoever owns it; the caller asks the policy. */
export async function findWorkspace(db: Db, id: string) {
  return (await db.selectFrom("workspaces").selectAll().where("id", "=", id).executeTakeFirst()) ?? null;
}

/** A person's workspaces, most recently worked on first; a page of `limit` rows. */
export function listWorkspaces(db: Db, ownerId: string, limit = 20, offset = 0) {
  return db
    .selectFrom("workspaces")
    .selectAll()
    .where("owner_id", "=", ownerId)
    .orderBy("updated_at", "desc")
    .limit(limit)
    .offset(offset)
    .execute();
}

/** Opens a workspace on one pinned version of a subject. */
export function insertWorkspace(
  db: Db,
  values: {
    owner_id: string;
    subject_slug: string;
    subject_version: number;
    certification: string;
    block: string;
    title: string;
    current_step: string;
  },
) {
  return db.insertInto("workspaces").values(values).returningAll().executeTakeFirstOrThrow();
}

/** Remembers where the learner is; also what puts the workspace on top of the dashboard. */
export async function updateCurrentStep(db: Db, id: string, step: string): Promise<void> {
  await db
    .updateTable("workspaces")
    .set({ current_step: step, updated_at: sql`now()` })
    .where("id", "=", id)
    .execute();
}

/** Marks a step done or not done. */
export async function updateStepDone(
  db: Db,
  workspaceId: string,
  stepId: string,
  done: boolean,
): Promise<void> {
  await db
    .insertInto("workspace_steps")
    .values({ workspace_id: workspaceId, step_id: stepId, done_at: done ? new Date() : null })
    .onConflict((c) =>
      c.columns(["workspace_id", "step_id"]).doUpdateSet({ done_at: done ? new Date() : null }),
    )
    .execute();
}

/** Ids of the steps marked done. */
export async function listDoneSteps(db: Db, workspaceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("workspace_steps")
    .select("step_id")
    .where("workspace_id", "=", workspaceId)
    .where("done_at", "is not", null)
    .execute();
  return rows.map((r) => r.step_id);
}
