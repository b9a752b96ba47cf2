import { contrast, deltaE, hexOf, mix } from "./colour.ts";
import type { Scene } from "./compose.ts";
import { group, type Node } from "./graph.ts";
import type { Insets, SetBlock } from "./overlay.ts";
import { type Pixels, sample } from "./raster.ts";

/** Samples across the image's width: a pixel stands for about a hundredth of it. */
const WIDTH = 108;

/** What is under the words: the image and what the overlay lays on it, without the letters. */
function ground(scene: Pick<Scene, "layers" | "words">): Node[] {
  const bare = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node): Node[] =>
      node.kind === "shape"
        ? [node]
        : node.text
          ? []
          : [{ ...node, children: bare(node.children) }],
    );
  return [group(scene.layers), ...bare(scene.words)];
}

export type BlockContrast = {
  block: SetBlock;
  /** WCAG ratio over the worst tenth of the ground, and over its middle. */
  worst: number;
  middle: number;
  /** WCAG 2: large text is 24 px, or 18.66 px when bold, at the size it is seen on a phone 390 px wide. */
  large: boolean;
};

/** WCAG 2 contrast of each block of words with the pixels it lies on, sampled in its box. */
export function overlayContrast(
  scene: Pick<Scene, "layers" | "words" | "blocks" | "width" | "height">,
): BlockContrast[] {
  if (scene.blocks.length === 0) return [];
  const pixels = sample(ground(scene), scene, WIDTH);
  const k = WIDTH / scene.width;
  return scene.blocks.map((block) => {
    const { x, y, width, height } = block.box;
    const ratios: number[] = [];
    for (
      let py = Math.max(0, Math.floor(y * k));
      py <= Math.min(pixels.height - 1, Math.floor((y + height) * k));
      py++
    )
      for (
        let px = Math.max(0, Math.floor(x * k));
        px <= Math.min(pixels.width - 1, Math.floor((x + width) * k));
        px++
      ) {
        const i = (py * pixels.width + px) * 3;
        ratios.push(
          contrast(block.colour, hexOf(pixels.data[i]!, pixels.data[i + 1]!, pixels.data[i + 2]!)),
        );
      }
    ratios.sort((a, b) => a - b);
    const at = (share: number) =>
      ratios[Math.min(ratios.length - 1, Math.floor(ratios.length * share))] ?? 1;
    // All the overlay's faces are bold.
    return {
      block,
      worst: at(0.1),
      middle: at(0.5),
      large: (block.size * 390) / scene.width >= 18.66,
    };
  });
}

/** Main colours of an image with the share of its surface each covers, largest first. */
export function mainColours(pixels: Pixels, count = 8): { hex: string; share: number }[] {
  const bins = new Map<number, [number, number, number, number]>();
  for (let i = 0; i < pixels.data.length; i += 3) {
    const [r, g, b] = [pixels.data[i]!, pixels.data[i + 1]!, pixels.data[i + 2]!];
    const key = (Math.floor(r / 32) << 6) | (Math.floor(g / 32) << 3) | Math.floor(b / 32);
    const bin = bins.get(key) ?? [0, 0, 0, 0];
    bins.set(key, [bin[0] + r, bin[1] + g, bin[2] + b, bin[3] + 1]);
  }
  const total = pixels.width * pixels.height;
  return [...bins.values()]
    .sort((a, b) => b[3] - a[3])
    .slice(0, count)
    .map(([r, g, b, n]) => ({ hex: hexOf(r / n, g / n, b / n), share: n / total }));
}

export type PaletteDistance = {
  /** Mean CIEDE2000 distance of the main colours to the charter or a tint of it, weighted by surface. */
  mean: number;
  colours: { hex: string; share: number; nearest: string; distance: number }[];
};

/** How far an image's main colours are from a charter; mixes of two of its colours count as its tints. */
export function paletteDistance(pixels: Pixels, charter: readonly string[]): PaletteDistance {
  const tints = charter.flatMap((one, i) =>
    charter.slice(i).flatMap((other) =>
      one === other
        ? [{ hex: one, of: one }]
        : [0.2, 0.4, 0.6, 0.8].map((s) => ({
            hex: mix(one, other, s),
            of: s < 0.5 ? one : other,
          })),
    ),
  );
  const colours = mainColours(pixels).map(({ hex, share }) => {
    const best = tints
      .map((t) => ({ of: t.of, distance: deltaE(hex, t.hex) }))
      .sort((a, b) => a.distance - b.distance)[0]!;
    return { hex, share, nearest: best.of, distance: best.distance };
  });
  const covered = colours.reduce((sum, c) => sum + c.share, 0) || 1;
  return { mean: colours.reduce((sum, c) => sum + c.distance * c.share, 0) / covered, colours };
}

/** The picture of a scene as pixels, without its words. */
export const scenePixels = (scene: Pick<Scene, "layers" | "width" | "height">): Pixels =>
  sample([group(scene.layers)], scene, 72);

/** Blocks of words that go beyond the zone a network leaves free. */
export function outsideSafeZone(
  blocks: readonly SetBlock[],
  size: { width: number; height: number },
  insets: Insets,
): SetBlock[] {
  const slack = 1;
  return blocks.filter(
    ({ box }) =>
      box.x < insets.left * size.width - slack ||
      box.y < insets.top * size.height - slack ||
      box.x + box.width > (1 - insets.right) * size.width + slack ||
      box.y + box.height > (1 - insets.bottom) * size.height + slack,
  );
}
