import { assistanceCheck } from "~/tools/assistance-check/tool.ts";
import { clientInterview } from "~/tools/client-interview/tool.ts";
import { criticalReview } from "~/tools/critical-review/tool.ts";
import type { AnyTool } from "~/tools/tool.ts";

/** Every practice tool by id; one line a tool. */
export const tools: Record<string, AnyTool> = {
  [clientInterview.id]: clientInterview,
  [criticalReview.id]: criticalReview,
  [assistanceCheck.id]: assistanceCheck,
};
