import type { Figure } from "~/domain/figure.ts";
import type { Subject } from "~/domain/subject.ts";
import { tools } from "./registry.ts";

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

/**
 * The figures the tools of a workspace give now, in the subject's order of steps, each id once.
 * A session whose tool or stored state is no longer known gives none rather than failing the page.
 */
export function workspaceFigures(
  subject: Subject,
  sessions: readonly { step_id: string; tool: string; state: object }[],
): StepFigure[] {
  const found = new Map<string, StepFigure>();
  for (const step of subject.steps) {
    for (const session of sessions.filter((s) => s.step_id === step.id)) {
      const content = toolContent(subject, session.tool);
      const tool = tools[session.tool];
      const state = tool?.state.safeParse(session.state);
      if (!tool || !content || !state?.success) continue;
      for (const figure of tool.figures(content, state.data))
        if (!found.has(figure.id)) found.set(figure.id, { stepId: step.id, figure });
    }
  }
  return [...found.values()];
}
