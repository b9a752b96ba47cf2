import type { Figure } from "~/domain/figure.ts";
import type { Finding } from "~/domain/finding.ts";
import type { ToolProgress } from "~/tools/tool.ts";

/** A tool of the demonstration as the visitor sees it: never its content. */
export type DemoScreen = {
  /** How many moves were played. */
  version: number;
  view: unknown;
  findings: Finding[];
  figures: Figure[];
  progress: ToolProgress;
};

/** After a replay: the screen reached, and why the next move was not accepted. */
export type DemoAnswer = { refusal: string | null; screen: DemoScreen };
