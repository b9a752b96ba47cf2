import type { PublicSubject } from "~/domain/subject.ts";
import { DataTable } from "~/ui/data-table.tsx";

type Competitors = PublicSubject["competitors"];

/** What every competitor has is a column; what only some have (their networks) is listed in the last one. */
export function CompetitorsTable({ competitors }: { competitors: Competitors }) {
  const labels = competitors[0]?.measures.map((m) => m.label) ?? [];
  const shared = labels.filter((label) =>
    competitors.every((c) => c.measures.some((m) => m.label === label)),
  );
  const rows = competitors.map((competitor) => {
    const own = competitor.measures.filter((m) => !shared.includes(m.label));
    return {
      name: (
        <span className="block min-w-36">
          {competitor.name}
          <span className="block font-normal text-muted">{competitor.kind}</span>
        </span>
      ),
      ...Object.fromEntries(
        shared.map((label) => [
          label,
          <span key={label} className="block min-w-28">
            {competitor.measures.find((m) => m.label === label)?.value}
          </span>,
        ]),
      ),
      own: (
        <ul className="min-w-52">
          {own.map((m) => (
            <li key={m.label}>
              <strong>{m.label}</strong>
              {"\u00a0"}: {m.value}
            </li>
          ))}
        </ul>
      ),
    };
  });
  const someOwn = competitors.some((c) => c.measures.length > shared.length);
  return (
    <DataTable
      caption="Les concurrents, mesurés de l’extérieur"
      hideCaption
      rowHeader="name"
      columns={[
        { key: "name", label: "Concurrent" },
        ...shared.map((label) => ({ key: label, label })),
        ...(someOwn ? [{ key: "own", label: "Ses réseaux" }] : []),
      ]}
      rows={rows}
      empty="Ce sujet ne donne pas de concurrents."
    />
  );
}
