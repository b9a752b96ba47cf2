import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";
import { formatNumber } from "./french.ts";

export type DataColumn = { key: string; label: ReactNode; align?: "start" | "end" };

export type DataTableProps = {
  caption: ReactNode;
  /** Keeps the caption for screen readers only, when a heading says the same. */
  hideCaption?: boolean;
  columns: readonly DataColumn[];
  rows: readonly Record<string, ReactNode>[];
  /** Key of the column that names each row. */
  rowHeader?: string;
  /** Said in place of the rows when there are none. */
  empty?: ReactNode;
  className?: string;
};

function shown(value: ReactNode): ReactNode {
  if (typeof value === "number") return formatNumber(value);
  return value ?? "–";
}

/** A table that reads as a table: ruled lines, figures aligned; it scrolls by itself when it is too wide. */
export function DataTable({
  caption,
  hideCaption,
  columns,
  rows,
  rowHeader,
  empty,
  className,
}: DataTableProps) {
  const captionId = useId();
  return (
    <section
      className={classNames("scroll-sideways", className)}
      aria-labelledby={captionId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <table className="w-full border-collapse text-left text-s tabular-nums">
        <caption
          id={captionId}
          className={hideCaption ? "sr-only" : "pb-2 text-left font-semibold text-m"}
        >
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  "border-b-2 border-ink py-2 pr-6 align-bottom font-semibold last:pr-0",
                  column.align === "end" && "text-right",
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity of their own and are never reordered here.
            <tr key={index} className="border-b border-line">
              {columns.map((column) => {
                const className = classNames(
                  "py-2 pr-6 align-top last:pr-0",
                  column.align === "end" && "text-right",
                );
                return column.key === rowHeader ? (
                  <th
                    key={column.key}
                    scope="row"
                    className={classNames(className, "font-semibold")}
                  >
                    {shown(row[column.key])}
                  </th>
                ) : (
                  <td key={column.key} className={className}>
                    {shown(row[column.key])}
                  </td>
                );
              })}
            </tr>
          ))}
          {rows.length === 0 && empty ? (
            <tr>
              <td colSpan={columns.length} className="py-3 text-muted">
                {empty}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </section>
  );
}
