import { z } from "zod";
import { foldWords, holdsPhrase } from "~/engines/text-similarity.ts";
import { locate, readPassages } from "./passages.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(2);
/** Words in a row, folded; a word may end in « * ». */
const pattern = z.string().min(1);

/** Rules whose findings content may tie to a criterion of the certification. */
export const rules = [
  "faults-found",
  "kinds-named",
  "false-alarms",
  "claims-sourced",
  "sources-reliable",
  "faults-corrected",
  "nothing-introduced",
  "mentions-kept",
  "tics-removed",
  "repetition",
  "borrowing",
  "typography",
  "spelling",
  "readability",
] as const;
export type Rule = (typeof rules)[number];

const fault = z.strictObject({
  id: slug,
  /** Passages of the draft where the fault is; none for what is missing. */
  excerpts: z.array(text),
  kind: slug,
  /** Other kinds that can be defended. */
  alsoKinds: z.array(slug).default([]),
  explanation: text,
  correction: text,
  /** Sources or facts that settle it; none when the passage is simply taken out. */
  settledBy: z.array(z.string()).default([]),
  /** The fault is still in the text when one of these is. */
  still: z.array(pattern).default([]),
  /** The fault is still in the text when none of these is. */
  needs: z.array(pattern).default([]),
  /** For what is missing: the learner named it when the correction holds one of these, or of `needs`. */
  named: z.array(pattern).default([]),
});
export type Fault = z.infer<typeof fault>;

const shape = z.strictObject({
  /** Who asks, for what; French, shown above the text. */
  order: text,
  /** How the draft was obtained, shown under it. */
  origin: text,
  draft: z.string().min(200).max(4000),
  kinds: z
    .array(
      z.strictObject({
        id: slug,
        label: text,
        help: text,
        /** A claim that must rest on a source. */
        claim: z.boolean(),
        /** Something absent: it can be reported without a passage. */
        absence: z.boolean().default(false),
      }),
    )
    .min(4),
  facts: z.array(z.strictObject({ id: z.string().min(1), text, source: text })).min(3),
  sources: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        title: text,
        author: text,
        /** As it stands on the document: « 12 juin 2026 », « sans date ». */
        date: text,
        nature: text,
        extract: text,
      }),
    )
    .min(4),
  tics: z.strictObject({ list: z.array(pattern).min(3), source: text, date: z.iso.date() }),
  settings: z.strictObject({
    /** Words in a row that make a borrowing. */
    borrowing: z.number().int().min(4),
    /** Longest passage one may point at, in words. */
    longestPassage: z.number().int().min(5),
    /** Share of faults to find, of marks that are false alarms, and Kandel-Moles to reach: our choices. */
    foundShare: z.number().min(0).max(1),
    falseAlarmShare: z.number().min(0).max(1),
    readable: z.number(),
  }),
  /** Where the rules come from, in French, with their date. */
  origins: z.strictObject({
    verification: text,
    originality: text,
    repetition: text,
    typography: text,
    readability: text,
    mentions: text,
    own: text,
  }),
  criteria: z.partialRecord(z.enum(rules), z.string()),
  expected: z.strictObject({
    faults: z.array(fault).min(4),
    /** Right passages that look wrong. */
    sound: z.array(z.strictObject({ excerpt: text, why: text })),
    sources: z.array(z.strictObject({ id: z.string().min(1), reliable: z.boolean(), why: text })),
    /** What the draft says rightly and the final text must keep. */
    mentions: z.array(
      z.strictObject({ id: slug, label: text, any: z.array(pattern).min(1), why: text }),
    ),
  }),
});

/** Closed schema of « Relecture critique »; also checks that what `expected` names is in the draft. */
export const content = shape.superRefine((value, ctx) => {
  const report = (message: string, path: (string | number)[]) =>
    ctx.addIssue({ code: "custom", message, path });
  const passages = readPassages(value.draft);
  const draft = foldWords(value.draft);
  const kinds = new Set(value.kinds.map((k) => k.id));
  const proofs = new Set([...value.facts, ...value.sources].map((s) => s.id));
  const unique = (ids: string[], path: string) => {
    for (const id of ids.filter((id, i) => ids.indexOf(id) !== i))
      report(`id «\u00a0${id}\u00a0» en double`, [path]);
  };
  unique(
    value.kinds.map((k) => k.id),
    "kinds",
  );
  unique(
    [...value.facts, ...value.sources].map((s) => s.id),
    "sources",
  );
  unique(
    value.expected.faults.map((f) => f.id),
    "expected",
  );
  const inDraft = (excerpt: string, path: (string | number)[]) => {
    if (locate(passages, excerpt).length === 0)
      report(`«\u00a0${excerpt}\u00a0» n’est pas dans le texte`, path);
  };
  for (const [i, f] of value.expected.faults.entries()) {
    const path = ["expected", "faults", i];
    for (const excerpt of f.excerpts) inDraft(excerpt, path);
    for (const kind of [f.kind, ...f.alsoKinds])
      if (!kinds.has(kind)) report(`nature «\u00a0${kind}\u00a0» inconnue`, path);
    for (const id of f.settledBy)
      if (!proofs.has(id)) report(`source «\u00a0${id}\u00a0» inconnue`, path);
    if (f.excerpts.length === 0 && !value.kinds.find((k) => k.id === f.kind)?.absence)
      report("une faute sans extrait est un oubli", path);
    if (f.still.length === 0 && f.needs.length === 0)
      report("rien ne dit quand elle est corrigée", path);
    if (f.still.length > 0 && !f.still.some((p) => holdsPhrase(draft, p)))
      report("la faute n’est pas dans le texte de départ", path);
    if (f.needs.some((p) => holdsPhrase(draft, p)))
      report("ce qui manque est déjà dans le texte de départ", path);
  }
  for (const [i, s] of value.expected.sound.entries()) inDraft(s.excerpt, ["expected", "sound", i]);
  for (const [i, m] of value.expected.mentions.entries())
    if (!m.any.some((p) => holdsPhrase(draft, p)))
      report("cette mention n’est pas dans le texte de départ", ["expected", "mentions", i]);
  const judged = value.expected.sources.map((s) => s.id).sort();
  if (
    judged.join() !==
    value.sources
      .map((s) => s.id)
      .sort()
      .join()
  )
    report("chaque source est jugée une fois", ["expected", "sources"]);
});
export type Content = z.infer<typeof shape>;
