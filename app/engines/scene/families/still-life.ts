import { mix } from "../colour.ts";
import { group, line, type Node, n, type Point, shape } from "../graph.ts";
import type { MotifName } from "../motifs/catalogue.ts";
import { motif } from "../motifs/catalogue.ts";
import { polygon, rect, smooth } from "../outlines.ts";
import { celestial, groundShadow, heightIn, put, type Stage } from "../stage.ts";
import type { Composition } from "./family.ts";
import { hills, water } from "./scenery.ts";

/** Company for a subject that came alone. */
function companions(stage: Stage): MotifName[] {
  const others = stage.cast.slice(1);
  const usual: MotifName[] =
    motif(stage.lead).kind === "vessel" || stage.reading.setting === "river"
      ? ["lantern", "knot", "book"]
      : ["leafBranch", "cup", "book"];
  return [...others, ...usual.filter((m) => m !== stage.lead && !others.includes(m))].slice(0, 3);
}

/** Things on a table before a wall, by the light of a window. */
export const stillLife: Composition = (stage) => {
  const { w, h, u, tones, reading, lead } = stage;
  const above = reading.angle === "above";
  const edge =
    h * (above ? 0.34 : reading.angle === "below" ? 0.78 : reading.room === "bottom" ? 0.56 : 0.66);
  const wall: Node[] = [
    shape(
      rect(-u * 5, -u * 5, w + u * 10, h + u * 10),
      reading.light === "studio" || reading.light === "night"
        ? tones.sky
        : mix(tones.pale, tones.skyLow, 0.45),
    ),
    shape(rect(-u * 5, edge - u * 15, w + u * 10, u * 15), mix(tones.mid, tones.pale, 0.45)),
    shape(rect(-u * 5, edge - u * 15.8, w + u * 10, u * 0.8), tones.paper),
  ];
  const arch = w * 0.2;
  const [ax, ay] = [w * (reading.side > 0 ? 0.22 : 0.76), Math.max(h * 0.1, edge - u * 70)];
  if (!stage.without("background")) {
    const opening = `M${n(ax - arch)} ${n(edge - u * 20)}L${n(ax - arch)} ${n(ay + arch)}C${n(ax - arch)} ${n(ay - arch * 0.33)} ${n(ax + arch)} ${n(ay - arch * 0.33)} ${n(ax + arch)} ${n(ay + arch)}L${n(ax + arch)} ${n(edge - u * 20)}Z`;
    const outside = [
      shape(rect(ax - arch, 0, arch * 2, h), tones.skyLow),
      ...celestial(stage, ax + arch * 0.2, ay + arch * 1.1, arch * 0.34),
      hills(stage, edge - u * 34, u * 6, mix(tones.leaf, tones.skyLow, 0.4)),
      ...water(stage, edge - u * 32, edge - u * 18, ax),
    ];
    wall.push(
      shape(opening, tones.white),
      group(outside, { clip: opening }),
      line(opening, tones.paper, u * 1.6),
      line(`M${n(ax)} ${n(ay)}L${n(ax)} ${n(edge - u * 20)}`, tones.paper, u * 0.9),
      shape(
        rect(ax - arch - u * 2.5, edge - u * 20.5, arch * 2 + u * 5, u * 2.6, u * 0.6),
        tones.paper,
      ),
    );
  }
  const beam: Node[] =
    reading.light === "mist" || stage.without("glow")
      ? []
      : [
          shape(
            polygon([
              [ax - arch, ay],
              [ax + arch, ay],
              [w * 0.5, h + u * 5],
              [-w * 0.2, h + u * 5],
            ]),
            tones.white,
            { alpha: 0.13, plain: true },
          ),
        ];
  const table: Node[] = [
    shape(rect(-u * 5, edge, w + u * 10, h - edge + u * 5), tones.woodLight),
    shape(rect(-u * 5, edge, w + u * 10, u * 1.4), mix(tones.woodLight, tones.white, 0.4)),
    ...[0.18, 0.42, 0.7].map((k) =>
      line(
        smooth([
          [-u * 5, edge + (h - edge) * k],
          [w * 0.4, edge + (h - edge) * k + u * 1.4],
          [w + u * 5, edge + (h - edge) * k - u],
        ]),
        tones.wood,
        u * 0.35,
        { alpha: 0.7 },
      ),
    ),
  ];
  const cloth: Point[] = [
    [w * 0.1, edge + u * 3],
    [w * 0.36, edge + u * 1.5],
    [w * 0.66, edge + u * 4.5],
    [w * 0.86, edge + u * 12],
    [w * 0.7, edge + u * 23],
    [w * 0.38, edge + u * 19],
    [w * 0.12, edge + u * 22],
  ];
  table.push(
    shape(smooth(cloth, true), tones.second),
    line(
      smooth([
        [w * 0.2, edge + u * 5],
        [w * 0.3, edge + u * 11],
        [w * 0.26, edge + u * 18],
      ]),
      tones.secondDark,
      u * 0.5,
      { alpha: 0.6 },
    ),
    line(
      smooth([
        [w * 0.66, edge + u * 7],
        [w * 0.7, edge + u * 13],
        [w * 0.64, edge + u * 19],
      ]),
      tones.secondDark,
      u * 0.5,
      { alpha: 0.6 },
    ),
  );
  const figure = motif(lead).kind === "figure";
  const main: Node[] = [];
  const x = w * (0.5 + reading.side * 0.12);
  const foot = edge + u * 11;
  if (figure) {
    // A person does not stand on a table: a framed picture does.
    const [fw, fh] = [w * 0.42 * reading.zoom, u * 62 * reading.zoom];
    const [fx, fy] = [x - fw / 2 - w * 0.06, foot - fh];
    const inside = rect(fx + u * 3, fy + u * 3, fw - u * 6, fh - u * 6);
    const face: MotifName = lead === "portrait" ? "portrait" : lead;
    main.push(
      ...groundShadow(stage, fx + fw / 2, foot, fw),
      shape(rect(fx, fy, fw, fh, u * 0.8), tones.woodDark),
      shape(rect(fx + u * 1.6, fy + u * 1.6, fw - u * 3.2, fh - u * 3.2), tones.accent),
      group(
        [
          shape(inside, tones.skyLow),
          ...water(stage, fy + fh * 0.6, fy + fh, fx + fw / 2),
          put(stage, face, {
            x: fx + fw / 2,
            y: fy + fh - u * 3,
            height: heightIn(face, fw * 0.7, fh * 0.8),
          }),
        ],
        { clip: inside },
      ),
    );
  } else {
    const size = heightIn(lead, w * 0.66 * reading.zoom, u * 66 * reading.zoom);
    const wide = (size * motif(lead).box[0]) / motif(lead).box[1];
    if (motif(lead).kind === "vessel")
      main.push(
        shape(rect(x - wide * 0.2, foot - size * 0.16, wide * 0.06, size * 0.16), tones.woodDark),
        shape(rect(x + wide * 0.16, foot - size * 0.16, wide * 0.06, size * 0.16), tones.woodDark),
        shape(rect(x - wide * 0.3, foot - u, wide * 0.62, u * 2.4, u * 0.6), tones.woodDark),
      );
    main.push(
      ...groundShadow(stage, x, foot, wide),
      put(stage, lead, {
        x,
        y: foot - (motif(lead).kind === "vessel" ? size * 0.12 : 0),
        height: size,
        still: motif(lead).kind === "vessel",
      }),
    );
  }
  const near: Node[] = companions(stage).flatMap((name, i) => {
    const at = [0.17, 0.84, 0.34][i]!;
    const size = heightIn(name, w * 0.34, u * (i === 0 ? 42 : 34)) * Math.min(1.1, reading.zoom);
    const y = foot + u * [1, 4, 14][i]!;
    return [
      ...groundShadow(stage, at * w, y, size * 0.7),
      put(stage, name, { x: at * w, y, height: size, flip: i === 1, still: true }),
    ];
  });
  return {
    layers: [
      group(wall, { depth: 0.1 }),
      group(table, { depth: 0.5 }),
      group(stage.without("background") ? main : [...near.slice(0, near.length), ...main], {
        depth: 0.7,
      }),
      group(beam, { depth: 0.2 }),
    ],
    horizon: edge,
    words: reading.room ?? "top",
  };
};
