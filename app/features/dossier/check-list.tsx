import { Link } from "@remix-run/react";
import { formatCount, formatWords } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Tag } from "~/ui/tag.tsx";
import type { CheckView, LinkedLine } from "./view.ts";

/** The « contrôle »: one group a competency, then the exam's demands and the form; each line can be mended. */
export function CheckList({ check }: { check: CheckView }) {
  return (
    <section aria-labelledby="controle" className="mt-6 print:hidden">
      <h2 id="controle" className="sr-only">
        Contrôle avant export
      </h2>
      <Summary check={check} />
      <ul className="mt-6 flex flex-col">
        {check.competencies.map((competency) => (
          <li key={competency.id} className="border-t border-line py-5">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <h3 className="font-title text-l">
                <span className="text-muted">{competency.id}</span> {competency.title}
              </h3>
              <State lines={competency.lines} />
            </div>
            {competency.sections.length > 0 ? (
              <p className="mt-1 text-s text-muted">
                Montrée dans{"\u00a0"}:{" "}
                {competency.sections.map((section, index) => (
                  <span key={section.key}>
                    {index > 0 ? ", " : null}
                    <Link to={section.to}>{section.title}</Link> ({formatWords(section.words)})
                  </span>
                ))}
              </p>
            ) : null}
            <Lines lines={competency.lines} scope={competency.id} />
          </li>
        ))}
      </ul>
      <Group id="epreuve" title="Ce que l’épreuve demande" lines={check.block} />
      <Group id="forme" title="Parties communes et mise en forme" lines={check.form} />
    </section>
  );
}

function Summary({ check }: { check: CheckView }) {
  const { blocking, advisory, toLookAt } = check;
  const rest = [
    advisory > 0 ? formatCount(advisory, "conseil", "conseils") : null,
    toLookAt > 0 ? `${formatCount(toLookAt, "point", "points")} à vérifier vous-même` : null,
  ].filter(Boolean);
  const alone = advisory + toLookAt === 1;
  if (blocking === 0)
    return (
      <Notice tone="success" title="Rien d’indispensable ne manque">
        <p>
          {rest.length > 0
            ? `${alone ? "Reste" : "Restent"} ${rest.join(" et ")}.`
            : "Relisez une dernière fois."}
        </p>
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      title={`${formatCount(blocking, "point", "points")} à reprendre avant de rendre`}
    >
      <p>
        {rest.length > 0 ? `S’y ajoutent ${rest.join(" et ")}. ` : ""}Chaque point mène à l’endroit
        où le reprendre.
      </p>
    </Notice>
  );
}

function State({ lines }: { lines: LinkedLine[] }) {
  const blocking = lines.filter((l) => l.severity === "blocking").length;
  if (blocking > 0) return <Tag tone="warning">{`${blocking}\u00a0à reprendre`}</Tag>;
  return <Tag tone="success">Rien ne manque</Tag>;
}

function Group({ id, title, lines }: { id: string; title: string; lines: LinkedLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id} className="border-t border-line py-5">
      <h3 id={id} className="font-title text-l">
        {title}
      </h3>
      <Lines lines={lines} scope={id} />
    </section>
  );
}

function Lines({ lines, scope }: { lines: LinkedLine[]; scope: string }) {
  if (lines.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-col gap-3 sm:gap-1.5">
      {lines.map((line) => {
        const sentenceId = `${scope}-${line.id}`.replace(/[^a-zA-Z0-9-]/g, "-");
        return (
          <li
            key={line.id}
            className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-baseline"
          >
            <p id={sentenceId}>
              <Kind line={line} /> {line.sentence}
            </p>
            {line.to ? (
              <Link
                to={line.to}
                aria-describedby={sentenceId}
                className="inline-flex min-h-8 items-center gap-1 text-s font-semibold whitespace-nowrap"
              >
                {line.action}
                <Icon name="arrow" size={16} />
              </Link>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function Kind({ line }: { line: LinkedLine }) {
  if (!line.observed) return <Tag tone="info">À vérifier vous-même</Tag>;
  return line.severity === "blocking" ? <Tag tone="warning">À reprendre</Tag> : <Tag>Conseil</Tag>;
}
