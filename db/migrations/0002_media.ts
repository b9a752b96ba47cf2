import { type Kysely, sql } from "kysely";

/** Assets may be a video or an animation: how long it lasts; null for a still image. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable("assets").addColumn("duration_ms", "integer").execute();
  await sql`alter table assets add constraint assets_duration check (duration_ms is null or duration_ms > 0)`.execute(
    db,
  );
}
