import type { StepArtefact } from "~/domain/artefact.ts";
import type { Figure } from "~/domain/figure.ts";
import type { Subject } from "~/domain/subject.ts";
import { tools } from "./registry.ts";
import type { AnyTool } from "./tool.ts";

export type StepFigure = { stepId: string; figure: Figure };

/* A subject's version never changes while it is in memory, so its tools' content is parsed once. */
const contents = new WeakMap<Subject, Map<string, unknown>>();

/** The parsed content of one tool of a subject; null when the subject has none that fits its schema. */
export function toolContent(subject: Subject, toolId: string): unknown {
  const known = contents.get(subject) ?? new Map<string, unknown>();
  contents.set(subject, known);
  if (!known.has(toolId)) {
    const parsed = tools[toolId]?.content.safeParse(subject.tools[toolId]);
    known.set(toolId, parsed?.success ? parsed.data : null);
  }
  return known.get(toolId);
}

type Session = { step_id: string; tool: string; state: object };

/**
 * The figures the tools of a workspace give now, in the subject's order of steps, each id once.
 * A session whose tool or stored state is no longer known gives none rather than failing the page.
 */
export function workspaceFigures(subject: Subject, sessions: readonly Session[]): StepFigure[] {
  return givenBy(subject, sessions, (tool, content, state) => tool.figures(content, state)).map(
    ({ stepId, given }) => ({ stepId, figure: given }),
  );
}

/** The artefacts the tools of a workspace give now, in the same order and under the same rules. */
export function workspaceArtefacts(subject: Subject, sessions: readonly Session[]): StepArtefact[] {
  return givenBy(
    subject,
    sessions,
    (tool, content, state) => tool.artefacts?.(content, state) ?? [],
  ).map(({ stepId, given }) => ({ stepId, artefact: given }));
}

function givenBy<T extends { id: string }>(
  subject: Subject,
  sessions: readonly Session[],
  give: (tool: AnyTool, content: unknown, state: unknown) => T[],
): { stepId: string; given: T }[] {
  const found = new Map<string, { stepId: string; given: T }>();
  for (const step of subject.steps) {
    for (const session of sessions.filter((s) => s.step_id === step.id)) {
      const content = toolContent(subject, session.tool);
      const tool = tools[session.tool];
      const state = tool?.state.safeParse(session.state);
      if (!tool || !content || !state?.success) continue;
      for (const given of give(tool, content, state.data))
        if (!found.has(given.id)) found.set(given.id, { stepId: step.id, given });
    }
  }
  return [...found.values()];
}
