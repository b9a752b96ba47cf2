import { randomUUID } from "node:crypto";
import type { Db } from "../db/client.server.ts";

/** Builds what is missing; what matters to a test is passed in. */
export async function makeUser(
  db: Db,
  given: { name?: string; role?: "learner" | "trainer" | "admin" } = {},
) {
  const id = randomUUID();
  return db
    .insertInto("users")
    .values({
      id,
      name: given.name ?? "Lou Martin",
      email: `${id}@exemple.test`,
      role: given.role ?? "learner",
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A version of a subject; the body is what the test says. */
export async function makeSubjectVersion(db: Db, given: { slug?: string; body?: object } = {}) {
  const slug = given.slug ?? `sujet-${randomUUID().slice(0, 8)}`;
  return db
    .insertInto("subject_versions")
    .values({
      slug,
      version: 1,
      source: "catalogue",
      checksum: "x",
      body: JSON.stringify(given.body ?? {}),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function makeWorkspace(
  db: Db,
  given: { ownerId?: string; slug?: string; block?: string } = {},
) {
  const slug = given.slug ?? (await makeSubjectVersion(db)).slug;
  return db
    .insertInto("workspaces")
    .values({
      owner_id: given.ownerId ?? (await makeUser(db)).id,
      subject_slug: slug,
      subject_version: 1,
      certification: "rncp38138",
      block: given.block ?? "BC01",
      title: "Un cas",
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A document of one paragraph. */
export function paragraph(text: string) {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] };
}
