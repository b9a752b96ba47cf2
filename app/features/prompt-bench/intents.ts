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
  z.object({
    intent: z.literal("add-assertion"),
    kind: z.string().max(40),
    text: z.string().max(1_000).transform(clean).default(""),
    min: z.string().max(40).default(""),
    max: z.string().max(40).default(""),
  }),
  z.object({ intent: z.literal("remove-assertion"), assertion: run }),
]);
export type Intent = z.infer<typeof intent>;
export type AssertionChange = Extract<Intent, { intent: "add-assertion" | "remove-assertion" }>;
export type Change = Exclude<Intent, { intent: "run" } | AssertionChange>;

export function changesAssertions(asked: Intent): asked is AssertionChange {
  return asked.intent === "add-assertion" || asked.intent === "remove-assertion";
}

/** Bytes of a text in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
