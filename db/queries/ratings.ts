import { sql } from "kysely";
import type { Rating } from "../../app/domain/assessment.ts";
import type { Db } from "../client.server.ts";

type Row = {
  competency: string;
  attempt: number;
  level: number | null;
  justification: string;
  version: number;
  updated_at: Date;
};

const columns = [
  "competency",
  "attempt",
  "level",
  "justification",
  "version",
  "updated_at",
] as const;

function toRating(row: Row): Rating {
  return {
    competency: row.competency,
    attempt: row.attempt,
    level: row.level,
    justification: row.justification,
    version: row.version,
    updatedAt: row.updated_at.toISOString(),
  };
}

/**
 * The learner's own ratings, of one attempt or of all, oldest attempt first. Other raters' are never in it:
 * the learner commits to a level before seeing anyone else's. Bounded: attempts × competencies of a block.
 */
export async function listRatings(
  db: Db,
  workspaceId: string,
  attempt?: number,
): Promise<Rating[]> {
  let query = db
    .selectFrom("ratings")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("rater", "=", "self")
    .orderBy("attempt")
    .orderBy("competency")
    .limit(1000);
  if (attempt !== undefined) query = query.where("attempt", "=", attempt);
  return (await query.execute()).map(toRating);
}

export type SelfRating = {
  workspaceId: string;
  attempt: number;
  competency: string;
  raterId: string;
  level: number | null;
  justification: string;
  /** Version the writer started from; 0 when there was none. */
  version: number;
};

export type SavedRating =
  | { ok: true; rating: Rating }
  /** `current` is what is stored now; null when the attempt is over and this competency was never rated in it. */
  | { ok: false; reason: "stale" | "attempt-over"; current: Rating | null };

/**
 * Saves the learner's rating if `version` is still current and the attempt is the workspace's; otherwise writes
 * nothing and gives what is stored. Also puts the workspace on top of the dashboard.
 */
export async function saveSelfRating(db: Db, save: SelfRating): Promise<SavedRating> {
  const saved = await sql<Row>`
    with touched as (
      update workspaces set updated_at = now()
      where id = ${save.workspaceId}::uuid and attempt = ${save.attempt}::int
      returning id
    )
    insert into ratings as r (workspace_id, competency, attempt, rater, rater_id, level, justification, version)
    select touched.id, ${save.competency}, ${save.attempt}::int, 'self', ${save.raterId},
           ${save.level}::int, ${save.justification}, 1
    from touched
    on conflict (workspace_id, attempt, competency, rater, rater_id) do update
      set level = excluded.level, justification = excluded.justification,
          version = r.version + 1, updated_at = now()
      where r.version = ${save.version}::int
    returning r.competency, r.attempt, r.level, r.justification, r.version, r.updated_at`.execute(
    db,
  );
  const row = saved.rows[0];
  if (row) return { ok: true, rating: toRating(row) };
  const now = await db
    .selectFrom("workspaces as w")
    .leftJoin("ratings as r", (join) =>
      join
        .onRef("r.workspace_id", "=", "w.id")
        .on("r.attempt", "=", save.attempt)
        .on("r.competency", "=", save.competency)
        .on("r.rater", "=", "self")
        .on("r.rater_id", "=", save.raterId),
    )
    .select([
      "w.attempt as workspace_attempt",
      "r.competency",
      "r.attempt",
      "r.level",
      "r.justification",
      "r.version",
      "r.updated_at",
    ])
    .where("w.id", "=", save.workspaceId)
    .executeTakeFirst();
  const current = now?.competency ? toRating(now as Row) : null;
  const over = now?.workspace_attempt !== save.attempt;
  return { ok: false, reason: over ? "attempt-over" : "stale", current };
}

/**
 * Starts the next attempt: levels and evidence start empty, the earlier ones stay as they are.
 * `from` is the attempt the person saw, so that a form sent twice starts one attempt only.
 * @returns the workspace's attempt afterwards; null when there is no such workspace.
 */
export async function startNewAttempt(
  db: Db,
  workspaceId: string,
  from: number,
): Promise<number | null> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom("workspaces")
      .select("attempt")
      .where("id", "=", workspaceId)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return null;
    if (row.attempt !== from) return row.attempt;
    await tx
      .updateTable("workspaces")
      .set({ attempt: from + 1, updated_at: sql`now()` })
      .where("id", "=", workspaceId)
      .execute();
    return from + 1;
  });
}
