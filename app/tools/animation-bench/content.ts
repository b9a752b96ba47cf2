import { z } from "zod";
import { subtitleRules } from "~/engines/subtitle-check.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(2);
const seconds = z.number().positive();
const ratio = z.enum(["1:1", "4:5", "9:16", "16:9", "2:3"]);
const patterns = z.array(z.string().min(2)).min(1);

/** Rules whose findings content may tie to a criterion of the certification. */
export const rules = [
  "shots-written",
  "one-movement",
  "duration",
  "hook",
  "continuity",
  "ratio-network",
  "format-ordered",
  "caption-speed",
  "caption-lines",
  "no-flash-asked",
  "flashes",
  "mention",
  "poster",
  "alternative",
  "ending",
  "not-misleading",
  "versions",
  "rendered",
] as const;
export type Rule = (typeof rules)[number];

const shape = z.strictObject({
  /** Who asks for what; French, shown above the bench. */
  order: text,
  brand: z.strictObject({
    name: text,
    colours: z
      .array(z.strictObject({ hex: z.string().regex(/^#[0-9A-Fa-f]{6}$/), name: text }))
      .min(2)
      .max(6),
  }),
  /** What the storyboard starts with. */
  look: z.strictObject({ style: text, palette: text, ratio }),
  /** Lines to begin from, in the bench's form. */
  ideas: z.array(text).min(2).max(8),
  networks: z
    .array(
      z.strictObject({
        id: slug,
        label: text,
        ratios: z.array(ratio).min(1),
        least: seconds,
        most: seconds,
        source: text,
      }),
    )
    .min(1),
  rules: z.strictObject({
    /** What the bench accepts to render. */
    seconds: z.strictObject({ least: seconds, most: seconds, source: text }),
    shots: z.strictObject({ least: z.number().int(), most: z.number().int(), source: text }),
    hook: z.strictObject({ seconds, source: text }),
    captions: subtitleRules,
    captionsSource: text,
    flashes: z.strictObject({ perSecond: z.number().int().positive(), source: text }),
    mention: patterns,
    mentionSource: text,
    alternative: z.strictObject({ min: z.number().int().positive(), source: text }),
    ending: z.strictObject({ words: patterns, source: text }),
  }),
  mentions: z.array(text).min(1),
  criteria: z.partialRecord(z.enum(rules), z.string()),
  expected: z.strictObject({
    /** Format and length the client ordered, told in the interview only. */
    ratio,
    least: seconds,
    misleading: z.array(z.strictObject({ words: patterns, note: text })),
  }),
});

/** Closed schema of « Banc d’animation »; each network once. */
export const content = shape.superRefine((value, ctx) => {
  const ids = value.networks.map((n) => n.id);
  if (new Set(ids).size < ids.length)
    ctx.addIssue({ code: "custom", message: "réseau en double", path: ["networks"] });
});
export type Content = z.infer<typeof shape>;
