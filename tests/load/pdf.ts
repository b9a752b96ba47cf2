import { assembleDossier } from "../../app/domain/dossier.ts";
import { exportPdf, type PdfExport } from "../../app/export/pdf.server.ts";
import { sampleDossierInput, sampleImage } from "../factories-dossier.ts";
import { percentile } from "./measure.ts";

export type PdfRow = { what: string; measured: string; goal: string; met: boolean | null };

/** A dossier of about 40 pages: one after the other, then ten at once. */
export async function pdfFigures(): Promise<PdfRow[]> {
  const input = await sampleDossierInput("BC01", 420);
  const bytes = await sampleImage();
  const images = input.images.map((image) => ({ id: image.id, bytes, mime: "image/webp" }));
  const times: number[] = [];
  let last: PdfExport | null = null;
  const once = async () => {
    const began = performance.now();
    last = await exportPdf(assembleDossier(input), images, new AbortController().signal);
    return performance.now() - began;
  };
  await once();
  for (let i = 0; i < 7; i++) times.push(await once());
  const began = performance.now();
  await Promise.all(Array.from({ length: 10 }, once));
  const ten = performance.now() - began;
  const made = last as unknown as PdfExport;
  const median = percentile(times, 0.5);
  return [
    {
      what: `PDF of ${made.pages} pages (${made.standard ?? "tagged"}), ${Math.round(made.pdf.length / 1024)} kB, median of ${times.length}`,
      measured: `${Math.round(median)} ms`,
      goal: "< 2000 ms",
      met: median < 2000,
    },
    {
      what: "ten of them at once, until the last",
      measured: `${Math.round(ten)} ms`,
      goal: "",
      met: null,
    },
  ];
}
