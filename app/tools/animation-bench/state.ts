import { z } from "zod";
import { ratioNames } from "~/engines/scene/slots.ts";
import { transitions } from "~/engines/scene/storyboard.ts";
import { typedText } from "~/engines/typed-text.ts";

export const MAX_LINE = 400;
export const MAX_CAPTION = 200;
export const MAX_TITLE = 80;
export const MAX_TEXT = 3000;
export const MAX_SHOTS = 12;
/** Each holds every shot: more would make the state too heavy to send. */
export const MAX_VERSIONS = 20;
/** Bounds of one shot, in seconds. */
export const SHOT_SECONDS = { least: 0.5, most: 15 };

/** Generous: the engine answers an overlong text by a named refusal, so that nothing typed is lost. */
const text = z.string().max(20_000).transform(typedText);
const id = z.string().max(20);
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .nullable();

export const shotFields = ["line", "caption", "title"] as const;
export const filmFields = [
  "style",
  "palette",
  "mention",
  "stamp",
  "alternative",
  "posterAlt",
  "why",
] as const;

/** The files that can be rendered, as they are written for people. */
export const formatNames = { mp4: "MP4", webm: "WebM", gif: "GIF" } as const;

const rendered = z.strictObject({
  format: z.enum(["mp4", "webm", "gif"]),
  codec: z.string().max(40),
  bytes: z.number().int().positive().max(500_000_000),
  sha256: hash,
  width: z.number().int().positive().max(8000),
  height: z.number().int().positive().max(8000),
  seconds: z.number().positive().max(120),
  /** Most flashes in one second, counted on the frames that were written. */
  flashes: z.number().int().nonnegative().max(60),
});

/** Seconds typed in a form come as text, with a French comma or not. */
const number = z.union([
  z.number(),
  z
    .string()
    .max(12)
    .regex(/^\d+(?:[.,]\d+)?$/)
    .transform((s) => Number(s.replace(",", "."))),
]);

export const action = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("add-shot"), text: text.optional() }),
  z.strictObject({ type: z.literal("write-shot"), shot: id, field: z.enum(shotFields), text }),
  z.strictObject({ type: z.literal("seconds"), shot: id, seconds: number }),
  z.strictObject({ type: z.literal("transition"), shot: id, value: z.enum(transitions) }),
  z.strictObject({ type: z.literal("move-shot"), shot: id, by: z.enum(["up", "down"]) }),
  z.strictObject({
    type: z.literal("place-shot"),
    shot: id,
    at: z.number().int().min(0).max(MAX_SHOTS),
  }),
  z.strictObject({ type: z.literal("remove-shot"), shot: id }),
  z.strictObject({ type: z.literal("write"), field: z.enum(filmFields), text }),
  z.strictObject({ type: z.literal("add-mention"), text }),
  z.strictObject({
    type: z.literal("choose"),
    field: z.enum(["ratio", "network"]),
    value: z.string().max(40),
  }),
  z.strictObject({ type: z.literal("burn"), on: z.boolean() }),
  z.strictObject({ type: z.literal("save-version") }),
  z.strictObject({ type: z.literal("reuse"), version: z.number().int() }),
  z.strictObject({ type: z.literal("draft-alternative") }),
  z.strictObject({ type: z.literal("poster"), at: z.number().min(0).max(120) }),
  z.strictObject({ type: z.literal("rendered"), ...rendered.shape }),
  z.strictObject({
    type: z.literal("attach"),
    what: z.enum(["video", "poster"]),
    assetId: z.string().max(60),
  }),
]);
export type Action = z.output<typeof action>;
/** No model answers here: nothing but a person acts. */
export const systemAction = z.never();

export const shot = z.strictObject({
  id: z.string(),
  line: z.string(),
  seconds: z.number(),
  caption: z.string(),
  title: z.string(),
  transition: z.enum(transitions),
});

export const state = z.strictObject({
  seed: z.number().int(),
  nextShot: z.number().int().positive(),
  shots: z.array(shot),
  ratio: z.enum(ratioNames),
  network: z.string(),
  style: z.string(),
  palette: z.string(),
  burnt: z.boolean(),
  /** What accompanies the film, and what is drawn on it. */
  mention: z.string(),
  stamp: z.string(),
  alternative: z.string(),
  /** Second of the frame that stands for the film, and its own alternative. */
  poster: z.number().nullable(),
  posterAlt: z.string(),
  why: z.string(),
  versions: z.array(
    z.strictObject({
      n: z.number().int(),
      why: z.string(),
      style: z.string(),
      palette: z.string(),
      shots: z.array(shot),
    }),
  ),
  rendered: rendered
    .extend({ /** Fingerprint of the storyboard that was rendered. */ board: z.number() })
    .nullable(),
  /** What the workspace keeps of it. */
  attached: z.strictObject({ video: z.string().nullable(), poster: z.string().nullable() }),
});
export type State = z.infer<typeof state>;
