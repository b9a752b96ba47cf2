import { z } from "zod";

/**
 * The fact graph of a case (engine E1), as data. Everything here is an answer key: a tool keeps it under
 * `expected`. Texts are French, in the client's voice; cues and terms are compared after normalising
 * (see french-cues.ts for their little language: "mot", "deux mots", "prefix*", "~weak").
 */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export const cue = z.string().min(2).max(80);

/** One checkable thing a fact says; `terms` must all be found in a text for it to count as reported. */
export const statement = z.strictObject({
  id: slug,
  /** Short neutral sentence, shown once it was earned. */
  text: z.string().min(3),
  /** Each term may hold alternatives: "fin juin|30 juin". A term that is a figure is compared as a figure. */
  terms: z.array(z.string().min(1)).min(1),
  /** Said by the partial answer already, or only by the full one. */
  from: z.enum(["partial", "full"]),
});
export type Statement = z.infer<typeof statement>;

export const fact = z.strictObject({
  id: slug,
  topic: slug,
  cues: z.array(cue).min(2),
  answers: z.strictObject({
    /** Evasive: holds nothing of the fact. */
    closed: z.string().min(3),
    partial: z.string().min(3),
    full: z.string().min(3),
  }),
  /** Confidence the client needs before telling it (0 to 5). */
  confidence: z.number().min(0).max(5),
  vital: z.boolean(),
  difficulty: z.number().int().min(1).max(3),
  weight: z.number().positive(),
  statements: z.array(statement).min(1),
});
export type Fact = z.infer<typeof fact>;

export const contradiction = z.strictObject({
  id: slug,
  /** French: the two things that collide; shown once it was raised. */
  title: z.string().min(3),
  /** Facts that must be (at least partly) known before one can honestly raise it. */
  requires: z.array(slug),
  /** A question raises it when every side has a cue in it, with a word of confrontation (mais, pourtant…). */
  sides: z.array(z.array(cue).min(1)).min(2),
  answer: z.string().min(3),
  statements: z.array(statement),
});
export type Contradiction = z.infer<typeof contradiction>;

/** What a leading question earns: the client agrees and adds an error, to be checked by the learner. */
export const trap = z.strictObject({
  id: slug,
  topic: slug,
  cues: z.array(cue).min(1),
  answer: z.string().min(3),
  error: z.strictObject({ text: z.string().min(3), terms: z.array(z.string().min(1)).min(1) }),
});
export type Trap = z.infer<typeof trap>;

/** Everything that may be disclosed in one case. */
export const factGraph = z.strictObject({
  startConfidence: z.number().min(0).max(5),
  facts: z.array(fact).min(4),
  contradictions: z.array(contradiction),
  traps: z.array(trap),
});
export type FactGraph = z.infer<typeof factGraph>;
