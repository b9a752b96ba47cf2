import { mix } from "../colour.ts";
import { group, line, type Node, n, placed, shape } from "../graph.ts";
import { motif } from "../motifs/catalogue.ts";
import { ellipse, rect } from "../outlines.ts";
import { celestial, footing, heightIn, put, sky } from "../stage.ts";
import type { Composition } from "./family.ts";
import { hills, water } from "./scenery.ts";

/** A block of colour and a picture, side by side or one above the other. */
export const editorial: Composition = (stage) => {
  const { w, h, u, tones, reading, cast, lead } = stage;
  const wide = w > h;
  const flip = reading.side > 0;
  const cut = wide ? w * 0.42 : h * 0.4;
  const block = wide ? rect(flip ? w - cut : 0, 0, cut, h) : rect(0, h - cut, w, cut);
  const [ix, iy, iw, ih] = wide ? [flip ? 0 : cut, 0, w - cut, h] : [0, 0, w, h - cut];
  const picture = rect(ix, iy, iw, ih);
  const ground = iy + ih * (reading.angle === "below" ? 0.82 : 0.7);
  const kind = motif(lead).kind;
  const inside: Node[] = [
    placed([sky({ ...stage, w: iw }, ground)], { x: ix, y: 0 }),
    ...celestial(stage, ix + iw * 0.72, iy + ih * 0.28, u * 10),
    hills(stage, ground - u * 2, u * 9, mix(tones.mid, tones.skyLow, 0.35), iy + ih + u * 4),
  ];
  const indoors = kind === "object" || reading.setting === "indoors";
  const behind = cast.find((m) => motif(m).kind === "building" && m !== lead);
  if (!indoors && behind)
    inside.push(
      put(stage, behind, {
        x: ix + iw * 0.26,
        y: ground + u,
        height: heightIn(behind, iw * 0.5, u * 20),
      }),
    );
  inside.push(
    ...(indoors
      ? [shape(rect(ix, ground, iw, ih), tones.accent)]
      : water(stage, ground, iy + ih + u * 4, ix + iw * 0.6)),
  );
  const size = heightIn(lead, iw * 0.78 * reading.zoom, ih * 0.72 * reading.zoom);
  const foot = footing(stage, iy + ih * (kind === "figure" ? 1.02 : 0.9), size);
  const beside = cast.slice(1).find((m) => motif(m).kind !== "building");
  if (beside)
    inside.push(
      put(stage, beside, {
        x: ix + iw * 0.24,
        y: foot - u * 2,
        height: heightIn(beside, iw * 0.36, size * 0.7),
      }),
    );
  inside.push(
    put(stage, lead, { x: ix + iw * (cast.length > 1 ? 0.6 : 0.5), y: foot, height: size }),
  );
  const edge = wide ? (flip ? w - cut : cut) : h - cut;
  const seam = wide ? ellipse(edge, h * 0.24, u * 9) : ellipse(w * 0.82, edge, u * 9);
  const deco: Node[] = [shape(block, tones.second), shape(seam, tones.accent)];
  const [bx, by] = wide ? [flip ? w - cut + u * 6 : u * 6, h - u * 9] : [u * 7, h - u * 7];
  if (!reading.overlay)
    deco.push(
      line(
        `M${n(bx)} ${n(by)}L${n(bx + cut * (wide ? 0.7 : 0.5))} ${n(by)}`,
        tones.accentLight,
        u * 0.4,
      ),
      line(
        `M${n(bx)} ${n(by + u * 1.6)}L${n(bx + cut * (wide ? 0.4 : 0.3))} ${n(by + u * 1.6)}`,
        tones.accentLight,
        u * 0.4,
      ),
    );
  if (!reading.overlay)
    deco.push(
      placed(
        [put(stage, "knot", { x: 0, y: 0, height: u * 15, flat: "accentLight", still: true })],
        wide
          ? { x: flip ? w - cut / 2 : cut / 2, y: h * 0.55 }
          : { x: w * 0.32, y: h - cut * 0.36 },
      ),
    );
  return {
    layers: [
      group([group(inside, { clip: picture })], { depth: 0.5 }),
      group(deco, { depth: 0.8 }),
    ],
    horizon: ground,
    words: wide ? "middle" : "bottom",
    ...(wide ? { column: flip ? ([0.58, 1] as const) : ([0, 0.42] as const) } : {}),
  };
};
