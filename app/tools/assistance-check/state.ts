import { z } from "zod";

export const MAX_ALT = 500;
export const MAX_NOTE = 300;
export const MAX_CUE = 300;
export const MAX_CUES = 80;
export const MAX_EASY = 4000;
/** Generous at the door: the engine refuses what is too long with a sentence, nothing typed is lost. */
const text = z.string().max(40_000);
const id = z.string().max(40);
const yes = z.preprocess((v) => v === true || v === "true" || v === "on", z.boolean());

export const action = z.discriminatedUnion("type", [
  /** `field`: alt:V01, note:V01, start:c1, end:c1, cue:c1, captions-note, easy, easy-note, reviewer. */
  z.strictObject({ type: z.literal("write"), field: id, text }),
  z.strictObject({ type: z.literal("decorative"), id, on: yes }),
  z.strictObject({ type: z.literal("review"), id, on: yes }),
  z.strictObject({ type: z.literal("add-cue"), after: id }),
  z.strictObject({ type: z.literal("remove-cue"), id }),
  z.strictObject({ type: z.literal("import-cues"), text }),
  z.strictObject({ type: z.literal("name"), name: z.enum(["", "falc", "simplified", "clear"]) }),
  z.strictObject({ type: z.literal("finish") }),
  z.strictObject({ type: z.literal("resume") }),
]);
export type Action = z.infer<typeof action>;

const work = z.strictObject({
  visuals: z.array(
    z.strictObject({
      id: z.string(),
      alt: z.string(),
      decorative: z.boolean(),
      /** Reread, changed or not. */
      reviewed: z.boolean(),
      note: z.string(),
    }),
  ),
  cues: z.array(
    z.strictObject({ id: z.string(), start: z.number(), end: z.number(), text: z.string() }),
  ),
  captionsNote: z.string(),
  easy: z.strictObject({
    text: z.string(),
    name: z.enum(["", "falc", "simplified", "clear"]),
    reviewer: z.string(),
    note: z.string(),
  }),
});
export type Work = z.infer<typeof work>;

export const state = z.strictObject({
  nextCue: z.number().int().positive(),
  work,
  finished: z.boolean(),
  /** The work as it was when the learner first said « J’ai fini ». */
  first: work.nullable(),
});
export type State = z.infer<typeof state>;
