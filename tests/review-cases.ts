import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { AnyTool } from "~/tools/tool.ts";

/** A tool's content: its sample, or a real subject's. */
export function toolCase<C>(tool: AnyTool, subject?: string): C {
  const path = subject
    ? `content/subjects/${subject}/tools/${tool.id}.yaml`
    : `app/tools/${tool.id}/sample.yaml`;
  return tool.content.parse(parse(readFileSync(path, "utf8"))) as C;
}

/** Plays moves one after the other; a refusal fails the test with its sentence. */
export function playTool<S>(tool: AnyTool, content: unknown, moves: unknown[], from?: S): S {
  let state: S = from ?? tool.start(content, 7);
  for (const move of moves) {
    const result = tool.apply(content, state, tool.action.parse(move));
    if (!result.ok) throw new Error(`${JSON.stringify(move)} → ${result.message}`);
    state = result.value.state;
  }
  return state;
}
