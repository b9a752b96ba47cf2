import { mix } from "../colour.ts";
import { group, line, type Node, shape } from "../graph.ts";
import { motif } from "../motifs/catalogue.ts";
import { ellipse, rect } from "../outlines.ts";
import { celestial, footing, heightIn, put, sky } from "../stage.ts";
import type { Composition } from "./family.ts";
import { birds, hills, wet } from "./scenery.ts";

/** A travel poster: bands of land, one great disc, the subject cut out against it. */
export const poster: Composition = (stage) => {
  const { w, h, u, tones, reading, cast, lead } = stage;
  const margin = stage.without("frame") ? 0 : u * 5;
  const inside = rect(margin, margin, w - margin * 2, h - margin * 2);
  const ground =
    h *
    (reading.room === "bottom" || reading.overlay ? 0.62 : reading.angle === "below" ? 0.82 : 0.74);
  const x = w * (0.5 + reading.side * 0.17);
  const plain = reading.light === "plain";
  const back: Node[] = [shape(rect(0, 0, w, h), plain ? tones.secondLight : tones.skyLow)];
  if (!plain) back.push(sky(stage, ground));
  const disc = Math.min(w * 0.42, h * 0.3);
  const sun: Node[] = stage.without("sun")
    ? []
    : plain || reading.light === "dawn" || reading.light === "backlight"
      ? [
          shape(
            ellipse(x, ground - disc * 0.95, disc),
            reading.light === "backlight" ? tones.white : tones.accent,
          ),
          ...(plain
            ? [
                shape(
                  ellipse(x, ground - disc * 0.95, disc * 0.8),
                  mix(tones.accent, tones.paper, 0.14),
                ),
              ]
            : []),
        ]
      : celestial(stage, x, ground - disc * 0.95, disc * 0.8);
  const land: Node[] = [
    hills(stage, ground - u * 7, u * 10, mix(tones.mid, tones.secondLight, 0.3)),
    hills(stage, ground - u * 2, u * 6, tones.second),
  ];
  const floor: Node[] = [shape(rect(-u * 4, ground, w + u * 8, h), tones.deep)];
  const bars: Node[] = [];
  const shore = wet(stage);
  for (let i = 0; i < 7; i++) {
    const y = ground + u * (2.6 + i * i * 0.75);
    const half = disc * (0.95 - i * 0.1);
    bars.push(
      shore
        ? shape(
            rect(x - half, y, half * 2, u * (0.8 + i * 0.16), u),
            plain ? tones.accent : tones.skyLow,
            { alpha: 0.75 - i * 0.07 },
          )
        : hills(
            stage,
            ground + u * (i * 5.5 + 3),
            u * 3,
            mix(tones.leaf, tones.ink, Math.min(0.7, i * 0.13)),
          ),
    );
  }
  const boatUnder =
    motif(lead).kind === "figure" &&
    (cast.some((m) => motif(m).kind === "vessel") || reading.setting === "river");
  const main: Node[] = [];
  const size =
    heightIn(lead, w * 0.74 * reading.zoom, (ground - margin) * 0.74 * reading.zoom) *
    (reading.angle === "below" ? 1.12 : 1);
  const flat = reading.light === "backlight" ? ("ink" as const) : undefined;
  const tone = flat ? { flat } : {};
  if (boatUnder) {
    const boat = cast.find((m) => motif(m).kind === "vessel") ?? "barque";
    main.push(put(stage, lead, { x: x - u * 3, y: ground + u * 1.5, height: size, ...tone }));
    main.push(
      put(stage, boat, { x, y: ground + u * 9, height: heightIn(boat, w * 0.7, u * 28), ...tone }),
    );
  } else {
    cast.slice(1, 3).forEach((name, i) => {
      if (name !== lead)
        main.push(
          put(stage, name, {
            x: x + (i === 0 ? -1 : 1) * w * 0.3,
            y: ground + u * 2,
            height: heightIn(name, w * 0.3, size * 0.5),
            ...tone,
          }),
        );
    });
    main.push(
      put(stage, lead, { x, y: footing(stage, ground + u * 4, size), height: size, ...tone }),
    );
  }
  const side = shore ? "reeds" : "poplar";
  const near: Node[] = [
    put(stage, side, { x: margin + u * 9, y: ground + u * 14, height: u * 30, flat: "ink" }),
    put(stage, side, {
      x: w - margin - u * 8,
      y: ground + u * 15,
      height: u * 24,
      flip: true,
      flat: "ink",
    }),
  ];
  const cut = (nodes: Node[]) => (margin > 0 ? [group(nodes, { clip: inside })] : nodes);
  return {
    layers: [
      group([shape(rect(0, 0, w, h), tones.paper)], { depth: 0 }),
      group(cut([...back, ...sun]), { depth: 0 }),
      group(cut([...birds(stage, w * 0.2, h * 0.2), ...land]), { depth: 0.2 }),
      group(
        cut([
          ...floor,
          group(
            bars,
            shore ? { motion: { kind: "ripple", amount: u * 1.4, period: 4, phase: 0 } } : {},
          ),
        ]),
        { depth: 0.4 },
      ),
      group(cut(main), { depth: 0.7 }),
      group(cut(stage.without("background") ? [] : near), { depth: 0.9 }),
      ...(margin > 0 ? [group([line(inside, tones.deep, u * 0.45)], {})] : []),
    ],
    horizon: ground,
    words: reading.room ?? "bottom",
  };
};
