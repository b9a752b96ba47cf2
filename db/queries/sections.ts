import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type SectionRow = {
  section_key: string;
  version: number;
  doc: object;
  words: number;
  device: string;
  updated_at: Date;
};

const columns = ["section_key", "version", "doc", "words", "device", "updated_at"] as const;

/** Every written section of a workspace (a subject plans at most a few dozen). */
export function listSections(db: Db, workspaceId: string): Promise<SectionRow[]> {
  return db
    .selectFrom("sections")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .execute();
}

/** Words and versions only: what the path of steps shows. */
export function listSectionCounts(db: Db, workspaceId: string) {
  return db
    .selectFrom("sections")
    .select(["section_key", "version", "words", "updated_at"])
    .where("workspace_id", "=", workspaceId)
    .execute();
}

/** The sections of one step. */
export function findSections(db: Db, workspaceId: string, keys: string[]): Promise<SectionRow[]> {
  if (keys.length === 0) return Promise.resolve([]);
  return db
    .selectFrom("sections")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .where("section_key", "in", keys)
    .execute();
}

/** One section; null when nothing was ever saved in it. */
export async function findSection(db: Db, workspaceId: string, key: string) {
  return (await findSections(db, workspaceId, [key]))[0] ?? null;
}

/** Saves by one device within this time of the first go into one revision. */
export const REVISION_WINDOW = "2 minutes";

/**
 * Saves a section if `version` is still the one the writer started from, and its revision with it: one statement,
 * so an acknowledged save is whole or not there. Saves of one device within two minutes fold into one revision.
 * @returns the new version and time, or null when the version is stale (nothing was written).
 */
export async function saveSection(
  db: Db,
  save: {
    workspaceId: string;
    key: string;
    version: number;
    doc: object;
    words: number;
    device: string;
  },
): Promise<{ version: number; savedAt: Date } | null> {
  // The text travels and is parsed once, wherever it is written.
  const result = await sql<{ version: number; updated_at: Date }>`
    with given as materialized (
      select ${JSON.stringify(save.doc)}::jsonb as doc
    ), saved as (
      insert into sections (workspace_id, section_key, version, doc, words, device, updated_at)
      select ${save.workspaceId}::uuid, ${save.key}, 1, given.doc, ${save.words}::int, ${save.device}, now()
      from given where ${save.version}::int = 0
      on conflict (workspace_id, section_key) do nothing
      returning version, updated_at
    ), updated as (
      update sections
      set version = version + 1, doc = given.doc, words = ${save.words}::int,
          device = ${save.device}, updated_at = now()
      from given
      where workspace_id = ${save.workspaceId}::uuid and section_key = ${save.key}
        and version = ${save.version}::int and ${save.version}::int > 0
      returning version, updated_at
    ), done as (
      select * from saved union all select * from updated
    ), latest as (
      select id, device, started_at from section_revisions
      where workspace_id = ${save.workspaceId}::uuid and section_key = ${save.key}
      order by version desc limit 1
    ), folded as (
      update section_revisions r
      set version = done.version, doc = given.doc, words = ${save.words}::int, saved_at = done.updated_at
      from done, latest, given
      where r.id = latest.id and latest.device = ${save.device}
        and latest.started_at > now() - ${REVISION_WINDOW}::interval
      returning r.id
    ), kept as (
      insert into section_revisions (workspace_id, section_key, version, doc, words, device, started_at, saved_at)
      select ${save.workspaceId}::uuid, ${save.key}, done.version, given.doc, ${save.words}::int,
             ${save.device}, done.updated_at, done.updated_at
      from done, given
      where not exists (select 1 from folded)
    )
    select version, updated_at from done`.execute(db);
  const row = result.rows[0];
  return row ? { version: row.version, savedAt: row.updated_at } : null;
}

/** Revisions of a section, newest first, without their text; a page of `limit`. */
export function listRevisions(
  db: Db,
  workspaceId: string,
  key: string,
  limit = 30,
  before?: number,
) {
  let query = db
    .selectFrom("section_revisions")
    .select(["id", "version", "words", "device", "started_at", "saved_at"])
    .where("workspace_id", "=", workspaceId)
    .where("section_key", "=", key)
    .orderBy("version", "desc")
    .limit(limit);
  if (before !== undefined) query = query.where("version", "<", before);
  return query.execute();
}

/** One revision with its text. */
export async function findRevision(db: Db, workspaceId: string, key: string, version: number) {
  const row = await db
    .selectFrom("section_revisions")
    .select(["version", "doc", "words", "device", "started_at", "saved_at"])
    .where("workspace_id", "=", workspaceId)
    .where("section_key", "=", key)
    .where("version", "=", version)
    .executeTakeFirst();
  return row ?? null;
}

/** The revision just older than `version`, to compare with. */
export async function findRevisionBefore(
  db: Db,
  workspaceId: string,
  key: string,
  version: number,
) {
  const row = await db
    .selectFrom("section_revisions")
    .select(["version", "doc", "saved_at"])
    .where("workspace_id", "=", workspaceId)
    .where("section_key", "=", key)
    .where("version", "<", version)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
