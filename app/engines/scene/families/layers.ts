import { mix } from "../colour.ts";
import { group, type Node, type Point, shape } from "../graph.ts";
import { rect, under } from "../outlines.ts";
import { celestial, heightIn, put } from "../stage.ts";
import type { Composition } from "./family.ts";
import { birds } from "./scenery.ts";

/** Cut sheets one behind the other, paler with distance, the subject in the opening. */
export const layers: Composition = (stage) => {
  const { w, h, u, tones, random, reading, cast, lead } = stage;
  const centre: Point = [w * (0.5 + reading.side * 0.14), h * 0.5];
  const sheets: Node[][] = [];
  const colours = [
    tones.skyLow,
    mix(tones.pale, tones.skyLow, 0.3),
    mix(tones.water, tones.pale, 0.4),
    tones.water,
    mix(tones.deep, tones.water, 0.5),
    tones.deep,
  ];
  colours.forEach((colour, i) => {
    const k = 1.02 - i * 0.03;
    const base = h * (0.53 + i * 0.075);
    const crest: Point[] = [];
    const ceiling = h * (0.24 - i * 0.05);
    const upper: Point[] = [];
    for (let j = -1; j <= 7; j++) {
      // The opening is a cave: each sheet closes in on the sides.
      const closing = (Math.abs((j * w) / 6 - centre[0]) / (w / 2)) ** 2 * h;
      crest.push([(j * w) / 6, base - closing * 0.085 - random.between(0.1, 1) * u * 6 * k]);
      upper.push([(j * w) / 6, ceiling + closing * 0.15 + random.between(-0.6, 0.8) * u * 6]);
    }
    const sheet: Node[] =
      i === 0
        ? [
            shape(
              rect(-u * 5, -u * 5, w + u * 10, h + u * 10),
              stage.without("gradient")
                ? tones.skyLow
                : {
                    kind: "radial",
                    cx: centre[0],
                    cy: centre[1] - h * 0.06,
                    r: h * 0.5,
                    stops: [
                      [0, tones.white],
                      [1, tones.skyLow],
                    ],
                  },
            ),
          ]
        : [shape(under(crest, h + u * 6), colour), shape(under(upper, -u * 6), colour)];
    sheets.push(sheet);
  });
  const [a, b, c, d, e, f] = sheets as [Node[], Node[], Node[], Node[], Node[], Node[]];
  const size = heightIn(lead, w * 0.6 * reading.zoom, h * 0.36 * reading.zoom);
  const sun = celestial(stage, centre[0] + u * 12, h * 0.4, u * 13);
  const main = [put(stage, lead, { x: centre[0], y: h * 0.71, height: size })];
  for (const [i, name] of cast.slice(1, 3).entries())
    main.push(
      put(stage, name, {
        x: w * (i === 0 ? 0.2 : 0.8),
        y: h * 0.73,
        height: heightIn(name, w * 0.26, size * 0.6),
        flip: i === 1,
      }),
    );
  const tree = cast.includes("museum") ? "museum" : "poplar";
  const far: Node[] = stage.without("background")
    ? []
    : [
        put(stage, tree, {
          x: w * 0.2,
          y: h * 0.585,
          height: u * 20,
          flat: tree === "poplar" ? "mid" : undefined,
        }),
        put(stage, "poplar", { x: w * 0.3, y: h * 0.59, height: u * 15, flat: "mid" }),
        put(stage, "tree", { x: w * 0.8, y: h * 0.57, height: u * 16, flat: "mid" }),
      ];
  return {
    layers: [
      group([...a, ...sun], { depth: 0 }),
      group([...birds(stage, w * 0.24, h * 0.34), ...far, ...b], { depth: 0.15 }),
      group(c, { depth: 0.3 }),
      group([...main, ...d], { depth: 0.5 }),
      group(e, { depth: 0.75 }),
      group(
        [
          ...f,
          put(stage, "leafBranch", { x: w * 0.14, y: h * 0.99, height: u * 16 }),
          put(stage, "leafBranch", { x: w * 0.87, y: h * 1.0, height: u * 15, flip: true }),
        ],
        { depth: 1 },
      ),
    ],
    horizon: h * 0.56,
    words: reading.room ?? "bottom",
  };
};
