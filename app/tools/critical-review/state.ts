import { z } from "zod";

export const MAX_MARKS = 60;
export const MAX_TEXT = 4000;
export const MAX_CORRECTION = 400;
/** Generous at the door: the engine refuses what is too long with a sentence, nothing typed is lost. */
const text = z.string().max(20_000);
const id = z.string().max(20);
/** A form without script sends "" or digits. */
const place = z.preprocess(
  (value) => (value === "" || value === undefined ? null : Number(value)),
  z.number().int().min(0).max(10_000).nullable(),
);

export const action = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("mark"),
    from: place,
    to: place,
    /** The passage as typed, used when no word was pointed at. */
    quote: text,
    kind: id,
    correction: text,
    source: id,
  }),
  z.strictObject({ type: z.literal("edit-mark"), id, kind: id, correction: text, source: id }),
  z.strictObject({ type: z.literal("remove-mark"), id }),
  z.strictObject({ type: z.literal("write"), text }),
  z.strictObject({ type: z.literal("set-typography") }),
  z.strictObject({ type: z.literal("finish") }),
  z.strictObject({ type: z.literal("resume") }),
]);
export type Action = z.infer<typeof action>;

const mark = z.strictObject({
  id: z.string(),
  /** null: something is missing, nowhere in particular. */
  span: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
  kind: z.string(),
  correction: z.string(),
  /** A source or a fact; "" when none was named. */
  source: z.string(),
  /** 1 before the answers were seen, 2 after. */
  pass: z.number().int().min(1).max(2),
});
export type Mark = z.infer<typeof mark>;

export const state = z.strictObject({
  nextId: z.number().int().positive(),
  marks: z.array(mark),
  text: z.string(),
  finished: z.boolean(),
  /** The work as it was when the learner first said « J’ai fini ». */
  first: z.strictObject({ marks: z.array(mark), text: z.string() }).nullable(),
});
export type State = z.infer<typeof state>;
