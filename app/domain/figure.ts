import { z } from "zod";

/**
 * A figure is what a tool gives to the dossier: data independent of any renderer, so that the editor,
 * the HTML export and the PDF draw the same thing. `alt` is the text alternative, always in French.
 */
const cell = z.union([z.string(), z.number(), z.null()]);

export const figureBody = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("table"),
    columns: z.array(
      z.strictObject({
        key: z.string(),
        label: z.string(),
        align: z.enum(["start", "end"]).optional(),
      }),
    ),
    rows: z.array(z.record(z.string(), cell)),
  }),
  z.strictObject({
    kind: z.literal("transcript"),
    turns: z.array(
      z.strictObject({ speaker: z.string(), text: z.string(), note: z.string().optional() }),
    ),
  }),
  z.strictObject({
    kind: z.literal("list"),
    items: z.array(z.strictObject({ term: z.string().optional(), text: z.string() })),
  }),
  z.strictObject({
    kind: z.literal("bars"),
    unit: z.string(),
    max: z.number().positive(),
    items: z.array(
      z.strictObject({ label: z.string(), value: z.number(), note: z.string().optional() }),
    ),
  }),
]);
export type FigureBody = z.infer<typeof figureBody>;

export const figure = z.strictObject({
  /** "<tool>:<name>", unique in a workspace step, e.g. "client-interview:transcript". */
  id: z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/),
  title: z.string().min(1),
  alt: z.string().min(1),
  /** French note under the figure: where the data comes from. */
  source: z.string().optional(),
  body: figureBody,
});
export type Figure = z.infer<typeof figure>;
