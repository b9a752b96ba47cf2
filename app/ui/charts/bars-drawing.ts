import { formatNumber } from "../french.ts";
import { breakLabel, type Drawing, type Palette, round, type Shape } from "./drawing.ts";

export type BarsProps = {
  title: string;
  /** Written after each value: « % », « € », « questions ». */
  unit: string;
  max: number;
  items: readonly { label: string; value: number; note?: string }[];
};

const WIDTH = 420;
const LABEL = 142;
const BAR = 190;

/** A value and its unit, e.g. « 42 % ». */
export function valueWithUnit(value: number, unit: string): string {
  return unit ? `${formatNumber(value)}\u00a0${unit}` : formatNumber(value);
}

export function describeBars({ items, unit }: BarsProps): string {
  return items
    .map(
      (item) =>
        `${item.label}\u00a0: ${valueWithUnit(item.value, unit)}${item.note ? ` (${item.note})` : ""}`,
    )
    .join("\u00a0; ");
}

/** Horizontal bars from zero, each with its label and its value written beside it. */
export function barsDrawing(props: BarsProps, palette: Palette): Drawing {
  const shapes: Shape[] = [];
  let y = 8;
  for (const item of props.items) {
    const lines = breakLabel(item.label, 19);
    const notes = item.note ? breakLabel(item.note, 40) : [];
    const rowHeight =
      Math.max(lines.length * 16, 18) + notes.length * 15 + (notes.length > 0 ? 6 : 0);
    lines.forEach((line, row) => {
      shapes.push(text(line, LABEL - 12, y + 13 + row * 16, "end", 13.5, palette.ink));
    });
    const length = round((Math.min(Math.max(item.value, 0), props.max) / props.max) * BAR);
    shapes.push(
      {
        tag: "rect",
        attributes: {
          x: LABEL,
          y: y + 1,
          width: BAR,
          height: 16,
          fill: palette.line,
          "fill-opacity": 0.55,
        },
      },
      {
        tag: "rect",
        attributes: { x: LABEL, y: y + 1, width: length, height: 16, fill: palette.series[0] },
      },
      text(
        valueWithUnit(item.value, props.unit),
        LABEL + BAR + 10,
        y + 13.5,
        "start",
        13.5,
        palette.ink,
        600,
      ),
    );
    notes.forEach((line, row) => {
      shapes.push(
        text(
          line,
          LABEL + 6,
          y + Math.max(lines.length * 16, 18) + 16 + row * 15,
          "start",
          12.5,
          palette.muted,
        ),
      );
    });
    y += rowHeight + 14;
  }
  shapes.push({
    tag: "line",
    attributes: {
      x1: LABEL,
      y1: 4,
      x2: LABEL,
      y2: y - 8,
      stroke: palette.ink,
      "stroke-width": 1.5,
    },
  });
  return { width: WIDTH, height: y, title: props.title, description: describeBars(props), shapes };
}

function text(
  content: string,
  x: number,
  y: number,
  anchor: "start" | "end",
  size: number,
  fill: string,
  weight = 400,
): Shape {
  return {
    tag: "text",
    attributes: {
      x: round(x),
      y: round(y),
      "text-anchor": anchor,
      "font-size": size,
      fill,
      "font-weight": weight,
    },
    children: [content],
  };
}
