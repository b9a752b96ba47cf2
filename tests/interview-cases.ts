import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Content, content } from "~/tools/client-interview/content.ts";
import type { State } from "~/tools/client-interview/state.ts";
import { clientInterview } from "~/tools/client-interview/tool.ts";

const read = (path: string): unknown => parse(readFileSync(path, "utf8"));

/** The four real interviews. */
export const subjectSlugs = [
  "cyclerie-pont-levy",
  "cidrerie-vaulorme",
  "maison-talvere",
  "musee-batellerie-corvanne",
] as const;

/** The demonstration case. */
export const sampleCase = (): Content =>
  content.parse(read("app/tools/client-interview/sample.yaml"));

/** The interview of a real subject. */
export const subjectCase = (slug: string): Content =>
  content.parse(read(`content/subjects/${slug}/interview.yaml`));

/** Applies moves one after the other; a refusal fails the test with its sentence. */
export function play(of: Content, moves: unknown[], seed = 7, from?: State): State {
  let state = from ?? clientInterview.start(of, seed);
  for (const move of moves) {
    const parsed = clientInterview.action.safeParse(move);
    const action = parsed.success ? parsed.data : clientInterview.systemAction.parse(move);
    const result = clientInterview.apply(of, state, action);
    if (!result.ok) throw new Error(`${JSON.stringify(move)} → ${result.message}`);
    state = result.value.state;
  }
  return state;
}

export const ask = (text: string) => ({ type: "ask", text });
