import { listCertifications, loadCertification } from "~/content/load.server.ts";
import { latestSubject, listSubjects } from "~/content/subject-versions.server.ts";
import { findBlock } from "~/domain/certification.ts";
import { requirementSentences } from "./exam-words.ts";

export const DIFFICULTIES = ["", "découverte", "intermédiaire", "exigeant"] as const;

/** The subjects on offer, of one block when `blockId` names one; unknown blocks give all of them. */
export async function readSubjects(blockId: string | null) {
  const certifications = listCertifications();
  const blocks = certifications.flatMap((c) =>
    c.blocks.map((b) => ({ id: b.id, order: b.order, shortTitle: b.shortTitle })),
  );
  const chosen = blocks.find((b) => b.id === blockId) ?? null;
  const subjects = (await listSubjects())
    .map(({ slug, subject }) => {
      const block = findBlock(loadCertification(subject.certification), subject.block)!;
      return {
        slug,
        title: subject.title,
        pitch: subject.pitch,
        client: subject.client.name,
        sector: subject.client.sector,
        hours: subject.hours,
        difficulty: DIFFICULTIES[subject.difficulty] ?? "",
        block: { id: block.id, order: block.order, shortTitle: block.shortTitle },
        oral: block.exam.oral,
      };
    })
    .filter((s) => !chosen || s.block.id === chosen.id)
    .sort((a, b) => a.block.order - b.block.order || a.title.localeCompare(b.title, "fr"));
  return { blocks, chosen: chosen?.id ?? null, subjects };
}
export type SubjectsView = Awaited<ReturnType<typeof readSubjects>>;

/** One subject as a learner reads it before starting: no answer, no tool content; throws a 404 Response. */
export async function readSubjectPage(slug: string) {
  const found = await latestSubject(slug);
  if (!found)
    throw new Response("Ce sujet n’existe pas ou n’est plus proposé.", {
      status: 404,
      statusText: "Not Found",
    });
  const { subject } = found;
  const certification = loadCertification(subject.certification);
  const block = findBlock(certification, subject.block)!;
  const short = new Map(block.competencies.map((c) => [c.id, c.shortTitle]));
  const named = (ids: string[]) => ids.map((id) => ({ id, shortTitle: short.get(id) ?? id }));
  return {
    slug: found.slug,
    title: subject.title,
    pitch: subject.pitch,
    fiction: subject.fiction,
    date: subject.date,
    hours: subject.hours,
    difficulty: DIFFICULTIES[subject.difficulty] ?? "",
    block: {
      id: block.id,
      order: block.order,
      shortTitle: block.shortTitle,
      oral: block.exam.oral,
    },
    requirements: requirementSentences(block.exam),
    notice: certification.registrationNotice,
    client: subject.client,
    brief: subject.brief,
    presences: subject.presences,
    competitors: subject.competitors,
    deliverables: subject.deliverables.map((d) => ({ ...d, competencies: named(d.competencies) })),
    steps: subject.steps.map((s) => ({
      id: s.id,
      title: s.title,
      goal: s.goal,
      minutes: s.minutes,
      competencies: named(s.competencies),
    })),
    annexes: subject.annexes.map((a) => ({
      id: a.id,
      title: a.title,
      description: a.description,
      warned: a.warning !== undefined,
      kind: a.kind,
      rows: a.kind === "table" ? a.rows.length : null,
    })),
  };
}
export type SubjectView = Awaited<ReturnType<typeof readSubjectPage>>;
