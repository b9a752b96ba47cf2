import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { BlockMark } from "~/ui/block-mark.tsx";
import { LinkButton } from "~/ui/button.tsx";
import { Page } from "~/ui/page.tsx";
import { requirementSentences } from "./exam-words.ts";
import { Official, Ours, RegistrationNotice, SourceLine } from "./official.tsx";
import type { BlockView } from "./referential.server.ts";
import { ScaleTable } from "./scale-table.tsx";

/** One block: its official words, what its exam asks for, its competencies, the subjects that exercise it. */
export function BlockScreen({ sheet, block, scale, subjects }: BlockView) {
  const requirements = requirementSentences(block.exam);
  return (
    <Page
      above={
        <nav aria-label="Fil d’Ariane">
          <Link to={paths.referential()}>Référentiel {sheet.code}</Link>
        </nav>
      }
      title={
        <>
          <BlockMark order={block.order} size={28} className="mr-3 align-[-2px]" />
          {block.id} · {block.shortTitle}
        </>
      }
    >
      <RegistrationNotice sheet={sheet} />
      <Official cite={sheet.source.url}>
        <p className="font-semibold">{block.officialTitle}</p>
        <p>{block.officialAssessment}</p>
        {block.officialAcquisition ? <p>{block.officialAcquisition}</p> : null}
      </Official>

      <h2 className="mt-10 font-title text-xl">Ce que l’exercice demande</h2>
      <Ours>
        <ul className="measure list-disc space-y-1 pl-5">
          {requirements.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {block.exam.note ? <p className="measure mt-3">{block.exam.note}</p> : null}
      </Ours>

      <h2 className="mt-10 font-title text-xl">Les {block.competencies.length} compétences</h2>
      <ol className="mt-4 divide-y divide-line border-line border-y">
        {block.competencies.map((competency) => (
          <li key={competency.id} className="py-4">
            <h3>
              <Link to={paths.competency(block.id, competency.id)} className="font-semibold">
                {competency.id} · {competency.shortTitle}
              </Link>
            </h3>
            <p className="measure mt-1 text-muted">{competency.officialText}</p>
          </li>
        ))}
      </ol>

      <h2 className="mt-12 font-title text-xl">S’exercer sur ce bloc</h2>
      {subjects.length === 0 ? (
        <p className="mt-3">Aucun sujet n’exerce encore ce bloc.</p>
      ) : (
        <ul className="mt-4 space-y-6">
          {subjects.map((subject) => (
            <li key={subject.slug}>
              <h3 className="font-semibold">{subject.title}</h3>
              <p className="measure mt-1 mb-3">{subject.pitch}</p>
              <LinkButton to={paths.subject(subject.slug)}>
                Lire le sujet<span className="sr-only"> {subject.title}</span>
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      <ScaleTable scale={scale} />
      <SourceLine sheet={sheet} />
    </Page>
  );
}
