import type { z } from "zod";
import type { Artefact } from "~/domain/artefact.ts";
import type { Figure } from "~/domain/figure.ts";
import type { Finding } from "~/domain/finding.ts";
import type { Result } from "~/domain/result.ts";
import type { Proofread, Spelling } from "~/engines/spelling.ts";

/**
 * A sentence the engine would like a model to phrase. The engine has already decided *what* is said:
 * `brief` holds only facts that may be said, `fallback` is the engine's own sentence, used offline and on
 * any failure. The answer comes back as the system action that `toAction` names.
 */
export type PhraseRequest = {
  kind: "phrase";
  /** Identity, tone and rules of the speaker, in French. */
  system: string;
  /** What to say, in French; nothing undisclosed is in it. */
  brief: string;
  fallback: string;
  /** Builds the system action that carries the final text back into the log. */
  toAction: (text: string) => unknown;
};

export type Applied<State> = { state: State; request?: PhraseRequest };

export type ToolProgress = {
  done: number;
  total: number;
  /** French imperative: the next useful thing to do in this tool, or null when all is done. */
  next: string | null;
};

/** The contract of a practice tool: four pure functions and their schemas. No clock, no randomness but `seed`. */
export type Tool<Content, State, Action, View> = {
  id: string;
  /** French name, e.g. « Entretien client ». */
  title: string;
  /** One French sentence: what the learner does. */
  purpose: string;
  /** Closed schema of the tool's content; answers sit under `expected`. */
  content: z.ZodType<Content>;
  /** Actions a person may send. */
  action: z.ZodType<Action>;
  /** Actions only the server may apply (a model's answer, for example). */
  systemAction: z.ZodType<Action>;
  state: z.ZodType<State>;
  start(content: Content, seed: number): State;
  apply(content: Content, state: State, action: Action): Result<Applied<State>>;
  /** What this learner may see: nothing under `expected` may be deduced from it before it is earned. */
  view(content: Content, state: State): View;
  /** What the learner wrote here and the server looks up in the dictionary, which is no pure function. */
  proofread?(content: Content, state: State): Proofread;
  /** `spelling`: what the dictionary said of `proofread`; absent when nobody asked it. */
  findings(content: Content, state: State, spelling?: Spelling): Finding[];
  figures(content: Content, state: State): Figure[];
  /** What the learner made here that the exercise hands over, with its AI-use record; only what the state holds. */
  artefacts?(content: Content, state: State): Artefact[];
  progress(content: Content, state: State): ToolProgress;
};

// biome-ignore lint/suspicious/noExplicitAny: the registry holds tools of unlike content and state.
export type AnyTool = Tool<any, any, any, any>;

/** Checks a tool's shape at compile time. */
export function defineTool<Content, State, Action, View>(
  tool: Tool<Content, State, Action, View>,
): Tool<Content, State, Action, View> {
  return tool;
}
