import { z } from "zod";

/** Shape of content/prompting/text.yaml: what a good text prompt holds, and what the bench offers. */
export const promptComponent = z.strictObject({
  id: z.string().min(1),
  /** French name shown to the learner. */
  name: z.string().min(1),
  /** Relative importance, our own choice; never shown as a mark. */
  weight: z.number().positive(),
  question: z.string().min(1),
  /** « rédig* » matches any ending, « # » a number in digits, « ^notre » opens a sentence; case and accents are ignored. */
  cues: z.array(z.string().min(1)).min(1),
  example: z.string().min(1),
  /** A line with blanks in square brackets, to be completed by the learner. */
  slot: z.string().min(1),
  /** What this component changes in the answer, in French. */
  gain: z.string().min(1),
  /** A declarative sentence with a date or a number counts too, without a cue. */
  declarative: z.boolean().default(false),
  /** Its cue makes the sentence an instruction; false: such a sentence may also tell a fact. */
  orders: z.boolean().default(true),
});
export type PromptComponent = z.infer<typeof promptComponent>;

const choice = z.strictObject({ value: z.number(), label: z.string(), description: z.string() });

export const promptGuide = z.strictObject({
  title: z.string(),
  source: z.strictObject({
    title: z.string(),
    date: z.iso.date(),
    confidence: z.enum(["high", "medium", "low"]),
    note: z.string(),
  }),
  components: z.array(promptComponent).min(1),
  emptyWords: z.array(z.string()),
  tics: z.array(z.string()).min(1),
  refusals: z.array(z.strictObject({ cues: z.array(z.string()).min(1), message: z.string() })),
  settings: z.strictObject({
    temperatures: z.array(choice).min(2),
    defaultTemperature: z.number(),
    lengths: z.array(choice).min(2),
    defaultLength: z.number().int(),
  }),
  assertions: z.strictObject({
    /** Most assertions of one step's bench. */
    most: z.number().int().positive(),
    /** Words by which a text says that an AI helped. */
    aiMention: z.array(z.string().min(1)).min(1),
    /** What can be checked in an answer: its name, its rule, where the rule comes from. */
    kinds: z
      .array(
        z.strictObject({
          kind: z.string().min(1),
          label: z.string().min(1),
          rule: z.string().min(1),
          source: z.string().min(1),
        }),
      )
      .min(1),
  }),
  limits: z.strictObject({
    /** Of one person, from midnight to midnight in Paris: requests of any kind, pictures among them, tokens. */
    runsPerDay: z.number().int().positive(),
    imagesPerDay: z.number().int().positive(),
    tokensPerDay: z.number().int().positive(),
    promptBytes: z.number().int().positive(),
    noteCharacters: z.number().int().positive(),
  }),
  /** First prompt offered, with blanks; {organisation} is replaced. */
  starter: z.string().min(1),
});
export type PromptGuide = z.infer<typeof promptGuide>;
