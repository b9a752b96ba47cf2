import { JUSTIFICATION_MIN } from "~/domain/assessment.ts";
import type { Block } from "~/domain/certification.ts";
import type { Subject } from "~/domain/subject.ts";
import { nextThing, stepsProgress, type WorkState } from "~/domain/workspace.ts";
import { database } from "~db/client.server.ts";
import { getWorkState } from "~db/queries/workspaces.ts";

/** Reads what the path of steps needs and turns it into progress and the next thing to do. */
export async function loadProgress(
  workspace: { id: string; attempt: number },
  subject: Subject,
  block: Block,
  stepId: string | null,
) {
  const row = await getWorkState(database(), workspace.id, workspace.attempt, JUSTIFICATION_MIN);
  const work: WorkState = {
    words: row.words ?? {},
    done: row.done ?? [],
    tools: row.tools ?? [],
    rated: row.rated?.length ?? 0,
  };
  return {
    work,
    steps: stepsProgress(subject, work),
    next: nextThing(subject, work, block.competencies.length, stepId),
    words: Object.values(work.words).reduce((a, b) => a + b, 0),
    rated: work.rated,
    competencies: block.competencies.length,
  };
}

export type Progress = Awaited<ReturnType<typeof loadProgress>>;
