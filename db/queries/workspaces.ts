import { type Selectable, sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { WorkspaceTable } from "../schema.ts";

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

/** What the path of steps shows of the work: words by section, steps done, tools' progress, rated competencies. */
export type WorkStateRow = {
  words: Record<string, number> | null;
  done: string[] | null;
  tools: { step: string; tool: string; done: number; total: number; next: string | null }[] | null;
  rated: number;
};

/**
 * A workspace with the state of its work, and the section asked for with it (null when it has no text yet). Its
 * document stays JSON text: a page hands it on to the browser as it is.
 */
export type WorkspacePage = Selectable<WorkspaceTable> & {
  work: WorkStateRow;
  section: { version: number; json: string; updated_at: Date } | null;
};

/**
 * All that a page of a workspace shows first, in one round trip. A rating of the current attempt counts with a
 * justification of at least `justification` characters; `section` is a key, or null when no text is shown.
 */
export async function findWorkspacePage(
  db: Db,
  id: string,
  section: string | null,
  justification: number,
): Promise<WorkspacePage | null> {
  type Row = Selectable<WorkspaceTable> & {
    work: WorkStateRow;
    section_version: number | null;
    section_json: string;
    section_saved: Date;
  };
  const { rows } = await sql<Row>`
    select w.*, s.version as section_version, s.doc::text as section_json, s.updated_at as section_saved,
      json_build_object(
        'words', (select json_object_agg(section_key, words) from sections where workspace_id = w.id),
        'done', (select json_agg(step_id) from workspace_steps where workspace_id = w.id and done_at is not null),
        'tools', (select json_agg(json_build_object('step', step_id, 'tool', tool, 'done', progress -> 'done',
            'total', progress -> 'total', 'next', progress -> 'next'))
          from tool_sessions where workspace_id = w.id),
        'rated', (select count(*) from ratings
          where workspace_id = w.id and attempt = w.attempt and rater = 'self' and level is not null
            and char_length(btrim(justification)) >= ${justification}::int)) as work
    from workspaces w
    left join sections s on s.workspace_id = w.id and s.section_key = ${section}::text
    where w.id = ${id}::uuid`.execute(db);
  if (!rows[0]) return null;
  const { section_version, section_json, section_saved, ...rest } = rows[0];
  return {
    ...rest,
    section: section_version
      ? { version: section_version, json: section_json, updated_at: section_saved }
      : null,
  };
}
