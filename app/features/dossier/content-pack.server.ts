import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { artefactGaps } from "~/domain/artefact.ts";
import { assembleDossier, recordedRuns } from "~/domain/dossier.ts";
import { runJournal } from "~/domain/dossier-annexes.ts";
import { assembleArtefacts, endsInPack, requiredKinds } from "~/domain/dossier-artefacts.ts";
import { journalDocument, recordDocument } from "~/domain/dossier-record.ts";
import { exportPdf } from "~/export/pdf.server.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { errorText, log } from "~/platform/log.server.ts";
import { type ZipEntry, zip } from "~/platform/zip.server.ts";
import { fileHeaders, refuseExport, refuseTooMany } from "./export.server.ts";
import { loadMaterial } from "./material.server.ts";
import { mediaEntries, textEntries } from "./pack-entries.server.ts";
import { manifest, type PackFile, readMe } from "./pack-manifest.ts";
import { NOTICES_HEADER } from "./view.ts";

/**
 * The content pack, written as it is read: at most one picture or video is in memory. The two PDF come first, so that
 * what may fail fails before a byte is sent. An exercise that ends in an oral has none.
 */
export async function packAnswer(access: WorkspaceAccess, request: Request): Promise<Response> {
  if (!endsInPack(access.block)) throw new Response("Not Found", { status: 404 });
  const refused = await refuseTooMany(access, request);
  if (refused) return refused;
  const input = await loadMaterial(access);
  const dossier = assembleDossier(input);
  const artefacts = assembleArtefacts(input);
  const gaps = artefactGaps(requiredKinds(input.block), artefacts).map((gap) => gap.sentence);
  const missing = [...gaps, ...artefacts.flatMap((artefact) => artefact.remarks)];
  try {
    const runs = runJournal(input, recordedRuns(input), dossier.sections);
    const journal = await exportPdf(journalDocument(dossier, artefacts, runs), [], request.signal);
    const usage = await exportPdf(recordDocument(dossier, artefacts), [], request.signal);
    const notices = [...new Set([...missing, ...journal.warnings, ...usage.warnings])];
    const body = Readable.from(
      zip(
        listed(access, input.date, [
          textEntries(access.workspace.id, dossier),
          mediaEntries(access.workspace.id, artefacts),
          [
            { path: "journal-des-prompts.pdf", content: journal.pdf },
            { path: "usage-de-l-ia.pdf", content: usage.pdf },
            { path: "LISEZ-MOI.txt", content: readMe(dossier, artefacts, missing) },
          ],
        ]),
        input.date,
      ),
    );
    // Too late to say it on a page: the download breaks off, and the log says why.
    body.on("error", (error) => log("pack-failed", { error: errorText(error) }));
    return new Response(createReadableStreamFromReadable(body), {
      headers: {
        ...fileHeaders(dossier, "zip", "application/zip"),
        [NOTICES_HEADER]: encodeURIComponent(JSON.stringify(notices)),
      },
    });
  } catch (error) {
    return refuseExport(access, request, error);
  }
}

export type PackEntry = ZipEntry & { content: Uint8Array | string };
export type Unreadable = { unreadable: string };

/** All entries one after the other, then the manifest of what went through. */
async function* listed(
  access: WorkspaceAccess,
  date: Date,
  parts: (AsyncIterable<PackEntry | Unreadable> | Iterable<PackEntry>)[],
): AsyncGenerator<ZipEntry> {
  const files: PackFile[] = [];
  const absent: string[] = [];
  for (const part of parts)
    for await (const entry of part) {
      if ("unreadable" in entry) {
        absent.push(entry.unreadable);
        continue;
      }
      const bytes = Buffer.from(entry.content as Uint8Array);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      files.push({ chemin: entry.path, octets: bytes.length, sha256 });
      yield { path: entry.path, content: bytes };
    }
  const { subject, block } = access;
  yield {
    path: "manifeste.json",
    content: manifest({ subject: subject.title, block: block.id, date, files, absent }),
  };
}
