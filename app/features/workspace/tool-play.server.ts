import { z } from "zod";
import { phrase } from "~/ai/provider.server.ts";
import type { Figure } from "~/domain/figure.ts";
import type { Finding } from "~/domain/finding.ts";
import { type Subject, subjectWords } from "~/domain/subject.ts";
import { readSpelling } from "~/platform/spelling.server.ts";
import { tools } from "~/tools/registry.ts";
import type { AnyTool, ToolProgress } from "~/tools/tool.ts";
import { toolContent, workspaceFigures } from "~/tools/workspace-figures.ts";
import { database } from "~db/client.server.ts";
import { findToolSession, listToolSessions, saveToolStep } from "~db/queries/tool-sessions.ts";

/** What a learner's browser receives of a tool: never its content. */
export type ToolScreen = {
  version: number;
  view: unknown;
  findings: Finding[];
  figures: Figure[];
  progress: ToolProgress;
};

export type PlayAnswer =
  | ({ status: 200; ok: true } & ToolScreen)
  | ({ status: 409; ok: false; reason: "stale"; message: string } & ToolScreen)
  | { status: 404 | 422; ok: false; reason: string; message: string };

const move = z.strictObject({ version: z.number().int().min(0), action: z.unknown() });

/** A whole number drawn from the workspace and the step: the same work always has the same seed. */
export function seedFor(workspaceId: string, stepId: string): number {
  let h = 2166136261;
  for (const c of `${workspaceId}/${stepId}`) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  return h >>> 1;
}

type Place = {
  workspace: { id: string; subject_slug: string; subject_version: number };
  subject: Subject;
  stepId: string;
  toolId: string;
};

function find(place: Place) {
  const step = place.subject.steps.find((s) => s.id === place.stepId);
  const tool = step?.tools.includes(place.toolId) ? tools[place.toolId] : undefined;
  const content = tool && toolContent(place.subject, tool.id);
  return tool && content ? { tool, content } : null;
}

async function screen(
  { subject }: Place,
  tool: AnyTool,
  content: unknown,
  state: unknown,
  version: number,
): Promise<ToolScreen> {
  const proofread = tool.proofread?.(content, state);
  const spelling = await readSpelling(
    proofread && { ...proofread, given: [...proofread.given, ...subjectWords(subject)] },
  );
  return {
    version,
    view: tool.view(content, state),
    findings: tool.findings(content, state, spelling),
    figures: tool.figures(content, state),
    progress: tool.progress(content, state),
  };
}

/** The tool as this learner sees it now; null when the step has no such tool. */
export async function readTool(place: Place): Promise<ToolScreen | null> {
  const found = find(place);
  if (!found) return null;
  const { tool, content } = found;
  const session = await findToolSession(database(), place.workspace.id, place.stepId, tool.id);
  const state = session?.state ?? tool.start(content, seedFor(place.workspace.id, place.stepId));
  return screen(place, tool, content, state, session?.version ?? 0);
}

/**
 * Applies a learner's action. When the engine asks for a sentence to be phrased, the model's words come back
 * through the engine as a system action; without a model, or when it fails, the engine's own sentence stands.
 */
export async function playTool(
  place: Place,
  input: unknown,
  signal: AbortSignal,
): Promise<PlayAnswer> {
  const found = find(place);
  if (!found)
    return {
      status: 404,
      ok: false,
      reason: "not-found",
      message: "Cet outil n’est pas dans l’étape.",
    };
  const { tool, content } = found;
  const parsed = move.safeParse(input);
  const action = parsed.success ? tool.action.safeParse(parsed.data.action) : null;
  if (!parsed.success || !action?.success)
    return {
      status: 422,
      ok: false,
      reason: "malformed",
      message:
        "Cette action n’a pas été comprise. Rechargez la page : ce que vous avez tapé est gardé.",
    };

  const seed = seedFor(place.workspace.id, place.stepId);
  const session = await findToolSession(database(), place.workspace.id, place.stepId, tool.id);
  const state = session?.state ?? tool.start(content, seed);
  const stale = async () => ({
    status: 409 as const,
    ok: false as const,
    reason: "stale" as const,
    message:
      "L’outil a avancé dans un autre onglet. Voici son état ; ce que vous avez tapé est gardé.",
    ...(await readTool(place))!,
  });
  if (parsed.data.version !== (session?.version ?? 0)) return stale();

  const write = (version: number, origin: "learner" | "system", act: unknown, next: unknown) =>
    saveToolStep(database(), {
      workspaceId: place.workspace.id,
      stepId: place.stepId,
      tool: tool.id,
      subjectSlug: place.workspace.subject_slug,
      subjectVersion: place.workspace.subject_version,
      seed,
      version,
      state: next as object,
      progress: tool.progress(content, next),
      origin,
      action: act as object,
    });

  const applied = tool.apply(content, state, action.data);
  if (!applied.ok)
    return { status: 422, ok: false, reason: applied.reason, message: applied.message };
  let current = applied.value.state;
  let version = await write(parsed.data.version, "learner", action.data, current);
  if (version === null) return stale();

  if (applied.value.request) {
    const said = await phrase(applied.value.request, signal);
    const answer = tool.systemAction.safeParse(applied.value.request.toAction(said.text));
    const spoken =
      answer.success && !said.offline ? tool.apply(content, current, answer.data) : null;
    if (answer.success && spoken?.ok) {
      const after = await write(version, "system", answer.data, spoken.value.state);
      if (after !== null) {
        current = spoken.value.state;
        version = after;
      }
    }
  }
  return { status: 200, ok: true, ...(await screen(place, tool, content, current, version)) };
}

/** The figures of every tool played in a workspace, for the editor. */
export async function listFigures(workspaceId: string, subject: Subject): Promise<Figure[]> {
  const sessions = await listToolSessions(database(), workspaceId);
  return workspaceFigures(subject, sessions).map((f) => f.figure);
}
