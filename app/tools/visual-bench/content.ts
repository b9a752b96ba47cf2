import { z } from "zod";
import { altRules } from "~/engines/alt-text-check.ts";
import { slotNames } from "~/engines/scene/slots.ts";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().min(2);
const share = z.number().min(0).max(0.5);
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
const ratio = z.enum(["1:1", "4:5", "9:16", "16:9", "2:3"]);

/** Rules whose findings content may tie to a criterion of the certification. */
export const rules = [
  "prompt-complete",
  "one-change",
  "defects-seen",
  "ratio-network",
  "format-ordered",
  "palette-charter",
  "overlay-contrast",
  "overlay-size",
  "overlay-words",
  "safe-zone",
  "alt-text",
  "mention",
  "rights",
  "no-imitation",
  "not-misleading",
  "provenance",
] as const;
export type Rule = (typeof rules)[number];

const defects = ["lettering", "logo", "anachronism", "glow", "stock-colours"] as const;
/** A pattern of words folded; a word may end in « * ». */
const patterns = z.array(z.string().min(2)).min(1);

const shape = z.strictObject({
  /** Who asks for what; French, shown above the bench. */
  order: text,
  brand: z.strictObject({
    name: text,
    colours: z
      .array(z.strictObject({ hex: colour, name: text }))
      .min(2)
      .max(6),
  }),
  slots: z
    .array(
      z.strictObject({
        id: z.enum(slotNames),
        label: text,
        /** What the slot answers, under its label. */
        question: text,
        /** Words to add at a touch. */
        ideas: z.array(text).max(8),
      }),
    )
    .length(slotNames.length),
  networks: z
    .array(
      z.strictObject({
        id: slug,
        label: text,
        formats: z.array(z.strictObject({ ratio, label: text })).min(1),
        /** Shares of each side covered by the network's own buttons, in a 9:16 image. */
        tall: z.strictObject({ top: share, right: share, bottom: share, left: share }),
        source: text,
      }),
    )
    .min(1),
  rules: z.strictObject({
    leastSlots: z.number().int().min(1).max(9),
    contrast: z.strictObject({ text: z.number(), large: z.number(), source: text }),
    palette: z.strictObject({ max: z.number().positive(), source: text }),
    overlay: z.strictObject({ words: z.number().int(), size: z.number().positive(), source: text }),
    /** Margin kept everywhere, as a share of each side. */
    margin: share,
    marginSource: text,
    alt: altRules,
    altSource: text,
    /** Words of which one must be in a mention of AI. */
    mention: patterns,
    mentionSource: text,
    imitationSource: text,
  }),
  mentions: z.array(text).min(1),
  defects: z
    .array(z.strictObject({ id: z.enum(defects), label: text, help: text }))
    .length(defects.length),
  criteria: z.partialRecord(z.enum(rules), z.string()),
  expected: z.strictObject({
    /** The format the client ordered, told in the interview only. */
    ratio,
    /** Prompts that would make a deceiving image, and why. */
    misleading: z.array(z.strictObject({ words: patterns, note: text })),
  }),
});

/** Closed schema of « Banc visuel »; each slot and each network once. */
export const content = shape.superRefine((value, ctx) => {
  const twice = (ids: string[], path: string) => {
    if (new Set(ids).size < ids.length)
      ctx.addIssue({ code: "custom", message: "identifiant en double", path: [path] });
  };
  twice(
    value.slots.map((s) => s.id),
    "slots",
  );
  twice(
    value.networks.map((n) => n.id),
    "networks",
  );
  twice(
    value.defects.map((d) => d.id),
    "defects",
  );
});
export type Content = z.infer<typeof shape>;
