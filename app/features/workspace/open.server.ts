import { latestSubject } from "~/content/subject-versions.server.ts";
import { ok, type Result, refused } from "~/domain/result.ts";
import { database } from "~db/client.server.ts";
import { insertWorkspace } from "~db/queries/workspaces.ts";

/**
 * Opens a workspace on the newest version of a subject and pins that version.
 * @returns the id of the new workspace, and its first step.
 */
export async function openWorkspace(
  ownerId: string,
  slug: string,
): Promise<Result<{ id: string; step: string }, "unknown-subject">> {
  const found = await latestSubject(slug);
  if (!found)
    return refused(
      "unknown-subject",
      "Ce sujet n’existe pas ou n’est plus proposé. Choisissez-en un autre.",
    );
  const first = found.subject.steps[0]!.id;
  const row = await insertWorkspace(database(), {
    owner_id: ownerId,
    subject_slug: slug,
    subject_version: found.version,
    certification: found.subject.certification,
    block: found.subject.block,
    title: found.subject.title,
    current_step: first,
  });
  return ok({ id: row.id, step: first });
}
