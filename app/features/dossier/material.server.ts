import { parseDocument } from "~/domain/document.ts";
import type { DossierInput } from "~/domain/dossier.ts";
import { publicSubject } from "~/domain/subject.ts";
import type { ExportImage } from "~/export/pdf.server.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { errorText, log } from "~/platform/log.server.ts";
import { assetKey, storage } from "~/platform/storage.server.ts";
import { workspaceArtefacts, workspaceFigures } from "~/tools/workspace-figures.ts";
import { type Db, database } from "~db/client.server.ts";
import { listAssets } from "~db/queries/assets.ts";
import { listEvidence } from "~db/queries/evidence.ts";
import { listRecordedRuns } from "~db/queries/prompt-runs.ts";
import { listRatings } from "~db/queries/ratings.ts";
import { listSections } from "~db/queries/sections.ts";
import { listToolSessions } from "~db/queries/tool-sessions.ts";

/** Everything a dossier is made of, as it stands now; a stored text that no longer parses counts as not written. */
export async function loadMaterial(
  access: WorkspaceAccess,
  db: Db = database(),
): Promise<DossierInput> {
  const { actor, workspace, subject, certification, block } = access;
  const [rows, sessions, ratings, evidence, runs, assets] = await Promise.all([
    listSections(db, workspace.id),
    listToolSessions(db, workspace.id),
    listRatings(db, workspace.id, workspace.attempt),
    listEvidence(db, workspace.id, workspace.attempt),
    listRecordedRuns(db, workspace.id),
    listAssets(db, workspace.id),
  ]);
  return {
    subject: publicSubject(subject),
    certification,
    block,
    sections: rows.flatMap((row) => {
      const doc = parseDocument(row.doc);
      return doc.ok ? [{ key: row.section_key, doc: doc.value }] : [];
    }),
    figures: workspaceFigures(subject, sessions),
    artefacts: workspaceArtefacts(subject, sessions),
    images: assets.map(({ id, name, width, height }) => ({ id, name, width, height })),
    ratings,
    evidence,
    promptRuns: runs.map((run) => ({
      id: run.id,
      stepId: run.step_id,
      prompt: run.prompt,
      output: run.output,
      tool: run.provider_label,
      model: run.model,
      temperature: run.settings.temperature,
      kept: run.kept,
      note: run.note,
      insertedIn: run.inserted_in,
      at: run.created_at,
    })),
    author: actor.name,
    date: new Date(),
  };
}

/** Bytes of the images a dossier shows, one after the other; a file that cannot be read is left out. */
export async function loadImages(workspaceId: string, ids: string[]): Promise<ExportImage[]> {
  const wanted = new Set(ids);
  const images: ExportImage[] = [];
  for (const asset of await listAssets(database(), workspaceId)) {
    if (!wanted.has(asset.id)) continue;
    try {
      const bytes = await storage().read(assetKey(workspaceId, asset.id));
      images.push({ id: asset.id, bytes, mime: asset.mime });
    } catch (error) {
      log("export-image-unreadable", { asset: asset.id, error: errorText(error) });
    }
  }
  return images;
}
