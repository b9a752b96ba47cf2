import { defaultCertification } from "~/content/load.server.ts";
import { listSubjects } from "~/content/subject-versions.server.ts";
import { type Block, type Certification, findBlock } from "~/domain/certification.ts";

/** What every referential page says of where its words come from. */
function sheet(certification: Certification) {
  const { code, title, registrationNotice, registrationEnd, source, certifier } = certification;
  return { code, title, registrationNotice, registrationEnd, source, certifier };
}
export type Sheet = ReturnType<typeof sheet>;

function blockLine(block: Block) {
  return {
    id: block.id,
    order: block.order,
    shortTitle: block.shortTitle,
    officialTitle: block.officialTitle,
    oral: block.exam.oral,
    kind: block.exam.kind,
    competencies: block.competencies.length,
  };
}
export type BlockLine = ReturnType<typeof blockLine>;

function notFound(message: string): Response {
  return new Response(message, { status: 404, statusText: "Not Found" });
}

/** The certification as a whole. */
export function readReferential() {
  const { blocks, ...certification } = defaultCertification();
  return { certification, blocks: blocks.map(blockLine) };
}
export type ReferentialView = ReturnType<typeof readReferential>;

/** One block with its competencies and the subjects that exercise it; throws a 404 Response. */
export async function readBlock(blockId: string) {
  const certification = defaultCertification();
  const block = findBlock(certification, blockId);
  if (!block) throw notFound(`Le référentiel n’a pas de bloc «\u00a0${blockId}\u00a0».`);
  const subjects = (await listSubjects()).filter(
    ({ subject }) => subject.certification === certification.id && subject.block === block.id,
  );
  return {
    sheet: sheet(certification),
    block,
    scale: certification.scale,
    subjects: subjects.map(({ slug, subject }) => ({
      slug,
      title: subject.title,
      pitch: subject.pitch,
    })),
  };
}
export type BlockView = Awaited<ReturnType<typeof readBlock>>;

/** One competency, what trains it, and its neighbours in the block; throws a 404 Response. */
export async function readCompetency(blockId: string, competencyId: string) {
  const certification = defaultCertification();
  const block = findBlock(certification, blockId);
  const competency = block?.competencies.find((c) => c.id === competencyId);
  if (!block || !competency)
    throw notFound(
      `Le référentiel n’a pas de compétence «\u00a0${competencyId}\u00a0» à cet endroit.`,
    );
  const neighbour = (order: number) => {
    const found = block.competencies.find((c) => c.order === order);
    return found ? { id: found.id, shortTitle: found.shortTitle } : null;
  };
  const training = (await listSubjects()).flatMap(({ slug, subject }) => {
    if (subject.certification !== certification.id) return [];
    const steps = subject.steps
      .filter((s) => s.competencies.includes(competency.id))
      .map((s) => ({ id: s.id, title: s.title }));
    return steps.length > 0 ? [{ slug, title: subject.title, steps }] : [];
  });
  return {
    sheet: sheet(certification),
    block: blockLine(block),
    competency,
    levels: certification.scale.levels,
    training,
    previous: neighbour(competency.order - 1),
    next: neighbour(competency.order + 1),
  };
}
export type CompetencyView = Awaited<ReturnType<typeof readCompetency>>;
