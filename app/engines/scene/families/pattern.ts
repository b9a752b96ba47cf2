import { group, type Node, placed, shape } from "../graph.ts";
import { type MotifName, motif } from "../motifs/catalogue.ts";
import { ellipse, rect } from "../outlines.ts";
import { heightIn, put } from "../stage.ts";
import type { Composition } from "./family.ts";

/** A repeat of the subject and its company, turned every other time. */
export const pattern: Composition = (stage) => {
  const { w, h, u, tones, reading, cast, lead } = stage;
  const usual: MotifName[] =
    motif(lead).kind === "vessel" || reading.setting === "river" || motif(lead).kind === "figure"
      ? ["knot", "anchor", "fish", "lantern"]
      : ["leafBranch", "heart", "flower", "cup"];
  const names = [...cast, ...usual.filter((m) => !cast.includes(m))].slice(0, 4);
  const cell = u * 25 * reading.zoom;
  const night = reading.light === "night" || reading.light === "studio";
  const ground =
    reading.light === "plain" || night
      ? tones.deep
      : reading.light === "mist"
        ? tones.pale
        : tones.accentLight;
  const tiles: Node[] = [];
  let index = 0;
  for (let row = -1; row * cell * 0.82 < h + cell; row++)
    for (let column = -1; column * cell < w + cell; column++) {
      const x = column * cell + (row % 2 ? cell / 2 : 0) + cell / 2;
      const y = row * cell * 0.82 + cell / 2;
      const name = names[(((column + row * 2) % names.length) + names.length) % names.length]!;
      const size = heightIn(name, cell * 0.66, cell * 0.6);
      tiles.push(shape(ellipse(x, y, cell * 0.44), index % 2 ? tones.accentLight : tones.pale));
      tiles.push(
        placed([put(stage, name, { x: 0, y: size / 2, height: size, still: true })], {
          x,
          y,
          turn: index % 3 === 0 ? 0 : index % 3 === 1 ? -14 : 12,
        }),
      );
      tiles.push(shape(ellipse(x + cell / 2, y, cell * 0.035), tones.accent));
      index += 1;
    }
  return {
    layers: [
      group([shape(rect(-u * 9, -u * 9, w + u * 18, h + u * 18), ground), ...tiles], {
        depth: 0.5,
      }),
    ],
    horizon: h * 0.5,
    words: reading.room ?? "middle",
  };
};
