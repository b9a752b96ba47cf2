import { type Kysely, sql } from "kysely";

/**
 * Hand-ins: a workspace as it stood, sealed. The snapshot is kept as the text that was hashed, not as JSON that the
 * database may write otherwise; a trigger refuses every change, whoever asks for it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table submissions (
      id uuid primary key default gen_random_uuid(),
      workspace_id uuid not null references workspaces (id) on delete cascade,
      number integer not null check (number > 0),
      attempt integer not null,
      code text not null unique,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      words integer not null,
      remarks integer not null,
      snapshot text not null,
      submitted_at timestamptz not null,
      unique (workspace_id, number)
    )`.execute(db);
  await sql`
    create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'a submission never changes';
    end $$`.execute(db);
  await sql`
    create trigger submissions_sealed before update on submissions
    for each row execute function refuse_change()`.execute(db);
}
