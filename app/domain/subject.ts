import { z } from "zod";

/**
 * A simulated case, as files in content/subjects/<slug>/ or as a row of the same shape.
 * Everything under `expected` is for the engines and the reviewer: it never reaches a learner's browser.
 */
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const annexColumn = z.strictObject({
  key: z.string(),
  label: z.string(),
  kind: z.enum(["text", "number", "date", "boolean"]),
  /** Unit or meaning, in French. */
  help: z.string().optional(),
});

export const annex = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("table"),
    id: slug,
    title: z.string(),
    description: z.string(),
    /** Shown before the content when it holds hate, threats or distress on purpose. */
    warning: z.string().optional(),
    columns: z.array(annexColumn).min(1),
    rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  }),
  z.strictObject({
    kind: z.literal("text"),
    id: slug,
    title: z.string(),
    description: z.string(),
    warning: z.string().optional(),
    text: z.string(),
  }),
]);
export type Annex = z.infer<typeof annex>;

/** What the exam of a block asks for, and a section can bring: see `exam.requirements` in certification.ts. */
export const provision = z.enum([
  "account",
  "text",
  "image",
  "video",
  "animation",
  "kpi-choice",
  "ai-use-record",
]);
export type Provision = z.infer<typeof provision>;

export const section = z.strictObject({
  key: slug,
  title: z.string(),
  /** What a jury expects to read here, in a few sentences. */
  guidance: z.string(),
  competencies: z.array(z.string()),
  words: z.strictObject({ min: z.number().int().nonnegative(), max: z.number().int().positive() }),
  required: z.boolean(),
  /** Which requirements of the exam this section answers, e.g. one "account" each for two accounts. */
  provides: z.array(provision).optional(),
});
export type Section = z.infer<typeof section>;

export const step = z.strictObject({
  id: slug,
  title: z.string(),
  /** One sentence: what the learner will have at the end. */
  goal: z.string(),
  /** The work, in order; short French imperatives (vouvoiement). */
  instructions: z.array(z.string()).min(1),
  minutes: z.number().int().positive(),
  competencies: z.array(z.string()),
  /** Ids of registered tools. */
  tools: z.array(z.string()),
  /** Keys of sections written in this step. */
  sections: z.array(z.string()),
});
export type Step = z.infer<typeof step>;

export const subject = z.strictObject({
  slug,
  title: z.string(),
  /** One sentence for the catalogue. */
  pitch: z.string(),
  fiction: z.string(),
  certification: z.string(),
  block: z.string(),
  relatedBlocks: z.array(z.string()),
  difficulty: z.number().int().min(1).max(3),
  hours: z.number().positive(),
  date: z.iso.date(),
  client: z.strictObject({
    name: z.string(),
    sector: z.string(),
    place: z.string(),
    story: z.string(),
    values: z.array(z.string()),
    facts: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    team: z.array(z.strictObject({ name: z.string(), role: z.string() })),
    offers: z.array(z.strictObject({ name: z.string(), price: z.string() })),
    identity: z.strictObject({
      colors: z.array(z.string().regex(/^#[0-9A-Fa-f]{6}$/)),
      fonts: z.array(z.string()),
      logo: z.string(),
    }),
  }),
  brief: z.strictObject({ from: z.string(), subject: z.string(), body: z.string() }),
  /** Public measures of the client's own presences. */
  presences: z.array(
    z.strictObject({ network: z.string(), handle: z.string(), followers: z.number() }),
  ),
  competitors: z.array(
    z.strictObject({
      name: z.string(),
      kind: z.string(),
      measures: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    }),
  ),
  deliverables: z.array(z.strictObject({ title: z.string(), competencies: z.array(z.string()) })),
  annexes: z.array(annex),
  steps: z.array(step).min(1),
  sections: z.array(section).min(1),
  /** Content of each tool, by tool id; checked by that tool's own schema. Answers under its `expected`. */
  tools: z.record(z.string(), z.unknown()),
  /** For the reviewer and later engines only. */
  expected: z.unknown(),
});
export type Subject = z.infer<typeof subject>;

/** What a learner may read: the subject without answers and without the tools' content. */
export type PublicSubject = Omit<Subject, "expected" | "tools">;

/** Takes the answers and the tools' content away; the only form that may be sent to a browser. */
export function publicSubject(full: Subject): PublicSubject {
  const { expected: _expected, tools: _tools, ...rest } = full;
  return rest;
}

/** Every public text about the client and its market, where proper names are: for those that must know them. */
export function subjectWords({ client, brief, presences, competitors }: Subject): string[] {
  return [
    client.name,
    client.sector,
    client.place,
    client.story,
    ...client.values,
    ...client.facts.map((fact) => `${fact.label} ${fact.value}`),
    ...client.team.map((person) => `${person.name} ${person.role}`),
    ...client.offers.map((offer) => offer.name),
    brief.from,
    brief.body,
    ...presences.map((presence) => presence.network),
    ...competitors.map((competitor) => competitor.name),
  ];
}
