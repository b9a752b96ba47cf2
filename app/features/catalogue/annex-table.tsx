import { Link } from "@remix-run/react";
import { classNames } from "~/ui/class-names.ts";
import { formatCount, formatNumber } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import type { AnnexView } from "./annex.server.ts";
import { annexSearch, cellText } from "./annex-query.ts";

type TableView = Extract<AnnexView, { kind: "table" }>;

/** What names a row stays in view while the rest slides under it. */
const firstColumn = "sticky left-0 bg-paper";

/** The rows of one page; each heading is a link that sorts, so the table works without JavaScript. */
export function AnnexTable({ annex }: { annex: TableView }) {
  const caption = captionOf(annex);
  return (
    <>
      <p aria-hidden="true" className="mb-2 flex items-center gap-2 text-s text-muted md:hidden">
        {`${annex.columns.length} colonnes\u00a0: faites glisser le tableau de côté`}
        <Icon name="arrow" size={16} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section aria-label={annex.title} tabIndex={0} className="scroll-sideways">
        <table className="w-full border-collapse text-left text-s tabular-nums">
          <caption className="pb-2 text-left text-muted" aria-live="polite">
            {caption}
          </caption>
          <thead>
            <tr>
              {annex.columns.map((column) => (
                <Heading key={column.key} annex={annex} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {annex.rows.map((row, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be alike; their place tells them apart.
                key={`${annex.from + index}-${String(row[annex.columns[0]!.key])}`}
                className="border-line border-b"
              >
                {annex.columns.map((column, place) => {
                  const value = row[column.key] ?? null;
                  const className = classNames(
                    "py-2 pr-5 align-top",
                    column.kind === "number" && "text-right",
                    annex.wide.includes(column.key) ? "min-w-72" : "whitespace-nowrap",
                  );
                  const text =
                    typeof value === "number" ? formatNumber(value) : cellText(value) || "–";
                  return place === 0 ? (
                    <th
                      key={column.key}
                      scope="row"
                      className={classNames(className, firstColumn, "font-semibold")}
                    >
                      {text}
                    </th>
                  ) : (
                    <td key={column.key} className={className}>
                      {text}
                    </td>
                  );
                })}
              </tr>
            ))}
            {annex.rows.length === 0 ? (
              <tr>
                <td colSpan={annex.columns.length} className="py-4">
                  Aucune ligne ne contient «{"\u00a0"}
                  {annex.query.filter}
                  {"\u00a0"}». Essayez un mot plus court.
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </section>
      <Pages annex={annex} />
    </>
  );
}

function captionOf({ kept, total, from, to, query, columns }: TableView): string {
  const shown =
    kept === 0 ? "Aucune ligne" : kept === 1 ? "1 ligne" : `Lignes ${from} à ${to} sur ${kept}`;
  const filtered = kept < total ? `, filtrées parmi ${formatCount(total, "ligne", "lignes")}` : "";
  const sorted = columns.find((c) => c.key === query.sort);
  const order = sorted
    ? `, triées par «\u00a0${sorted.label}\u00a0» ${query.order === "asc" ? "croissant" : "décroissant"}`
    : "";
  return `${shown}${filtered}${order}.`;
}

function Heading({ annex, column }: { annex: TableView; column: TableView["columns"][number] }) {
  const { query } = annex;
  const current = query.sort === column.key;
  const next = current && query.order === "asc" ? "desc" : "asc";
  return (
    <th
      scope="col"
      aria-sort={current ? (query.order === "asc" ? "ascending" : "descending") : undefined}
      className={classNames(
        "border-ink border-b-2 py-2 pr-5 align-bottom",
        column.key === annex.columns[0]?.key && firstColumn,
        column.kind === "number" && "min-w-28 text-right",
      )}
    >
      <Link
        to={annexSearch({ ...query, sort: column.key, order: next, page: 1 })}
        preventScrollReset
        className="inline-flex min-h-8 items-end gap-1 font-semibold text-ink no-underline hover:underline"
      >
        {column.label}
        <span aria-hidden="true" className={classNames("text-muted", !current && "opacity-70")}>
          {current ? (query.order === "asc" ? "↑" : "↓") : "↕"}
        </span>
      </Link>
    </th>
  );
}

function Pages({ annex }: { annex: TableView }) {
  const { query, pages } = annex;
  if (pages === 1) return null;
  const to = (page: number) => annexSearch({ ...query, page }) || ".";
  return (
    <nav aria-label="Pages du tableau" className="mt-4 flex flex-wrap items-center gap-6">
      {query.page > 1 ? (
        <Link to={to(query.page - 1)} rel="prev" preventScrollReset>
          Page précédente
        </Link>
      ) : null}
      <span className="text-muted">
        Page {query.page} sur {pages}
      </span>
      {query.page < pages ? (
        <Link to={to(query.page + 1)} rel="next" preventScrollReset>
          Page suivante
        </Link>
      ) : null}
    </nav>
  );
}
