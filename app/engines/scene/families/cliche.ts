import { mix } from "../colour.ts";
import { group, line, type Node, shape } from "../graph.ts";
import { ellipse, polyline, rect, star } from "../outlines.ts";
import { celestial, footing, glow, heightIn, put, vertical } from "../stage.ts";
import type { Composition } from "./family.ts";
import { birds, hills, water } from "./scenery.ts";

/**
 * What an unguided generator gives: subject in the middle, sunset whatever the hour, glow, sparkles, lettering that says
 * nothing, a mark nobody owns, an aeroplane in any century. Each exclusion takes its own fault away.
 */
export const cliche: Composition = (stage) => {
  const { w, h, u, tones, random, reading, cast, lead } = stage;
  const ground = h * (reading.angle === "below" ? 0.84 : reading.angle === "above" ? 0.62 : 0.74);
  const free = reading.light === "plain";
  const top = free ? tones.deep : tones.sky;
  const low = free ? mix(tones.accent, tones.paper, 0.2) : tones.skyLow;
  const back: Node[] = [
    shape(
      rect(0, 0, w, h),
      stage.without("gradient")
        ? low
        : vertical(ground, [
            [0, top],
            [0.55, free ? tones.second : mix(top, low, 0.5)],
            [1, low],
          ]),
    ),
  ];
  if (!stage.without("sun") && free)
    back.push(
      glow(w / 2, ground * 0.78, u * 62, tones.accentLight, 0.95),
      shape(ellipse(w / 2, ground * 0.78, u * 19), tones.accentLight, { alpha: 0.9 }),
    );
  else back.push(...celestial(stage, w * 0.5, ground * 0.45, u * 13));
  const far: Node[] = stage.without("background")
    ? []
    : [
        hills(stage, ground - u * 8, u * 14, mix(tones.second, low, 0.35)),
        hills(stage, ground, u * 8, mix(tones.deep, low, 0.3)),
      ];
  if (!stage.without("anachronism"))
    far.push(
      line(
        polyline([
          [w * 0.08, h * 0.2],
          [w * 0.36, h * 0.12],
        ]),
        tones.white,
        u * 0.7,
        { alpha: 0.65 },
      ),
      shape(
        `M${Math.round(w * 0.355)} ${Math.round(h * 0.118)}L${Math.round(w * 0.4)} ${Math.round(h * 0.106)}L${Math.round(w * 0.372)} ${Math.round(h * 0.126)}Z`,
        tones.white,
      ),
    );
  const wet =
    reading.setting === "river" ||
    reading.setting === "sea" ||
    lead === "barque" ||
    lead === "peniche" ||
    lead === "sailboat";
  const floor: Node[] = wet
    ? water(stage, ground, h + u * 4, w / 2)
    : [
        shape(
          rect(-u * 5, ground, w + u * 10, h),
          vertical(
            h,
            [
              [0, mix(tones.deep, low, 0.35)],
              [1, tones.ink],
            ],
            ground,
          ),
        ),
      ];
  const size =
    heightIn(lead, w * 0.78 * reading.zoom, h * 0.5 * reading.zoom) *
    (reading.angle === "below" ? 1.2 : 1);
  const foot = footing(stage, ground + (wet ? size * 0.12 : u * 3), size);
  const main: Node[] = [];
  if (!stage.without("glow")) main.push(glow(w / 2, foot - size / 2, size * 0.8, tones.white, 0.5));
  if (!wet)
    main.push(shape(ellipse(w / 2, foot, size * 0.36, u * 2.4), tones.ink, { alpha: 0.35 }));
  cast.slice(1, 3).forEach((name, i) => {
    main.push(
      put(stage, name, {
        x: w / 2 + (i === 0 ? -1 : 1) * w * 0.3,
        y: foot - u,
        height: heightIn(name, w * 0.3, size * 0.55) * Math.min(1, reading.zoom),
        flip: i === 1,
      }),
    );
  });
  main.push(put(stage, lead, { x: w / 2 + reading.side * w * 0.18, y: foot, height: size }));
  const effects: Node[] = [];
  if (!stage.without("glow")) {
    for (let i = 0; i < 22; i++)
      effects.push(
        shape(
          star(random() * w, random() * h * 0.8, u * random.between(0.5, 2.4), 4, 0.14),
          tones.white,
          { alpha: random.between(0.4, 0.95) },
        ),
      );
    for (let i = 0; i < 6; i++)
      effects.push(
        shape(
          ellipse(w * (0.14 + i * 0.14), h * (0.1 + i * 0.115), u * random.between(2, 7)),
          i % 2 ? tones.second : tones.accentLight,
          { alpha: 0.2 },
        ),
      );
  }
  if (!stage.without("birds")) effects.push(...birds(stage, w * 0.68, h * 0.22));
  if (!stage.without("lettering"))
    effects.push(falseLetters(w / 2, h * 0.925, u * 4, tones.white, random));
  if (!stage.without("logo"))
    effects.push(
      group([
        shape(ellipse(w - u * 11, u * 11, u * 5.4), tones.white, { alpha: 0.85 }),
        shape(star(w - u * 11, u * 11, u * 4, 5, 0.5), tones.second),
      ]),
    );
  if (!stage.without("frame"))
    effects.push(
      line(rect(u * 2.2, u * 2.2, w - u * 4.4, h - u * 4.4, u * 3), tones.white, u * 0.5, {
        alpha: 0.6,
      }),
    );
  return {
    layers: [
      group(back, { depth: 0 }),
      group(far, { depth: 0.15 }),
      group(floor, { depth: 0.4 }),
      group(main, { depth: 0.7 }),
      group(effects, { depth: 0.9 }),
    ],
    horizon: ground,
    words: "top",
  };
};

/** Strokes that look like a word from afar and are none: the lettering that image models draw. */
function falseLetters(
  cx: number,
  y: number,
  size: number,
  colour: string,
  random: () => number,
): Node {
  const nodes: Node[] = [];
  let x = cx - size * 4.6;
  for (let i = 0; i < 11; i++) {
    if (i === 4 || i === 7) x += size * 0.5;
    const r = () => (random() - 0.5) * size * 0.9;
    nodes.push(
      line(
        polyline([
          [x + r() * 0.4, y - size / 2],
          [x + r(), y + r()],
          [x + size * 0.4, y + size / 2 + r() * 0.3],
          [x + size * 0.3 + r() * 0.4, y - size * 0.3],
        ]),
        colour,
        size * 0.15,
        { alpha: 0.9 },
      ),
    );
    x += size * 0.82;
  }
  return group(nodes);
}
