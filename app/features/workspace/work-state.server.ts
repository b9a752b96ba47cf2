import { nextThing, stepsProgress, type WorkState } from "~/domain/workspace.ts";
import type { WorkspaceReading } from "~/platform/guard.server.ts";

/** The state of the work as the domain reads it. */
export function workState({ work }: Pick<WorkspaceReading, "work">): WorkState {
  return {
    words: work.words ?? {},
    done: work.done ?? [],
    tools: work.tools ?? [],
    rated: work.rated,
  };
}

/** What the path of steps shows: progress, and the next thing to do seen from a step (or from none). */
export function progressOf(
  access: Pick<WorkspaceReading, "work" | "subject" | "block">,
  stepId: string | null,
) {
  const { subject, block } = access;
  const work = workState(access);
  return {
    steps: stepsProgress(subject, work),
    next: nextThing(subject, work, block.competencies.length, stepId),
    rated: work.rated,
    competencies: block.competencies.length,
  };
}
