import { mix } from "../colour.ts";
import { group, line, type Node, shape } from "../graph.ts";
import type { MotifName } from "../motifs/catalogue.ts";
import { motif } from "../motifs/catalogue.ts";
import { ellipse, polygon, rect } from "../outlines.ts";
import { celestial, heightIn, put } from "../stage.ts";
import type { Composition } from "./family.ts";
import { hills, water } from "./scenery.ts";

/** An oval with head and shoulders, a rope around it, branches under it. */
export const cameo: Composition = (stage) => {
  const { w, h, u, tones, reading, lead } = stage;
  const head: MotifName = ["woman", "man", "child", "portrait"].includes(lead) ? "portrait" : lead;
  const [cx, cy] = [w * (0.5 + reading.side * 0.08), h * (reading.room === "top" ? 0.56 : 0.45)];
  const [rx, ry] = [Math.min(w * 0.34, h * 0.27), Math.min(w * 0.42, h * 0.33)];
  const back: Node[] = [
    shape(
      rect(-u * 5, -u * 5, w + u * 10, h + u * 10),
      reading.light === "plain" ? tones.deep : mix(tones.deep, tones.sky, 0.25),
    ),
  ];
  const rays: Node[] = [];
  if (!stage.without("glow"))
    for (let i = 0; i < 28; i++) {
      const a = (i * Math.PI * 2) / 28;
      const far = Math.hypot(w, h);
      rays.push(
        shape(
          polygon([
            [cx, cy],
            [cx + Math.cos(a - 0.055) * far, cy + Math.sin(a - 0.055) * far],
            [cx + Math.cos(a + 0.055) * far, cy + Math.sin(a + 0.055) * far],
          ]),
          tones.water,
          { alpha: 0.34 },
        ),
      );
    }
  const oval = ellipse(cx, cy, rx, ry);
  const size = heightIn(head, rx * 1.75, ry * 1.72) * Math.min(1.25, reading.zoom);
  const inside: Node[] = [shape(oval, tones.skyLow)];
  if (reading.setting === "river" || reading.setting === "sea")
    inside.push(
      ...celestial(stage, cx + rx * 0.46, cy - ry * 0.46, rx * 0.2),
      hills(stage, cy + ry * 0.2, u * 5, tones.pale),
      ...water(stage, cy + ry * 0.2, cy + ry, cx),
    );
  else
    inside.push(
      shape(
        ellipse(cx, cy + ry * 0.1, rx * 0.82, ry * 0.82),
        mix(tones.skyLow, tones.accent, 0.35),
      ),
    );
  inside.push(
    put(stage, head, { x: cx, y: cy + ry * (head === "portrait" ? 1.0 : 0.62), height: size }),
  );
  const rim: Node[] = [
    line(ellipse(cx, cy, rx + u * 2.6, ry + u * 2.6), tones.accent, u * 3.4),
    line(ellipse(cx, cy, rx + u * 2.6, ry + u * 2.6), tones.accentDark, u * 2.8, {
      dash: [u * 0.5, u * 2.1],
    }),
    line(ellipse(cx, cy, rx + u * 5.6, ry + u * 5.6), tones.paper, u * 0.4),
  ];
  const base = cy + ry + u * 12;
  const low: Node[] = [
    put(stage, "leafBranch", {
      x: cx - rx * 0.66,
      y: base,
      height: u * 20,
      flip: true,
      turn: 14,
      still: true,
    }),
    put(stage, "leafBranch", {
      x: cx + rx * 0.66,
      y: base,
      height: u * 20,
      turn: -14,
      still: true,
    }),
    put(stage, stage.cast.find((m) => m !== lead && motif(m).kind === "object") ?? "knot", {
      x: cx,
      y: base + u * 1.5,
      height: u * 11,
      still: true,
    }),
  ];
  if (!stage.without("frame"))
    low.push(
      line(rect(u * 4, u * 4, w - u * 8, h - u * 8), tones.accent, u * 0.4),
      line(rect(u * 5.4, u * 5.4, w - u * 10.8, h - u * 10.8), tones.accent, u * 0.2),
    );
  return {
    layers: [
      group([...back, ...rays], { depth: 0.05 }),
      group([group(inside, { clip: oval })], { depth: 0.6 }),
      group(rim, { depth: 0.6 }),
      group(low, { depth: 0.8 }),
    ],
    horizon: cy + ry * 0.4,
    words: reading.room ?? "bottom",
  };
};
