import { type Kysely, sql } from "kysely";

/** What each person asked of a model: a day's budget is counted here, whatever becomes of the work it was for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ai_uses (
      id uuid primary key default gen_random_uuid(),
      user_id text not null references users (id) on delete cascade,
      kind text not null check (kind in ('text', 'image')),
      tokens integer not null check (tokens >= 0),
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index ai_uses_day on ai_uses (user_id, created_at)`.execute(db);
}
