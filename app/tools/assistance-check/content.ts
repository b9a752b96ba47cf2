import { z } from "zod";
import { altRules } from "~/engines/alt-text-check.ts";
import { easyRules } from "~/engines/easy-french.ts";
import { subtitleRules } from "~/engines/subtitle-check.ts";
import { readCues } from "~/engines/subtitle-cues.ts";

const text = z.string().min(2);
const id = z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/);

/** Rules whose findings content may tie to a criterion of the certification. */
export const rules = [
  "alts-reviewed",
  "alts-form",
  "alts-true",
  "captions-speed",
  "captions-lines",
  "captions-words",
  "captions-errors",
  "easy-sentences",
  "easy-words",
  "easy-sense",
  "easy-name",
  "human-check",
  "log-kept",
  "nothing-introduced",
] as const;
export type Rule = (typeof rules)[number];

/** Something wrong that was planted in a draft. */
const planted = z.strictObject({
  id,
  kind: z.enum(["invented", "missing", "wrong", "form"]),
  explanation: text,
  /** Still there when one of these is in the text; a word may end in « * ». */
  still: z.array(z.string().min(1)).default([]),
  /** Still there when none of these is in the text. */
  needs: z.array(z.string().min(1)).default([]),
});
export type Planted = z.infer<typeof planted>;

const shape = z.strictObject({
  order: text,
  /** What the team knows for sure; public. */
  facts: z.array(z.strictObject({ id: z.string().min(1), text })),
  visuals: z
    .array(
      z.strictObject({
        id,
        /** Where it is published: « bandeau du site ». */
        place: text,
        /** What is to be seen, noted by the team: the ground truth. */
        shown: text,
        /** A button or a logo: a short name is enough. */
        label: z.boolean().default(false),
        draft: z.string(),
      }),
    )
    .min(2),
  captions: z.strictObject({
    title: text,
    /** What the ear catches and the machine does not: names, sounds. */
    heard: z.array(text).min(1),
    /** As the machine gave it, in SRT or WebVTT. */
    draft: z.string().min(20),
    /** Names that must be written right. */
    names: z.array(text),
    fileName: z.string().regex(/^[a-z0-9-]+$/),
  }),
  easy: z.strictObject({
    draft: z.string().min(50).max(4000),
    /** What the version may be called; `falc` is the one that needs concerned readers. */
    names: z
      .array(z.strictObject({ id: z.enum(["falc", "simplified", "clear"]), label: text }))
      .min(2),
    /** Why, said plainly to the learner. */
    nameRule: text,
  }),
  rules: z.strictObject({ alt: altRules, captions: subtitleRules, easy: easyRules }),
  settings: z.strictObject({
    /** Substituted and added words, as a share of the reference, that are still accepted. */
    wordErrors: z.number(),
    /** Words left out to condense, as a share of the reference. */
    condensed: z.number(),
  }),
  origins: z.strictObject({
    alt: text,
    captions: text,
    words: text,
    easy: text,
    easyName: text,
    own: text,
  }),
  criteria: z.partialRecord(z.enum(rules), z.string()),
  expected: z.strictObject({
    visuals: z.array(
      z.strictObject({
        id,
        decorative: z.boolean().default(false),
        model: z.string(),
        errors: z.array(planted),
      }),
    ),
    captions: z.strictObject({
      /** Word for word what is said. */
      spoken: text,
      model: z.string().min(20),
      errors: z.array(planted).min(1),
    }),
    easy: z.strictObject({ errors: z.array(planted).min(1), model: text }),
  }),
});

/** Closed schema of « Contrôle de l’aide »; also checks that references exist and files can be read. */
export const content = shape.superRefine((value, ctx) => {
  const report = (message: string, path: (string | number)[]) =>
    ctx.addIssue({ code: "custom", message, path });
  const ids = value.visuals.map((v) => v.id);
  for (const one of ids.filter((v, i) => ids.indexOf(v) !== i))
    report(`visuel «\u00a0${one}\u00a0» en double`, ["visuals"]);
  const judged = value.expected.visuals.map((v) => v.id);
  if ([...judged].sort().join() !== [...ids].sort().join())
    report("chaque visuel a sa réponse, une fois", ["expected", "visuals"]);
  for (const [path, file] of [
    ["captions", value.captions.draft],
    ["expected", value.expected.captions.model],
  ] as const)
    if (readCues(file).length === 0) report("aucun sous-titre lisible", [path]);
  const errors = [
    ...value.expected.visuals.flatMap((v) => v.errors),
    ...value.expected.captions.errors,
    ...value.expected.easy.errors,
  ];
  for (const error of errors)
    if (error.still.length === 0 && error.needs.length === 0)
      report(`«\u00a0${error.id}\u00a0»\u00a0: rien ne dit quand elle est corrigée`, ["expected"]);
});
export type Content = z.infer<typeof shape>;
