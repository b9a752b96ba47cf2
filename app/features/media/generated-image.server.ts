import { z } from "zod";
import { budgetScopes, overBudget } from "~/ai/budget.server.ts";
import { loadPromptGuide } from "~/ai/guide.server.ts";
import { textProvider } from "~/ai/provider.server.ts";
import { type GeneratedImage, type ImageModel, ProviderFailure } from "~/ai/provider.ts";
import { estimateTokens } from "~/ai/tokens.ts";
import { ok, type Result, refused } from "~/domain/result.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { readJson } from "~/platform/json.server.ts";
import { log } from "~/platform/log.server.ts";
import { database } from "~db/client.server.ts";
import { openUse, settleUse } from "~db/queries/ai-uses.ts";
import { keepImage, reencode } from "./images.server.ts";
import { isFull } from "./media.server.ts";

/** Largest body, in bytes: the prompt's own limit is tighter and has its own sentence. */
const MAX_BODY = 200_000;

/** « 4:5 », « 1.91:1 »: within what any network or page shows. */
const ratio = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,3})?:\d{1,4}(\.\d{1,3})?$/)
  .transform((text) => {
    const [width = 0, height = 0] = text.split(":").map(Number);
    return width / height;
  })
  .refine((value) => value >= 0.25 && value <= 4);

const asked = z.strictObject({
  prompt: z.string().transform((text) => text.replaceAll("\u0000", "").trim()),
  ratio,
});
export type ImageAsked = z.infer<typeof asked>;

/** Metadata that says how the picture came to be, in the IPTC's word for it (NewsCodes, digital source type). */
const MADE_BY_MODEL = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta>`;

/** Reads and checks what a tool asks for. */
export async function readImageAsked(
  request: Request,
): Promise<Result<ImageAsked, "too-large" | "malformed" | "empty" | "too-long">> {
  const body = await readJson(request, MAX_BODY);
  if (!body.ok && body.reason === "malformed") return body;
  const { promptBytes } = loadPromptGuide().limits;
  const tooLong = `Ce prompt est trop long (${Math.round(promptBytes / 1000)}\u00a0ko au plus). Il est gardé dans le champ\u00a0: raccourcissez-le.`;
  if (!body.ok) return refused("too-long", tooLong);
  const parsed = asked.safeParse(body.value);
  if (!parsed.success)
    return refused(
      "malformed",
      "Cette demande est incomplète. Votre prompt est gardé\u00a0: choisissez un format d’image, puis réessayez.",
    );
  if (parsed.data.prompt === "")
    return refused("empty", "Le prompt est vide. Décrivez l’image, puis relancez l’essai.");
  if (Buffer.byteLength(parsed.data.prompt) > promptBytes) return refused("too-long", tooLong);
  return ok(parsed.data);
}

export type KeptImage = {
  assetId: string;
  /** Which model made it, in French, to be shown with it. */
  label: string;
  model: string;
  width: number;
  height: number;
};

/**
 * Has a picture made by the image model and keeps it with the workspace: encoded again, cut to the ratio asked,
 * marked as made by a model. Counts in the person's day, unless nothing came back.
 */
export async function generateImage(
  { actor, workspace }: Pick<WorkspaceAccess, "actor" | "workspace">,
  { prompt, ratio }: ImageAsked,
  signal: AbortSignal,
  images: ImageModel | undefined = textProvider().images,
): Promise<Result<KeptImage>> {
  if (!images)
    return refused(
      "no-image-model",
      "Aucun modèle d’images n’est réglé sur cette plateforme. Composez votre visuel ici, ou déposez une image faite ailleurs en déclarant l’outil.",
    );
  if (await isFull(workspace.id))
    return refused(
      "full",
      "Cet espace garde déjà 400\u00a0Mo d’images et de vidéos\u00a0: une image de plus n’y tient pas. Votre prompt est gardé.",
    );
  const use = { userId: actor.id, kind: "image" as const, tokens: estimateTokens(prompt) };
  const opened = await openUse(database(), use, budgetScopes(actor.id));
  if (!opened.ok) return overBudget(opened.over);
  const made = await make(images, { prompt, ratio, signal }, opened.id);
  if (!made.ok) return made;
  const image = await reencode(made.value.bytes, { ratio, xmp: MADE_BY_MODEL });
  if (!image.ok)
    return refused(
      "unreadable",
      "Le modèle a renvoyé un fichier qui n’est pas une image lisible\u00a0: il n’a pas été gardé. Votre prompt est gardé\u00a0: relancez l’essai.",
    );
  const name = `Image générée, ${images.label}`;
  const { id, width, height } = await keepImage(workspace.id, name, image.value);
  return ok({ assetId: id, label: images.label, model: images.model, width, height });
}

/** Asks the model, and settles the use whatever happens. */
async function make(
  images: ImageModel,
  request: Parameters<ImageModel["make"]>[0],
  useId: string,
): Promise<Result<GeneratedImage>> {
  try {
    const image = await images.make(request);
    await settleUse(database(), useId, image.usage);
    return ok(image);
  } catch (error) {
    const failed = error instanceof ProviderFailure ? error : null;
    await settleUse(database(), useId, failed?.usage ?? null);
    if (!failed) throw error;
    if (failed.kind !== "cancelled")
      log("image-failed", { kind: failed.kind, cause: String(failed.cause ?? "") });
    return refused(failed.kind, failed.message);
  }
}
