import { Link } from "@remix-run/react";
import { BlockMark } from "~/ui/block-mark.tsx";
import { classNames } from "~/ui/class-names.ts";
import { formatDate } from "~/ui/french.ts";
import type { DashboardView, Ledger, LedgerCell } from "./summary.ts";

/** The latest level given to oneself on every competency, block by block. No total, no mean. */
export function LedgerTable({
  ledger,
  certification,
}: {
  ledger: Ledger;
  certification: DashboardView["certification"];
}) {
  const longest = Math.max(...ledger.blocks.map((b) => b.cells.length));
  return (
    <section aria-labelledby="registre" className="mt-14">
      <h2 id="registre" className="font-title text-xl">
        Vos derniers niveaux, compétence par compétence
      </h2>
      <p className="measure mt-1 text-muted">
        Ceux que vous vous êtes donnés, tous espaces confondus{"\u00a0"}: pas de moyenne, pas de
        note. Échelle de la plateforme, non officielle.
      </p>
      <div className="relative mt-4 overflow-x-auto">
        <table className="border-collapse text-s">
          <caption className="sr-only">
            Derniers niveaux d’auto-évaluation, {certification.code} {certification.title}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="py-2 pr-4 text-left">
                Bloc
              </th>
              {Array.from({ length: longest }, (_, i) => i + 1).map((n) => (
                <th key={n} scope="col" className="px-1 py-2 text-center font-normal text-muted">
                  <span className="sr-only">Compétence </span>
                  {n}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ledger.blocks.map((block) => (
              <tr key={block.id} className="border-t border-line">
                <th scope="row" className="py-2 pr-4 text-left font-normal">
                  <span className="flex items-center gap-2">
                    <BlockMark order={block.order} size={14} />
                    <span className="font-semibold">{block.id}</span>
                    <span className="hidden md:inline">{block.shortTitle}</span>
                  </span>
                </th>
                {block.cells.map((cell) => (
                  <td key={cell.competency} className="p-1">
                    <Cell cell={cell} ledger={ledger} />
                  </td>
                ))}
                {block.cells.length < longest ? (
                  <td colSpan={longest - block.cells.length} />
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <dl className="mt-4 flex flex-wrap gap-x-6 gap-y-1 text-s">
        {ledger.levels.map((level) => (
          <div key={level.level} className="flex gap-2">
            <dt className="font-semibold">{level.code}</dt>
            <dd className="text-muted">{level.label}</dd>
          </div>
        ))}
        <div className="flex gap-2">
          <dt className="font-semibold">–</dt>
          <dd className="text-muted">pas encore évaluée</dd>
        </div>
      </dl>
    </section>
  );
}

const cellClass = "grid h-9 min-w-10 place-items-center rounded-xs px-1 tabular-nums";

function Cell({ cell, ledger }: { cell: LedgerCell; ledger: Ledger }) {
  const level = ledger.levels.find((l) => l.level === cell.latest?.level);
  const name = `${cell.competency} ${cell.shortTitle}`;
  if (!cell.latest || !level)
    return (
      <span className={classNames(cellClass, "text-muted")} title={name}>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{name}, pas encore évaluée</span>
      </span>
    );
  const where = `${formatDate(cell.latest.at)}, ${cell.latest.title}, tentative ${cell.latest.attempt}`;
  return (
    <Link
      to={cell.latest.to}
      title={`${name}\u00A0: ${level.label} (${where})`}
      className={classNames(
        cellClass,
        "font-semibold no-underline hover:underline",
        level.achieved ? "bg-success-soft text-success" : "bg-sunken text-ink",
      )}
    >
      <span aria-hidden="true">{level.code}</span>
      <span className="sr-only">
        {name}, {level.label}, {where}
      </span>
    </Link>
  );
}
