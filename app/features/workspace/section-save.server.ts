import { z } from "zod";
import { countWords, type DocNode, emptyDocument, parseDocument } from "~/domain/document.ts";
import type { Subject } from "~/domain/subject.ts";
import { database } from "~db/client.server.ts";
import { saveMergedSection } from "~db/queries/section-merges.ts";
import { findSection } from "~db/queries/sections.ts";

/** Largest body of a save, in bytes; the document's own cap is tighter (domain/document.ts). */
export const MAX_BODY = 1_000_000;

const body = z.strictObject({
  version: z.number().int().min(0).max(2_000_000_000),
  doc: z.unknown(),
  device: z.string().min(1).max(64),
  /** What a merge discarded, to be kept among the versions. */
  discarded: z.array(z.unknown()).max(10).default([]),
});

/** The answer to a save, with its HTTP status. */
export type SaveAnswer =
  | { status: 200; ok: true; version: number; savedAt: string }
  | {
      status: 409;
      ok: false;
      reason: "conflict";
      version: number;
      doc: DocNode;
      savedAt: string;
      device: string;
      message: string;
    }
  | { status: 404 | 413 | 422; ok: false; reason: string; message: string };

const KEPT = "Rien n’est perdu : votre texte est gardé sur cet appareil.";

/**
 * Saves one section of a workspace if the writer's version is current.
 * A stale version writes nothing and gets the current text back, for the merge screen. What a merge discarded comes
 * with the merged text and is kept as versions under it.
 */
export async function saveSectionText(
  workspaceId: string,
  subject: Subject,
  key: string,
  input: unknown,
): Promise<SaveAnswer> {
  if (!subject.sections.some((s) => s.key === key))
    return {
      status: 404,
      ok: false,
      reason: "not-found",
      message: "Cette partie n’existe pas dans le sujet.",
    };
  const parsed = body.safeParse(input);
  if (!parsed.success)
    return {
      status: 422,
      ok: false,
      reason: "malformed",
      message: `L’enregistrement est illisible. ${KEPT}`,
    };
  const doc = parseDocument(parsed.data.doc);
  if (!doc.ok) {
    const status = doc.reason === "too-large" ? 413 : 422;
    return { status, ok: false, reason: doc.reason, message: `${doc.message} ${KEPT}` };
  }
  const discarded = parsed.data.discarded.flatMap((input) => {
    const text = parseDocument(input);
    return text.ok ? [{ doc: text.value, words: countWords(text.value) }] : [];
  });
  const saved = await saveMergedSection(
    database(),
    {
      workspaceId,
      key,
      version: parsed.data.version,
      doc: doc.value,
      words: countWords(doc.value),
      device: parsed.data.device,
    },
    discarded,
  );
  if (saved)
    return { status: 200, ok: true, version: saved.version, savedAt: saved.savedAt.toISOString() };
  const current = await readSection(workspaceId, key);
  return {
    status: 409,
    ok: false,
    reason: "conflict",
    message: "Ce texte a été modifié ailleurs depuis.",
    ...current,
    savedAt: current.savedAt ?? new Date(0).toISOString(),
  };
}

/** The current text of a section; version 0 and an empty document before its first save. */
export async function readSection(workspaceId: string, key: string) {
  const row = await findSection(database(), workspaceId, key);
  return {
    version: row?.version ?? 0,
    doc: (row?.doc as DocNode | undefined) ?? emptyDocument,
    savedAt: row?.updated_at.toISOString() ?? null,
    device: row?.device ?? "",
  };
}
