import { mix } from "../colour.ts";
import { group, line, type Node, n, type Point, placed, shape } from "../graph.ts";
import { motif } from "../motifs/catalogue.ts";
import { ellipse, polyline, rect, smooth } from "../outlines.ts";
import { heightIn, put } from "../stage.ts";
import type { Composition } from "./family.ts";

/** Slanted bands, a rope across them, the subject thrown forward. */
export const diagonal: Composition = (stage) => {
  const { w, h, u, tones, reading, cast, lead } = stage;
  const far = Math.hypot(w, h);
  const field = reading.light === "plain" ? tones.skyLow : tones.sky;
  const colours = [
    tones.deep,
    tones.second,
    tones.accent,
    tones.paper,
    field,
    tones.paper,
    tones.water,
    tones.deep,
    tones.accent,
    tones.deep,
  ];
  const widths = [0.24, 0.13, 0.05, 0.012, 0.36, 0.012, 0.05, 0.06, 0.02, 0.4];
  const bands: Node[] = [];
  let y = -far * 0.6;
  colours.forEach((colour, i) => {
    const size = far * widths[i]!;
    bands.push(shape(rect(-far, y, far * 2, size + 1), colour));
    if (i === 1)
      for (let k = 0; k < 4; k++)
        bands.push(
          line(
            `M${n(-far)} ${n(y + size * (0.2 + k * 0.2))}L${n(far)} ${n(y + size * (0.2 + k * 0.2))}`,
            tones.secondLight,
            u * 0.7,
            { dash: [0.1, u * 2.4] },
          ),
        );
    if (i === 0)
      for (let k = 0; k < 9; k++)
        bands.push(
          line(
            smooth(
              [0, 1, 2, 3, 4, 5, 6, 7, 8].map(
                (j): Point => [
                  -far * 0.6 + (j * far * 1.2) / 8,
                  y + size - u * (3 + k * 4) + (j % 2 ? 1 : -1) * u * 1.1,
                ],
              ),
            ),
            tones.water,
            u * 0.6,
          ),
        );
    y += size;
  });
  const turn = reading.side < 0 ? 16 : -16;
  const slanted = placed(bands, { x: w / 2, y: h / 2, turn });
  const [cx, cy] = [w * (0.5 + reading.side * 0.06), h * 0.53];
  const size = heightIn(lead, w * 0.98 * reading.zoom, h * 0.52 * reading.zoom);
  const wide = (size * motif(lead).box[0]) / motif(lead).box[1];
  const disc: Node[] = stage.without("sun")
    ? []
    : [
        shape(
          ellipse(cx + u * 10, cy - u * 12, u * 27),
          reading.light === "plain" ? mix(tones.accent, tones.paper, 0.25) : tones.skyLow,
        ),
      ];
  const speed: Node[] = [];
  for (let i = 0; i < 7; i++)
    speed.push(
      line(
        polyline([
          [-wide * (0.6 + (i % 3) * 0.12), -size * (0.08 + i * 0.13)],
          [-wide * (0.95 + (i % 2) * 0.3), -size * (0.08 + i * 0.13)],
        ]),
        i % 2 ? tones.second : tones.deep,
        u * 0.8,
      ),
    );
  const main = placed([...speed, put(stage, lead, { x: 0, y: 0, height: size })], {
    x: cx,
    y: cy + size / 2,
    turn: turn / 2,
  });
  const wave = smooth([
    [-far, 0],
    [-far * 0.4, u * 5],
    [0, -u * 3],
    [far * 0.4, u * 5],
    [far, -u * 2],
  ]);
  const rope = placed(
    [
      line(wave, tones.woodDark, u * 5.2),
      line(wave, tones.accent, u * 4.2),
      line(wave, tones.accentLight, u * 3.8, { dash: [u * 0.7, u * 2.6] }),
    ],
    { x: w / 2, y: h * 0.76, turn },
  );
  const extra = cast.slice(1, 3).map((m, i) =>
    placed([put(stage, m, { x: 0, y: 0, height: heightIn(m, w * 0.24, u * 24) })], {
      x: w * (i === 0 ? 0.2 : 0.82),
      y: h * (i === 0 ? 0.34 : 0.93),
      turn: turn / 2,
    }),
  );
  return {
    layers: [
      group([slanted], { depth: 0.2 }),
      group(disc, { depth: 0.35 }),
      group(stage.without("background") ? [] : [rope], { depth: 0.5 }),
      group([...extra, main], { depth: 0.8 }),
    ],
    horizon: h * 0.6,
    words: reading.room ?? "bottom",
  };
};
