import type { Section, Step, Subject } from "./subject.ts";

/** What is known of the work on one subject, without its texts. */
export type WorkState = {
  /** Words written, by section key. */
  words: Record<string, number>;
  /** Steps the learner marked as done. */
  done: string[];
  /** Progress of each tool session. */
  tools: { step: string; tool: string; done: number; total: number; next: string | null }[];
  /** Competencies of the block with a complete self-rating. */
  rated: number;
};

/** `started`: something was written, or a first move made in a tool; `done`: the learner marked it so. */
export type StepStatus = "todo" | "started" | "done";

export type StepProgress = {
  id: string;
  title: string;
  status: StepStatus;
  /** 0 to 1: mean of what each section and tool of the step has reached. */
  share: number;
};

/** How far one section is: words over its minimum, 0 to 1. */
export function sectionShare(section: Section, words: number): number {
  if (section.words.min === 0) return words > 0 ? 1 : 0;
  return Math.min(1, words / section.words.min);
}

/** Progress of every step, in order. */
export function stepsProgress(
  subject: Pick<Subject, "steps" | "sections">,
  work: WorkState,
): StepProgress[] {
  return subject.steps.map((step) => {
    const sessions = step.tools.map((tool) =>
      work.tools.find((x) => x.step === step.id && x.tool === tool),
    );
    const shares = [
      ...sectionsOf(subject, step).map((s) => sectionShare(s, work.words[s.key] ?? 0)),
      ...sessions.map((t) => (t && t.total > 0 ? t.done / t.total : 0)),
    ];
    // A session is kept from the first move on, whatever that move was: the step is begun.
    const begun = sessions.some(Boolean);
    const share = shares.length ? shares.reduce((a, b) => a + b, 0) / shares.length : 0;
    const done = work.done.includes(step.id);
    return {
      id: step.id,
      title: step.title,
      status: done ? "done" : share > 0 || begun ? "started" : "todo",
      share: done ? 1 : share,
    };
  });
}

/** The sections a step writes, in the subject's order. */
export function sectionsOf(subject: Pick<Subject, "sections">, step: Step): Section[] {
  return step.sections.flatMap((key) => subject.sections.find((s) => s.key === key) ?? []);
}

export type NextThing =
  | { kind: "tool"; step: string; tool: string; text: string }
  | { kind: "section"; step: string; section: string; text: string }
  | { kind: "finish-step"; step: string; text: string }
  | { kind: "step"; step: string; text: string }
  | { kind: "assessment"; text: string }
  | { kind: "dossier"; text: string };

/**
 * The one thing to do next, seen from a step (or from the whole work when `stepId` is null):
 * its tools, then its sections, then marking it done, then the first unfinished step, self-assessment, dossier.
 */
export function nextThing(
  subject: Pick<Subject, "steps" | "sections">,
  work: WorkState,
  competencies: number,
  stepId: string | null,
): NextThing {
  const step = subject.steps.find((s) => s.id === stepId);
  if (step && !work.done.includes(step.id)) {
    for (const tool of step.tools) {
      const t = work.tools.find((x) => x.step === step.id && x.tool === tool);
      const text = t ? t.next : "Commencez par l’outil de cette étape";
      if (text) return { kind: "tool", step: step.id, tool, text };
    }
    for (const section of sectionsOf(subject, step)) {
      if (sectionShare(section, work.words[section.key] ?? 0) < 1)
        return {
          kind: "section",
          step: step.id,
          section: section.key,
          text: `Rédigez « ${section.title} »`,
        };
    }
    return {
      kind: "finish-step",
      step: step.id,
      text: "Relisez, puis marquez l’étape comme faite",
    };
  }
  const open = subject.steps.find((s) => !work.done.includes(s.id));
  if (open) return { kind: "step", step: open.id, text: `Étape suivante : ${open.title}` };
  if (work.rated < competencies)
    return { kind: "assessment", text: "Évaluez-vous, compétence par compétence" };
  return { kind: "dossier", text: "Contrôlez et exportez votre dossier" };
}
