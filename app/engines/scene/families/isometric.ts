import { mix } from "../colour.ts";
import { group, line, type Node, n, type Point, shape } from "../graph.ts";
import { motif } from "../motifs/catalogue.ts";
import { ellipse, polygon, polyline, rect } from "../outlines.ts";
import { heightIn, put } from "../stage.ts";
import type { Composition } from "./family.ts";

/** A small world on a slab, seen from above at thirty degrees. */
export const isometric: Composition = (stage) => {
  const { w, h, u, tones, reading, lead } = stage;
  const unit = Math.min(w / 12.6, h / 10.8) * (0.85 + 0.15 * reading.zoom);
  const centre: Point = [
    w / 2,
    h * (reading.room === "top" ? 0.56 : reading.overlay ? 0.44 : 0.5) - unit * 3.4,
  ];
  const at = (x: number, y: number, z = 0): Point => [
    centre[0] + (x - y) * unit * 0.866,
    centre[1] + (x + y) * unit * 0.5 - z * unit,
  ];
  const quad = (points: Point[], colour: string): Node => shape(polygon(points), colour);
  const box = (
    x: number,
    y: number,
    z: number,
    a: number,
    b: number,
    c: number,
    [top, left, right]: [string, string, string],
  ): Node[] => [
    quad(
      [at(x, y + b, z), at(x + a, y + b, z), at(x + a, y + b, z + c), at(x, y + b, z + c)],
      left,
    ),
    quad(
      [at(x + a, y, z), at(x + a, y + b, z), at(x + a, y + b, z + c), at(x + a, y, z + c)],
      right,
    ),
    quad([at(x, y, z + c), at(x + a, y, z + c), at(x + a, y + b, z + c), at(x, y + b, z + c)], top),
  ];
  const roofed = (
    x: number,
    y: number,
    a: number,
    b: number,
    wall: number,
    roof: number,
  ): Node[] => [
    ...box(x, y, 0, a, b, wall, [tones.pale, tones.paper, tones.pale]),
    quad(
      [
        at(x, y + b / 2, wall + roof),
        at(x + a, y + b / 2, wall + roof),
        at(x + a, y, wall),
        at(x, y, wall),
      ],
      tones.secondDark,
    ),
    quad(
      [at(x + a, y, wall), at(x + a, y + b, wall), at(x + a, y + b / 2, wall + roof)],
      mix(tones.pale, tones.mid, 0.25),
    ),
    quad(
      [
        at(x, y + b + 0.12, wall - 0.06),
        at(x + a + 0.12, y + b + 0.12, wall - 0.06),
        at(x + a + 0.12, y + b / 2, wall + roof),
        at(x, y + b / 2, wall + roof),
      ],
      tones.second,
    ),
    ...[0.18, 0.44, 0.7].map((k) =>
      quad(
        [
          at(x + a * k, y + b, wall * 0.3),
          at(x + a * (k + 0.13), y + b, wall * 0.3),
          at(x + a * (k + 0.13), y + b, wall * 0.75),
          at(x + a * k, y + b, wall * 0.75),
        ],
        reading.light === "night" ? tones.accent : tones.deep,
      ),
    ),
    quad(
      [
        at(x + a, y + b * 0.38, 0),
        at(x + a, y + b * 0.62, 0),
        at(x + a, y + b * 0.62, wall * 0.62),
        at(x + a, y + b * 0.38, wall * 0.62),
      ],
      tones.deep,
    ),
  ];
  const tree = (x: number, y: number, k: number): Node[] => {
    const [px, py] = at(x, y);
    return [
      shape(ellipse(px, py, unit * 0.34 * k, unit * 0.18 * k), tones.ink, { alpha: 0.2 }),
      shape(
        rect(px - unit * 0.06, py - unit * 0.5 * k, unit * 0.12, unit * 0.5 * k),
        tones.woodDark,
      ),
      shape(
        `M${n(px)} ${n(py - unit * 1.8 * k)}C${n(px + unit * 0.62 * k)} ${n(py - unit * 1.2 * k)} ${n(px + unit * 0.5 * k)} ${n(py - unit * 0.3 * k)} ${n(px)} ${n(py - unit * 0.3 * k)}C${n(px - unit * 0.5 * k)} ${n(py - unit * 0.3 * k)} ${n(px - unit * 0.62 * k)} ${n(py - unit * 1.2 * k)} ${n(px)} ${n(py - unit * 1.8 * k)}Z`,
        tones.leaf,
      ),
      shape(
        `M${n(px)} ${n(py - unit * 1.8 * k)}C${n(px + unit * 0.62 * k)} ${n(py - unit * 1.2 * k)} ${n(px + unit * 0.5 * k)} ${n(py - unit * 0.3 * k)} ${n(px)} ${n(py - unit * 0.3 * k)}C${n(px + unit * 0.24 * k)} ${n(py - unit * 0.9 * k)} ${n(px + unit * 0.2 * k)} ${n(py - unit * 1.3 * k)} ${n(px)} ${n(py - unit * 1.8 * k)}Z`,
        tones.leafDark,
      ),
    ];
  };
  const ground = reading.light === "plain" ? tones.accentLight : tones.skyLow;
  const back: Node[] = [
    shape(
      rect(-u * 9, -u * 9, w + u * 18, h + u * 18),
      stage.without("gradient")
        ? ground
        : {
            kind: "radial",
            cx: centre[0],
            cy: centre[1] + unit * 3,
            r: Math.max(w, h) * 0.75,
            stops: [
              [0, mix(ground, tones.white, 0.5)],
              [1, reading.light === "night" ? tones.sky : ground],
            ],
          },
    ),
  ];
  const slab: Node[] = [
    shape(
      polygon([
        at(0, 7, -1.2),
        at(7, 7, -1.2),
        at(7, 0, -1.2),
        at(7.6, 7.9, -1.6),
        at(-0.4, 7.9, -1.6),
      ]),
      tones.ink,
      { alpha: 0.12 },
    ),
    ...box(0, 0, -0.9, 7, 7, 0.9, [tones.leafLight, tones.woodLight, tones.wood]),
    quad([at(0, 3.9), at(7, 3.9), at(7, 5.9), at(0, 5.9)], tones.water),
    quad([at(0, 3.9), at(7, 3.9), at(7, 3.9, -0.25), at(0, 3.9, -0.25)], tones.waterDark),
    quad([at(7, 3.9, 0), at(7, 5.9, 0), at(7, 5.9, -0.9), at(7, 3.9, -0.9)], tones.waterDark),
    ...[0.6, 2.1, 4.6, 5.8].map((x, i) =>
      line(
        polyline([at(x, 4.4 + (i % 2) * 0.9), at(x + 0.9, 4.4 + (i % 2) * 0.9)]),
        tones.waterLight,
        unit * 0.07,
      ),
    ),
    quad([at(0, 3.3), at(7, 3.3), at(7, 3.9), at(0, 3.9)], tones.paper),
    quad(
      [at(0, 6.4), at(7, 6.4), at(7, 6.8), at(0, 6.8)],
      mix(tones.paper, tones.accentLight, 0.6),
    ),
  ];
  const built: Node[] = [
    ...tree(0.5, 0.5, 1),
    ...tree(6.3, 0.5, 1.1),
    ...tree(5.6, 0.4, 0.8),
    ...roofed(1.1, 0.7, 3.6, 1.9, 1.5, 0.95),
    ...tree(0.5, 2.6, 0.9),
    ...box(5.3, 1.5, 0, 0.9, 0.9, 0.55, [tones.accentLight, tones.accent, tones.accentDark]),
    ...box(5.7, 2.4, 0, 0.6, 0.6, 0.4, [tones.accentLight, tones.accent, tones.accentDark]),
  ];
  const kind = motif(lead).kind;
  const afloat = kind === "vessel";
  const boatAt = at(3.4, 5.2, 0.1);
  const stand = afloat ? boatAt : at(3.9, 3.6);
  const size = heightIn(
    lead,
    unit * (afloat ? 5 : 3.4) * reading.zoom,
    unit * (afloat ? 3 : 4.2) * reading.zoom,
  );
  const main: Node[] = [
    ...(afloat
      ? []
      : [put(stage, "barque", { x: boatAt[0] - unit * 1.6, y: boatAt[1], height: unit * 1.1 })]),
    shape(ellipse(stand[0], stand[1], size * 0.3, unit * 0.2), tones.ink, { alpha: 0.2 }),
    put(stage, lead, { x: stand[0], y: stand[1] + (afloat ? unit * 0.3 : 0), height: size }),
  ];
  const front: Node[] = [...tree(0.6, 6.5, 0.8), ...tree(6.5, 6.5, 0.9), ...tree(3.1, 6.6, 0.7)];
  const cloudsAbove: Node[] = stage.without("background")
    ? []
    : [
        put(stage, "cloud", { x: w * 0.2, y: h * 0.16, height: u * 9 }),
        put(stage, "cloud", { x: w * 0.82, y: h * 0.24, height: u * 7 }),
      ];
  return {
    layers: [
      group(back, { depth: 0 }),
      group(cloudsAbove, { depth: 0.2 }),
      group([...slab, ...built], { depth: 0.5 }),
      group(main, { depth: 0.6 }),
      group(front, { depth: 0.7 }),
    ],
    horizon: h * 0.5,
    words: reading.room ?? "bottom",
  };
};
