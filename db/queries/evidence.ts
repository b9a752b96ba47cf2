import type { Evidence, EvidenceInput } from "../../app/domain/assessment.ts";
import type { Db } from "../client.server.ts";

const columns = [
  "id",
  "competency",
  "attempt",
  "kind",
  "section_key",
  "quote",
  "figure_id",
  "fingerprint",
  "note",
  "created_at",
] as const;

/**
 * Links from competencies to passages and figures, of one attempt or of all, in the order they were made.
 * Bounded: EVIDENCE_MAX for each competency and attempt.
 */
export async function listEvidence(
  db: Db,
  workspaceId: string,
  attempt?: number,
): Promise<Evidence[]> {
  let query = db
    .selectFrom("evidence")
    .select(columns)
    .where("workspace_id", "=", workspaceId)
    .orderBy("created_at")
    .orderBy("id")
    .limit(2000);
  if (attempt !== undefined) query = query.where("attempt", "=", attempt);
  const rows = await query.execute();
  return rows.map((row) => {
    const base = {
      id: row.id,
      competency: row.competency,
      attempt: row.attempt,
      fingerprint: row.fingerprint,
      note: row.note,
      createdAt: row.created_at.toISOString(),
    };
    return row.kind === "figure"
      ? { ...base, kind: "figure", figureId: row.figure_id ?? "" }
      : { ...base, kind: "passage", sectionKey: row.section_key ?? "", quote: row.quote ?? "" };
  });
}

export type NewEvidence = {
  workspaceId: string;
  attempt: number;
  competency: string;
  what: EvidenceInput & { fingerprint: string };
  note: string;
  /** Links a competency may have in an attempt. */
  max: number;
};

/**
 * Links a passage or a figure to a competency, in the workspace's current attempt only.
 * The row of the workspace is locked meanwhile: a form sent twice makes one link.
 * @returns the id of the link, of the existing one when it is already made, or why it was refused.
 */
export async function insertEvidence(
  db: Db,
  link: NewEvidence,
): Promise<{ ok: true; id: string } | { ok: false; reason: "attempt-over" | "too-many" }> {
  const { what } = link;
  return db.transaction().execute(async (tx) => {
    const workspace = await tx
      .selectFrom("workspaces")
      .select("attempt")
      .where("id", "=", link.workspaceId)
      .forUpdate()
      .executeTakeFirst();
    if (workspace?.attempt !== link.attempt) return { ok: false, reason: "attempt-over" };
    const linked = await tx
      .selectFrom("evidence")
      .select(["id", "kind", "section_key", "figure_id", "fingerprint"])
      .where("workspace_id", "=", link.workspaceId)
      .where("attempt", "=", link.attempt)
      .where("competency", "=", link.competency)
      .execute();
    const same = linked.find((row) =>
      what.kind === "figure"
        ? row.figure_id === what.figureId && row.fingerprint === what.fingerprint
        : row.section_key === what.sectionKey && row.fingerprint === what.fingerprint,
    );
    if (same) return { ok: true, id: same.id };
    if (linked.length >= link.max) return { ok: false, reason: "too-many" };
    const row = await tx
      .insertInto("evidence")
      .values({
        workspace_id: link.workspaceId,
        competency: link.competency,
        attempt: link.attempt,
        kind: what.kind,
        section_key: what.kind === "passage" ? what.sectionKey : null,
        quote: what.kind === "passage" ? what.quote : null,
        figure_id: what.kind === "figure" ? what.figureId : null,
        fingerprint: what.fingerprint,
        note: link.note,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { ok: true, id: row.id };
  });
}

/** Takes a link away, if it is in this workspace and this attempt. @returns its competency, or null when there is none. */
export async function deleteEvidence(
  db: Db,
  workspaceId: string,
  attempt: number,
  id: string,
): Promise<string | null> {
  const deleted = await db
    .deleteFrom("evidence")
    .where("id", "=", id)
    .where("workspace_id", "=", workspaceId)
    .where("attempt", "=", attempt)
    .returning("competency")
    .executeTakeFirst();
  return deleted?.competency ?? null;
}
