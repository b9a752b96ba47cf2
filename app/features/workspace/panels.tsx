import type { Competency } from "~/domain/certification.ts";
import type { Finding } from "~/domain/finding.ts";
import type { PublicSubject } from "~/domain/subject.ts";
import { paths } from "~/paths.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { formatCount } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { Tag } from "~/ui/tag.tsx";

/** What the subject panel needs; annexes open in their own tab, so that the work stays in place. */
export type SubjectBrief = Pick<
  PublicSubject,
  "slug" | "title" | "fiction" | "client" | "brief" | "deliverables"
> & {
  /** The version this workspace keeps: its annexes are those of that version. */
  version: number;
  annexes: { id: string; title: string; description: string }[];
};

/** What an open panel shows. */
export type PanelData =
  | { name: "sujet"; subject: SubjectBrief }
  | { name: "competences"; competencies: Competency[] }
  | { name: "constats"; groups: { tool: string; findings: Finding[] }[] };

/** The content of the open panel. */
export function Panel({ panel }: { panel: PanelData }) {
  switch (panel.name) {
    case "sujet":
      return <SubjectPanel subject={panel.subject} />;
    case "competences":
      return <CompetenciesPanel competencies={panel.competencies} />;
    case "constats":
      return <FindingsPanel groups={panel.groups} />;
  }
}

/** The brief as the client wrote it, the client, the annexes. */
export function SubjectPanel({ subject }: { subject: SubjectBrief }) {
  return (
    <div className="flex flex-col gap-6">
      <section>
        <h3 className="font-title text-m">Le message de {subject.brief.from}</h3>
        <blockquote className="mt-2 rounded-m bg-sunken px-4 py-3 whitespace-pre-line">
          {subject.brief.body}
        </blockquote>
      </section>
      <section>
        <h3 className="font-title text-m">{subject.client.name}</h3>
        <p className="mt-1 text-s text-muted">
          {subject.client.sector} · {subject.client.place}
        </p>
        <p className="mt-2">{subject.client.story}</p>
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-s">
          {subject.client.facts.map((fact) => (
            <div key={fact.label} className="contents">
              <dt className="text-muted">{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3 className="font-title text-m">Annexes</h3>
        <ul className="mt-2 flex flex-col gap-2">
          {subject.annexes.map((annex) => (
            <li key={annex.id}>
              <a
                href={paths.annex(subject.slug, annex.id, subject.version)}
                target="_blank"
                rel="noreferrer"
              >
                {annex.title} <span className="text-s text-muted">(nouvel onglet)</span>
              </a>
              <p className="text-s text-muted">{annex.description}</p>
            </li>
          ))}
        </ul>
      </section>
      <Disclosure summary="Livrables attendus">
        <ul className="flex flex-col gap-1">
          {subject.deliverables.map((d) => (
            <li key={d.title}>
              {d.title} <span className="text-s text-muted">({d.competencies.join(", ")})</span>
            </li>
          ))}
        </ul>
      </Disclosure>
      <p className="text-s text-muted">{subject.fiction}</p>
    </div>
  );
}

/** The competencies a step trains, official words first, our criteria marked as ours. */
function CompetenciesPanel({ competencies }: { competencies: Competency[] }) {
  if (competencies.length === 0)
    return <p>Cette étape ne vise aucune compétence précise : elle prépare les suivantes.</p>;
  return (
    <div className="flex flex-col gap-8">
      {competencies.map((c) => (
        <section key={c.id}>
          <h3 className="font-title text-m">
            {c.id} · {c.shortTitle}
          </h3>
          <figure className="mt-2 border-l-3 border-strong pl-3">
            <figcaption className="text-xs font-semibold text-muted">Texte officiel</figcaption>
            <blockquote className="text-s">{c.officialText}</blockquote>
          </figure>
          <p className="mt-3 text-xs font-semibold text-muted">Nos repères, non officiels</p>
          <ul className="mt-1 list-disc pl-5 text-s marker:text-muted">
            {c.criteria.map((criterion) => (
              <li key={criterion.id} className="mt-1">
                {criterion.text}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

const verdicts = {
  yes: { word: "Vu", tone: "success", icon: "check" },
  no: { word: "À reprendre", tone: "warning", icon: "alert" },
} as const;

/** What the engines observed, with the reason of each rule; what is to be worked on comes first. Never a mark. */
function FindingsPanel({ groups }: { groups: { tool: string; findings: Finding[] }[] }) {
  const any = groups.some((g) => g.findings.length > 0);
  if (!any)
    return (
      <p>
        Les constats apparaissent quand vous utilisez l’outil d’une étape{"\u00a0"}: ce que le
        moteur a observé, la règle suivie et sa source. Ce ne sont jamais des notes.
      </p>
    );
  return (
    <div className="flex flex-col gap-6">
      <p className="text-s text-muted">
        Observations automatiques{"\u00a0"}: elles aident à vous relire, elles ne notent pas.
      </p>
      {groups.map((group) => {
        const seen = group.findings.filter((f) => f.met !== null);
        const waiting = group.findings.filter((f) => f.met === null);
        return (
          <section key={group.tool}>
            <h3 className="font-title text-m">{group.tool}</h3>
            <FindingLines
              findings={[...seen.filter((f) => !f.met), ...seen.filter((f) => f.met)]}
            />
            {waiting.length > 0 ? (
              <Disclosure
                summary={`${formatCount(waiting.length, "constat attend", "constats attendent")} votre travail`}
                open={seen.length === 0}
                className="mt-2"
              >
                <FindingLines findings={waiting} />
              </Disclosure>
            ) : null}
          </section>
        );
      })}
    </div>
  );
}

function FindingLines({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-3">
      {findings.map((finding) => {
        const verdict = finding.met === null ? null : verdicts[finding.met ? "yes" : "no"];
        return (
          <li key={finding.rule} className="border-b border-line pb-3">
            {verdict ? (
              <p className="mb-1">
                <Tag tone={verdict.tone}>
                  <Icon name={verdict.icon} size={14} /> {verdict.word}
                </Tag>
              </p>
            ) : null}
            <p>{finding.note}</p>
            <p className="mt-0.5 text-xs text-muted">
              {finding.source}
              {finding.criterion ? ` · critère ${finding.criterion}` : ""}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
