/**
 * A drawing as data: written once, printed as React elements in a page or as an SVG string in an export.
 */
export type Shape = {
  tag: "g" | "path" | "line" | "circle" | "rect" | "text" | "polygon";
  attributes: Record<string, string | number>;
  children?: (Shape | string)[];
};

export type Drawing = {
  width: number;
  height: number;
  title: string;
  description: string;
  shapes: Shape[];
};

/** Colours of a drawing: CSS variables in a page (they follow the theme), plain values in a file. */
export type Palette = {
  ink: string;
  muted: string;
  line: string;
  ground: string;
  series: readonly [string, string, string, string];
  font: string;
};

export const pagePalette: Palette = {
  ink: "var(--color-ink)",
  muted: "var(--color-muted)",
  line: "var(--color-line)",
  ground: "var(--color-surface)",
  series: [
    "var(--color-block-1)",
    "var(--color-block-2)",
    "var(--color-block-3)",
    "var(--color-block-4)",
  ],
  font: "inherit",
};

/** The light values of app.css; the contrast test holds them against each other. */
export const filePalette: Palette = {
  ink: "#221d18",
  muted: "#62594e",
  line: "#e0d7c7",
  ground: "#fffdf9",
  series: ["#24468c", "#a31d57", "#1c5f44", "#66389a"],
  font: "Atkinson Hyperlegible Next",
};

/** Strokes of the four series: a dash tells what a hue alone must not. */
export const dashes = ["none", "7 4", "2 4", "10 3 2 3"] as const;

/** A point mark (●, ■, ▲, ◆) centred on x, y. */
export function mark(index: number, x: number, y: number, fill: string, size = 5): Shape {
  const at = index % 4;
  if (at === 0) return { tag: "circle", attributes: { cx: x, cy: y, r: size, fill } };
  if (at === 1)
    return {
      tag: "rect",
      attributes: {
        x: round(x - size),
        y: round(y - size),
        width: 2 * size,
        height: 2 * size,
        fill,
      },
    };
  const points =
    at === 2
      ? [
          [x, y - size - 1],
          [x + size + 1, y + size],
          [x - size - 1, y + size],
        ]
      : [
          [x, y - size - 1],
          [x + size + 1, y],
          [x, y + size + 1],
          [x - size - 1, y],
        ];
  return { tag: "polygon", attributes: { points: pointList(points as [number, number][]), fill } };
}

export function pointList(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y]) => `${round(x)},${round(y)}`).join(" ");
}

/** Two decimals are enough for a screen and keep the markup short. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Breaks a label at spaces into lines of at most `length` characters; a long word keeps its line. */
export function breakLabel(label: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of label.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
