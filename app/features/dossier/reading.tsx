import { Link } from "@remix-run/react";
import { DocumentView } from "~/editor/document-view.tsx";
import { paths } from "~/paths.ts";
import { DataTable } from "~/ui/data-table.tsx";
import type { ReadingView } from "./view.ts";

/** The dossier as it reads, in the order of the exports; it prints as it is. */
export function Reading({
  reading,
  workspaceId,
  kind,
}: {
  reading: ReadingView;
  workspaceId: string;
  kind: string;
}) {
  return (
    <article aria-label={kind} className="mt-6">
      <nav aria-label="Sommaire du dossier" className="print:hidden">
        <ol className="flex flex-col">
          {reading.sections.map((section) => (
            <li key={section.key} className="border-b border-line">
              <a
                href={`#${section.anchor}`}
                className="flex min-h-11 items-center gap-3 py-1.5 no-underline hover:underline"
              >
                <span className="w-6 shrink-0 text-muted tabular-nums">{section.number}</span>
                <span>
                  {section.title}
                  {section.doc ? null : (
                    <span className="whitespace-nowrap text-muted"> (à rédiger)</span>
                  )}
                </span>
              </a>
            </li>
          ))}
        </ol>
      </nav>

      <section aria-labelledby="correspondance" className="mt-10">
        <h2 id="correspondance" className="mb-3 font-title text-xl">
          Tableau de correspondance
        </h2>
        <DataTable
          caption="Compétences du bloc et parties du dossier"
          hideCaption
          rowHeader="competency"
          columns={[
            { key: "competency", label: "Compétence" },
            { key: "sections", label: "Parties" },
            { key: "evidence", label: "Preuves", align: "end" },
            { key: "level", label: "Auto-évaluation" },
          ]}
          rows={reading.correspondence.map((row) => ({
            competency: `${row.competency} ${row.title}`,
            sections: row.sections.length
              ? row.sections.map((s) => `${s.number}. ${s.title}`).join("\u202f; ")
              : "Aucune partie",
            evidence: row.evidence,
            level: row.level ?? "Non évaluée",
          }))}
        />
      </section>

      {reading.sections.map((section) => (
        <section key={section.key} aria-labelledby={section.anchor} className="mt-14">
          <h2 id={section.anchor} className="font-title text-2xl text-balance">
            <span className="text-muted tabular-nums">{section.number}</span> {section.title}
          </h2>
          <p className="mt-1 mb-4 flex flex-wrap items-center gap-x-4 text-s text-muted">
            {section.competencies.length > 0 ? (
              <span>{section.competencies.join(" · ")}</span>
            ) : null}
            <Link to={section.to} className="-my-1.5 inline-flex min-h-8 items-center print:hidden">
              Modifier<span className="sr-only"> la partie {section.title}</span>
            </Link>
          </p>
          {section.doc ? (
            <div className="measure">
              <DocumentView
                doc={section.doc}
                figures={reading.figures}
                imagePath={(assetId) => paths.image(workspaceId, assetId)}
                headingOffset={1}
              />
            </div>
          ) : (
            <p className="text-muted">Cette partie n’est pas encore rédigée.</p>
          )}
        </section>
      ))}

      {reading.annexes.length > 0 ? (
        <section aria-labelledby="annexes" className="mt-14 border-t border-line pt-6">
          <h2 id="annexes" className="font-title text-xl">
            Annexes ajoutées aux exports
          </h2>
          <ul className="mt-3 flex flex-col gap-1">
            {reading.annexes.map((annex) => (
              <li key={annex.letter}>
                <span className="font-semibold">Annexe {annex.letter}</span> – {annex.title}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}
