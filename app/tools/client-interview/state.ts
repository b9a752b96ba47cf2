import { z } from "zod";
import { questionTypes } from "~/engines/question-types.ts";
import { typedText } from "~/engines/typed-text.ts";
import { marks } from "./marks.ts";

/** Longest question a client listens to; longer ones are refused, never cut. */
export const MAX_QUESTION = 1200;
export const MAX_GUIDE = 80;
export const MAX_LINES = 160;
export const MAX_LINE = 800;

const id = z.string().max(20);
const topic = z.string().max(40);
/** Generous: the engine answers overlong text by a named refusal, so that nothing typed is lost. */
const text = z.string().max(200_000).transform(typedText);

export const action = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("add-questions"), topic, text }),
  z.strictObject({ type: z.literal("edit-question"), id, topic, text }),
  z.strictObject({ type: z.literal("remove-question"), id }),
  z.strictObject({ type: z.literal("move-question"), id, by: z.enum(["up", "down"]) }),
  z.strictObject({ type: z.literal("begin") }),
  z.strictObject({ type: z.literal("ask"), text }),
  z.strictObject({ type: z.literal("reformulate"), text }),
  z.strictObject({ type: z.literal("end") }),
  z.strictObject({ type: z.literal("resume") }),
  z.strictObject({ type: z.literal("add-lines"), topic, mark: z.enum(marks), text }),
  z.strictObject({ type: z.literal("edit-line"), id, topic, mark: z.enum(marks), text }),
  z.strictObject({ type: z.literal("remove-line"), id }),
  z.strictObject({ type: z.literal("hand-in") }),
  z.strictObject({ type: z.literal("revise") }),
  z.strictObject({ type: z.literal("restart") }),
]);

/** A model's wording of the answer of one turn; kept only when the guard of speech.ts accepts it. */
export const systemAction = z.strictObject({
  type: z.literal("phrased"),
  round: z.number().int().nonnegative(),
  turn: z.number().int().nonnegative(),
  text: z.string().max(4000),
});
export type Action = z.infer<typeof action> | z.infer<typeof systemAction>;

export const turn = z.strictObject({
  said: z.string(),
  answer: z.string(),
  /** engine: our own sentence · model: a model's wording was accepted · rejected: it was not. */
  wording: z.enum(["engine", "model", "rejected"]),
  type: z.enum(questionTypes),
  flags: z.array(
    z.enum(["multiple", "judging", "leading", "jargon", "promise", "framing", "closing"]),
  ),
  /** Courtesies cost no question. */
  free: z.boolean(),
  topic: z.string().nullable(),
  /** What came of it, for the feedback and the findings. */
  outcome: z.enum([
    "courtesy",
    "told",
    "hinted",
    "known",
    "nothing",
    "not-understood",
    "agreed",
    "hurt",
    "validated",
    "corrected",
    "vague",
    "contradiction",
  ]),
  /** Ids of statements earned by this answer. */
  earned: z.array(z.string()),
  trap: z.string().nullable(),
  publicFacts: z.array(z.string()),
  /** Ids of the statements a validated reformulation took up. */
  held: z.array(z.string()),
});
export type Turn = z.infer<typeof turn>;

/** Everything is kept in one value; the log of actions rebuilds it. */
export const state = z.strictObject({
  seed: z.number().int(),
  round: z.number().int().nonnegative(),
  phase: z.enum(["prepare", "interview", "report", "closed"]),
  nextId: z.number().int().positive(),
  guide: z.array(
    z.strictObject({ id: z.string(), topic: z.string().nullable(), text: z.string() }),
  ),
  turns: z.array(turn),
  confidence: z.number().min(0).max(5),
  /** How far each fact was told: 1 evaded, 2 partly, 3 fully. Facts never touched are absent. */
  levels: z.record(z.string(), z.number().int().min(1).max(3)),
  /** How many times a fact (or an exhausted topic) already told was asked again. */
  repeats: z.record(z.string(), z.number().int()),
  /** Fact and topic of the last answer, which a follow-up digs into. */
  last: z.strictObject({ fact: z.string().nullable(), topic: z.string().nullable() }),
  /** Contradictions raised. */
  raised: z.array(z.string()),
  lines: z.array(
    z.strictObject({ id: z.string(), topic: z.string(), mark: z.enum(marks), text: z.string() }),
  ),
});
export type State = z.infer<typeof state>;
