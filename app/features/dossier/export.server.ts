import { redirect } from "@remix-run/node";
import { assembleDossier, type Dossier } from "~/domain/dossier.ts";
import { exportHtml } from "~/export/html.ts";
import { exportPdf } from "~/export/pdf.server.ts";
import { TooBusy } from "~/export/turnstile.ts";
import { ExportFailure } from "~/export/worker.server.ts";
import { paths } from "~/paths.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { errorText, log } from "~/platform/log.server.ts";
import { type Limit, rateLimit } from "~/platform/rate-limit.server.ts";
import { loadImages, loadMaterial } from "./material.server.ts";
import { NOTICES_HEADER } from "./view.ts";

/** Exports of one person: more than anybody reads, and few enough that nobody holds the machine. */
const EXPORTS: Limit = { max: 40, windowSeconds: 600 };

/** What the page says when an export asked for by a plain link gave no file; the key travels in the address. */
export const exportRefusals: Record<string, string> = {
  busy: new TooBusy().message,
  timeout: new ExportFailure("timeout", "").message,
  memory: new ExportFailure("memory", "").message,
  refused: new ExportFailure("refused", "").message,
  "too-many":
    "Vous avez demandé beaucoup d’exports en peu de temps. Patientez quelques minutes, puis réessayez\u00a0: votre dossier est intact.",
};

/** Who asks for an export, of what work, and where a plain link goes back to when it gave no file. */
export type ExportPlace = {
  actor: { id: string };
  workspace: { id: string };
  /** The dossier's page unless told otherwise. */
  back?: string;
};

/** The dossier as it stands, as a PDF file. */
export function pdfAnswer(access: WorkspaceAccess, request: Request): Promise<Response> {
  return answerPdf(access, request, async () => assembleDossier(await loadMaterial(access)));
}

/** A dossier that was handed in, as a PDF file. */
export function sealedPdfAnswer(
  place: ExportPlace,
  request: Request,
  dossier: Dossier,
): Promise<Response> {
  return answerPdf(place, request, async () => dossier);
}

/** Stops working at once when the person leaves. */
async function answerPdf(
  access: ExportPlace,
  request: Request,
  read: () => Promise<Dossier>,
): Promise<Response> {
  const refused = await refuseTooMany(access, request);
  if (refused) return refused;
  const dossier = await read();
  const images = await loadImages(access.workspace.id, dossier.images);
  try {
    const made = await exportPdf(dossier, images, request.signal);
    return new Response(made.pdf, {
      headers: {
        ...fileHeaders(dossier, "pdf", "application/pdf"),
        "Content-Length": String(made.pdf.length),
        [NOTICES_HEADER]: encodeURIComponent(JSON.stringify(made.warnings)),
      },
    });
  } catch (error) {
    return refuseExport(access, request, error);
  }
}

/** The answer when no file could be made; throws again what is no failure of an export. */
export function refuseExport(access: ExportPlace, request: Request, error: unknown): Response {
  if (error instanceof TooBusy) return refusal(access, request, "busy", 503);
  if (!(error instanceof ExportFailure)) throw error;
  log("export-failed", {
    workspace: access.workspace.id,
    kind: error.kind,
    detail: errorText(error.detail.replace(/`[^`]*`/g, "`…`")),
  });
  return refusal(access, request, error.kind, 500);
}

/** The dossier as one HTML file, images inside. */
export async function htmlAnswer(access: WorkspaceAccess, request: Request): Promise<Response> {
  const refused = await refuseTooMany(access, request);
  if (refused) return refused;
  const dossier = assembleDossier(await loadMaterial(access));
  const images = new Map(
    (await loadImages(access.workspace.id, dossier.images)).map(({ id, mime, bytes }) => [
      id,
      `data:${mime};base64,${bytes.toString("base64")}`,
    ]),
  );
  return new Response(exportHtml(dossier, images), {
    headers: fileHeaders(dossier, "html", "text/html; charset=utf-8"),
  });
}

/** Counts an export of this person; the refusal when there were too many. */
export async function refuseTooMany(
  access: ExportPlace,
  request: Request,
): Promise<Response | null> {
  const { ok, retryAfterSeconds } = await rateLimit(`export:${access.actor.id}`, EXPORTS);
  return ok ? null : refusal(access, request, "too-many", 429, retryAfterSeconds);
}

/** A script gets the sentence; a plain link goes back to the page, which says it. */
function refusal(
  access: ExportPlace,
  request: Request,
  kind: string,
  status: number,
  retryAfter = 60,
): Response {
  if ((request.headers.get("accept") ?? "").startsWith("application/json"))
    return new Response(exportRefusals[kind], {
      status,
      headers: { "Content-Type": "text/plain; charset=utf-8", "Retry-After": String(retryAfter) },
    });
  return redirect(
    `${access.back ?? paths.dossier(access.workspace.id)}?${new URLSearchParams({ export: kind })}`,
    303,
  );
}

/** Headers of a download named after the dossier. */
export function fileHeaders(
  dossier: Dossier,
  extension: string,
  type: string,
): Record<string, string> {
  const name = fileName(dossier);
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name}.${extension}"`,
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
  };
}

/** « dossier-bc01-la-cyclerie-du-pont-levy-lou-martin »: ASCII, so that every system keeps it. */
export function fileName(dossier: Pick<Dossier, "cover" | "author">): string {
  const { kind, blockId, client } = dossier.cover;
  const name = [kind.split(" ")[0], blockId, client, dossier.author]
    .join("-")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name.slice(0, 100) || "dossier";
}
