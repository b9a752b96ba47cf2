import Papa from "papaparse";
import { latestSubject, loadSubject } from "~/content/subject-versions.server.ts";
import { type Annex, publicSubject } from "~/domain/subject.ts";
import {
  annexPage,
  cellText,
  parseAnnexQuery,
  parseVersion,
  type TableAnnex,
} from "./annex-query.ts";

/**
 * The annex of the version the address asks for: work in progress keeps the subject it began with, and so its
 * annexes. `newer` is the version on offer when it is another one.
 */
async function findAnnex(slug: string, annexId: string, params: URLSearchParams) {
  const asked = parseVersion(params);
  const latest = await latestSubject(slug);
  const subject =
    typeof asked === "number" && asked !== latest?.version
      ? publicSubject(await loadSubject(slug, asked))
      : latest?.subject;
  const annex = subject?.annexes.find((a) => a.id === annexId);
  if (asked === "unknown" || !subject || !annex)
    throw new Response("Cette annexe n’existe pas.", { status: 404, statusText: "Not Found" });
  return {
    subject: { slug, title: subject.title },
    annex,
    version: asked,
    newer: asked !== null && latest && latest.version !== asked ? latest.version : null,
    offered: latest !== null,
  };
}

/**
 * One annex as the address asks for it. Content that comes with a warning is left out until it is asked for.
 * Throws a 404 Response.
 */
export async function readAnnexPage(slug: string, annexId: string, params: URLSearchParams) {
  const { subject, annex, ...edition } = await findAnnex(slug, annexId, params);
  const query = parseAnnexQuery(params);
  const head = {
    subject,
    ...edition,
    query,
    id: annex.id,
    title: annex.title,
    description: annex.description,
    warning: annex.warning ?? null,
  };
  if (annex.warning && !query.revealed) return { ...head, kind: "hidden" as const };
  if (annex.kind === "text") return { ...head, kind: "text" as const, text: annex.text };
  return {
    ...head,
    kind: "table" as const,
    columns: annex.columns,
    /** Columns whose cells are long enough to need room. */
    wide: wideColumns(annex),
    ...annexPage(annex, query),
  };
}
export type AnnexView = Awaited<ReturnType<typeof readAnnexPage>>;

function wideColumns(annex: TableAnnex): string[] {
  return annex.columns
    .filter((c) => annex.rows.some((row) => String(row[c.key] ?? "").length > 36))
    .map((c) => c.key);
}

/** The whole annex as a file to download: CSV for French spreadsheets, or the text as it is. */
export async function annexFile(
  slug: string,
  annexId: string,
  params: URLSearchParams,
): Promise<Response> {
  const { subject, annex, newer, version } = await findAnnex(slug, annexId, params);
  const [type, extension] =
    annex.kind === "table"
      ? ["text/csv", "csv"]
      : ["text/plain", isSubtitles(annex.text) ? "srt" : "txt"];
  return new Response(annex.kind === "table" ? annexCsv(annex) : annex.text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${subject.slug}-${annex.id}${newer ? `-v${version}` : ""}.${extension}"`,
    },
  });
}

function isSubtitles(text: string): boolean {
  return /^\s*1\r?\n\d\d:\d\d:\d\d,\d{3} --> /.test(text);
}

/**
 * What French spreadsheets open as it is: a byte order mark, semicolons, decimal commas, dates in ISO form so that
 * every tool understands them, formulas neutralised (a cell that begins with = + - @ gets an apostrophe).
 */
export function annexCsv(annex: Extract<Annex, { kind: "table" }>): string {
  const data = annex.rows.map((row) =>
    annex.columns.map((c) => {
      const value = row[c.key] ?? null;
      return c.kind === "date" ? (value ?? "") : cellText(value);
    }),
  );
  const csv = Papa.unparse(
    { fields: annex.columns.map((c) => c.label), data },
    { delimiter: ";", newline: "\r\n", escapeFormulae: true },
  );
  return `\uFEFF${csv}\r\n`;
}
