import { mix } from "./colour.ts";
import {
  type Group,
  group,
  line,
  type Node,
  type Paint,
  type Point,
  placed,
  shape,
} from "./graph.ts";
import { type MotifName, motif } from "./motifs/catalogue.ts";
import { ellipse, polygon, polyline, rect, star } from "./outlines.ts";
import { type Tone, type Tones, tinted } from "./palette.ts";
import type { Random } from "./random.ts";
import type { Light, Reading, Removal } from "./reading.ts";

/** What a composition works with. Lengths are scene units: pixels of the file. */
export type Stage = {
  w: number;
  h: number;
  /** A hundredth of the shorter side. */
  u: number;
  tones: Tones;
  random: Random;
  reading: Reading;
  /** Never empty: the subject first, then what else the prompt named. */
  cast: MotifName[];
  lead: MotifName;
  without(what: Removal): boolean;
};

/** The tones by a given light. */
export function litTones(tones: Tones, light: Light): Tones {
  switch (light) {
    case "dawn":
      return {
        ...tinted(tones, tones.accent, 0.1, ["accent", "paper", "white"]),
        sky: mix(tones.second, tones.paper, 0.55),
        skyLow: mix(tones.accent, tones.paper, 0.3),
      };
    case "night": {
      const dark = tinted(tones, mix(tones.deep, "#05070f", 0.45), 0.46, [
        "accent",
        "accentLight",
        "ink",
      ]);
      return {
        ...dark,
        sky: mix(tones.deep, "#05070f", 0.55),
        skyLow: mix(tones.deep, tones.paper, 0.14),
        paper: mix(tones.paper, tones.deep, 0.26),
        white: mix(tones.white, tones.deep, 0.2),
      };
    }
    case "backlight":
      return {
        ...tones,
        sky: mix(tones.accent, tones.paper, 0.25),
        skyLow: mix(tones.accent, tones.white, 0.78),
      };
    case "mist":
      return {
        ...tinted(tones, tones.paper, 0.24, ["paper", "white", "accent"]),
        sky: mix(tones.pale, tones.paper, 0.5),
        skyLow: mix(tones.paper, tones.white, 0.4),
      };
    case "studio":
      return {
        ...tones,
        sky: mix(tones.deep, tones.ink, 0.4),
        skyLow: mix(tones.deep, tones.paper, 0.25),
      };
    case "noon":
      return {
        ...tones,
        sky: mix(tones.water, tones.paper, 0.34),
        skyLow: mix(tones.sky, tones.white, 0.6),
      };
    default:
      return tones;
  }
}

/** Draws a motif standing on (x, y), `height` high. */
export function put(
  stage: Stage,
  name: MotifName,
  at: {
    x: number;
    y: number;
    height: number;
    flip?: boolean;
    turn?: number;
    flat?: Tone;
    still?: boolean;
  },
): Group {
  const { box, parts, motion } = motif(name);
  const { tones, random } = stage;
  const k = at.height / box[1];
  const nodes: Node[] = parts.map(([tone, d, width, alpha, dash]) => {
    const colour = at.flat ? tones[at.flat] : tones[tone];
    const more = alpha === undefined || at.flat ? {} : { alpha };
    return width
      ? line(d, colour, width, { ...more, ...(dash ? { dash } : {}) })
      : shape(d, colour, more);
  });
  const inner = placed(nodes, { x: -box[0] / 2, y: -box[1] });
  return placed(
    [inner],
    { x: at.x, y: at.y, sx: at.flip ? -k : k, sy: k, turn: at.turn ?? 0 },
    motion && !at.still ? { motion: { ...motion, phase: random() } } : {},
  );
}

/** Height that makes a motif fit a box of that width and height. */
export function heightIn(name: MotifName, width: number, height: number): number {
  const { box } = motif(name);
  return Math.min(height, (width * box[1]) / box[0]);
}

export const vertical = (h: number, stops: [number, string, number?][], from = 0): Paint => ({
  kind: "linear",
  x1: 0,
  y1: from,
  x2: 0,
  y2: h,
  stops,
});

export const glow = (cx: number, cy: number, r: number, colour: string, alpha: number): Node =>
  shape(ellipse(cx, cy, r), {
    kind: "radial",
    cx,
    cy,
    r,
    stops: [
      [0, colour, alpha],
      [1, colour, 0],
    ],
  });

/** A whole sky down to `low`, plain when gradients are not wanted. */
export function sky(stage: Stage, low = stage.h): Node {
  const { tones, w } = stage;
  const paint = stage.without("gradient")
    ? tones.skyLow
    : vertical(low, [
        [0, tones.sky],
        [1, tones.skyLow],
      ]);
  return shape(rect(0, 0, w, low), paint);
}

/** A waxing moon: an outer arc, then an inner one back. */
function crescent(x: number, y: number, r: number): string {
  const points: Point[] = [];
  for (let i = 0; i <= 16; i++) {
    const a = Math.PI * (0.22 + (i / 16) * 1.3);
    points.push([x + Math.cos(a) * r, y + Math.sin(a) * r]);
  }
  for (let i = 16; i >= 0; i--) {
    const a = Math.PI * (0.22 + (i / 16) * 1.3);
    points.push([x + r * 0.34 + Math.cos(a) * r * 0.76, y - r * 0.22 + Math.sin(a) * r * 0.76]);
  }
  return polygon(points);
}

/** Where the feet of a subject go: a person seen close is cut at the knees. */
export function footing(stage: Stage, y: number, size: number): number {
  return stage.reading.zoom > 1.3 && motif(stage.lead).kind === "figure" ? y + size * 0.28 : y;
}

/** Sun or moon, as the light has it; nothing when it is not wanted. */
export function celestial(stage: Stage, x: number, y: number, r: number): Node[] {
  const { tones, reading } = stage;
  if (stage.without("sun")) return [];
  switch (reading.light) {
    case "night":
      return [
        glow(x, y, r * 2.6, tones.accentLight, 0.35),
        shape(crescent(x, y, r * 0.76), tones.accentLight),
      ];
    case "mist":
      return [shape(ellipse(x, y, r * 0.8), tones.white, { alpha: 0.85 })];
    case "noon": {
      const rays: Node[] = [];
      for (let i = 0; i < 12; i++) {
        const a = (i * Math.PI) / 6;
        const from: Point = [x + Math.cos(a) * r * 0.95, y + Math.sin(a) * r * 0.95];
        rays.push(
          line(
            polyline([from, [x + Math.cos(a) * r * 1.35, y + Math.sin(a) * r * 1.35]]),
            tones.accent,
            r * 0.09,
          ),
        );
      }
      return [...rays, shape(ellipse(x, y, r * 0.72), tones.accent)];
    }
    case "studio":
      return [];
    case "dawn":
    case "backlight":
      return [
        glow(x, y, r * 3, tones.accentLight, 0.75),
        shape(ellipse(x, y, r * 1.1), reading.light === "dawn" ? tones.accent : tones.white),
      ];
    default:
      return [shape(ellipse(x, y, r), tones.accent)];
  }
}

/** What the light adds over everything: stars, mist, a spotlight, warmth. */
export function lightLayer(stage: Stage, horizon: number): Group[] {
  const { w, h, u, tones, random, reading } = stage;
  switch (reading.light) {
    case "night": {
      const stars: Node[] = [];
      for (let i = 0; i < 46; i++) {
        const [x, y] = [random.between(0, w), random.between(0, horizon * 0.8)];
        const r = random.between(0.16, 0.42) * u;
        stars.push(
          i % 6 === 0
            ? shape(star(x, y, r * 4, 4, 0.2), tones.accentLight, { alpha: 0.9 })
            : shape(ellipse(x, y, r), tones.white, { alpha: 0.8 }),
        );
      }
      return [group(stars, { depth: 0.02 })];
    }
    case "mist":
      return [0, 1, 2].map((i) => {
        const y = horizon + (i - 0.8) * u * 9;
        return group(
          [
            shape(
              rect(-w * 0.1, y - u * 8, w * 1.2, u * 16),
              vertical(
                y + u * 8,
                [
                  [0, tones.white, 0],
                  [0.5, tones.white, 0.62],
                  [1, tones.white, 0],
                ],
                y - u * 8,
              ),
            ),
          ],
          {
            depth: 0.3 + i * 0.2,
            motion: { kind: "drift", amount: u * 3, period: 9 + i * 3, phase: i / 3 },
          },
        );
      });
    case "studio":
      return [
        group([
          shape(rect(0, 0, w, h), {
            kind: "radial",
            cx: w * 0.34,
            cy: h * 0.3,
            r: Math.max(w, h) * 0.85,
            stops: [
              [0, tones.white, 0.3],
              [0.45, tones.white, 0],
              [1, tones.ink, 0.6],
            ],
          }),
        ]),
      ];
    case "dawn":
      return [
        group([
          shape(rect(0, 0, w, h), {
            kind: "radial",
            cx: w * 0.7,
            cy: horizon,
            r: Math.max(w, h) * 0.8,
            stops: [
              [0, tones.accent, 0.26],
              [0.6, tones.accent, 0],
            ],
          }),
        ]),
      ];
    case "backlight":
      return [group([glow(w / 2, horizon * 0.8, u * 60, tones.white, 0.4)])];
    default:
      return [];
  }
}

/** The shadow on the ground under something `width` wide standing at (x, y). */
export function groundShadow(stage: Stage, x: number, y: number, width: number): Node[] {
  const { tones, reading, u } = stage;
  switch (reading.light) {
    case "studio":
      return [
        shape(
          polygon([
            [x - width * 0.3, y],
            [x + width * 0.35, y],
            [x + width * 1.3, y + u * 9],
            [x + width * 0.5, y + u * 9],
          ]),
          tones.ink,
          { alpha: 0.5 },
        ),
      ];
    case "dawn":
      return [
        shape(
          polygon([
            [x - width * 0.36, y],
            [x + width * 0.36, y],
            [x - width * 0.5, y + u * 7],
            [x - width * 1.2, y + u * 7],
          ]),
          tones.ink,
          { alpha: 0.22 },
        ),
      ];
    case "mist":
      return [];
    default:
      return [shape(ellipse(x, y, width * 0.52, width * 0.07), tones.ink, { alpha: 0.22 })];
  }
}
