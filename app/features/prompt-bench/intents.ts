import { z } from "zod";

/** Closed shapes of what the bench's forms and scripts send; every value arrives as a string. */
const clean = (text: string) => text.replaceAll("\u0000", "").replace(/\r\n/g, "\n");
const run = z.uuid();

export const intent = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("run"),
    prompt: z.string().transform(clean),
    temperature: z.coerce.number().min(0).max(1.5),
    maxTokens: z.coerce.number().int().min(20).max(4_000),
  }),
  z.object({ intent: z.literal("keep"), run, kept: z.enum(["true", "false"]) }),
  z.object({ intent: z.literal("annotate"), run, note: z.string().transform(clean) }),
  z.object({ intent: z.literal("inserted"), run, section: z.string().min(1).max(100) }),
]);
export type Intent = z.infer<typeof intent>;
export type Change = Exclude<Intent, { intent: "run" }>;

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
