import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Dossier } from "~/domain/dossier.ts";
import { preparePdf } from "./prepare.ts";
import { turnstile } from "./turnstile.ts";
import { exportNotices, type WorkerReport } from "./warnings.ts";
import { ExportFailure, runWorker, type WorkerLimits } from "./worker.server.ts";

export type ExportImage = { id: string; bytes: Buffer; mime: string };

export type PdfExport = {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
  /** "ua-1" when the file passed Typst's own PDF/UA-1 checks; null when it is tagged only. */
  standard: "ua-1" | null;
  /** French sentences: what was changed or could not be drawn. */
  warnings: string[];
};

const EXTENSIONS: Record<string, string> = {
  "image/webp": "webp",
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
};

/** Two at once: each takes a core and about 150 MB. Beyond twenty in line, waiting is no service. */
const door = turnstile(2, 20);

/**
 * Prints a dossier as tagged PDF (PDF/UA-1), in a process of its own that sees nothing but this dossier.
 * `signal` stops it at once (a closed page). Throws ExportFailure or TooBusy, with a French message.
 */
export function exportPdf(
  dossier: Dossier,
  images: ExportImage[],
  signal: AbortSignal,
  limits?: Partial<WorkerLimits>,
): Promise<PdfExport> {
  return door.pass(signal, async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), "bloc-a-bloc-pdf-"));
    try {
      const files = await writeImages(folder, dossier, images);
      const job = preparePdf(dossier, files);
      await fs.writeFile(path.join(folder, "job.json"), JSON.stringify(job));
      const report: WorkerReport = JSON.parse(await runWorker(folder, signal, limits));
      if (!report.ok) throw new ExportFailure("refused", report.diagnostics.join("\n"));
      return {
        pdf: new Uint8Array(await fs.readFile(path.join(folder, "dossier.pdf"))),
        pages: report.pages,
        standard: report.standard,
        warnings: exportNotices(report, dossier.images.length - files.size),
      };
    } finally {
      await fs.rm(folder, { recursive: true, force: true });
    }
  });
}

/** Writes the images the dossier uses, under names of our own. */
async function writeImages(folder: string, dossier: Dossier, images: ExportImage[]) {
  const files = new Map<string, string>();
  for (const { id, bytes, mime } of images) {
    const extension = EXTENSIONS[mime];
    if (!extension || !dossier.images.includes(id)) continue;
    const name = `image-${files.size + 1}.${extension}`;
    await fs.writeFile(path.join(folder, name), bytes);
    files.set(id, name);
  }
  return files;
}
