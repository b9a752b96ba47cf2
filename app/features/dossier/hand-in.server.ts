import { createHash, randomInt } from "node:crypto";
import { countWords } from "~/domain/document-text.ts";
import { assembleDossier, type Dossier } from "~/domain/dossier.ts";
import { checkDossier } from "~/domain/dossier-check.ts";
import { type Result, refused } from "~/domain/result.ts";
import {
  mayHandIn,
  openSnapshot,
  receiptCode,
  type Snapshot,
  sealSnapshot,
} from "~/domain/submission.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { database } from "~db/client.server.ts";
import { listAssets } from "~db/queries/assets.ts";
import { findSubmission, insertSubmission, listSubmissions } from "~db/queries/submissions.ts";
import { loadMaterial } from "./material.server.ts";

/**
 * Seals the workspace as it stands and keeps it as hand-in `number` (one more than the last). All is read at one
 * moment of the database; a number already taken means that this very form was sent before, and is no fault.
 * @returns the number kept, or why nothing was.
 */
export async function handIn(
  access: WorkspaceAccess,
  number: number,
  accepted: boolean,
): Promise<Result<number, "blocking" | "unread" | "stale">> {
  const { workspace } = access;
  return database()
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (db) => {
      const last = (await listSubmissions(db, workspace.id))[0]?.number ?? 0;
      if (number <= last) return { ok: true as const, value: number };
      if (number !== last + 1)
        return refused(
          "stale",
          "Cette page n’était plus à jour\u00a0: rechargez-la, puis remettez.",
        );
      const material = await loadMaterial(access, db);
      const check = checkDossier(material);
      const verdict = mayHandIn(check, accepted);
      if (!verdict.ok) return verdict;
      const named = new Set([
        ...assembleDossier(material).images,
        ...material.artefacts.flatMap(({ artefact }) =>
          artefact.files.flatMap((file) => ("assetId" in file ? [file.assetId] : [])),
        ),
      ]);
      const snapshot: Snapshot = {
        format: 1,
        workspace: { id: workspace.id, title: workspace.title, attempt: workspace.attempt },
        number,
        files: (await listAssets(db, workspace.id))
          .filter((asset) => named.has(asset.id))
          .map(({ id, sha256 }) => ({ id, sha256 })),
        material,
      };
      const text = sealSnapshot(snapshot);
      await insertSubmission(db, {
        workspace_id: workspace.id,
        number,
        attempt: workspace.attempt,
        code: receiptCode((below) => randomInt(below)),
        sha256: createHash("sha256").update(text, "utf8").digest("hex"),
        words: material.sections.reduce((sum, section) => sum + countWords(section.doc), 0),
        remarks: check.advisory,
        snapshot: text,
        submitted_at: material.date,
      });
      return { ok: true as const, value: number };
    });
}

/** A hand-in, its receipt and the dossier as it was; null when there is none of this number. */
export async function readSubmission(
  workspaceId: string,
  number: number,
): Promise<(Awaited<ReturnType<typeof findSubmission>> & { dossier: Dossier }) | null> {
  const row = await findSubmission(database(), workspaceId, number);
  return row && { ...row, dossier: assembleDossier(openSnapshot(row.snapshot).material) };
}
