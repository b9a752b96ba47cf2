import { z } from "zod";
import type { Annex } from "~/domain/subject.ts";

export type TableAnnex = Extract<Annex, { kind: "table" }>;
export type AnnexRow = TableAnnex["rows"][number];

export const ROWS_PER_PAGE = 25;

/** What an address may ask of a table; anything it says wrong falls back, so that no link breaks. */
const schema = z.object({
  tri: z.string().max(60).nullable().catch(null),
  ordre: z.enum(["asc", "desc"]).catch("asc"),
  filtre: z.string().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  afficher: z.literal("oui").nullable().catch(null),
});

/** No subject has a billion versions, and PostgreSQL counts them in 32 bits. */
const VERSION = /^[1-9]\d{0,8}$/;

/** The subject's version an address asks for: null for the newest, "unknown" when it is no version at all. */
export function parseVersion(params: URLSearchParams): number | null | "unknown" {
  const asked = params.get("version");
  if (asked === null) return null;
  return VERSION.test(asked) ? Number(asked) : "unknown";
}

export type AnnexQuery = {
  /** Key of the sorted column; null: the order of the file. */
  sort: string | null;
  order: "asc" | "desc";
  filter: string;
  page: number;
  /** The reader asked to see content that comes with a warning. */
  revealed: boolean;
  /** The subject's version; null: the newest. */
  version: number | null;
};

/** Reads `?tri=colonne&ordre=asc&filtre=texte&page=1&afficher=oui&version=1`. */
export function parseAnnexQuery(params: URLSearchParams): AnnexQuery {
  const read = schema.parse({
    tri: params.get("tri"),
    ordre: params.get("ordre") ?? "asc",
    filtre: params.get("filtre") ?? "",
    page: params.get("page") ?? 1,
    afficher: params.get("afficher"),
  });
  const version = parseVersion(params);
  return {
    sort: read.tri,
    order: read.ordre,
    filter: read.filtre.trim(),
    page: read.page,
    revealed: read.afficher === "oui",
    version: version === "unknown" ? null : version,
  };
}

/** The query part of an address that asks for this; what is at its default is left out. */
export function annexSearch(query: AnnexQuery): string {
  const params = new URLSearchParams();
  if (query.sort) {
    params.set("tri", query.sort);
    params.set("ordre", query.order);
  }
  if (query.filter) params.set("filtre", query.filter);
  if (query.page > 1) params.set("page", String(query.page));
  if (query.revealed) params.set("afficher", "oui");
  if (query.version) params.set("version", String(query.version));
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** Lower case, no accents, one kind of apostrophe: « Été » is found by « ete ». */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'").toLowerCase();
}

/** Rows that hold every word of the filter, in any column. */
export function filterRows(annex: TableAnnex, filter: string): AnnexRow[] {
  const words = plain(filter).split(/\s+/).filter(Boolean);
  if (words.length === 0) return annex.rows;
  return annex.rows.filter((row) => {
    const text = plain(annex.columns.map((c) => cellText(row[c.key] ?? null)).join(" \n "));
    return words.every((word) => text.includes(word));
  });
}

const collator = new Intl.Collator("fr", { numeric: true, sensitivity: "base" });

/** Rows sorted by one column; empty cells stay last either way, equal rows keep their order. */
export function sortRows(rows: AnnexRow[], key: string, order: "asc" | "desc"): AnnexRow[] {
  const sign = order === "asc" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[key] ?? null, b[key] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (typeof x === "number" && typeof y === "number") return sign * (x - y);
    return sign * collator.compare(String(x), String(y));
  });
}

/** The page of rows an address asks for. A page past the end gives the last one. */
export function annexPage(annex: TableAnnex, query: AnnexQuery) {
  const sort = annex.columns.some((c) => c.key === query.sort) ? query.sort : null;
  const kept = filterRows(annex, query.filter);
  const sorted = sort ? sortRows(kept, sort, query.order) : kept;
  const pages = Math.max(1, Math.ceil(sorted.length / ROWS_PER_PAGE));
  const page = Math.min(query.page, pages);
  const from = (page - 1) * ROWS_PER_PAGE;
  return {
    rows: sorted.slice(from, from + ROWS_PER_PAGE),
    from: sorted.length === 0 ? 0 : from + 1,
    to: Math.min(from + ROWS_PER_PAGE, sorted.length),
    kept: sorted.length,
    total: annex.rows.length,
    pages,
    query: { ...query, sort, page },
  };
}
export type AnnexPage = ReturnType<typeof annexPage>;

/** A cell as French text: « 1 240,5 », « 02/11/2026 08:00 », « oui ». Empty for no value. */
export function cellText(value: AnnexRow[string]): string {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return String(value).replace(".", ",");
  const date = /^(\d{4})-(\d{2})-(\d{2})( \d{2}:\d{2})?$/.exec(value);
  return date ? `${date[3]}/${date[2]}/${date[1]}${date[4] ?? ""}` : value;
}
