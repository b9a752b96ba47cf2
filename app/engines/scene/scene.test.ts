import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawNodes } from "./canvas.ts";
import { composeScene, compositions, sceneNodes } from "./compose.ts";
import { type Node, segments } from "./graph.ts";
import { motifs } from "./motifs/catalogue.ts";
import { plainOverlay } from "./overlay.ts";
import { type Pixels, sample } from "./raster.ts";
import { asksForPhotograph, families, read, treatments } from "./reading.ts";
import { emptySlots, promptText, ratioNames, type Slots, sizeOf } from "./slots.ts";
import { svgFile } from "./svg.ts";

const brand = ["#12355B", "#D9A441", "#F2F0E6", "#6B2737"];
const slots = (some: Partial<Slots>): Slots => ({ ...emptySlots, ...some });
const file = (some: Partial<Slots>, seed = 1): string => {
  const scene = composeScene(slots(some), brand, seed);
  return svgFile(sceneNodes(scene), scene);
};
const pixels = (some: Partial<Slots>, seed = 1): Pixels => {
  const scene = composeScene(slots(some), brand, seed);
  return sample(sceneNodes(scene), scene, 48);
};
/** Mean difference of two images of one size, from 0 to 255. */
const difference = (a: Pixels, b: Pixels): number =>
  a.data.reduce((sum, v, i) => sum + Math.abs(v - b.data[i]!), 0) / a.data.length;

const full: Partial<Slots> = {
  sujet: "une batelière debout sur une barque, sur la rivière",
  style: "aplat vectoriel",
  composition: "affiche avec un grand disque",
  lumiere: "aube dorée",
  cadrage: "plan moyen",
  palette: "les couleurs de la charte",
  ratio: "4:5",
  texte: "« Femmes de rivière »",
  exclusions: "sans cadre",
};

describe("a scene", () => {
  it("is the same for the same words and seed, another for another seed", () => {
    expect(file(full, 3)).toBe(file(full, 3));
    expect(file({ ...full, composition: "géométrique" }, 3)).not.toBe(
      file({ ...full, composition: "géométrique" }, 4),
    );
  });

  it.each(
    Object.entries({
      style: "linogravure",
      composition: "affiche avec un grand disque",
      lumiere: "nuit",
      cadrage: "gros plan",
      palette: "les couleurs de la charte",
      texte: "« Femmes de rivière »",
      exclusions: "sans effet, sans texte, sans logo",
    }),
  )("changes to the eye when « %s » is added", (name, value) => {
    const vague = { sujet: "une femme sur une barque" };
    expect(difference(pixels(vague), pixels({ ...vague, [name]: value }))).toBeGreaterThan(0.8);
  });

  it("draws the subject that was named", () => {
    expect(
      difference(pixels({ sujet: "un vélo" }), pixels({ sujet: "une bougie" })),
    ).toBeGreaterThan(3);
    expect(
      read(slots({ sujet: "une batelière, une péniche et un appareil photo" }), brand).cast,
    ).toEqual(["woman", "peniche", "camera"]);
  });

  it("gives a vague prompt the commonplace image with its faults, and each exclusion takes one away", () => {
    const vague = composeScene(slots({ sujet: "une barque" }), brand, 1);
    expect(vague.reading.family).toBe("generique");
    expect(vague.defects).toEqual(["lettering", "logo", "anachronism", "glow", "stock-colours"]);
    expect(
      composeScene(
        slots({ sujet: "une barque", exclusions: "sans texte, sans logo", palette: "charte" }),
        brand,
        1,
      ).defects,
    ).toEqual(["anachronism", "glow"]);
    expect(composeScene(slots(full), brand, 1).defects).toEqual([]);
  });

  it.each(ratioNames)("has the pixels of %s", (ratio) => {
    const scene = composeScene(slots({ ...full, ratio }), brand, 1);
    expect({ width: scene.width, height: scene.height }).toEqual(sizeOf(ratio));
  });
});

describe.each(families)("the composition %s", (family) => {
  const words: Record<string, string> = {
    generique: "",
    affiche: "affiche",
    paysage: "paysage",
    "nature-morte": "nature morte",
    geometrique: "géométrique",
    editorial: "éditorial",
    vignette: "vignette",
    strates: "strates",
    plan: "carte",
    portrait: "médaillon",
    motif: "motif répété",
    typographique: "typographique",
    collage: "collage",
    isometrique: "isométrique",
    diagonale: "diagonale",
  };

  it("is chosen by its words and is not blank in any technique", () => {
    expect(Object.keys(compositions)).toContain(family);
    for (const treatment of treatments) {
      const style = {
        aplat: "aplat",
        gravure: "linogravure",
        trame: "trame",
        papier: "papier découpé",
        ligne: "ligne claire",
        aquarelle: "aquarelle",
        doux: "photo",
      }[treatment];
      const some = slots({ ...full, composition: words[family]!, style, texte: "" });
      const scene = composeScene(some, brand, 2);
      expect(scene.reading.family).toBe(family);
      expect(scene.reading.treatment).toBe(treatment);
      const { data } = sample(sceneNodes(scene), scene, 32);
      const mean = data.reduce((a, b) => a + b, 0) / data.length;
      const spread = Math.sqrt(data.reduce((a, b) => a + (b - mean) ** 2, 0) / data.length);
      expect(spread, treatment).toBeGreaterThan(12);
      const svg = svgFile(sceneNodes(scene), scene);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|e-\d/);
      expect(svg.length, treatment).toBeLessThan(450_000);
    }
  });

  it("draws every motif", () => {
    for (const name of ["la femme", "un vélo", "une montagne", "un fromage", "une mouette"]) {
      const scene = composeScene(
        slots({ ...full, sujet: name, composition: words[family]! }),
        brand,
        5,
      );
      expect(() => svgFile(sceneNodes(scene), scene)).not.toThrow();
    }
  });
});

it("holds at least twelve compositions and forty motifs, each readable as an outline", () => {
  expect(families.length).toBeGreaterThanOrEqual(13);
  expect(Object.keys(motifs).length).toBeGreaterThanOrEqual(40);
  for (const [name, { box, parts }] of Object.entries(motifs))
    for (const [, d] of parts) {
      const list = segments(d);
      expect(list[0]?.[0], name).toBe("M");
      for (const s of list) for (const v of s.slice(1)) expect(Number.isFinite(v), name).toBe(true);
      expect(Math.max(...list.flatMap((s) => s.slice(1) as number[])), name).toBeLessThan(
        Math.max(...box) * 1.6,
      );
    }
});

it("takes any text in any slot without failing", () => {
  fc.assert(
    fc.property(
      fc.record(
        Object.fromEntries(
          Object.keys(emptySlots).map((k) => [k, fc.string({ maxLength: 60, unit: "grapheme" })]),
        ),
      ),
      (some) => {
        const scene = composeScene(some as Slots, brand, 1);
        const svg = svgFile(sceneNodes(scene), scene, { title: some.sujet as string });
        expect(svg.startsWith("<svg")).toBe(true);
        expect(svg).not.toContain("<script");
      },
    ),
    { numRuns: 60 },
  );
});

it("takes the brand's colours from 1 to 6, dark or light", () => {
  for (const colours of [
    ["#000000"],
    ["#ffffff"],
    ["#ff0000", "#00ff00"],
    brand,
    ["#fff1c9", "#ffd0d0", "#d0ffd6", "#d0e4ff", "#e9d0ff", "#ffffff"],
  ]) {
    const scene = composeScene(slots({ ...full, palette: "charte" }), colours, 1);
    for (const tone of Object.values(scene.tones)) expect(tone).toMatch(/^#[0-9a-f]{6}$/i);
  }
});

it("sends the canvas the outlines it writes in SVG", () => {
  const scene = composeScene(slots(full), brand, 1);
  const calls: string[] = [];
  const pen = new Proxy({} as Record<string, unknown>, {
    get:
      (_, name) =>
      (...values: unknown[]) => {
        calls.push(String(name));
        if (String(name).startsWith("create")) return { addColorStop: () => {} };
        for (const v of values) if (typeof v === "number") expect(Number.isFinite(v)).toBe(true);
        return undefined;
      },
    set: () => true,
  });
  drawNodes(pen as never, sceneNodes(scene));
  const fills = (nodes: readonly Node[]): number =>
    nodes.reduce(
      (n, node) => n + (node.kind === "shape" ? (node.fill ? 1 : 0) : fills(node.children)),
      0,
    );
  expect(calls.filter((c) => c === "fill")).toHaveLength(fills(sceneNodes(scene)));
  expect(calls.filter((c) => c === "save")).toHaveLength(
    calls.filter((c) => c === "restore").length,
  );
});

it("writes the slots as one prompt", () => {
  expect(
    promptText(slots({ sujet: "une barque", lumiere: "aube.", exclusions: "texte, logo" })),
  ).toBe("une barque. Lumière\u00a0: aube. À éviter\u00a0: texte, logo.");
});

it("keeps the overlay it was given in place of the prompt's", () => {
  const scene = composeScene(slots(full), brand, 1, { ...plainOverlay, title: "Autre titre" });
  expect(scene.blocks.map((b) => b.lines.join(" "))).toEqual(["Autre titre"]);
});

it.each([
  [{ style: "photo argentique" }, true],
  [{ style: "rendu photoréaliste" }, true],
  [{ style: "une image réaliste, 3D" }, true],
  [{ sujet: "une photographie de barque" }, true],
  [{ sujet: "une femme et un appareil photo", style: "linogravure" }, false],
  [{ style: "aplat vectoriel", exclusions: "sans effet photo" }, false],
])("a photograph asked for by %j: %s", (some, asked) => {
  expect(asksForPhotograph(slots(some))).toBe(asked);
});
