import { createHash, randomInt } from "node:crypto";
import { countWords } from "~/domain/document-text.ts";
import { assembleDossier, type Dossier } from "~/domain/dossier.ts";
import { checkDossier } from "~/domain/dossier-check.ts";
import { ok, type Result, refused } from "~/domain/result.ts";
import {
  compareDigest,
  mayHandIn,
  openSnapshot,
  readReceiptCode,
  receiptCode,
  type Snapshot,
  sealSnapshot,
} from "~/domain/submission.ts";
import { UUID, type WorkspaceAccess } from "~/platform/guard.server.ts";
import {
  clientNetwork,
  type Limit,
  rateLimit,
  tooManyMessage,
} from "~/platform/rate-limit.server.ts";
import { database } from "~db/client.server.ts";
import { listAssets } from "~db/queries/assets.ts";
import {
  findCohortSubmission,
  insertCohortSubmission,
  listGivenCohorts,
} from "~db/queries/cohorts.ts";
import {
  findReceipt,
  findSubmission,
  insertSubmission,
  listSubmissions,
} from "~db/queries/submissions.ts";
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
): Promise<HandedIn> {
  const { ok: free, retryAfterSeconds } = await rateLimit(`hand-in:${access.actor.id}`, HANDED);
  if (!free)
    return refused(
      "too-many",
      `${tooManyMessage(retryAfterSeconds, "de dépôts")} Votre travail est intact.`,
    );
  try {
    return await seal(access, number, accepted);
  } catch (error) {
    // Another request kept the same number at the same moment: looking again finds it.
    if ((error as { code?: string }).code !== SERIALIZATION_FAILURE) throw error;
    return seal(access, number, accepted);
  }
}

type HandedIn = Result<number, "blocking" | "unread" | "stale" | "too-many">;
/** Each keeps some 200 kB for good: more than anybody hands in, few enough that nobody fills the disk. */
const HANDED: Limit = { max: 20, windowSeconds: 3600 };
const SERIALIZATION_FAILURE = "40001";

function seal(access: WorkspaceAccess, number: number, accepted: boolean): Promise<HandedIn> {
  const { workspace } = access;
  return database()
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(async (db) => {
      const last = (await listSubmissions(db, workspace.id))[0]?.number ?? 0;
      if (number <= last) return ok(number);
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
      return ok(number);
    });
}

/** The hand-in of an address, or 404. */
export async function requireSubmission(workspaceId: string, typed: string | undefined) {
  const number = /^[1-9]\d{0,5}$/.test(typed ?? "") ? Number(typed) : null;
  const found = number && (await readSubmission(workspaceId, number));
  if (!found) throw new Response("Not Found", { status: 404 });
  return found;
}

/** A hand-in that was given to this group, or 404. */
export async function requireGiven(cohortId: string, submissionId: string) {
  const row = UUID.test(submissionId)
    ? await findCohortSubmission(database(), cohortId, submissionId)
    : null;
  if (!row) throw new Response("Not Found", { status: 404 });
  return {
    workspaceId: row.workspace_id,
    dossier: assembleDossier(openSnapshot(row.snapshot).material),
  };
}

/** The groups a hand-in may be given to, with when it was. */
export async function readGiven(userId: string, workspaceId: string, number: number) {
  const rows = await listGivenCohorts(database(), userId, workspaceId, number);
  return rows
    .filter((row) => row.given_at !== null || row.archived_at === null)
    .map(({ id, name, given_at }) => ({ id, name, at: given_at?.toISOString() ?? null }));
}

/** Gives a hand-in to a group where its author learns: its trainers may read it from then on. */
export async function giveSubmission(
  workspaceId: string,
  number: number,
  cohortId: string,
): Promise<boolean> {
  return (
    UUID.test(cohortId) &&
    (await insertCohortSubmission(database(), { cohortId, workspaceId, number }))
  );
}

/** Codes one network may try: far more than anybody copies, far fewer than guessing one would take. */
const TRIALS: Limit = { max: 60, windowSeconds: 600 };

/**
 * What the holder of a code may check, with how a digest they hold compares; null when no receipt has this code.
 * Throws 429 when a network tries too many.
 */
export async function readReceipt(typed: string, digest: string | null, ip: string) {
  const { ok, retryAfterSeconds } = await rateLimit(`receipt:${clientNetwork(ip)}`, TRIALS);
  if (!ok) throw new Response(tooManyMessage(retryAfterSeconds), { status: 429 });
  const code = readReceiptCode(typed);
  const row = code && (await findReceipt(database(), code));
  if (!code || !row) return null;
  const { submitted_at, ...shown } = row;
  return {
    code,
    ...shown,
    at: submitted_at.toISOString(),
    digest,
    comparison: digest === null ? null : compareDigest(digest, row.sha256),
  };
}

/** A hand-in, its receipt and the dossier as it was; null when there is none of this number. */
async function readSubmission(
  workspaceId: string,
  number: number,
): Promise<(Awaited<ReturnType<typeof findSubmission>> & { dossier: Dossier }) | null> {
  const row = await findSubmission(database(), workspaceId, number);
  return row && { ...row, dossier: assembleDossier(openSnapshot(row.snapshot).material) };
}
