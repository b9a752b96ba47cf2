import { createHash, randomUUID } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { ok, type Result, refused } from "~/domain/result.ts";
import { assetKey, storage } from "~/platform/storage.server.ts";
import { database } from "~db/client.server.ts";
import { findAsset, insertAsset } from "~db/queries/assets.ts";

// One image at a time a thread, nothing kept: memory stays flat under load.
sharp.concurrency(1);
sharp.cache(false);

/** Largest upload, in bytes. */
export const MAX_IMAGE = 10 * 1024 * 1024;
/** Largest picture once decoded: refuses decompression bombs before any pixel is. */
const MAX_PIXELS = 50_000_000;
/** Longest side that is kept, in pixels: enough for a full A4 page at 200 dpi. */
const MAX_SIDE = 1600;

const ACCEPTED = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"]);

type Refusal = "not-an-image" | "too-many-pixels" | "unreadable";

export type EncodedImage = { bytes: Buffer; width: number; height: number };

/**
 * Decodes and encodes again as WebP: the result is an image whatever was sent, without EXIF or GPS. With a
 * `ratio` (width over height) it is cut to it around its centre; `xmp` is metadata of ours to write in it.
 */
export async function reencode(
  bytes: Uint8Array,
  wanted: { ratio?: number; xmp?: string } = {},
): Promise<Result<EncodedImage, Refusal>> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, 4100));
  if (!type || !ACCEPTED.has(type.mime))
    return refused(
      "not-an-image",
      "Ce fichier n’est pas une image que nous savons lire. Formats acceptés : JPEG, PNG, WebP, GIF, AVIF.",
    );
  try {
    const meta = await sharp(bytes, { limitInputPixels: false }).metadata();
    if ((meta.width ?? 0) * (meta.height ?? 0) > MAX_PIXELS)
      return refused(
        "too-many-pixels",
        "Cette image est trop grande (plus de 50 millions de pixels). Réduisez-la, puis envoyez-la de nouveau.",
      );
    const { width, height } = frame(meta.autoOrient, wanted.ratio);
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .autoOrient()
      .resize(width, height, { fit: "cover" })
      .webp({ quality: 82 });
    if (wanted.xmp) picture.withXmp(wanted.xmp);
    const { data, info } = await picture.toBuffer({ resolveWithObject: true });
    return ok({ bytes: data, width: info.width, height: info.height });
  } catch {
    return refused(
      "unreadable",
      "Cette image est abîmée ou incomplète. Ouvrez-la, enregistrez-la de nouveau, puis réessayez.",
    );
  }
}

/** The largest frame of `ratio` inside an image, of at most MAX_SIDE; never larger than the image. */
function frame(image: { width: number; height: number }, ratio = image.width / image.height) {
  const width = Math.min(image.width, image.height * ratio);
  const height = Math.min(image.height, image.width / ratio);
  const scale = Math.min(1, MAX_SIDE / Math.max(width, height));
  const pixels = (side: number) => Math.max(1, Math.round(side * scale));
  return { width: pixels(width), height: pixels(height) };
}

/** Stores an uploaded image of a workspace. The file's name is kept as a label only. */
export async function addImage(workspaceId: string, name: string, bytes: Uint8Array) {
  const image = await reencode(bytes);
  return image.ok ? ok(await keepImage(workspaceId, name, image.value)) : image;
}

/** Keeps an image that reencode() made. */
export async function keepImage(workspaceId: string, name: string, image: EncodedImage) {
  const id = randomUUID();
  await storage().write(assetKey(workspaceId, id), image.bytes);
  await insertAsset(database(), {
    id,
    workspace_id: workspaceId,
    mime: "image/webp",
    bytes: image.bytes.length,
    width: image.width,
    height: image.height,
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
    name: name.replace(/[\u0000-\u001f]/g, "").slice(0, 200) || "image",
    sha256: createHash("sha256").update(image.bytes).digest("hex"),
  });
  return { id, width: image.width, height: image.height, name };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The bytes of an image of this workspace; null when it has none such. */
export async function readImage(workspaceId: string, assetId: string) {
  const asset = UUID.test(assetId) ? await findAsset(database(), workspaceId, assetId) : null;
  if (!asset) return null;
  return { mime: asset.mime, bytes: await storage().read(assetKey(workspaceId, asset.id)) };
}
