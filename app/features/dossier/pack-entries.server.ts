import sharp from "sharp";
import type { Artefact, ArtefactFile, Origin } from "~/domain/artefact.ts";
import type { Dossier } from "~/domain/dossier.ts";
import { pngWithXmp, SOURCE_TYPES, xmpPacket } from "~/engines/provenance.ts";
import { exportDocx } from "~/export/docx.server.ts";
import { exportHtml, exportSectionHtml } from "~/export/html.ts";
import { errorText, log } from "~/platform/log.server.ts";
import { assetKey, storage } from "~/platform/storage.server.ts";
import { database } from "~db/client.server.ts";
import { findAsset } from "~db/queries/assets.ts";
import type { PackEntry, Unreadable } from "./content-pack.server.ts";
import { loadImages } from "./material.server.ts";

const FOLDERS = { text: "textes", visual: "visuel", animation: "animation" } as const;
/** A decoded picture larger than this is refused rather than opened. */
const MAX_PIXELS = 50_000_000;

/** « ../../etc » and « <b> » as a harmless name: letters, digits and hyphens only. */
export function safeName(name: string): string {
  return (
    name
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "fichier"
  );
}

/** The whole dossier as a page, then every written section as a Word file and a page; pictures of one at a time. */
export async function* textEntries(
  workspaceId: string,
  dossier: Dossier,
): AsyncGenerator<PackEntry> {
  const inlined = async (html: (images: Map<string, string>) => string, ids: string[]) =>
    html(
      new Map(
        (await loadImages(workspaceId, ids)).map(({ id, mime, bytes }) => [
          id,
          `data:${mime};base64,${bytes.toString("base64")}`,
        ]),
      ),
    );
  yield {
    path: "dossier.html",
    content: await inlined((images) => exportHtml(dossier, images), dossier.images),
  };
  for (const section of dossier.sections) {
    if (section.blocks.length === 0) continue;
    const name = `textes/${String(section.number).padStart(2, "0")}-${safeName(section.key)}`;
    const shown = new Set(JSON.stringify(section.blocks).match(/"assetId":"[^"]+"/g));
    const ids = dossier.images.filter((id) => shown.has(`"assetId":${JSON.stringify(id)}`));
    const images = new Map<string, { bytes: Buffer; type: "png" }>();
    for (const { id, bytes } of await loadImages(workspaceId, ids)) {
      const png = await asPng(bytes).catch(() => null);
      if (png) images.set(id, { bytes: png, type: "png" });
    }
    const about = { author: dossier.author, subject: dossier.subject };
    yield { path: `${name}.docx`, content: await exportDocx(section, about, images) };
    yield {
      path: `${name}.html`,
      content: await inlined(
        (found) => exportSectionHtml(dossier, section, found, "../dossier.html"),
        ids,
      ),
    };
  }
}

/** Files of the visuals and animations; one that cannot be read is named rather than passed over. */
export async function* mediaEntries(
  workspaceId: string,
  artefacts: Artefact[],
): AsyncGenerator<PackEntry | Unreadable> {
  const taken = new Set<string>();
  for (const artefact of artefacts) {
    const place = (name: string, extension: string) => {
      for (let n = 1; ; n += 1) {
        const path = `${FOLDERS[artefact.kind]}/${safeName(name)}${n > 1 ? `-${n}` : ""}.${extension}`;
        if (taken.has(path)) continue;
        taken.add(path);
        return path;
      }
    };
    const words = (name: string, text: string): PackEntry[] =>
      text.trim() ? [{ path: place(name, "txt"), content: `${text.trim()}\n` }] : [];
    for (const file of artefact.files) {
      const made = await content(workspaceId, artefact, file);
      if (made === null) {
        yield { unreadable: `${FOLDERS[artefact.kind]}/${safeName(file.name)}` };
        continue;
      }
      yield {
        path: place(file.name.replace(/\.[a-z0-9]+$/, ""), made.extension),
        content: made.bytes,
      };
      if (file.role === "poster")
        yield* words(`${file.name}-texte-alternatif`, file.alternative ?? "");
    }
    const alternative = artefact.kind === "animation" ? "texte-equivalent" : "texte-alternatif";
    yield* words(`${FOLDERS[artefact.kind]}-${alternative}`, artefact.alternative);
    yield* words(`${FOLDERS[artefact.kind]}-mention-d-ia`, artefact.mention ?? "");
  }
}

async function content(
  workspaceId: string,
  artefact: Artefact,
  file: ArtefactFile,
): Promise<{ bytes: Uint8Array | string; extension: string } | null> {
  if ("text" in file) return { bytes: file.text, extension: "vtt" };
  try {
    const asset = await findAsset(database(), workspaceId, file.assetId);
    if (!asset) return null;
    const bytes = await storage().read(assetKey(workspaceId, asset.id));
    if (file.role === "video")
      return { bytes, extension: asset.mime === "video/mp4" ? "mp4" : "webm" };
    const png = await asPng(bytes);
    return {
      bytes: file.role === "image" ? marked(png, artefact, artefact.origin) : png,
      extension: "png",
    };
  } catch (error) {
    log("pack-file-unreadable", { asset: file.assetId, error: errorText(error) });
    return null;
  }
}

function asPng(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS }).png().toBuffer();
}

/** The provenance written again, since what is uploaded loses its metadata; none when nobody said what made it. */
function marked(png: Uint8Array, artefact: Artefact, origin: Origin | null): Uint8Array {
  if (!origin) return png;
  const packet = xmpPacket({
    sourceType: SOURCE_TYPES[origin.by],
    title: artefact.title,
    alt: artefact.alternative,
    prompt: origin.prompt,
    tool: origin.tool,
    mention: artefact.mention ?? "",
  });
  return pngWithXmp(png, packet);
}
