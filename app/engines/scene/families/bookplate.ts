import { group, line, type Node, n, shape } from "../graph.ts";
import { motif } from "../motifs/catalogue.ts";
import { rect, smooth } from "../outlines.ts";
import { celestial, heightIn, put } from "../stage.ts";
import type { Composition } from "./family.ts";
import { hills, speckle, water } from "./scenery.ts";

/** A bookplate: a window with the scene, a border, corners, an empty cartouche. */
export const bookplate: Composition = (stage) => {
  const { w, h, u, tones, reading, cast, lead } = stage;
  const m = u * 4;
  const top = u * 9;
  const foot = h - u * (h > w * 1.1 ? 26 : 18);
  const [x0, x1] = [u * 10, w - u * 10];
  const arch = (x1 - x0) / 2;
  const rise = Math.min(arch * 0.6, (foot - top) * 0.35);
  const cx = (x0 + x1) / 2;
  const opening = `M${n(x0)} ${n(foot)}L${n(x0)} ${n(top + rise)}C${n(x0)} ${n(top - rise * 0.1)} ${n(cx - arch * 0.5)} ${n(top)} ${n(cx)} ${n(top)}C${n(cx + arch * 0.5)} ${n(top)} ${n(x1)} ${n(top - rise * 0.1)} ${n(x1)} ${n(top + rise)}L${n(x1)} ${n(foot)}Z`;
  const ground = top + (foot - top) * (reading.angle === "below" ? 0.8 : 0.66);
  const inside: Node[] = [
    shape(opening, tones.skyLow),
    ...celestial(stage, cx + arch * 0.36, top + (ground - top) * 0.46, arch * 0.22),
  ];
  for (let i = 0; i < 9; i++)
    inside.push(
      line(
        smooth([
          [x0, top + u * (8 + i * 3.6)],
          [cx - u * 8, top + u * (7 + i * 3.6)],
          [cx + u * 10, top + u * (9 + i * 3.6)],
          [x1, top + u * (8 + i * 3.6)],
        ]),
        tones.pale,
        u * 0.35,
        { alpha: 0.8 },
      ),
    );
  inside.push(hills(stage, ground - u * 3, u * 8, tones.mid, foot + u * 4));
  if (cast.includes("museum") || lead !== "museum")
    inside.push(
      put(stage, cast.find((c) => motif(c).kind === "building") ?? "house", {
        x: x0 + arch * 0.5,
        y: ground + u * 0.5,
        height: u * 15,
        still: true,
      }),
    );
  inside.push(...water(stage, ground, foot + u * 2, cx));
  const size = heightIn(lead, arch * 1.5 * reading.zoom, (foot - top) * 0.6 * reading.zoom);
  const kind = motif(lead).kind;
  if (kind === "figure")
    inside.push(
      put(stage, lead, { x: cx + reading.side * arch * 0.4, y: ground + u * 6, height: size }),
      put(stage, cast.find((c) => motif(c).kind === "vessel") ?? "barque", {
        x: cx + u * 3 + reading.side * arch * 0.4,
        y: ground + u * 14,
        height: u * 22,
      }),
    );
  else
    inside.push(
      put(stage, lead, { x: cx + reading.side * arch * 0.3, y: ground + u * 8, height: size }),
    );
  inside.push(
    put(stage, "reeds", { x: x0 + u * 8, y: foot + u * 2, height: u * 26 }),
    put(stage, "reeds", { x: x1 - u * 7, y: foot + u * 2, height: u * 20, flip: true }),
  );
  const rim: Node[] = [
    line(opening, tones.deep, u * 1.5),
    line(rect(m, m, w - m * 2, h - m * 2), tones.deep, u * 0.9),
    line(
      rect(m + u * 1.6, m + u * 1.6, w - (m + u * 1.6) * 2, h - (m + u * 1.6) * 2),
      tones.deep,
      u * 0.3,
    ),
  ];
  for (const [sx, x] of [
    [false, m + u * 8],
    [true, w - m - u * 8],
  ] as const)
    rim.push(put(stage, "leafBranch", { x, y: m + u * 12, height: u * 9, flip: sx, still: true }));
  rim.push(
    shape(rect(u * 10, foot + u * 4, w - u * 20, h - foot - u * 11, u * 1), tones.deep),
    line(
      rect(u * 11.2, foot + u * 5.2, w - u * 22.4, h - foot - u * 13.4, u * 0.6),
      tones.accent,
      u * 0.3,
    ),
  );
  if (!reading.overlay)
    rim.push(
      put(stage, "knot", {
        x: w / 2,
        y: foot + u * 4 + (h - foot - u * 11) * 0.8,
        height: (h - foot - u * 11) * 0.56,
        still: true,
      }),
    );
  return {
    layers: [
      group(
        [
          shape(rect(-u * 5, -u * 5, w + u * 10, h + u * 10), tones.paper),
          speckle(stage, tones.accentDark, 60, 0.25),
        ],
        { depth: 0.1 },
      ),
      group([group(inside, { clip: opening })], { depth: 0.5 }),
      group(stage.without("frame") ? rim.slice(0, 1).concat(rim.slice(-2)) : rim, { depth: 0.6 }),
    ],
    horizon: ground,
    words: "bottom",
  };
};
