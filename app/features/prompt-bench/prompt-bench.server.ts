import { budgetScopes, overBudget } from "~/ai/budget.server.ts";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import { textProvider } from "~/ai/provider.server.ts";
import type { Provider } from "~/ai/provider.ts";
import { subjectFacts } from "~/ai/subject-facts.ts";
import { estimateTokens } from "~/ai/tokens.ts";
import { ok, type Result, refused } from "~/domain/result.ts";
import { publicSubject } from "~/domain/subject.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { database } from "~db/client.server.ts";
import { usedToday } from "~db/queries/ai-uses.ts";
import {
  insertPromptRun,
  listPromptRuns,
  type PromptRunRow,
  updatePromptRun,
} from "~db/queries/prompt-runs.ts";
import { listAssertions } from "./assertions.server.ts";
import { byteLength, type Change, type Intent } from "./intents.ts";
import type { Bench, RunEvent, RunView } from "./run.ts";
import { runPrompt } from "./run-prompt.server.ts";
import { toRunView } from "./run-view.server.ts";

/** Whose workspace, and its subject: what the bench needs of the guard's answer. */
export type BenchAccess = Pick<WorkspaceAccess, "actor" | "workspace" | "subject">;

/** Runs shown at once. */
const PAGE = 20;

/** What the panel shows for a step; null when the subject has no such step. */
export async function loadBenchPanel(access: BenchAccess, stepId: string): Promise<Bench | null> {
  if (!hasStep(access, stepId)) return null;
  const guide = loadPromptGuide();
  const provider = textProvider();
  const [page, assertions, today] = await Promise.all([
    listRuns(access.workspace.id, stepId, null),
    listAssertions(access.workspace.id, stepId),
    usedToday(database(), { kind: "user", id: access.actor.id }),
  ]);
  const { source, components, emptyWords, settings, limits, assertions: rules } = guide;
  return {
    stepId,
    ...page,
    provider: { label: provider.label, model: provider.model, offline: provider.offline },
    guide: { source, components, emptyWords, settings, limits, assertions: rules },
    assertions,
    starter: guide.starter.replaceAll("{organisation}", access.subject.client.name),
    used: today.runs,
    sections: Object.fromEntries(access.subject.sections.map((s) => [s.key, s.title])),
  };
}

export function hasStep(access: BenchAccess, stepId: string): boolean {
  return access.subject.steps.some((s) => s.id === stepId);
}

/** One page of runs, newest first; `older` asks for the next one. */
export async function listRuns(
  workspaceId: string,
  stepId: string,
  before: string | null,
): Promise<{ runs: RunView[]; older: string | null }> {
  const rows = await listPromptRuns(database(), workspaceId, stepId, PAGE + 1, before);
  const now = new Date();
  const runs = rows.slice(0, PAGE).map((row) => toRunView(row, now));
  return { runs, older: rows.length > PAGE ? (runs.at(-1)?.id ?? null) : null };
}

export type OpenedRun = { row: PromptRunRow; used: number };

/** Opens a run: checks the prompt and the day's budget, gives it its version number. Nothing is sent yet. */
export async function openRun(
  access: BenchAccess,
  stepId: string,
  asked: Extract<Intent, { intent: "run" }>,
  provider: Provider = textProvider(),
): Promise<Result<OpenedRun, "empty" | "too-long" | "over-budget">> {
  const { limits } = loadPromptGuide();
  if (asked.prompt.trim() === "")
    return refused(
      "empty",
      "Le prompt est vide. Écrivez ce que vous demandez, puis lancez l’essai.",
    );
  if (byteLength(asked.prompt) > limits.promptBytes)
    return refused(
      "too-long",
      `Ce prompt est trop long (${Math.round(limits.promptBytes / 1000)}\u00a0ko au plus). Il est gardé dans le champ\u00a0: raccourcissez-le.`,
    );
  const opened = await insertPromptRun(
    database(),
    {
      workspaceId: access.workspace.id,
      stepId,
      ownerId: access.actor.id,
      prompt: asked.prompt,
      temperature: asked.temperature,
      maxTokens: asked.maxTokens,
      reservedTokens: estimateTokens(asked.prompt) + asked.maxTokens,
      provider,
    },
    budgetScopes(access.actor.id),
  );
  return opened.ok ? ok({ row: opened.row, used: opened.used }) : overBudget(opened.over);
}

/** Runs an opened row to its end; see runPrompt. */
export function executeRun(
  access: BenchAccess,
  opened: OpenedRun,
  signal: AbortSignal,
  emit: (event: RunEvent) => void,
  provider: Provider = textProvider(),
): Promise<void> {
  const facts = subjectFacts(publicSubject(access.subject));
  return runPrompt(
    { db: database(), provider },
    opened.row,
    { facts, used: opened.used, signal },
    emit,
  );
}

/** Keeps, annotates or records the insertion of a run of this step. */
export async function changeRun(
  access: BenchAccess,
  stepId: string,
  change: Change,
): Promise<Result<RunView, "not-found" | "too-long">> {
  const { limits } = loadPromptGuide();
  if (change.intent === "annotate" && change.note.length > limits.noteCharacters)
    return refused(
      "too-long",
      `Cette note est trop longue (${limits.noteCharacters}\u00a0signes au plus). Elle est gardée dans le champ.`,
    );
  if (
    change.intent === "inserted" &&
    !access.subject.sections.some((s) => s.key === change.section)
  )
    return refused("not-found", "Cette partie n’existe pas dans le sujet.");
  const row = await updatePromptRun(
    database(),
    { workspaceId: access.workspace.id, stepId, id: change.run },
    change.intent === "keep"
      ? { kept: change.kept === "true" }
      : change.intent === "annotate"
        ? { note: change.note }
        : { inserted_in: change.section },
  );
  return row ? ok(toRunView(row, new Date())) : refused("not-found", "Cet essai n’existe pas.");
}
