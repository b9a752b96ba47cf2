import { z } from "zod";
import { hasSample, loadSample } from "~/content/tool-samples.server.ts";
import { readJson } from "~/platform/json.server.ts";
import { readSpelling } from "~/platform/spelling.server.ts";
import { tools } from "~/tools/registry.ts";
import type { AnyTool } from "~/tools/tool.ts";
import type { DemoAnswer, DemoScreen } from "./demo-answer.ts";

/** Every visitor of the demonstration meets the same client. */
const SEED = 1;
const MAX_MOVES = 200;
const MAX_BYTES = 200_000;

const moves = z.strictObject({ actions: z.array(z.unknown()).max(MAX_MOVES) });

/** The tools that can be tried, in the order of the registry. */
export function listDemoTools(): { id: string; title: string; purpose: string }[] {
  return Object.values(tools)
    .filter((tool) => hasSample(tool))
    .map(({ id, title, purpose }) => ({ id, title, purpose }));
}

/** A tool that can be tried; throws a 404 answer otherwise. */
export function getDemoTool(id: string): AnyTool {
  const tool = Object.hasOwn(tools, id) ? tools[id] : undefined;
  if (!tool || !hasSample(tool)) throw new Response("Cet outil n’existe pas.", { status: 404 });
  return tool;
}

/** The screen before any move. */
export function startDemo(tool: AnyTool): Promise<DemoScreen> {
  const content = loadSample(tool);
  return screen(tool, content, tool.start(content, SEED), 0);
}

/**
 * Plays a whole list of moves again from the start: nothing about the visitor is kept here. Stops at the first
 * move that is refused; `version` is how many were accepted. No model is asked: the engine's own sentences stand.
 */
export async function replayDemo(tool: AnyTool, request: Request): Promise<DemoAnswer> {
  if (!(request.headers.get("content-type") ?? "").startsWith("application/json"))
    return refusal(
      tool,
      "La démonstration a besoin de JavaScript\u00a0; l’outil, dans un espace de travail, s’en passe.",
    );
  const body = await readJson(request, MAX_BYTES);
  const parsed = body.ok ? moves.safeParse(body.value) : null;
  if (!parsed?.success)
    return refusal(
      tool,
      "La démonstration s’arrête là. Recommencez-la, ou ouvrez un espace de travail pour continuer.",
    );

  const content = loadSample(tool);
  let state: unknown = tool.start(content, SEED);
  let version = 0;
  for (const raw of parsed.data.actions) {
    const action = tool.action.safeParse(raw);
    const applied = action.success ? tool.apply(content, state, action.data) : null;
    if (!applied?.ok)
      return {
        refusal: applied?.message ?? "Cette action n’a pas été comprise.",
        screen: await screen(tool, content, state, version),
      };
    state = applied.value.state;
    version += 1;
  }
  return { refusal: null, screen: await screen(tool, content, state, version) };
}

async function refusal(tool: AnyTool, message: string): Promise<DemoAnswer> {
  return { refusal: message, screen: await startDemo(tool) };
}

async function screen(
  tool: AnyTool,
  content: unknown,
  state: unknown,
  version: number,
): Promise<DemoScreen> {
  const spelling = await readSpelling(tool.proofread?.(content, state));
  return {
    version,
    view: tool.view(content, state),
    findings: tool.findings(content, state, spelling),
    figures: tool.figures(content, state),
    progress: tool.progress(content, state),
  };
}
