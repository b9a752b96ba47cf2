import type { Db } from "../db/client.server.ts";
import { insertWorkspace } from "../db/queries/workspaces.ts";
import { smallSubject } from "./small-certification.ts";

/** A person of the given id, once. */
export async function person(db: Db, id: string): Promise<string> {
  await db
    .insertInto("users")
    .values({ id, name: `Personne ${id}`, email: `${id}@exemple.test` })
    .onConflict((c) => c.column("id").doNothing())
    .execute();
  return id;
}

/** A workspace of `owner` on the small subject; makes the person and the subject when they are missing. */
export async function smallWorkspace(db: Db, owner: string) {
  await person(db, owner);
  await db
    .insertInto("subject_versions")
    .values({
      slug: smallSubject.slug,
      version: 1,
      source: "catalogue",
      checksum: "essai",
      body: JSON.stringify(smallSubject),
    })
    .onConflict((c) => c.columns(["slug", "version"]).doNothing())
    .execute();
  return insertWorkspace(db, {
    owner_id: owner,
    subject_slug: smallSubject.slug,
    subject_version: 1,
    certification: smallSubject.certification,
    block: smallSubject.block,
    title: smallSubject.title,
    current_step: "lire",
  });
}

/** Writes a section of one paragraph per line. */
export async function writeSection(db: Db, workspaceId: string, key: string, text: string) {
  const doc = {
    type: "doc",
    content: text.split("\n").map((line) => ({
      type: "paragraph",
      content: [{ type: "text", text: line }],
    })),
  };
  await db
    .insertInto("sections")
    .values({
      workspace_id: workspaceId,
      section_key: key,
      version: 1,
      doc: JSON.stringify(doc),
      words: text.split(/\s+/).length,
      device: "essai",
    })
    .onConflict((c) =>
      c.columns(["workspace_id", "section_key"]).doUpdateSet({ doc: JSON.stringify(doc) }),
    )
    .execute();
}
