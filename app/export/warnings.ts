/** What typst-worker.mjs prints. */
export type WorkerReport =
  | {
      ok: true;
      standard: "ua-1" | null;
      pages: number;
      notes: { emoji: number; glyphs: string[]; images: string[] };
      diagnostics: string[];
    }
  | { ok: false; diagnostics: string[] };

const REASONS: [RegExp, string][] = [
  [/missing alt text/i, "une image ou une figure n’a pas de texte de remplacement"],
  [/heading/i, "un titre manque ou saute un niveau"],
  [/title/i, "le document n’a pas de titre"],
  [/could not be displayed/i, "un caractère ne peut pas être dessiné"],
];

/** The report as French sentences for the learner; empty when there is nothing to say. */
export function exportNotices(
  report: Extract<WorkerReport, { ok: true }>,
  missingImages: number,
): string[] {
  const notices: string[] = [];
  if (missingImages > 0)
    notices.push(
      "Le fichier d’une image au moins est introuvable\u00a0: sa description la remplace dans le PDF.",
    );
  if (report.notes.images.length > 0)
    notices.push(
      "Une image est illisible\u00a0: le PDF a été fait sans images, leurs descriptions les remplacent.",
    );
  if (report.notes.emoji > 0)
    notices.push(
      "Les émojis sont écrits en toutes lettres, par exemple [émoji\u00a0: clin d’œil].",
    );
  if (report.notes.glyphs.length > 0)
    notices.push(
      `Des caractères absents des polices du PDF sont remplacés par □\u00a0: ${report.notes.glyphs.slice(0, 12).join(" ")}.`,
    );
  if (report.standard === null) {
    const known = REASONS.filter(([pattern]) => report.diagnostics.some((d) => pattern.test(d)));
    const why =
      known.length > 0 ? known.map(([, text]) => text).join(", ") : "un contrôle a échoué";
    notices.push(
      `Le PDF est balisé, mais n’a pas pu être déclaré conforme à PDF/UA-1\u00a0: ${why}.`,
    );
  }
  return notices;
}
