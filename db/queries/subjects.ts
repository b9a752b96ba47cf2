import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** One version of a subject, or null. */
export async function findSubjectVersion(db: Db, slug: string, version: number) {
  const row = await db
    .selectFrom("subject_versions")
    .select(["slug", "version", "body"])
    .where("slug", "=", slug)
    .where("version", "=", version)
    .executeTakeFirst();
  return row ?? null;
}

/** The newest version of every subject, by slug. */
export function listNewestSubjects(db: Db) {
  return db
    .selectFrom("subject_versions")
    .distinctOn("slug")
    .select(["slug", "version", "source", "body"])
    .orderBy("slug")
    .orderBy("version", "desc")
    .execute();
}

/**
 * Adds a catalogue subject as the next version, unless its newest version already has this checksum.
 * Safe when several processes start at once: each subject is written under an advisory lock.
 */
export async function insertSubjectIfChanged(
  db: Db,
  values: { slug: string; checksum: string; body: object },
): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`subject:${values.slug}`}))`.execute(tx);
    const newest = await tx
      .selectFrom("subject_versions")
      .select(["version", "checksum"])
      .where("slug", "=", values.slug)
      .orderBy("version", "desc")
      .executeTakeFirst();
    if (newest?.checksum === values.checksum) return newest.version;
    const version = (newest?.version ?? 0) + 1;
    await tx
      .insertInto("subject_versions")
      .values({
        slug: values.slug,
        version,
        source: "catalogue",
        checksum: values.checksum,
        body: JSON.stringify(values.body),
      })
      .execute();
    return version;
  });
}
