import { animationBench } from "~/tools/animation-bench/tool.ts";
import { assistanceCheck } from "~/tools/assistance-check/tool.ts";
import { clientInterview } from "~/tools/client-interview/tool.ts";
import { criticalReview } from "~/tools/critical-review/tool.ts";
import type { AnyTool } from "~/tools/tool.ts";
import { visualBench } from "~/tools/visual-bench/tool.ts";

/** Every practice tool by id; one line a tool. */
export const tools: Record<string, AnyTool> = {
  [clientInterview.id]: clientInterview,
  [criticalReview.id]: criticalReview,
  [visualBench.id]: visualBench,
  [animationBench.id]: animationBench,
  [assistanceCheck.id]: assistanceCheck,
};
