import { mix } from "../colour.ts";
import { group, line, type Node, n, type Point, placed, shape } from "../graph.ts";
import { type MotifName, motif } from "../motifs/catalogue.ts";
import { ellipse, polygon, rect, smooth, star } from "../outlines.ts";
import { heightIn, put } from "../stage.ts";
import type { Composition } from "./family.ts";

/** A town map: blocks, streets, the river, a walk dotted on it, the subject as its landmark. */
export const map: Composition = (stage) => {
  const { w, h, u, tones, random, reading, cast, lead } = stage;
  const land = reading.light === "night" ? tones.sky : mix(tones.paper, tones.accentLight, 0.35);
  const blocks: Node[] = [];
  const size = u * 15 * Math.max(0.75, reading.zoom);
  for (let y = -size * 2; y < h + size * 2; y += size * 0.86)
    for (let x = -size * 2; x < w + size * 2; x += size) {
      const tone =
        random() > 0.82
          ? tones.leafLight
          : random() > 0.5
            ? tones.paper
            : mix(tones.paper, tones.pale, 0.35);
      const part = random();
      if (part > 0.75)
        blocks.push(
          shape(rect(x, y, size * 0.42, size * 0.72, u * 0.6), tone),
          shape(
            rect(x + size * 0.5, y, size * 0.36, size * 0.72, u * 0.6),
            mix(tone, tones.pale, 0.3),
          ),
        );
      else blocks.push(shape(rect(x, y, size * 0.86, size * 0.72, u * 0.6), tone));
      if (tone === tones.leafLight)
        for (let i = 0; i < 3; i++)
          blocks.push(
            shape(
              ellipse(x + size * (0.2 + i * 0.24), y + size * (0.22 + (i % 2) * 0.26), size * 0.09),
              tones.leaf,
            ),
          );
    }
  const course: Point[] = [
    [w * -0.1, h * 0.18],
    [w * 0.22, h * 0.3],
    [w * 0.48, h * 0.42],
    [w * 0.5, h * 0.62],
    [w * 0.74, h * 0.78],
    [w * 1.1, h * 0.84],
  ];
  const bed = smooth(course);
  const river: Node[] = [
    line(bed, tones.paper, u * 21),
    line(bed, tones.water, u * 18),
    line(bed, tones.waterLight, u * 13, { alpha: 0.5 }),
    line(bed, tones.waterDark, u * 0.35, { alpha: 0.7, dash: [u * 5, u * 4] }),
  ];
  const bridges: Node[] = [
    [0.36, 0.37, 62],
    [0.62, 0.71, 40],
  ].map(([x, y, turn]) =>
    placed(
      [
        shape(rect(-u * 14, -u * 2.4, u * 28, u * 4.8), tones.accentLight),
        line(`M${n(-u * 14)} ${n(-u * 2.4)}L${n(u * 14)} ${n(-u * 2.4)}`, tones.woodDark, u * 0.5),
        line(`M${n(-u * 14)} ${n(u * 2.4)}L${n(u * 14)} ${n(u * 2.4)}`, tones.woodDark, u * 0.5),
      ],
      { x: x! * w, y: y! * h, turn: turn! - 90 },
    ),
  );
  const goal: Point = [w * (reading.side < 0 ? 0.26 : 0.7), h * 0.38];
  const walk: Point[] = [
    [w * 0.14, h * 0.84],
    [w * 0.24, h * 0.68],
    [w * 0.4, h * 0.56],
    [w * 0.56, h * 0.5],
    goal,
  ];
  const route: Node[] = [
    line(smooth(walk), tones.paper, u * 2.2),
    line(smooth(walk), tones.second, u * 1.3, { dash: [0.1, u * 2.6] }),
    shape(ellipse(walk[0]![0], walk[0]![1], u * 2.6), tones.paper),
    shape(ellipse(walk[0]![0], walk[0]![1], u * 1.7), tones.second),
  ];
  const pin = (x: number, y: number, k: number, colour: string): Node =>
    placed(
      [
        shape(
          "M0 0C-14 -24 -24 -34 -24 -50C-24 -66 -12 -76 0 -76C12 -76 24 -66 24 -50C24 -34 14 -24 0 0Z",
          colour,
        ),
        shape(ellipse(0, -51, 11), tones.paper),
      ],
      { x, y, sx: k },
    );
  const landmark: MotifName =
    motif(lead).kind === "figure"
      ? (cast.find((m) => motif(m).kind === "building") ?? "museum")
      : lead;
  const disc = u * 17 * Math.min(1.3, reading.zoom);
  const marks: Node[] = [
    shape(ellipse(goal[0] + u * 0.8, goal[1] - disc * 0.6 + u, disc), tones.ink, { alpha: 0.25 }),
    shape(ellipse(goal[0], goal[1] - disc * 0.6, disc), tones.paper),
    line(ellipse(goal[0], goal[1] - disc * 0.6, disc), tones.second, u * 0.9),
    put(stage, landmark, {
      x: goal[0],
      y: goal[1] - disc * 0.1,
      height: heightIn(landmark, disc * 1.5, disc * 1.2),
      still: true,
    }),
    pin(walk[0]![0], walk[0]![1], u * 0.1, tones.deep),
    pin(w * 0.84, h * 0.6, u * 0.09, tones.accent),
    put(stage, "barque", { x: w * 0.5, y: h * 0.56, height: u * 7, turn: 62 }),
  ];
  if (lead !== landmark)
    marks.push(
      put(stage, lead, {
        x: w * 0.2,
        y: h * 0.82,
        height: heightIn(lead, u * 20, u * 26),
        still: true,
      }),
    );
  const [rx, ry] = [w - u * 13, h - u * 14];
  const rose: Node[] = stage.without("logo")
    ? []
    : [
        shape(ellipse(rx, ry, u * 9), tones.paper),
        line(ellipse(rx, ry, u * 7.8), tones.deep, u * 0.3),
        shape(star(rx, ry, u * 7, 4, 0.3), tones.deep),
        shape(
          polygon([
            [rx, ry - u * 7],
            [rx + u * 1.5, ry - u * 1.5],
            [rx, ry],
          ]),
          tones.accent,
        ),
      ];
  const tilt = placed(blocks, { x: 0, y: 0, turn: -8 });
  return {
    layers: [
      group(
        [
          shape(rect(-u * 9, -u * 9, w + u * 18, h + u * 18), land),
          tilt,
          ...river,
          ...bridges,
          ...route,
        ],
        { depth: 0.3 },
      ),
      group(marks, { depth: 0.6 }),
      group(rose, { depth: 0.9 }),
    ],
    horizon: h * 0.5,
    words: reading.room ?? "top",
  };
};
