import { type Kysely, sql } from "kysely";

/** What a learner checks in the answers of a step's prompt bench: one row an assertion, in the order written. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table prompt_assertions (
      id uuid primary key default gen_random_uuid(),
      workspace_id uuid not null references workspaces (id) on delete cascade,
      step_id text not null,
      body jsonb not null,
      created_at timestamptz not null default clock_timestamp()
    )`.execute(db);
  await sql`create index prompt_assertions_step on prompt_assertions (workspace_id, step_id, created_at)`.execute(
    db,
  );
}
