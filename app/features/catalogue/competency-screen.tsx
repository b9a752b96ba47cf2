import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { BlockMark } from "~/ui/block-mark.tsx";
import { Page } from "~/ui/page.tsx";
import { Official, Ours, RegistrationNotice, SourceLine } from "./official.tsx";
import type { CompetencyView } from "./referential.server.ts";

/** One competency: the official words first, then our reading, criteria and expected evidence. */
export function CompetencyScreen(view: CompetencyView) {
  const { sheet, block, competency, training, previous, next } = view;
  const { action, means, purpose } = competency.breakdown;
  return (
    <Page
      above={
        <nav aria-label="Fil d’Ariane" className="flex flex-wrap items-center gap-x-2">
          <Link to={paths.referential()} className="inline-flex min-h-8 items-center">
            Référentiel {sheet.code}
          </Link>
          <span aria-hidden="true">/</span>
          <Link to={paths.block(block.id)} className="inline-flex min-h-8 items-center gap-1.5">
            <BlockMark order={block.order} size={14} />
            {block.id} · {block.shortTitle}
          </Link>
        </nav>
      }
      title={`${competency.id} · ${competency.shortTitle}`}
    >
      <Official cite={sheet.source.url}>
        <p className="text-l">{competency.officialText}</p>
      </Official>

      <h2 className="mt-10 font-title text-xl">Comment la lire</h2>
      <Ours label="Découpage de la plateforme, non officiel">
        <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[8rem_1fr]">
          <Term name="Ce qu’on fait">{action}</Term>
          {means ? <Term name="Avec quoi">{means}</Term> : null}
          <Term name="Pour quoi">{purpose}</Term>
        </dl>
      </Ours>

      <h2 className="mt-10 font-title text-xl">À quoi on la reconnaît</h2>
      <Ours>
        <h3 className="font-semibold">Critères</h3>
        <ol className="measure mt-2 list-decimal space-y-2 pl-6 marker:text-muted">
          {competency.criteria.map((criterion) => (
            <li key={criterion.id}>{criterion.text}</li>
          ))}
        </ol>
        <h3 className="mt-6 font-semibold">Preuves attendues au dossier</h3>
        <ul className="measure mt-2 list-disc space-y-1 pl-6">
          {competency.expectedEvidence.map((evidence) => (
            <li key={evidence}>{evidence}</li>
          ))}
        </ul>
        <p className="mt-5 text-s">
          Niveaux{"\u00a0"}: {view.levels.map((l) => l.label).join(" · ")}.{" "}
          <Link to={paths.referential()}>Voir l’échelle complète</Link>
        </p>
      </Ours>

      <h2 className="mt-10 font-title text-xl">Où s’y entraîner</h2>
      {training.length === 0 ? (
        <p className="mt-3">Aucun sujet ne travaille encore cette compétence.</p>
      ) : (
        <ul className="mt-3 space-y-3">
          {training.map((subject) => (
            <li key={subject.slug}>
              <Link to={paths.subject(subject.slug)} className="font-semibold">
                {subject.title}
              </Link>
              <br />
              {subject.steps.length > 1 ? "Étapes" : "Étape"}
              {"\u00a0"}: {subject.steps.map((s) => s.title).join(" · ")}
            </li>
          ))}
        </ul>
      )}

      <nav
        aria-label="Compétences voisines"
        className="mt-12 flex flex-wrap justify-between gap-4 border-line border-t pt-4"
      >
        {previous ? (
          <Link to={paths.competency(block.id, previous.id)} rel="prev">
            Précédente{"\u00a0"}: {previous.id} · {previous.shortTitle}
          </Link>
        ) : (
          <span />
        )}
        {next ? (
          <Link to={paths.competency(block.id, next.id)} rel="next">
            Suivante{"\u00a0"}: {next.id} · {next.shortTitle}
          </Link>
        ) : null}
      </nav>
      <div className="mt-12">
        <RegistrationNotice sheet={sheet} />
      </div>
      <SourceLine sheet={sheet} />
    </Page>
  );
}

function Term({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="measure">{children}</dd>
    </>
  );
}
