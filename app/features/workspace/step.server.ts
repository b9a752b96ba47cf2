import { emptyDocument } from "~/domain/document.ts";
import { sectionsOf } from "~/domain/workspace.ts";
import type { WorkspaceReading } from "~/platform/guard.server.ts";
import { tools } from "~/tools/registry.ts";
import { database } from "~db/client.server.ts";
import { findSection } from "~db/queries/sections.ts";
import { updateCurrentStep, updateStepDone } from "~db/queries/workspaces.ts";
import type { StepView } from "./step-screen.tsx";
import { listFigures, readTool } from "./tool-play.server.ts";

/**
 * What one step shows: its views and the content of the chosen one (a tool or a section).
 * @returns null when the subject has no such step.
 */
export async function readStep(access: WorkspaceReading, stepId: string, wanted: string | null) {
  const { workspace, subject } = access;
  const number = subject.steps.findIndex((s) => s.id === stepId);
  const step = subject.steps[number];
  if (!step) return null;
  const views: StepView[] = [
    ...step.tools.map((id) => ({ kind: "tool" as const, id, title: tools[id]?.title ?? id })),
    ...sectionsOf(subject, step).map((s) => ({
      kind: "section" as const,
      id: s.key,
      title: s.title,
    })),
  ];
  const current = views.find((v) => v.id === wanted) ?? views[0] ?? null;
  const following = subject.steps[number + 1];
  const [tool, section] = await Promise.all([
    current?.kind === "tool" ? readTool({ workspace, subject, stepId, toolId: current.id }) : null,
    current?.kind === "section" ? readSectionWork(access, current.id) : null,
    remembers(workspace, stepId) ? null : updateCurrentStep(database(), workspace.id, stepId),
  ]);
  return {
    step,
    number: number + 1,
    total: subject.steps.length,
    done: (access.work.done ?? []).includes(stepId),
    views,
    current,
    nextStep: following ? { id: following.id, title: following.title } : null,
    tool,
    section,
  };
}

/** How fresh the dashboard's order is, in milliseconds: within it, reading a step writes nothing. */
const REMEMBERED = 60_000;

function remembers(workspace: WorkspaceReading["workspace"], stepId: string): boolean {
  return (
    workspace.current_step === stepId && Date.now() - workspace.updated_at.getTime() < REMEMBERED
  );
}

async function readSectionWork({ workspace, subject, work, named }: WorkspaceReading, key: string) {
  const section = subject.sections.find((s) => s.key === key)!;
  const [text, figures] = await Promise.all([
    named?.key === key ? named.text : findText(workspace.id, key),
    // Figures come from the tools that were played: most often none yet.
    work.tools ? listFigures(workspace.id, subject) : [],
  ]);
  return {
    section,
    initial: {
      version: text?.version ?? 0,
      json: text?.json ?? JSON.stringify(emptyDocument),
      savedAt: text?.updated_at.toISOString() ?? null,
    },
    figures,
  };
}

async function findText(workspaceId: string, key: string) {
  const row = await findSection(database(), workspaceId, key);
  return row && { version: row.version, json: JSON.stringify(row.doc), updated_at: row.updated_at };
}

/** Marks a step done or open again. */
export function markStep(workspaceId: string, stepId: string, done: boolean): Promise<void> {
  return updateStepDone(database(), workspaceId, stepId, done);
}
