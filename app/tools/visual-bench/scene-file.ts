import {
  type Provenance,
  pngWithXmp,
  SOURCE_TYPES,
  webpWithXmp,
  xmpPacket,
} from "~/engines/provenance.ts";
import { drawNodes } from "~/engines/scene/canvas.ts";
import { composeScene, type Scene, sceneNodes } from "~/engines/scene/compose.ts";
import { group, line, type Node } from "~/engines/scene/graph.ts";
import { rect } from "~/engines/scene/outlines.ts";
import type { Insets, Overlay } from "~/engines/scene/overlay.ts";
import type { Slots } from "~/engines/scene/slots.ts";
import { svgFile } from "~/engines/scene/svg.ts";
import { RENDERER } from "./kept-image.ts";

export type Picture = { slots: Slots; brand: readonly string[]; seed: number; overlay?: Overlay };

export const sceneOf = ({ slots, brand, seed, overlay }: Picture): Scene =>
  composeScene(slots, brand, seed, overlay);

/** A picture for the screen; `guides` shows the zone a network leaves free. */
export function previewSvg(picture: Picture, guides?: Insets): string {
  const scene = sceneOf(picture);
  const nodes: Node[] = sceneNodes(scene);
  if (guides) {
    const { width: w, height: h } = scene;
    const free = rect(
      guides.left * w,
      guides.top * h,
      (1 - guides.left - guides.right) * w,
      (1 - guides.top - guides.bottom) * h,
    );
    const u = Math.min(w, h) / 100;
    nodes.push(
      group([
        line(free, "#ffffff", u * 0.7),
        line(free, "#12120f", u * 0.7, { dash: [u * 2, u * 2], cap: "butt" }),
      ]),
    );
  }
  return svgFile(nodes, scene);
}

export type FileAbout = Omit<Provenance, "sourceType" | "tool">;
const provenance = (about: FileAbout): Provenance => ({
  ...about,
  sourceType: SOURCE_TYPES.rules,
  tool: RENDERER,
});

/** The image as an SVG file, with its provenance. */
export function svgWithProvenance(picture: Picture, about: FileAbout): string {
  const scene = sceneOf(picture);
  return svgFile(sceneNodes(scene), scene, {
    title: about.title,
    description: [about.alt, about.mention, `Composé par le ${RENDERER.toLowerCase()}.`]
      .filter(Boolean)
      .join(" "),
    metadata: xmpPacket(provenance(about), false),
  });
}

/**
 * The image as a PNG or WebP file drawn on a canvas, with its provenance; null when this browser cannot write that
 * format. In the browser only.
 */
export async function bitmapWithProvenance(
  picture: Picture,
  about: FileAbout,
  format: "png" | "webp",
): Promise<Uint8Array<ArrayBuffer> | null> {
  const scene = sceneOf(picture);
  const canvas = document.createElement("canvas");
  canvas.width = scene.width;
  canvas.height = scene.height;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  drawNodes(pen, sceneNodes(scene));
  const type = `image/${format}`;
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, 0.92));
  // A browser that lacks a format gives a PNG instead.
  if (!blob || blob.type !== type) return null;
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const packet = xmpPacket(provenance(about));
  return format === "png" ? pngWithXmp(bytes, packet) : webpWithXmp(bytes, packet, scene);
}
