import { mix } from "../colour.ts";
import { type Face, setLine } from "../face.ts";
import { grotesque } from "../glyphs/grotesque.ts";
import { group, line, type Node, n, segments, shape } from "../graph.ts";
import { rect } from "../outlines.ts";
import { celestial, heightIn, put, sky, vertical } from "../stage.ts";
import type { Composition } from "./family.ts";
import { hills, speckle, water } from "./scenery.ts";

/** An outline moved and scaled, as an outline. */
function moved(d: string, kx: number, ky: number, dx: number, dy: number): string {
  return segments(d)
    .map(
      (s) =>
        s[0] +
        s
          .slice(1)
          .map((v, i) => n((v as number) * (i % 2 ? ky : kx) + (i % 2 ? dy : dx)))
          .join(" "),
    )
    .join("");
}

/** A word set huge, through which the scene is seen. */
export const lettering: Composition = (stage) => {
  const { w, h, u, tones, reading, lead } = stage;
  const face: Face = grotesque;
  const said = (reading.understood.sujet?.[0] ?? "image")
    .toUpperCase()
    .replace(/[^\p{L}]/gu, "")
    .slice(0, 12);
  const tall = h > w * 1.05;
  const perLine = tall
    ? Math.max(2, Math.ceil(said.length / Math.ceil(said.length / 3.4)))
    : Math.max(3, Math.ceil(said.length / Math.ceil(said.length / 7)));
  const lines: string[] = [];
  for (let i = 0; i < said.length; i += perLine) lines.push(said.slice(i, i + perLine));
  const margin = u * 6;
  const bottom = h - (reading.overlay ? h * 0.3 : margin);
  const room = (bottom - margin) / lines.length;
  let mask = "";
  lines.forEach((text, i) => {
    const set = setLine(face, text, -14);
    const k = Math.min((w - margin * 2) / set.width, room / (face.capital + 60));
    // Wood type: letters are drawn out to fill the sheet, up to nearly twice their height.
    const ky = Math.min(k * 1.9, room / (face.capital + 70));
    const x0 = (w - set.width * k) / 2;
    const y = margin + room * i + room / 2 + (face.capital * ky) / 2;
    for (const c of set.characters) mask += moved(c.d, k, ky, x0 + c.x * k, y);
  });
  const ground = h * 0.56;
  const dusk = reading.light === "plain" && !stage.without("gradient");
  const inside: Node[] = [
    dusk
      ? shape(
          rect(0, 0, w, ground),
          vertical(ground, [
            [0, tones.second],
            [0.5, mix(tones.second, tones.accent, 0.5)],
            [1, tones.accent],
          ]),
        )
      : sky(stage, ground),
    ...celestial(
      { ...stage, tones: dusk ? { ...tones, accent: tones.accentLight } : tones },
      w * 0.7,
      h * 0.24,
      u * 15,
    ),
    hills(stage, ground - u * 6, u * 12, tones.mid),
    hills(stage, ground, u * 7, tones.leaf),
    ...water(stage, ground, h + u * 4, w * 0.6),
  ];
  const size = heightIn(lead, w * 0.86 * reading.zoom, h * 0.44 * reading.zoom);
  inside.push(put(stage, lead, { x: w / 2 + reading.side * w * 0.12, y: h * 0.8, height: size }));
  const back: Node[] = [
    shape(rect(-u * 5, -u * 5, w + u * 10, h + u * 10), tones.paper),
    speckle(stage, tones.accentDark, 50, 0.3),
  ];
  return {
    layers: [
      group(back, { depth: 0.1 }),
      group(
        [
          group([shape(rect(-u * 5, -u * 5, w + u * 10, h + u * 10), tones.deep), ...inside], {
            clip: mask,
          }),
        ],
        { depth: 0.5, text: said },
      ),
      group(
        [
          line(
            `M${n(margin)} ${n(h - u * 4)}L${n(w - margin)} ${n(h - u * 4)}`,
            tones.second,
            u * 0.5,
          ),
          put(stage, "leafBranch", {
            x: w - u * 14,
            y: bottom + u * 2,
            height: u * 13,
            flat: "second",
            still: true,
          }),
        ],
        { depth: 0.7 },
      ),
    ],
    horizon: ground,
    words: "bottom",
  };
};
