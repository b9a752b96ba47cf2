import { Link } from "@remix-run/react";
import { paths } from "~/paths.ts";
import { BlockMark } from "~/ui/block-mark.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { formatCount } from "~/ui/french.ts";
import { Page } from "~/ui/page.tsx";
import { Official, Ours, RegistrationNotice, SourceLine } from "./official.tsx";
import type { BlockLine, ReferentialView } from "./referential.server.ts";
import { ScaleTable } from "./scale-table.tsx";

/** The certification: what it is, its blocks, how it is assessed, what its sheet leaves unsaid. */
export function ReferentialScreen({ certification, blocks }: ReferentialView) {
  const total = blocks.reduce((sum, b) => sum + b.competencies, 0);
  return (
    <Page
      title={`Le référentiel ${certification.code}`}
      lead={`«\u00a0${certification.title}\u00a0», ${certification.level.toLowerCase()}\u00a0: ${blocks.length}\u00a0blocs, ${total}\u00a0compétences. Voici ce que dit la fiche, et ce que nous y ajoutons pour s’entraîner.`}
    >
      <RegistrationNotice sheet={certification} />

      <h2 className="font-title text-xl">Les blocs</h2>
      <ol className="mt-4 divide-y divide-line border-line border-y">
        {blocks.map((block) => (
          <BlockItem key={block.id} block={block} />
        ))}
      </ol>

      <h2 className="mt-12 font-title text-xl">Le métier</h2>
      <Official cite={certification.source.url}>
        <p>{certification.officialObjectives}</p>
      </Official>
      <Disclosure summary="Activités, secteurs et emplois">
        <Official cite={certification.source.url}>
          <TextList items={certification.officialActivities} />
          <p>{certification.officialSectors}</p>
          <TextList items={certification.jobs} />
        </Official>
      </Disclosure>
      <Disclosure summary="Réglementation et prérequis">
        <Official cite={certification.source.url}>
          <p>{certification.officialRegulation}</p>
          <TextList items={certification.officialPrerequisites} />
        </Official>
      </Disclosure>

      <h2 className="mt-12 font-title text-xl">L’évaluation</h2>
      <Official cite={certification.source.url}>
        <TextList items={certification.officialAssessment} />
        <TextList items={certification.officialAccumulation} />
      </Official>
      <h3 className="mt-6 font-semibold">
        Le jury{"\u00a0"}: {certification.jury.reduce((sum, m) => sum + m.count, 0)} personnes
      </h3>
      <TextList items={certification.jury.map((m) => `${m.count} × ${m.role}, ${m.quality}`)} />

      <h2 className="mt-12 font-title text-xl">Ce que la fiche ne dit pas</h2>
      <Ours>
        <p className="measure">La fiche ne contient rien sur ces points{"\u00a0"}:</p>
        <TextList items={certification.notInTheSheet} />
        <p className="measure mt-3">
          Les critères, les durées et l’échelle que vous lirez ici sont donc les nôtres.
        </p>
      </Ours>
      <ScaleTable scale={certification.scale} />
      <SourceLine sheet={certification} />
    </Page>
  );
}

function BlockItem({ block }: { block: BlockLine }) {
  return (
    <li className="flex gap-4 py-5">
      <BlockMark order={block.order} size={22} className="mt-1.5" />
      <div>
        <h3 className="text-l">
          <Link to={paths.block(block.id)} className="font-semibold">
            {block.id} · {block.shortTitle}
          </Link>
        </h3>
        <p className="measure mt-1">{block.officialTitle}</p>
        <p className="mt-1 text-muted text-s">
          {formatCount(block.competencies, "compétence", "compétences")} ·{" "}
          {block.kind === "case-study" ? "étude de cas" : "exercice individuel"} ·{" "}
          {block.oral ? "soutenance orale" : "sans soutenance"}
        </p>
      </div>
    </li>
  );
}

function TextList({ items }: { items: string[] }) {
  return (
    <ul className="measure list-disc space-y-1 pl-5">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}
