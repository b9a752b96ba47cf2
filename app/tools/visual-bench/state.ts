import { z } from "zod";
import { faces, grounds, inks, places, sizes } from "~/engines/scene/overlay.ts";
import { slotNames } from "~/engines/scene/slots.ts";
import { typedText } from "~/engines/typed-text.ts";

/** Longest slot, note, alternative; a longer text is refused, never cut. */
export const MAX_SLOT = 300;
export const MAX_NOTE = 600;
export const MAX_VERSIONS = 40;
export const MAX_RUNS = 60;

/** Generous: the engine answers an overlong text by a named refusal, so that nothing typed is lost. */
const text = z.string().max(20_000).transform(typedText);
const id = z.string().max(40);
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();
const bytes = z.number().int().positive().max(50_000_000);
const pixels = z.number().int().positive().max(20_000);
const modelName = z.string().min(1).max(200).transform(typedText);

/** The files that can be made, as they are written for people. */
export const formatNames = { png: "PNG", webp: "WebP", svg: "SVG" } as const;
export type Format = keyof typeof formatNames;
const format = z.enum(["png", "webp", "svg"]);

const slotTexts = Object.fromEntries(slotNames.map((name) => [name, text])) as Record<
  (typeof slotNames)[number],
  typeof text
>;
const slots = z.strictObject(slotTexts);

export const noteFields = [
  "why",
  "title",
  "detail",
  "stamp",
  "alt",
  "mention",
  "rights",
  "tool",
  "prompt",
  "licence",
] as const;
export const writable = [...slotNames, ...noteFields] as const;

export const action = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("write"), field: z.enum(writable), text }),
  z.strictObject({ type: z.literal("add"), field: z.enum(writable), text }),
  /** Makes an image of the slots, as a new version when they changed; a form without script brings them along. */
  z.strictObject({
    type: z.literal("run"),
    ...Object.fromEntries(Object.entries(slotTexts).map(([k, v]) => [k, v.optional()])),
    why: text.optional(),
  }),
  /** Fixes the draft as the version that the image model will be asked for. */
  z.strictObject({ type: z.literal("ask") }),
  /** What the image model answered for a version. */
  z.strictObject({
    type: z.literal("generated"),
    version: z.number().int().positive(),
    assetId: id,
    width: pixels,
    height: pixels,
    label: modelName,
    model: modelName,
  }),
  z.strictObject({ type: z.literal("vary"), run: id }),
  z.strictObject({ type: z.literal("remove"), run: id }),
  z.strictObject({ type: z.literal("reuse"), run: id }),
  z.strictObject({ type: z.literal("note"), run: id, text }),
  z.strictObject({ type: z.literal("mark"), run: id, defect: id }),
  z.strictObject({ type: z.literal("inspect"), run: id }),
  z.strictObject({ type: z.literal("keep"), run: id }),
  z.strictObject({ type: z.literal("source"), value: z.enum(["composed", "own"]) }),
  z.strictObject({
    type: z.literal("own"),
    assetId: id,
    width: pixels,
    height: pixels,
    name: z.string().max(300).transform(typedText),
  }),
  z.strictObject({ type: z.literal("drop-own") }),
  z.strictObject({
    type: z.literal("choose"),
    field: z.enum(["network", "place", "align", "size", "ground", "ink", "face"]),
    value: id,
  }),
  z.strictObject({ type: z.literal("attach"), assetId: id, width: pixels, height: pixels }),
  z.strictObject({
    type: z.literal("exported"),
    format,
    bytes,
    sha256: hash,
  }),
]);
export type Action = z.infer<typeof action>;
/** No model answers here: nothing but a person acts. */
export const systemAction = z.never();

const asset = z.strictObject({ assetId: z.string(), width: z.number(), height: z.number() });
/** Which model made an image: its French label, then its own name. */
const maker = z.strictObject({ label: z.string(), model: z.string() });
export type Maker = z.infer<typeof maker>;
/** An image that a model made, as the workspace keeps it. */
const generated = asset.extend(maker.shape);
export type Generated = z.infer<typeof generated>;

export const run = z.strictObject({
  id: z.string(),
  version: z.number().int().positive(),
  variant: z.number().int().nonnegative(),
  /** Faults the learner saw, then whether they asked to be told. */
  marks: z.array(z.string()),
  inspected: z.boolean(),
  note: z.string(),
  /** Absent of an image composed here. */
  generated: generated.optional(),
});
export type Run = z.infer<typeof run>;

export const overlay = z.strictObject({
  title: z.string(),
  detail: z.string(),
  place: z.enum(places),
  align: z.enum(["start", "middle"]),
  size: z.enum(sizes),
  ground: z.enum(grounds),
  ink: z.enum(inks),
  face: z.enum(faces),
  mention: z.string(),
});

const version = z.strictObject({
  n: z.number().int(),
  slots,
  why: z.string(),
  /** False as long as only a model was asked for this version. */
  composed: z.boolean().optional(),
  /** The models that answered; they stay when their images are removed. */
  models: z.array(maker).optional(),
});
export type Version = z.infer<typeof version>;

export const state = z.strictObject({
  seed: z.number().int(),
  nextRun: z.number().int().positive(),
  draft: slots,
  why: z.string(),
  versions: z.array(version),
  runs: z.array(run),
  /** How many times the image model was asked, and the version it was last asked for. */
  asked: z.strictObject({ n: z.number().int(), version: z.number().int() }).optional(),
  kept: z.string().nullable(),
  source: z.enum(["composed", "own"]),
  own: z.strictObject({
    asset: asset.extend({ name: z.string() }).nullable(),
    tool: z.string(),
    prompt: z.string(),
    licence: z.string(),
  }),
  network: z.string(),
  overlay,
  alt: z.string(),
  mention: z.string(),
  rights: z.string(),
  /** The composed image as the workspace keeps it, when it was sent there. */
  attached: asset.nullable(),
  exported: z.strictObject({ format, bytes: z.number(), sha256: z.string().nullable() }).nullable(),
});
export type State = z.infer<typeof state>;
