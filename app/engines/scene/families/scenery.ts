import { mix } from "../colour.ts";
import { group, line, type Node, n, type Point, shape } from "../graph.ts";
import { motif } from "../motifs/catalogue.ts";
import { ellipse, rect, smooth, under } from "../outlines.ts";
import { put, type Stage } from "../stage.ts";

/** True when the scene has water: by its place, or by what is in it. */
export const wet = (stage: Stage): boolean =>
  stage.reading.setting === "river" ||
  stage.reading.setting === "sea" ||
  stage.cast.some((m) => motif(m).kind === "vessel" || m === "reeds" || m === "heron");

/** A ridge of hills whose crest is near `y`, filled down to `bottom`. */
export function hills(
  stage: Stage,
  y: number,
  height: number,
  colour: string,
  bottom = stage.h,
): Node {
  const { w, random } = stage;
  const points: Point[] = [];
  for (let i = -1; i <= 6; i++) points.push([(i * w) / 5, y - random.between(0, height)]);
  return shape(under(points, bottom), colour);
}

/** Water from `top` to `bottom`, with its ripples and the light's reflection around `x`. */
export function water(stage: Stage, top: number, bottom: number, x = stage.w / 2): Node[] {
  const { w, u, tones, random } = stage;
  const nodes: Node[] = [
    shape(
      rect(-w * 0.1, top, w * 1.2, bottom - top),
      stage.without("gradient")
        ? tones.water
        : {
            kind: "linear",
            x1: 0,
            y1: top,
            x2: 0,
            y2: bottom,
            stops: [
              [0, tones.waterLight],
              [0.35, tones.water],
              [1, tones.waterDark],
            ],
          },
    ),
  ];
  const ripples: Node[] = [];
  const rows = 15;
  for (let i = 0; i < rows; i++) {
    const depth = i / rows;
    const y = top + (bottom - top) * (0.03 + depth ** 1.35 * 0.94);
    const length = u * (5 + depth * 18);
    for (let k = 0; k < 3; k++) {
      const at = random.between(-0.1, 1.05) * w;
      ripples.push(
        line(
          smooth([
            [at, y],
            [at + length * 0.3, y - u * 0.35 * (0.4 + depth)],
            [at + length * 0.65, y + u * 0.35 * (0.4 + depth)],
            [at + length, y],
          ]),
          tones.waterLight,
          u * (0.22 + depth * 0.4),
          { alpha: 0.5 },
        ),
      );
    }
    const sparkle = u * (3 + depth * 9) * random.between(0.5, 1.1);
    ripples.push(
      line(
        `M${n(x - sparkle + random.between(-2, 2) * u)} ${n(y + u)}L${n(x + sparkle)} ${n(y + u)}`,
        tones.skyLow,
        u * (0.35 + depth * 0.5),
        { alpha: 0.62 },
      ),
    );
  }
  nodes.push(group(ripples, { motion: { kind: "ripple", amount: u * 1.6, period: 4, phase: 0 } }));
  return nodes;
}

/** A few clouds in the upper sky. */
export function clouds(stage: Stage, y: number, count = 3): Node[] {
  if (stage.reading.light === "night") return [];
  return Array.from({ length: count }, (_, i) => {
    const size = stage.random.between(0.06, 0.12) * stage.w;
    return group(
      [
        put(stage, "cloud", {
          x: ((i + 0.5) / count + stage.random.between(-0.1, 0.1)) * stage.w,
          y: y + stage.random.between(-6, 6) * stage.u,
          height: size,
        }),
      ],
      { alpha: 0.85 },
    );
  });
}

export function birds(stage: Stage, x: number, y: number): Node[] {
  if (stage.without("birds")) return [];
  return [
    [0, 0, 3.4],
    [8, -3, 2.6],
    [13, 2.4, 2],
  ].map(([dx, dy, size]) =>
    put(stage, "gull", { x: x + dx! * stage.u, y: y + dy! * stage.u, height: size! * stage.u }),
  );
}

/** Reeds and grass rising from the bottom edge. */
export function foreground(stage: Stage, side: -1 | 1): Node[] {
  const { w, h, u, tones, random } = stage;
  const at = (k: number) => (side < 0 ? k * w : (1 - k) * w);
  const nodes: Node[] = [
    shape(
      under(
        [
          [at(-0.1), h - u * 15],
          [at(0.14), h - u * 12],
          [at(0.34), h - u * 4],
          [at(0.55), h + u * 2],
        ],
        h + u * 4,
      ),
      mix(tones.leafDark, tones.ink, 0.25),
    ),
  ];
  for (let i = 0; i < 4; i++)
    nodes.push(
      put(stage, "reeds", {
        x: at(0.02 + i * 0.08 + random.between(0, 0.03)),
        y: h + u * (i * 1.5),
        height: u * random.between(26, 40) * (1 - i * 0.12),
        flip: i % 2 === 0,
      }),
    );
  return nodes;
}

/** Flat patches that break up a large plain ground. */
export function speckle(stage: Stage, colour: string, count: number, alpha: number): Node {
  const { w, h, u, random } = stage;
  return group(
    Array.from({ length: count }, () =>
      shape(ellipse(random() * w, random() * h, random.between(0.1, 0.34) * u), colour, { alpha }),
    ),
  );
}
