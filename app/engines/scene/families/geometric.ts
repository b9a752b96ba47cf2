import { group, line, type Node, type Point, shape } from "../graph.ts";
import { motif } from "../motifs/catalogue.ts";
import { ellipse, polygon, quarter, rect, smooth } from "../outlines.ts";
import { celestial, heightIn, put } from "../stage.ts";
import type { Composition } from "./family.ts";
import { water } from "./scenery.ts";

/** A grid of discs, quarters, waves and stripes around the subject. */
export const geometric: Composition = (stage) => {
  const { w, h, tones, random, reading, lead } = stage;
  const columns = w > h ? 6 : 4;
  const cell = w / columns;
  const rows = Math.ceil(h / cell);
  const grounds = [
    tones.paper,
    tones.accent,
    tones.second,
    tones.deep,
    tones.pale,
    tones.accentLight,
  ];
  const over: Record<string, string[]> = {
    [tones.paper]: [tones.deep, tones.second, tones.accent],
    [tones.accent]: [tones.deep, tones.paper, tones.second],
    [tones.second]: [tones.accent, tones.paper, tones.secondLight],
    [tones.deep]: [tones.accent, tones.pale, tones.paper],
    [tones.pale]: [tones.deep, tones.second, tones.paper],
    [tones.accentLight]: [tones.second, tones.deep, tones.accent],
  };
  const tiles: Node[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const [x, y] = [column * cell, row * cell];
      const ground = grounds[(column * 2 + row * 3 + Math.floor(random() * 3)) % grounds.length]!;
      const ink = random.pick(over[ground]!);
      const inside = rect(x, y, cell + 0.6, cell + 0.6);
      const sx = random() > 0.5 ? 1 : -1;
      const sy = random() > 0.5 ? 1 : -1;
      const [qx, qy] = [sx > 0 ? x : x + cell, sy > 0 ? y : y + cell];
      const drawn: Node[] = [
        () => [shape(quarter(qx, qy, cell, sx, sy), ink)],
        () => [
          shape(quarter(qx, qy, cell, sx, sy), ink),
          shape(quarter(qx, qy, cell * 0.55, sx, sy), random.pick(over[ground]!)),
        ],
        () => [
          shape(ellipse(x + cell / 2, y + cell / 2, cell * 0.36), ink),
          shape(ellipse(x + cell / 2, y + cell / 2, cell * 0.15), ground),
        ],
        () =>
          [0, 1, 2, 3].map((i) =>
            line(
              smooth(
                [0, 1, 2, 3, 4].map(
                  (j): Point => [
                    x + (j * cell) / 4,
                    y + cell * (0.2 + i * 0.2) + (j % 2 ? 1 : -1) * cell * 0.06,
                  ],
                ),
              ),
              ink,
              cell * 0.06,
            ),
          ),
        () => [
          shape(
            polygon([
              [x, y + cell],
              [x + cell, y + cell],
              [sx > 0 ? x : x + cell, y],
            ]),
            ink,
          ),
        ],
        () =>
          [0, 1, 2].map((i) => shape(rect(x + cell * (0.08 + i * 0.31), y, cell * 0.2, cell), ink)),
        () => [
          shape(quarter(x, y + cell, cell, 1, -1), ink),
          shape(quarter(x + cell, y, cell, -1, 1), random.pick(over[ground]!)),
        ],
      ][Math.floor(random() * 7)]!();
      tiles.push(group([shape(inside, ground), ...drawn], { clip: inside }));
    }
  const span = 2 * Math.max(1, Math.round(reading.zoom * 1.2));
  const size = Math.min(span, columns - (columns > 4 ? 2 : 1)) * cell;
  const [px, py] = [
    Math.round((columns / 2 + reading.side - size / cell / 2) * 1) * cell,
    Math.round(rows / 2 - size / cell / 2) * cell,
  ];
  const hero = rect(px, py, size, size);
  const round = ellipse(px + size / 2, py + size / 2, size * 0.5);
  const lit = reading.light === "plain" ? tones.skyLow : tones.sky;
  const main: Node[] = [
    shape(hero, tones.deep),
    group(
      [
        shape(round, lit),
        ...celestial(stage, px + size * 0.68, py + size * 0.3, size * 0.1),
        ...(motif(lead).kind === "object"
          ? [shape(rect(px, py + size * 0.74, size, size), tones.accent)]
          : water({ ...stage, w: size }, py + size * 0.68, py + size, px + size / 2).map((node) =>
              group([node], { matrix: [1, 0, 0, 1, px, 0] }),
            )),
      ],
      { clip: round },
    ),
    put(stage, lead, {
      x: px + size / 2,
      y: py + size * 0.84,
      height: heightIn(lead, size * 0.74, size * 0.66),
    }),
  ];
  return {
    layers: [group(tiles, { depth: 0.3 }), group(main, { depth: 0.7 })],
    horizon: h * 0.6,
    words: reading.room ?? "bottom",
  };
};
