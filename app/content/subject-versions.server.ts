import { createHash } from "node:crypto";
import {
  type PublicSubject,
  publicSubject,
  type Subject,
  subject as subjectSchema,
} from "~/domain/subject.ts";
import { type Db, database } from "~db/client.server.ts";
import {
  findSubjectVersion,
  insertSubjectIfChanged,
  listNewestSubjects,
} from "~db/queries/subjects.ts";
import { readCatalogue } from "./catalogue.server.ts";
import { ContentError } from "./fault.ts";

export type ListedSubject = { slug: string; version: number; subject: PublicSubject };

/** How many parsed versions a process keeps; each is a few hundred kilobytes. */
const KEPT_VERSIONS = 60;

type Memory = {
  /** Parsed versions, least recently used first. They are immutable, so they never go stale. */
  versions: Map<string, Subject>;
  listed: Promise<ListedSubject[]> | null;
  /** Slugs of the content folder at the last sync; a subject taken out of it is no longer offered. */
  offered: Set<string> | null;
};
const memories = new WeakMap<Db, Memory>();

function memoryOf(db: Db): Memory {
  let memory = memories.get(db);
  if (!memory) {
    memory = { versions: new Map(), listed: null, offered: null };
    memories.set(db, memory);
  }
  return memory;
}

/**
 * Brings the content folder into the database: a new immutable version for each subject whose content changed.
 * Existing versions are never touched, so work in progress keeps the subject it began with.
 * Throws ContentError, with all faults, before writing anything.
 */
export async function syncCatalogue(db: Db, dir?: string): Promise<void> {
  const { subjects, faults } = await readCatalogue(dir);
  if (faults.length > 0) throw new ContentError(faults);
  for (const subject of subjects) {
    const checksum = createHash("sha256").update(JSON.stringify(subject)).digest("hex");
    await insertSubjectIfChanged(db, { slug: subject.slug, checksum, body: subject });
  }
  memories.delete(db);
  memoryOf(db).offered = new Set(subjects.map((s) => s.slug));
}

/**
 * One version of a subject, answers included: for engines and the server only.
 * Throws a 404 Response when there is no such version.
 */
export async function loadSubject(slug: string, version: number): Promise<Subject> {
  const db = database();
  const { versions } = memoryOf(db);
  const key = `${slug}@${version}`;
  let subject = versions.get(key);
  if (!subject) {
    const row = await findSubjectVersion(db, slug, version);
    if (!row)
      throw new Response("Cette version du sujet n’existe pas.", {
        status: 404,
        statusText: "Not Found",
      });
    subject = subjectSchema.parse(row.body);
  }
  versions.delete(key);
  versions.set(key, subject);
  if (versions.size > KEPT_VERSIONS) versions.delete(versions.keys().next().value!);
  return subject;
}

/** The newest version of each subject on offer, without answers. Read once, then again after a sync. */
export function listSubjects(): Promise<ListedSubject[]> {
  const db = database();
  const memory = memoryOf(db);
  memory.listed ??= readListed(db, memory).catch((error) => {
    memory.listed = null;
    throw error;
  });
  return memory.listed;
}

async function readListed(db: Db, memory: Memory): Promise<ListedSubject[]> {
  const rows = await listNewestSubjects(db);
  return rows
    .filter((r) => r.source !== "catalogue" || !memory.offered || memory.offered.has(r.slug))
    .map((r) => ({
      slug: r.slug,
      version: r.version,
      subject: publicSubject(subjectSchema.parse(r.body)),
    }));
}

/** The newest version of one subject on offer, without answers; null when there is none. */
export async function latestSubject(slug: string): Promise<ListedSubject | null> {
  return (await listSubjects()).find((s) => s.slug === slug) ?? null;
}
