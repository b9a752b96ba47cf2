import type { Figure, FigureBody } from "~/domain/figure.ts";
import { BarsChart } from "./charts/bars.tsx";
import { classNames } from "./class-names.ts";
import { DataTable } from "./data-table.tsx";

/**
 * Draws what a tool gives to the dossier. The title and the source are always written; the text alternative
 * is added for screen readers when the body is a drawing, since a table or a list already reads as text.
 */
export function FigureView({ figure, className }: { figure: Figure; className?: string }) {
  return (
    <figure
      aria-label={figure.title}
      className={classNames(
        "rounded-m border border-line bg-surface p-4 text-ink [--scroll-ground:var(--color-surface)] sm:p-5",
        className,
      )}
    >
      <FigureContent figure={figure} />
      <figcaption className="mt-3 border-t border-line pt-2 text-s text-muted">
        <span className="font-semibold text-ink">{figure.title}</span>
        {figure.source ? (
          <span className="block">
            Source{"\u00a0: "}
            {figure.source}
          </span>
        ) : null}
      </figcaption>
    </figure>
  );
}

function FigureContent({ figure }: { figure: Figure }) {
  const { body } = figure;
  switch (body.kind) {
    case "table":
      return (
        <DataTable
          caption={figure.title}
          hideCaption
          columns={body.columns}
          rows={body.rows}
          rowHeader={body.columns[0]?.key}
          empty="Rien à montrer pour l’instant."
        />
      );
    case "transcript":
      return <Transcript turns={body.turns} />;
    case "list":
      return <FigureList items={body.items} />;
    case "bars":
      return (
        <>
          <p className="sr-only">{figure.alt}</p>
          <BarsChart title={figure.title} unit={body.unit} max={body.max} items={body.items} />
        </>
      );
  }
}

function Transcript({ turns }: { turns: Extract<FigureBody, { kind: "transcript" }>["turns"] }) {
  if (turns.length === 0) return <p className="text-muted">L’échange n’a pas encore commencé.</p>;
  return (
    <ol className="flex flex-col gap-3">
      {turns.map((turn, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a transcript only grows at its end.
        <li key={index} className="grid gap-x-4 sm:grid-cols-[8rem_1fr]">
          <span className="text-s font-semibold text-muted">{turn.speaker}</span>
          <div className="measure">
            <p className="whitespace-pre-line">{turn.text}</p>
            {turn.note ? <p className="text-s text-muted">{turn.note}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}

function FigureList({ items }: { items: Extract<FigureBody, { kind: "list" }>["items"] }) {
  if (items.length === 0) return <p className="text-muted">La liste est encore vide.</p>;
  return (
    <ul className="flex list-disc flex-col gap-1.5 pl-5">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the items have no identity of their own.
        <li key={index}>
          {item.term ? (
            <strong>
              {item.term}
              {"\u00a0: "}
            </strong>
          ) : null}
          {item.text}
        </li>
      ))}
    </ul>
  );
}
