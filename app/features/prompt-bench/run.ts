import type { KeptAssertion } from "~/engines/prompt-assertions.ts";
import type { PromptGuide } from "~/engines/prompt-guide.ts";

/** One essay of a prompt, as the learner sees it. */
export type RunView = {
  id: string;
  /** Version number in its step: « v3 ». */
  seq: number;
  prompt: string;
  temperature: number;
  maxTokens: number;
  providerLabel: string;
  model: string;
  /** interrupted: the server stopped while it ran; what was received is kept. */
  status: "running" | "done" | "stopped" | "failed" | "interrupted";
  output: string;
  /** French sentence of a failure. */
  failure: string | null;
  kept: boolean;
  note: string;
  /** Key of the section the output went to. */
  insertedIn: string | null;
  /** ISO date. */
  createdAt: string;
};

/** What the server streams, one JSON object a line. */
export type RunEvent =
  | { type: "start"; run: RunView; used: number }
  | { type: "text"; text: string }
  | { type: "done"; run: RunView }
  | { type: "failed"; run: RunView; message: string; used: number };

/** A refusal before any run was opened, or of a change. */
export type Refusal = { ok: false; reason: string; message: string };

/** The part of the guide that the browser needs. */
export type BenchGuide = Pick<
  PromptGuide,
  "source" | "components" | "emptyWords" | "settings" | "limits" | "assertions"
>;

/** Everything the panel shows. */
export type Bench = {
  stepId: string;
  runs: RunView[];
  /** Id of the last run of the list when there are older ones, to ask for them. */
  older: string | null;
  provider: { label: string; model: string; offline: boolean };
  guide: BenchGuide;
  /** A first prompt with blanks, for this subject. */
  starter: string;
  /** What the learner checks in the answers of this step. */
  assertions: KeptAssertion[];
  /** Runs started today, in all workspaces. */
  used: number;
  /** Titles of the sections an output may go to, by key. */
  sections: Record<string, string>;
};
