import { createHash, randomUUID } from "node:crypto";
import { ok, refused } from "~/domain/result.ts";
import { assetKey, storage } from "~/platform/storage.server.ts";
import { database } from "~db/client.server.ts";
import { findAsset, insertAsset, sumAssetBytes } from "~db/queries/assets.ts";
import { byteRange } from "./byte-range.ts";
import { remux } from "./video.server.ts";

/** Largest video that is received, in bytes. */
export const MAX_VIDEO = 40 * 1024 * 1024;
/** Most that one workspace keeps, images and videos together, in bytes. */
const MAX_WORKSPACE = 400 * 1024 * 1024;

/** Does this workspace keep as much as it may, `more` bytes included? */
export async function isFull(workspaceId: string, more = 0): Promise<boolean> {
  return (await sumAssetBytes(database(), workspaceId)) + more > MAX_WORKSPACE;
}

/** Keeps a video with a workspace. The file's name is a label only. */
export async function addVideo(workspaceId: string, name: string, bytes: Uint8Array) {
  if (await isFull(workspaceId, bytes.length))
    return refused(
      "full",
      "Cet espace garde déjà 400 Mo d’images et de vidéos. La vidéo reste téléchargeable depuis cette page.",
    );
  const video = await remux(bytes);
  if (!video.ok) return video;
  const { mime, width, height, durationMs } = video.value;
  const id = randomUUID();
  const sha256 = createHash("sha256").update(video.value.bytes).digest("hex");
  await storage().write(assetKey(workspaceId, id), video.value.bytes);
  await insertAsset(database(), {
    id,
    workspace_id: workspaceId,
    mime,
    bytes: video.value.bytes.length,
    width,
    height,
    duration_ms: durationMs,
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
    name: name.replace(/[\u0000-\u001f]/g, "").slice(0, 200) || "video",
    sha256,
  });
  return ok({ id, mime, width, height, durationMs, bytes: video.value.bytes.length, sha256 });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Answers a video of this workspace, whole or the part that `Range` asks for; null when it has none such. */
export async function videoAnswer(
  workspaceId: string,
  assetId: string,
  range: string | null,
): Promise<Response | null> {
  const asset = UUID.test(assetId) ? await findAsset(database(), workspaceId, assetId) : null;
  if (!asset || asset.duration_ms === null) return null;
  const bytes = await storage().read(assetKey(workspaceId, asset.id));
  const headers = {
    "content-type": asset.mime,
    "content-disposition": "inline",
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  };
  const part = byteRange(range, bytes.length);
  if (part === "whole") return new Response(new Uint8Array(bytes), { headers });
  if (part === "outside")
    return new Response(null, {
      status: 416,
      headers: { ...headers, "content-range": `bytes */${bytes.length}` },
    });
  return new Response(new Uint8Array(bytes.subarray(part.start, part.end + 1)), {
    status: 206,
    headers: { ...headers, "content-range": `bytes ${part.start}-${part.end}/${bytes.length}` },
  });
}
