import type { DocNode } from "~/domain/document.ts";
import { type Result, refused } from "~/domain/result.ts";
import type { Subject } from "~/domain/subject.ts";
import { database } from "~db/client.server.ts";
import { findRevision, findRevisionBefore, listRevisions } from "~db/queries/sections.ts";
import { readSection, saveSectionText } from "./section-save.server.ts";
import { listFigures } from "./tool-play.server.ts";

const PAGE = 30;
const RESTORING = "une restauration#";

/** How a version came to be, as its device's name tells. */
function originOf(device: string): string {
  if (device.startsWith(RESTORING)) return "version restaurée";
  if (device.includes("~")) return "version écartée d’une comparaison";
  return `depuis ${device.replace(/#.*/, "")}`;
}

/**
 * A page of a section's revisions, the chosen one with its text and the one before it, and what its figures show
 * today.
 */
export async function readRevisions(
  workspaceId: string,
  subject: Subject,
  key: string,
  wanted: { version: number | null; before: number | null },
) {
  const db = database();
  const rows = await listRevisions(db, workspaceId, key, PAGE + 1, wanted.before ?? undefined);
  const page = rows.slice(0, PAGE);
  const version = wanted.version ?? page[0]?.version ?? null;
  const [chosen, before, current, figures] = await Promise.all([
    version === null ? null : findRevision(db, workspaceId, key, version),
    version === null ? null : findRevisionBefore(db, workspaceId, key, version),
    readSection(workspaceId, key),
    listFigures(workspaceId, subject),
  ]);
  return {
    figures,
    revisions: page.map((r) => ({
      version: r.version,
      savedAt: r.saved_at.toISOString(),
      words: r.words,
      origin: originOf(r.device),
    })),
    older: rows.length > PAGE ? (page.at(-1)?.version ?? null) : null,
    chosen: chosen && {
      version: chosen.version,
      savedAt: chosen.saved_at.toISOString(),
      doc: chosen.doc as DocNode,
      before: (before?.doc as DocNode | undefined) ?? null,
    },
    current: current.version,
  };
}

/**
 * Makes an old revision the newest text, if the section has not changed since the page was shown.
 * The restoring save comes from a device of its own, so that it never folds into the version it replaces.
 */
export async function restoreRevision(
  workspaceId: string,
  subject: Subject,
  key: string,
  version: number,
  current: number,
): Promise<Result<true, "absent" | "changed">> {
  const revision = await findRevision(database(), workspaceId, key, version);
  if (!revision) return refused("absent", "Cette version n’existe pas.");
  const answer = await saveSectionText(workspaceId, subject, key, {
    version: current,
    doc: revision.doc,
    device: RESTORING + version,
  });
  if (answer.status === 200) return { ok: true, value: true };
  return refused(
    "changed",
    "Le texte a changé pendant que vous regardiez cette page. Rien n’a été remplacé : relisez les versions, puis recommencez.",
  );
}
