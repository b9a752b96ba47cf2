import type { Block, Certification } from "~/domain/certification.ts";
import type { Subject } from "~/domain/subject.ts";
import { type NextThing, nextThing, stepsProgress, type WorkState } from "~/domain/workspace.ts";
import { paths } from "~/paths.ts";

/** What is stored of one workspace, without its texts. */
export type WorkspaceFacts = WorkState & {
  id: string;
  title: string;
  attempt: number;
  currentStep: string | null;
  /** ISO. */
  workedAt: string;
};

/** One line of the list. */
export type WorkspaceSummary = {
  id: string;
  title: string;
  client: string;
  block: { id: string; order: number; shortTitle: string };
  attempt: number;
  steps: { done: number; total: number };
  words: number;
  rated: { done: number; total: number };
  workedAt: string;
  /** Title of the step the person was last in. */
  step: string | null;
  next: { text: string; to: string };
};

/** Counts a workspace's work and says what to do next in it, as its own screens do. */
export function summarise(
  facts: WorkspaceFacts,
  subject: Pick<Subject, "steps" | "sections" | "client">,
  block: Block,
): WorkspaceSummary {
  const steps = stepsProgress(subject, facts);
  const next = nextThing(subject, facts, block.competencies.length, facts.currentStep);
  return {
    id: facts.id,
    title: facts.title,
    client: subject.client.name,
    block: { id: block.id, order: block.order, shortTitle: block.shortTitle },
    attempt: facts.attempt,
    steps: { done: steps.filter((s) => s.status === "done").length, total: steps.length },
    words: Object.values(facts.words).reduce((sum, words) => sum + words, 0),
    rated: {
      done: Math.min(facts.rated, block.competencies.length),
      total: block.competencies.length,
    },
    workedAt: facts.workedAt,
    step: subject.steps.find((s) => s.id === facts.currentStep)?.title ?? null,
    next: { text: next.text, to: nextAddress(facts.id, next) },
  };
}

function nextAddress(workspaceId: string, next: NextThing): string {
  switch (next.kind) {
    case "tool":
      return `${paths.step(workspaceId, next.step)}?vue=${next.tool}`;
    case "section":
      return `${paths.step(workspaceId, next.step)}?vue=${next.section}`;
    case "finish-step":
    case "step":
      return paths.step(workspaceId, next.step);
    case "assessment":
      return paths.assessment(workspaceId);
    case "dossier":
      return paths.dossier(workspaceId);
  }
}

export type LedgerCell = {
  competency: string;
  shortTitle: string;
  /** The latest level given, or null. */
  latest: { level: number; at: string; to: string; title: string; attempt: number } | null;
};
export type LedgerBlock = { id: string; order: number; shortTitle: string; cells: LedgerCell[] };
export type Ledger = {
  levels: Certification["scale"]["levels"];
  note: string;
  blocks: LedgerBlock[];
};

export type LatestLevel = {
  competency: string;
  level: number;
  at: string;
  workspaceId: string;
  title: string;
  attempt: number;
};

/** Every competency of the certification with its latest level; one the scale no longer knows counts as none. */
export function ledgerOf(certification: Certification, latest: readonly LatestLevel[]): Ledger {
  const levels = certification.scale.levels;
  const known = new Set(levels.map((l) => l.level));
  const byCompetency = new Map(
    latest.filter((l) => known.has(l.level)).map((l) => [l.competency, l]),
  );
  return {
    levels,
    note: certification.scale.note,
    blocks: certification.blocks.map(({ id, order, shortTitle, competencies }) => ({
      id,
      order,
      shortTitle,
      cells: competencies.map((competency) => {
        const found = byCompetency.get(competency.id);
        const search = new URLSearchParams({ competence: competency.id });
        return {
          competency: competency.id,
          shortTitle: competency.shortTitle,
          latest: found
            ? {
                level: found.level,
                at: found.at,
                to: `${paths.assessment(found.workspaceId)}?${search}#competence-${competency.id}`,
                title: found.title,
                attempt: found.attempt,
              }
            : null,
        };
      }),
    })),
  };
}

/** All that the dashboard shows. */
export type DashboardView = {
  /** From 1. */
  page: number;
  hasNext: boolean;
  workspaces: WorkspaceSummary[];
  /** The most recent one; on the first page only. */
  resume: WorkspaceSummary | null;
  /** Null before the first level. */
  ledger: Ledger | null;
  certification: { code: string; title: string; notice: string };
};
