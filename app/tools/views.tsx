import type { ComponentType } from "react";
import type { Figure } from "~/domain/figure.ts";
import type { Finding } from "~/domain/finding.ts";
import type { ToolProgress } from "~/tools/tool.ts";
import { lazyPart } from "~/ui/lazy-part.tsx";

/**
 * What a tool's screen receives. `view` is the output of that tool's `view()`.
 * `submit` sends an action from a script; without JavaScript the screens post a form to `formAction` with
 * `version`, `action` (JSON) and plain fields that the server merges into the action as strings.
 */
export type ToolViewProps = {
  view: unknown;
  findings: Finding[];
  figures: Figure[];
  progress: ToolProgress;
  version: number;
  submit(action: unknown): void;
  pending: boolean;
  /** French sentence when the last action was refused; what was typed stays in its field. */
  refusal: string | null;
  formAction: string;
  /** Where this workspace takes its images, and its videos; null where nothing is kept (the demonstration). */
  imagesPath?: string | null;
  videosPath?: string | null;
  /** Where the image model is asked; null where there is none, and in the demonstration. */
  generatedImagePath?: string | null;
};

const ClientInterviewView = lazyPart(
  async () => (await import("~/tools/client-interview/view.tsx")).ClientInterviewView,
);
const CriticalReviewView = lazyPart(
  async () => (await import("~/tools/critical-review/view.tsx")).CriticalReviewView,
);
const VisualBenchView = lazyPart(
  async () => (await import("~/tools/visual-bench/view.tsx")).VisualBenchView,
);
const AnimationBenchView = lazyPart(
  async () => (await import("~/tools/animation-bench/view.tsx")).AnimationBenchView,
);
const AssistanceCheckView = lazyPart(
  async () => (await import("~/tools/assistance-check/view.tsx")).AssistanceCheckView,
);

/** The screen of every tool by id; one line a tool. A screen comes with the first step that uses it. */
export const toolViews: Record<string, ComponentType<ToolViewProps>> = {
  "client-interview": ClientInterviewView,
  "critical-review": CriticalReviewView,
  "visual-bench": VisualBenchView,
  "animation-bench": AnimationBenchView,
  "assistance-check": AssistanceCheckView,
};
