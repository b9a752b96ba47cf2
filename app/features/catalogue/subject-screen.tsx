import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "~/paths.ts";
import { BlockMark } from "~/ui/block-mark.tsx";
import { Button } from "~/ui/button.tsx";
import { formatCount, formatNumber } from "~/ui/french.ts";
import { Page } from "~/ui/page.tsx";
import { Tag } from "~/ui/tag.tsx";
import { ClientPortrait } from "./client-portrait.tsx";
import { CompetitorsTable } from "./competitors-table.tsx";
import { Letter } from "./letter.tsx";
import type { SubjectView } from "./subjects.server.ts";

/** A subject before starting it: the letter first, then who writes, against whom, what is asked, and how. */
export function SubjectScreen({ subject, signedIn }: { subject: SubjectView; signedIn: boolean }) {
  return (
    <Page
      width="wide"
      above={
        <Link to={paths.subjects()} className="inline-flex items-center gap-1.5">
          Sujets
        </Link>
      }
      title={subject.title}
      lead={subject.pitch}
    >
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <aside aria-label="En bref" className="lg:order-2">
          <InShort subject={subject} signedIn={signedIn} />
        </aside>
        <div className="min-w-0">
          <Letter client={subject.client.name} brief={subject.brief} date={subject.date} />
        </div>
      </div>

      <Section id="client" title="Le client">
        <ClientPortrait client={subject.client} presences={subject.presences} />
      </Section>
      <Section id="concurrents" title="Ses concurrents">
        <CompetitorsTable competitors={subject.competitors} />
      </Section>
      <Section id="rendu" title="Ce que vous remettrez">
        <ul className="measure space-y-2">
          {subject.deliverables.map((d) => (
            <li key={d.title}>
              {d.title} <Competencies items={d.competencies} block={subject.block.id} />
            </li>
          ))}
        </ul>
      </Section>
      <Section id="parcours" title="Le parcours">
        <ol className="measure space-y-4">
          {subject.steps.map((step, index) => (
            <li key={step.id} className="grid grid-cols-[2rem_1fr]">
              <span className="font-title text-muted text-l" aria-hidden="true">
                {index + 1}
              </span>
              <div>
                <h3 className="font-semibold">{step.title}</h3>
                <p>{step.goal}</p>
                <p className="mt-1 text-muted text-s">
                  {duration(step.minutes)} ·{" "}
                  <Competencies items={step.competencies} block={subject.block.id} />
                </p>
              </div>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="annexes" title="Les annexes">
        <ul className="divide-y divide-line border-line border-y">
          {subject.annexes.map((annex) => (
            <li key={annex.id} className="py-4">
              <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Link to={paths.annex(subject.slug, annex.id)} className="font-semibold">
                  {annex.title}
                </Link>
                <span className="text-muted text-s">
                  {annex.rows === null ? "texte" : formatCount(annex.rows, "ligne", "lignes")}
                </span>
                {annex.warned ? <Tag tone="warning">Contenus sensibles</Tag> : null}
              </h3>
              <p className="measure mt-1">{annex.description}</p>
            </li>
          ))}
        </ul>
      </Section>
      <p className="measure mt-12 text-muted text-s">
        {subject.fiction} {subject.notice}
      </p>
    </Page>
  );
}

function InShort({ subject, signedIn }: { subject: SubjectView; signedIn: boolean }) {
  return (
    <div className="border-ink border-t-4 pt-4">
      <dl className="space-y-3 text-s">
        <div>
          <dt className="text-muted">Bloc travaillé</dt>
          <dd>
            <Link
              to={paths.block(subject.block.id)}
              className="inline-flex min-h-8 items-center gap-1.5"
            >
              <BlockMark order={subject.block.order} size={14} />
              {subject.block.id} · {subject.block.shortTitle}
            </Link>
          </dd>
        </div>
        <div>
          <dt className="text-muted">Ce que demande l’épreuve</dt>
          <dd>
            <ul className="space-y-1">
              {subject.requirements.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt className="text-muted">Travail</dt>
          <dd>
            environ {formatNumber(subject.hours)}
            {"\u00a0"}h en {subject.steps.length}
            {"\u00a0"}étapes, niveau {subject.difficulty}
          </dd>
        </div>
      </dl>
      <Form method="post" action={paths.workspaces()} className="mt-5">
        <input type="hidden" name="slug" value={subject.slug} />
        <Button type="submit" variant="primary" className="w-full">
          Commencer cet exercice
        </Button>
      </Form>
      {signedIn ? null : (
        <p className="mt-2 text-muted text-s">
          Un compte est nécessaire pour garder votre travail. Vous reviendrez à ce sujet ensuite.
        </p>
      )}
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="mb-4 font-title text-2xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Competencies({
  items,
  block,
}: {
  items: { id: string; shortTitle: string }[];
  block: string;
}) {
  return (
    <span className="text-s">
      {items.map((c, index) => (
        <span key={c.id}>
          {index > 0 ? ", " : null}
          <Link to={paths.competency(block, c.id)} title={c.shortTitle}>
            {c.id}
          </Link>
        </span>
      ))}
    </span>
  );
}

/** « 40 min », « 1 h 30 », « 2 h ». */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0min`;
  return rest === 0 ? `${hours}\u00a0h` : `${hours}\u00a0h\u00a0${String(rest).padStart(2, "0")}`;
}
