import { z } from "zod";
import { cue, factGraph, slug } from "~/engines/disclosure-schema.ts";

/** Rules whose findings content may tie to a criterion of the certification. */
export const rules = [
  "guide-prepared",
  "public-fact-cited",
  "frame-set",
  "topics-covered",
  "question-mix",
  "clean-questions",
  "answers-followed-up",
  "budget-obtained",
  "deadline-obtained",
  "contradiction-raised",
  "reformulation-validated",
  "promise-avoided",
  "report-marked",
  "report-complete",
  "report-faithful",
  "induced-error-avoided",
] as const;
export type Rule = (typeof rules)[number];

const topic = z.strictObject({
  id: slug,
  /** French, as shown: « Budget ». */
  label: z.string().min(2),
  weight: z.number().positive(),
  vital: z.boolean(),
  /** Words of this case's trade that name the topic, beside the common ones of brief-topics.ts. */
  cues: z.array(cue).optional(),
});
export type Topic = z.infer<typeof topic>;

const variants = z.array(z.string().min(2)).min(2);

/** The client's way of speaking when no fact is told; `{topic}` and `{said}` are filled in. */
const phrases = z.strictObject({
  greeting: variants,
  framing: variants,
  closing: variants,
  notUnderstood: variants,
  jargon: variants,
  judged: variants,
  agrees: variants,
  promise: variants,
  alreadySaid: variants,
  impatient: variants,
  nothingMore: variants,
  nothingOnTopic: variants,
  onlyLastPart: variants,
  validated: variants,
  synthesisValidated: variants,
  tooVague: variants,
  notSaid: variants,
  lastTurns: variants,
});
export type Phrases = z.infer<typeof phrases>;

const shape = z.strictObject({
  client: z.strictObject({
    name: z.string().min(2),
    role: z.string().min(2),
    organisation: z.string().min(2),
    /** How the person speaks, for a model that phrases: temper, verbal tics; no fact. */
    voice: z.string().min(10),
    opening: z.string().min(10),
  }),
  /** How many questions the appointment leaves room for. */
  turns: z.number().int().min(6).max(60),
  topics: z.array(topic).min(4),
  /** Topic ids that the findings on money and dates, and the means sheet, look at. */
  keyTopics: z.strictObject({ budget: slug, deadline: slug, sheet: z.array(slug).min(1) }),
  /** What the brief and the public pages already say. */
  publicFacts: z
    .array(z.strictObject({ id: slug, text: z.string().min(3), cues: z.array(cue).min(1) }))
    .min(2),
  criteria: z.partialRecord(z.enum(rules), z.string()),
  phrases,
  expected: factGraph,
});

/** Closed schema of « Entretien client »; also checks that ids are unique and references exist. */
export const content = shape.superRefine((value, ctx) => {
  const report = (message: string, path: (string | number)[]) =>
    ctx.addIssue({ code: "custom", message, path });
  const topics = new Set(value.topics.map((t) => t.id));
  const facts = new Set(value.expected.facts.map((f) => f.id));
  const unique = (ids: string[], path: string[]) => {
    const seen = new Set<string>();
    for (const id of ids) {
      if (seen.has(id)) report(`id «\u00a0${id}\u00a0» en double`, path);
      seen.add(id);
    }
  };
  unique(
    value.topics.map((t) => t.id),
    ["topics"],
  );
  unique(
    value.publicFacts.map((f) => f.id),
    ["publicFacts"],
  );
  unique(
    value.expected.facts.map((f) => f.id),
    ["expected", "facts"],
  );
  unique(
    value.expected.contradictions.map((c) => c.id),
    ["expected", "contradictions"],
  );
  unique(
    value.expected.traps.map((t) => t.id),
    ["expected", "traps"],
  );
  unique(
    [...value.expected.facts, ...value.expected.contradictions].flatMap((f) =>
      f.statements.map((s) => s.id),
    ),
    ["expected", "statements"],
  );
  const known = (id: string, path: (string | number)[]) => {
    if (!topics.has(id)) report(`thème «\u00a0${id}\u00a0» inconnu`, path);
  };
  known(value.keyTopics.budget, ["keyTopics", "budget"]);
  known(value.keyTopics.deadline, ["keyTopics", "deadline"]);
  for (const [i, id] of value.keyTopics.sheet.entries()) known(id, ["keyTopics", "sheet", i]);
  for (const [i, f] of value.expected.facts.entries())
    known(f.topic, ["expected", "facts", i, "topic"]);
  for (const [i, t] of value.expected.traps.entries())
    known(t.topic, ["expected", "traps", i, "topic"]);
  for (const t of topics)
    if (!value.expected.facts.some((f) => f.topic === t))
      report(`thème «\u00a0${t}\u00a0» sans fait`, ["topics"]);
  for (const [i, c] of value.expected.contradictions.entries())
    for (const id of c.requires)
      if (!facts.has(id))
        report(`fait «\u00a0${id}\u00a0» inconnu`, ["expected", "contradictions", i, "requires"]);
});
export type Content = z.infer<typeof shape>;
