import { formatNumber } from "../french.ts";
import {
  breakLabel,
  type Drawing,
  dashes,
  mark,
  type Palette,
  pointList,
  round,
  type Shape,
} from "./drawing.ts";

export type RadarProps = {
  title: string;
  axes: readonly { id: string; label: string }[];
  max: number;
  series: readonly { id: string; label: string; values: readonly (number | null)[] }[];
  /** Names of the levels 1…max, from the lowest. */
  levels?: readonly string[];
};

const WIDTH = 420;
const CENTRE = WIDTH / 2;
const RADIUS = 100;
const TOP = 152;

/** One sentence a series: what each axis holds. */
export function describeRadar({ axes, series, max, levels }: RadarProps): string {
  return series
    .map((one) => {
      const values = axes.map((axis, index) => {
        const value = one.values[index];
        if (value === null || value === undefined) return `${axis.label}, non renseigné`;
        return `${axis.label}, ${levels?.[value - 1] ?? `${formatNumber(value)} sur ${formatNumber(max)}`}`;
      });
      return `${one.label}\u00a0: ${values.join("\u00a0; ")}.`;
    })
    .join(" ");
}

/** Narrow on purpose: on a phone the words keep about 11 px. Axes clockwise from the top; a missing value leaves a gap in the outline, it is never drawn as zero. */
export function radarDrawing(props: RadarProps, palette: Palette): Drawing {
  const { axes, series, max } = props;
  const count = Math.max(axes.length, 1);
  const at = (index: number, value: number): [number, number] => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    const reach = (Math.min(Math.max(value, 0), max) / max) * RADIUS;
    return [CENTRE + Math.cos(angle) * reach, TOP + Math.sin(angle) * reach];
  };

  const rings: Shape[] = Array.from({ length: Math.max(1, Math.round(max)) }, (_, index) => ({
    tag: "polygon",
    attributes: {
      points: pointList(axes.map((_axis, axisIndex) => at(axisIndex, index + 1))),
      fill: "none",
      stroke: index + 1 === Math.round(max) ? palette.muted : palette.line,
      "stroke-width": 1,
    },
  }));
  const spokes: Shape[] = axes.map((_axis, index) => {
    const [x, y] = at(index, max);
    return {
      tag: "line",
      attributes: {
        x1: CENTRE,
        y1: TOP,
        x2: round(x),
        y2: round(y),
        stroke: palette.line,
        "stroke-width": 1,
      },
    };
  });
  const names = axes.map((axis, index) => axisLabel(axis.label, index, count, palette));
  const outlines = series.flatMap((one, index) => outline(one.values, index, at, palette));
  const keys = legend(props, palette);
  return {
    width: WIDTH,
    height: TOP + RADIUS + 88 + keys.height,
    title: props.title,
    description: describeRadar(props),
    shapes: [...rings, ...spokes, ...names, ...outlines, ...keys.shapes],
  };
}

function axisLabel(label: string, index: number, count: number, palette: Palette): Shape {
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
  const x = CENTRE + Math.cos(angle) * (RADIUS + 14);
  const y = TOP + Math.sin(angle) * (RADIUS + 14);
  const side = Math.cos(angle);
  const anchor = Math.abs(side) < 0.2 ? "middle" : side > 0 ? "start" : "end";
  const lines = breakLabel(label, anchor === "middle" ? 24 : 13).slice(0, 5);
  const upward =
    Math.sin(angle) < -0.8
      ? (lines.length - 1) * 15
      : Math.sin(angle) > 0.8
        ? -8
        : (lines.length - 1) * 7.5;
  return {
    tag: "g",
    attributes: {},
    children: lines.map((line, row) => ({
      tag: "text",
      attributes: {
        x: round(x),
        y: round(y - upward + row * 15 + 4),
        "text-anchor": anchor,
        "font-size": 13,
        fill: palette.ink,
      },
      children: [line],
    })),
  };
}

/** The outline, in runs of known values: closed when every axis has one. */
function outline(
  values: readonly (number | null)[],
  index: number,
  at: (axis: number, value: number) => [number, number],
  palette: Palette,
): Shape[] {
  const colour = palette.series[index % 4]!;
  const known = values.map((value, axis) => (value === null ? null : at(axis, value)));
  const complete = known.length > 2 && known.every((point) => point !== null);
  const line = {
    stroke: colour,
    "stroke-width": 2.5,
    "stroke-dasharray": dashes[index % 4]!,
    "stroke-linejoin": "round",
  };
  const shapes: Shape[] = [];
  if (complete)
    shapes.push({
      tag: "polygon",
      attributes: {
        points: pointList(known as [number, number][]),
        fill: colour,
        "fill-opacity": 0.1,
        ...line,
      },
    });
  else
    known.forEach((point, axis) => {
      const next = known[(axis + 1) % known.length];
      if (!point || !next || known.length < 2) return;
      shapes.push({
        tag: "line",
        attributes: {
          x1: round(point[0]),
          y1: round(point[1]),
          x2: round(next[0]),
          y2: round(next[1]),
          ...line,
        },
      });
    });
  for (const point of known)
    if (point) shapes.push(mark(index, round(point[0]), round(point[1]), colour));
  return shapes;
}

function legend({ series }: RadarProps, palette: Palette): { height: number; shapes: Shape[] } {
  const top = TOP + RADIUS + 92;
  return {
    height: series.length * 22 + 6,
    shapes: series.flatMap((one, index): Shape[] => {
      const y = top + index * 22;
      const colour = palette.series[index % 4]!;
      return [
        {
          tag: "line",
          attributes: {
            x1: 24,
            y1: y,
            x2: 60,
            y2: y,
            stroke: colour,
            "stroke-width": 2.5,
            "stroke-dasharray": dashes[index % 4]!,
          },
        },
        mark(index, 42, y, colour),
        {
          tag: "text",
          attributes: { x: 72, y: y + 4.5, "font-size": 14, fill: palette.ink },
          children: [one.label],
        },
      ];
    }),
  };
}
