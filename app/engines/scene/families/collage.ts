import { mix } from "../colour.ts";
import { group, line, type Node, n, shape } from "../graph.ts";
import type { MotifName } from "../motifs/catalogue.ts";
import { motif } from "../motifs/catalogue.ts";
import { blob, rect, smooth, under } from "../outlines.ts";
import { celestial, glow, heightIn, put, type Stage } from "../stage.ts";
import type { Composition } from "./family.ts";
import { hills, water, wet } from "./scenery.ts";

/** Pictures laid on a table, a little askew, held with tape. */
export const collage: Composition = (stage) => {
  const { w, h, u, tones, random, reading, cast, lead } = stage;
  const tall = h > w * 1.1;
  const places: [number, number, number, number][] = tall
    ? [
        [0.37, 0.3, -6, 0.52],
        [0.66, 0.55, 5, 0.56],
        [0.34, 0.78, -3, 0.46],
      ]
    : [
        [0.22, 0.46, -6, 0.34],
        [0.52, 0.54, 3, 0.38],
        [0.81, 0.44, 6, 0.32],
      ];
  const usual: MotifName[] = wet(stage)
    ? ["barque", "knot", "lantern", "book"]
    : ["house", "leafBranch", "cup", "book"];
  const names = [lead, ...cast.slice(1), ...usual.filter((m) => !cast.includes(m))].slice(0, 3);
  // The subject goes on the picture in the middle.
  const order = [1, 0, 2];
  const frames = places.map(([px, py, turn, k], i): Node => {
    const name = names[order[i]!]!;
    const fw = w * k * (i === 1 ? Math.min(1.15, reading.zoom) : 1);
    const fh = fw * 1.16;
    const pad = fw * 0.06;
    const inside = rect(-fw / 2 + pad, -fh / 2 + pad, fw - pad * 2, fh * 0.76);
    const bottom = -fh / 2 + pad + fh * 0.76;
    const kind = motif(name).kind;
    const grounds = [
      tones.skyLow,
      mix(tones.accent, tones.paper, 0.45),
      mix(tones.second, tones.paper, 0.62),
    ];
    const scene: Node[] = [shape(inside, grounds[i % 3]!)];
    const local: Stage = { ...stage, w: fw, h: fh };
    if (kind === "vessel" || kind === "figure" || kind === "building") {
      scene.push(
        ...celestial(stage, fw * 0.22, -fh * 0.24, fw * 0.09),
        group(
          [
            hills(local, fh * 0.12, fh * 0.08, tones.pale, bottom),
            ...(kind === "building"
              ? [shape(rect(-fw, fh * 0.16, fw * 2, fh), tones.leafLight)]
              : water(local, fh * 0.1, bottom, 0)),
          ],
          { matrix: [1, 0, 0, 1, -fw / 2, 0] },
        ),
      );
    } else
      scene.push(
        shape(blob(0, fh * 0.02, fw * 0.34, fw * 0.3, 0.12, random), tones.paper, { alpha: 0.7 }),
        shape(
          under(
            [
              [-fw, fh * 0.2],
              [fw, fh * 0.18],
            ],
            bottom + 10,
          ),
          tones.woodLight,
        ),
      );
    const size = heightIn(name, fw * 0.68, fh * 0.56);
    scene.push(
      put(stage, name, {
        x: 0,
        y: kind === "figure" ? bottom + size * 0.04 : fh * 0.24,
        height: size,
      }),
    );
    return group(
      [
        shape(rect(-fw / 2 + u * 0.8, -fh / 2 + u * 1.3, fw, fh, u * 0.5), tones.ink, {
          alpha: 0.22,
        }),
        shape(rect(-fw / 2, -fh / 2, fw, fh, u * 0.4), tones.white),
        group(scene, { clip: inside }),
        line(`M${n(-fw * 0.3)} ${n(fh * 0.4)}L${n(fw * 0.16)} ${n(fh * 0.4)}`, tones.pale, u * 0.5),
        group([
          shape(rect(-fw * 0.14, -fh / 2 - u * 1.8, fw * 0.28, u * 3.6), tones.accentLight, {
            alpha: 0.85,
          }),
        ]),
      ],
      {
        matrix: [
          Math.cos((turn * Math.PI) / 180),
          Math.sin((turn * Math.PI) / 180),
          -Math.sin((turn * Math.PI) / 180),
          Math.cos((turn * Math.PI) / 180),
          px * w,
          py * h,
        ],
      },
    );
  });
  const back: Node[] = [
    shape(
      rect(-u * 5, -u * 5, w + u * 10, h + u * 10),
      reading.light === "plain"
        ? mix(tones.woodLight, tones.paper, 0.5)
        : mix(tones.woodLight, tones.sky, 0.3),
    ),
  ];
  for (let i = 0; i < 9; i++)
    back.push(
      line(
        smooth([
          [-u * 5, (h * (i + 0.5)) / 9],
          [w * 0.4, (h * (i + 0.5)) / 9 + random.between(-2, 2) * u],
          [w + u * 5, (h * (i + 0.5)) / 9 + random.between(-2, 2) * u],
        ]),
        tones.woodLight,
        u * 0.5,
      ),
    );
  const extra: Node[] = stage.without("background")
    ? []
    : [
        put(stage, "leafBranch", {
          x: w * 0.82,
          y: h * (tall ? 0.28 : 0.98),
          height: u * 20,
          turn: 12,
        }),
        glow(w * 0.2, h * 0.1, u * 40, tones.white, 0.3),
      ];
  return {
    layers: [
      group(back, { depth: 0.1 }),
      group(extra, { depth: 0.3 }),
      group([frames[0]!, frames[2]!], { depth: 0.5 }),
      group([frames[1]!], { depth: 0.75 }),
    ],
    horizon: h * 0.6,
    words: reading.room ?? "bottom",
  };
};
