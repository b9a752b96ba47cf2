import { DataTable } from "~/ui/data-table.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import type { ReviewView } from "./view-model.ts";

/** The facts the client checked, and the shelf: good and bad sources side by side, as they come in real life. */
export function Shelf({ view }: { view: ReviewView }) {
  return (
    <div className="flex flex-col gap-4">
      <Disclosure summary={`Les faits vérifiés (${view.facts.length})`}>
        <DataTable
          caption="Faits vérifiés par le client"
          hideCaption
          rowHeader="id"
          columns={[
            { key: "id", label: "Repère" },
            { key: "text", label: "Fait" },
            { key: "source", label: "Source" },
          ]}
          rows={view.facts}
        />
      </Disclosure>
      <Disclosure summary={`Le rayon des sources (${view.sources.length})`}>
        <p className="measure mb-3 text-s text-muted">
          Toutes ne se valent pas. Regardez qui parle, quand, et sur quoi il s’appuie.
        </p>
        <ul className="grid gap-3 sm:grid-cols-2">
          {view.sources.map((source) => (
            <li key={source.id} className="rounded-m border border-line bg-surface p-3 text-s">
              <p className="font-semibold">
                {source.id} · {source.title}
              </p>
              <p className="text-muted">
                {source.author}, {source.date}. {source.nature}.
              </p>
              <blockquote className="mt-2 border-l-2 border-strong pl-3">
                {source.extract}
              </blockquote>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}
