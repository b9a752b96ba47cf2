import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** One workspace, whoever owns it; the caller asks the policy. */
export async function findWorkspace(db: Db, id: string) {
  return (
    (await db.selectFrom("workspaces").selectAll().where("id", "=", id).executeTakeFirst()) ?? null
  );
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

export type WorkStateRow = {
  words: Record<string, number> | null;
  done: string[] | null;
  tools: { step: string; tool: string; done: number; total: number; next: string | null }[] | null;
  rated: string[] | null;
};

/** All that the path of steps shows, in one round trip: words, steps done, tools' progress, rated competencies. */
export async function getWorkState(
  db: Db,
  workspaceId: string,
  attempt: number,
  justification: number,
): Promise<WorkStateRow> {
  const { rows } = await sql<WorkStateRow>`
    select
      (select json_object_agg(section_key, words) from sections where workspace_id = w.id) as words,
      (select json_agg(step_id) from workspace_steps where workspace_id = w.id and done_at is not null) as done,
      (select json_agg(json_build_object('step', step_id, 'tool', tool, 'done', progress -> 'done',
          'total', progress -> 'total', 'next', progress -> 'next'))
        from tool_sessions where workspace_id = w.id) as tools,
      (select json_agg(competency) from ratings
        where workspace_id = w.id and attempt = ${attempt} and rater = 'self' and level is not null
          and char_length(btrim(justification)) >= ${justification}) as rated
    from (select ${workspaceId}::uuid as id) w`.execute(db);
  return rows[0] ?? { words: null, done: null, tools: null, rated: null };
}
