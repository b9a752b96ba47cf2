import { type Face, lineWidth, setLine } from "./face.ts";
import { type Group, group, type Node, placed, shape } from "./graph.ts";

/** Words a line does not end on: what they announce would start the next one. */
const LIGHT_WORDS = new Set(
  "le la les l’ un une des de du d’ à au aux et ou où que qui pour sur dans en par avec sans ce cette ces son sa ses leur nos vos ne se si".split(
    " ",
  ),
);

/** Spaces that French typography does not break at become no-break spaces. */
export function bound(text: string): string {
  return text
    .replace(/ +([;:!?»])/g, "\u00a0$1")
    .replace(/« +/g, "«\u00a0")
    .replace(/(\d) +(?=[\p{L}%€])/gu, "$1\u00a0")
    .replace(/(^|\s)(1er|\d{1,2}) /g, "$1$2\u00a0");
}

/**
 * Breaks a text into lines no wider than `width` pixels, as even as can be, not after an article or a preposition when
 * it can be helped. A word wider than the line stays whole on a line of its own. Line feeds are kept.
 */
export function breakLines(
  face: Face,
  text: string,
  size: number,
  width: number,
  tracking = 0,
): string[] {
  return bound(text)
    .split("\n")
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) =>
      evenLines(part.split(/[ \t]+/), (line) => lineWidth(face, line, size, tracking), width),
    );
}

function evenLines(words: string[], measure: (line: string) => number, width: number): string[] {
  const count = words.length;
  // best[i]: least cost of setting the words from i on; next[i]: where the line that starts at i ends.
  const best = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
  const next = new Array<number>(count + 1).fill(count);
  best[count] = 0;
  const target = Math.min(
    width,
    (measure(words.join(" ")) / Math.ceil(measure(words.join(" ")) / width)) * 1.06,
  );
  for (let i = count - 1; i >= 0; i--)
    for (let j = i + 1; j <= count; j++) {
      const length = measure(words.slice(i, j).join(" "));
      if (length > width && j > i + 1) break;
      const slack = (target - length) / width;
      const clumsy = j < count && LIGHT_WORDS.has(words[j - 1]!.toLowerCase()) ? 0.6 : 0;
      // Each line costs, so that a short text is not cut for the sake of evenness.
      const cost = slack * slack + clumsy + 0.35 + best[j]!;
      if (cost < best[i]!) {
        best[i] = cost;
        next[i] = j;
      }
    }
  const lines: string[] = [];
  for (let i = 0; i < count; i = next[i]!) lines.push(words.slice(i, next[i]!).join(" "));
  return lines;
}

export type Fitted = { lines: string[]; size: number; width: number };

/** The largest size, from `size` down to `least`, at which the text holds in `width` on at most `maxLines` lines. */
export function fitText(
  face: Face,
  text: string,
  want: { size: number; least: number; width: number; maxLines: number; tracking?: number },
): Fitted {
  for (let size = want.size; ; size *= 0.94) {
    const lines = breakLines(face, text, size, want.width, want.tracking);
    const width = Math.max(0, ...lines.map((l) => lineWidth(face, l, size, want.tracking)));
    if ((width <= want.width && lines.length <= want.maxLines) || size * 0.94 < want.least)
      return { lines, size, width };
  }
}

/** Lines of text as outlines; (x, y) is the left end, or the middle, of the first baseline. */
export function textNodes(
  face: Face,
  lines: readonly string[],
  at: {
    x: number;
    y: number;
    size: number;
    leading: number;
    colour: string;
    align: "start" | "middle";
    tracking?: number;
  },
): Group {
  const k = at.size / 1000;
  const nodes: Node[] = lines.map((text, i) => {
    const { characters, width } = setLine(face, text, at.tracking);
    const x = at.align === "middle" ? at.x - (width * k) / 2 : at.x;
    return placed(
      characters.map((c) => placed([shape(c.d, at.colour, { plain: true })], { x: c.x, y: 0 })),
      { x, y: at.y + i * at.leading, sx: k },
    );
  });
  return group(nodes, { text: lines.join(" ") });
}
