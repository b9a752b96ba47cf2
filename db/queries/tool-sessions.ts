import { sql } from "kysely";
import type { Db } from "../client.server.ts";

const columns = ["id", "step_id", "tool", "seed", "version", "state", "updated_at"] as const;

/** Every tool session of a workspace: one a step and tool. */
export function listToolSessions(db: Db, workspaceId: string) {
  return db
    .selectFrom("tool_sessions")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .orderBy("created_at")
    .execute();
}

/** The session of one tool in one step; null before its first action. */
export async function findToolSession(db: Db, workspaceId: string, stepId: string, tool: string) {
  const row = await db
    .selectFrom("tool_sessions")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("step_id", "=", stepId)
    .where("tool", "=", tool)
    .executeTakeFirst();
  return row ?? null;
}

export type ToolStep = {
  workspaceId: string;
  stepId: string;
  tool: string;
  subjectSlug: string;
  subjectVersion: number;
  seed: number;
  /** Version the action was applied to; 0 starts the session. */
  version: number;
  state: object;
  progress: { done: number; total: number; next: string | null };
  origin: "learner" | "system";
  action: object;
};

/**
 * Writes the state after an action and the action itself, in one statement, if `version` is still current.
 * @returns the new version, or null when it is stale (nothing was written).
 */
export async function saveToolStep(db: Db, step: ToolStep): Promise<number | null> {
  const state = JSON.stringify(step.state);
  const progress = JSON.stringify(step.progress);
  const result = await sql<{ version: number }>`
    with started as (
      insert into tool_sessions (workspace_id, step_id, tool, subject_slug, subject_version, seed, version, state, progress)
      select ${step.workspaceId}::uuid, ${step.stepId}, ${step.tool}, ${step.subjectSlug},
             ${step.subjectVersion}::int, ${step.seed}::int, 1, ${state}::jsonb, ${progress}::jsonb
      where ${step.version}::int = 0
      on conflict (workspace_id, step_id, tool) do nothing
      returning id, version
    ), advanced as (
      update tool_sessions set version = version + 1, state = ${state}::jsonb, progress = ${progress}::jsonb,
        updated_at = now()
      where workspace_id = ${step.workspaceId}::uuid and step_id = ${step.stepId} and tool = ${step.tool}
        and version = ${step.version}::int and ${step.version}::int > 0
      returning id, version
    ), done as (
      select * from started union all select * from advanced
    ), logged as (
      insert into tool_actions (session_id, seq, origin, action)
      select id, version, ${step.origin}, ${JSON.stringify(step.action)}::jsonb from done
    )
    select version from done`.execute(db);
  return result.rows[0]?.version ?? null;
}

/** The log of a session in order; state = start(content, seed) and these actions. */
export function listToolActions(db: Db, sessionId: string, limit = 1000) {
  return db
    .selectFrom("tool_actions")
    .select(["seq", "origin", "action", "at"])
    .where("session_id", "=", sessionId)
    .orderBy("seq")
    .limit(limit)
    .execute();
}
