import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { PromptRunStatus } from "../schema.ts";
import { type BudgetScope, type OverBudget, openUse, settleUse } from "./ai-uses.ts";

export type PromptRunRow = {
  id: string;
  workspace_id: string;
  step_id: string;
  seq: number;
  prompt: string;
  settings: { temperature: number; maxTokens: number; seed: number };
  provider: string;
  provider_label: string;
  model: string;
  status: PromptRunStatus;
  output: string;
  failure: string | null;
  kept: boolean;
  note: string;
  inserted_in: string | null;
  created_at: Date;
  finished_at: Date | null;
};

const columns = [
  "id",
  "workspace_id",
  "step_id",
  "seq",
  "prompt",
  "settings",
  "provider",
  "provider_label",
  "model",
  "status",
  "output",
  "failure",
  "kept",
  "note",
  "inserted_in",
  "created_at",
  "finished_at",
] as const;

/**
 * A workspace's runs, newest first, at most `limit`; of one step when `stepId` is given. `before` is the id of
 * the last run of the page before: runs older than it follow.
 */
export async function listPromptRuns(
  db: Db,
  workspaceId: string,
  stepId: string | null,
  limit: number,
  before: string | null = null,
): Promise<PromptRunRow[]> {
  let query = db.selectFrom("prompt_runs").select(columns).where("workspace_id", "=", workspaceId);
  if (stepId === null) {
    query = query.orderBy("created_at", "desc").orderBy("id", "desc");
    if (before)
      query = query.where(
        sql<boolean>`(created_at, id) < (select created_at, id from prompt_runs where id = ${before}::uuid)`,
      );
  } else {
    query = query.where("step_id", "=", stepId).orderBy("seq", "desc");
    if (before)
      query = query.where("seq", "<", (eb) =>
        eb.selectFrom("prompt_runs as b").select("b.seq").where("b.id", "=", before),
      );
  }
  return (await query.limit(limit).execute()) as PromptRunRow[];
}

/** Runs that belong in the AI-use record (kept or inserted), oldest first; bounded for the dossier. */
export async function listRecordedRuns(db: Db, workspaceId: string): Promise<PromptRunRow[]> {
  const rows = await db
    .selectFrom("prompt_runs")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where((eb) => eb.or([eb("kept", "=", true), eb("inserted_in", "is not", null)]))
    .orderBy("created_at", "desc")
    .limit(500)
    .execute();
  return (rows as PromptRunRow[]).reverse();
}

export type NewRun = {
  workspaceId: string;
  stepId: string;
  ownerId: string;
  prompt: string;
  temperature: number;
  maxTokens: number;
  /** Most that it can use, both ways; see openUse. */
  reservedTokens: number;
  provider: { id: string; label: string; model: string };
};

/**
 * Opens a run with the next version number of its step, unless a scope's day is used up. Runs of one owner are
 * opened one after the other (openUse), so that neither the number nor the budget can be overtaken by a second
 * tab or another process. The seed counts earlier runs of the very same prompt: a changed prompt starts again
 * at 0, so that two versions differ by their change only.
 */
export async function insertPromptRun(
  db: Db,
  run: NewRun,
  scopes: BudgetScope[],
): Promise<{ ok: true; row: PromptRunRow; used: number } | { ok: false; over: OverBudget }> {
  return db.transaction().execute(async (tx) => {
    const use = { userId: run.ownerId, kind: "text" as const, tokens: run.reservedTokens };
    const opened = await openUse(tx, use, scopes);
    if (!opened.ok) return opened;
    const { highest, same } = await tx
      .selectFrom("prompt_runs")
      .select((eb) => [
        eb.fn.max("seq").as("highest"),
        sql<string>`count(*) filter (where prompt = ${run.prompt})`.as("same"),
      ])
      .where("workspace_id", "=", run.workspaceId)
      .where("step_id", "=", run.stepId)
      .executeTakeFirstOrThrow();
    const row = await tx
      .insertInto("prompt_runs")
      .values({
        // Its use has the same id: the end of the one settles the other.
        id: opened.id,
        workspace_id: run.workspaceId,
        step_id: run.stepId,
        seq: (highest ?? 0) + 1,
        prompt: run.prompt,
        settings: JSON.stringify({
          temperature: run.temperature,
          maxTokens: run.maxTokens,
          seed: Number(same),
        }),
        provider: run.provider.id,
        provider_label: run.provider.label,
        model: run.provider.model,
        status: "running",
        usage: null,
      })
      .returning(columns)
      .executeTakeFirstOrThrow();
    return { ok: true as const, row: row as PromptRunRow, used: opened.used };
  });
}

/** Keeps what was received so far of a run still under way. */
export async function updatePromptRunOutput(db: Db, id: string, output: string): Promise<void> {
  await db
    .updateTable("prompt_runs")
    .set({ output })
    .where("id", "=", id)
    .where("status", "=", "running")
    .execute();
}

/**
 * Ends a run that is under way, whatever was received, and settles what it used: without a usage it does not
 * count in the day's budget. A run already ended is left as it is.
 */
export async function finishPromptRun(
  db: Db,
  id: string,
  end: {
    status: Exclude<PromptRunStatus, "running">;
    output: string;
    failure: string | null;
    usage: { inputTokens: number; outputTokens: number } | null;
  },
): Promise<PromptRunRow | null> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable("prompt_runs")
      .set({
        status: end.status,
        output: end.output,
        failure: end.failure,
        usage: end.usage ? JSON.stringify(end.usage) : null,
        finished_at: sql`now()`,
      })
      .where("id", "=", id)
      .where("status", "=", "running")
      .returning(columns)
      .executeTakeFirst();
    if (row) await settleUse(tx, id, end.usage);
    return (row as PromptRunRow | undefined) ?? null;
  });
}

/** Changes what the learner says of a run (kept, note, section it went to); null when it is not in that step. */
export async function updatePromptRun(
  db: Db,
  place: { workspaceId: string; stepId: string; id: string },
  change: { kept?: boolean; note?: string; inserted_in?: string },
): Promise<PromptRunRow | null> {
  const row = await db
    .updateTable("prompt_runs")
    .set(change)
    .where("id", "=", place.id)
    .where("workspace_id", "=", place.workspaceId)
    .where("step_id", "=", place.stepId)
    .returning(columns)
    .executeTakeFirst();
  return (row as PromptRunRow | undefined) ?? null;
}
