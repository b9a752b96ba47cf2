import { mix } from "../colour.ts";
import { group, type Node, type Point, shape } from "../graph.ts";
import type { MotifName } from "../motifs/catalogue.ts";
import { motif } from "../motifs/catalogue.ts";
import { ellipse, rect, smooth, under } from "../outlines.ts";
import { celestial, groundShadow, heightIn, put, type Stage, sky } from "../stage.ts";
import type { Composition } from "./family.ts";
import { birds, clouds, foreground, hills, water, wet } from "./scenery.ts";

const inTown = (stage: Stage) => stage.reading.setting === "town";

/** A wide view: sky, ridges, a bank, water or meadow, the subject on one side. */
export const landscape: Composition = (stage) => {
  const { w, h, u, tones, reading, cast, lead } = stage;
  const horizon = h * (reading.angle === "below" ? 0.62 : reading.angle === "above" ? 0.32 : 0.46);
  const side = reading.side === 0 ? 1 : reading.side;
  const sunX = w * (side > 0 ? 0.3 : 0.7);
  const back = [sky(stage, horizon + u * 4), ...celestial(stage, sunX, horizon - u * 16, u * 9)];
  const air = [
    ...clouds(stage, h * 0.14),
    ...birds(stage, w * (side > 0 ? 0.56 : 0.22), horizon - u * 24),
  ];
  const ridges: Node[] =
    reading.setting === "sea"
      ? []
      : reading.setting === "mountain"
        ? [0, 1, 2].map((i) =>
            put(stage, "mountain", {
              x: w * (0.15 + i * 0.36),
              y: horizon + u,
              height: u * (26 + (i % 2) * 10),
            }),
          )
        : [
            hills(
              stage,
              horizon - u * 5,
              u * 9,
              mix(tones.mid, tones.skyLow, 0.45),
              horizon + u * 6,
            ),
            hills(stage, horizon - u, u * 6, mix(tones.leaf, tones.skyLow, 0.4), horizon + u * 6),
          ];
  const bank: Node[] = [];
  if (reading.setting !== "sea" && reading.setting !== "mountain") {
    const building: MotifName =
      cast.find((m) => motif(m).kind === "building") ?? (inTown(stage) ? "city" : "house");
    const [bx, bh] = [
      w * (side > 0 ? 0.2 : 0.8),
      u * (building === lead ? 30 : 15) * Math.max(0.8, reading.zoom),
    ];
    if (building === "city" || inTown(stage))
      for (let i = 0; i < 3; i++)
        bank.push(
          put(stage, "city", {
            x: w * (0.14 + i * 0.36),
            y: horizon + u * 2.4,
            height: u * (18 + (i % 2) * 5),
            flip: i % 2 === 1,
          }),
        );
    else
      for (const [dx, k] of [
        [-13, 1.5],
        [-9.5, 1.25],
        [10, 1.45],
        [14, 1.15],
      ] as const)
        bank.push(
          put(stage, "poplar", {
            x: bx + dx * u * (bh > u * 20 ? 2 : 1),
            y: horizon + u * 2,
            height: u * 13 * k,
          }),
        );
    // On dry land, the building that was named stands in the meadow, nearer than the bank.
    const nearer = !wet(stage) && cast.includes(building);
    if (building !== "city" && !nearer)
      bank.push(
        put(stage, building, {
          x: bx,
          y: horizon + u * 2.6,
          height: heightIn(building, w * 0.56, bh),
        }),
      );
    if (cast.includes("bridge") || (reading.setting === "river" && building === "house"))
      bank.push(
        put(stage, "bridge", {
          x: w * (side > 0 ? 0.72 : 0.28),
          y: horizon + u * 5,
          height: u * 12,
        }),
      );
    bank.push(
      shape(
        under(
          [
            [-u * 5, horizon + u * 3],
            [w * 0.3, horizon + u * 2],
            [w * 0.62, horizon + u * 3.4],
            [w + u * 5, horizon + u * 2.2],
          ],
          horizon + u * 6,
        ),
        tones.leaf,
      ),
    );
  }
  const floor = wet(stage)
    ? water(stage, horizon + u * 4.6, h + u * 4, sunX)
    : meadow(stage, horizon + u * 4);
  const near =
    wet(stage) || inTown(stage) ? undefined : cast.find((m) => motif(m).kind === "building");
  if (near)
    floor.push(
      put(stage, near, {
        x: w * (side > 0 ? 0.36 : 0.64),
        y: horizon + u * 17,
        height: heightIn(near, w * 0.6, u * 32 * Math.max(0.8, reading.zoom)),
      }),
    );
  const boat = cast.find((m) => motif(m).kind === "vessel") ?? (wet(stage) ? "barque" : null);
  const people = cast
    .filter((m) => motif(m).kind === "figure")
    .map((m): MotifName => (m === "portrait" ? "woman" : m));
  const main: Node[] = [];
  const y = h * (reading.room === "bottom" ? 0.7 : 0.78);
  const x = w * (0.5 + side * 0.1);
  if (boat) {
    const size = heightIn(boat, w * 0.66 * Math.min(1.35, reading.zoom), h * 0.42);
    main.push(
      group([
        shape(
          ellipse(
            x,
            y - size * 0.02,
            (size * motif(boat).box[0]) / motif(boat).box[1] / 2.1,
            u * 1.8,
          ),
          tones.waterDark,
          { alpha: 0.7 },
        ),
      ]),
    );
    people.slice(0, 2).forEach((name, i) => {
      main.push(
        put(stage, name, {
          x: x + (i === 0 ? -0.06 : 0.16) * w,
          y: y - size * (boat === "peniche" ? 0.5 : 0.32),
          height: u * 38 * Math.min(1.4, reading.zoom) * (name === "child" ? 0.66 : 1),
        }),
      );
    });
    main.push(put(stage, boat, { x, y, height: size }));
  } else {
    const names = [
      ...people,
      ...cast.filter((m) => motif(m).kind === "object" || motif(m).kind === "nature"),
    ];
    names.slice(0, 3).forEach((name, i) => {
      const size = heightIn(name, w * 0.4, u * 44 * reading.zoom);
      main.push(
        ...groundShadow(stage, x + i * u * 24, y, size * 0.4),
        put(stage, name, { x: x + i * u * 24, y, height: size }),
      );
    });
  }
  return {
    layers: [
      group(back, { depth: 0 }),
      group(air, { depth: 0.08 }),
      group(ridges, { depth: 0.2 }),
      group(bank, { depth: 0.34 }),
      group(floor, { depth: 0.5 }),
      group(main, { depth: 0.75 }),
      group(stage.without("background") ? [] : foreground(stage, side > 0 ? -1 : 1), { depth: 1 }),
    ],
    horizon,
    words: reading.room ?? "top",
  };
};

function meadow(stage: Stage, top: number): Node[] {
  const { w, h, u, tones, random } = stage;
  const nodes: Node[] = [shape(rect(-u * 5, top, w + u * 10, h - top + u * 5), tones.leafLight)];
  for (let i = 0; i < 4; i++)
    nodes.push(
      hills(
        stage,
        top + (h - top) * (0.12 + i * 0.24),
        u * 4,
        mix(tones.leafLight, tones.leaf, 0.25 + i * 0.22),
      ),
    );
  const path: Point[] = [
    [w * 0.52, top],
    [w * 0.47, top + (h - top) * 0.3],
    [w * 0.58, top + (h - top) * 0.6],
    [w * 0.4, h + u * 3],
  ];
  const back: Point[] = [
    [w * 0.74, h + u * 3],
    [w * 0.68, top + (h - top) * 0.6],
    [w * 0.52, top + (h - top) * 0.3],
    [w * 0.535, top],
  ];
  nodes.push(shape(smooth([...path, ...back], true), tones.skyLow));
  for (let i = 0; i < 4; i++)
    nodes.push(
      put(stage, "tree", {
        x: w * (i < 2 ? 0.06 + i * 0.13 : 0.86 + (i - 2) * 0.12),
        y: top + u * (7 + i * 4),
        height: u * random.between(22, 32),
      }),
    );
  return nodes;
}
