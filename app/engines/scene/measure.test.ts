import { describe, expect, it } from "vitest";
import { contrast } from "./colour.ts";
import { composeScene } from "./compose.ts";
import { lineWidth, setLine } from "./face.ts";
import { countFlashes, litAreas } from "./flashes.ts";
import { grotesque } from "./glyphs/grotesque.ts";
import { legible } from "./glyphs/legible.ts";
import { roman } from "./glyphs/roman.ts";
import { group, line, shape } from "./graph.ts";
import {
  mainColours,
  outsideSafeZone,
  overlayContrast,
  paletteDistance,
  scenePixels,
} from "./measure.ts";
import { ellipse, rect } from "./outlines.ts";
import { plainOverlay } from "./overlay.ts";
import { sample } from "./raster.ts";
import { overlayText, readRatio } from "./reading.ts";
import { emptySlots } from "./slots.ts";
import { breakLines } from "./text.ts";

const brand = ["#12355B", "#D9A441", "#F2F0E6", "#6B2737"];
const size = { width: 100, height: 100 };

describe("sampling", () => {
  it("fills, cuts, blends and shades like a canvas would", () => {
    const at = (nodes: Parameters<typeof sample>[0], x: number, y: number) => {
      const { data, width } = sample(nodes, size, 100);
      return [0, 1, 2].map((c) => Math.round(data[(y * width + x) * 3 + c]!));
    };
    const red = shape(rect(10, 10, 40, 40), "#ff0000");
    expect(at([red], 30, 30)).toEqual([255, 0, 0]);
    expect(at([red], 60, 30)).toEqual([255, 255, 255]);
    expect(at([group([red], { clip: rect(0, 0, 20, 100) })], 30, 30)).toEqual([255, 255, 255]);
    expect(at([group([red], { alpha: 0.5 })], 30, 30)).toEqual([255, 128, 128]);
    expect(at([group([red], { matrix: [1, 0, 0, 1, 30, 0] })], 70, 30)).toEqual([255, 0, 0]);
    expect(at([line("M0 50L100 50", "#0000ff", 10)], 50, 50)).toEqual([0, 0, 255]);
    expect(at([shape(ellipse(50, 50, 20), "#000000")], 32, 32)).toEqual([255, 255, 255]);
    const fade = shape(rect(0, 0, 100, 100), {
      kind: "linear",
      x1: 0,
      y1: 0,
      x2: 100,
      y2: 0,
      stops: [
        [0, "#000000"],
        [1, "#ffffff"],
      ],
    });
    const [left] = at([fade], 10, 50);
    const [right] = at([fade], 90, 50);
    expect(left).toBeGreaterThan(20);
    expect(left).toBeLessThan(32);
    expect(right).toBeGreaterThan(222);
  });
});

describe("the contrast of words laid on an image", () => {
  const slots = {
    ...emptySlots,
    sujet: "une barque",
    composition: "affiche",
    style: "aplat",
    palette: "charte",
    ratio: "4:5",
  };
  const overlay = { ...plainOverlay, title: "Femmes de rivière", place: "top", size: "l" } as const;
  const worst = (more: object) =>
    overlayContrast(composeScene(slots, brand, 1, { ...overlay, ...more }))[0]!.worst;

  it("is that of the pixels under them", () => {
    // White on a dark band: the ratio of the two colours.
    const scene = composeScene(slots, brand, 1, { ...overlay, ground: "band", ink: "light" });
    expect(overlayContrast(scene)[0]!.worst).toBeCloseTo(
      contrast(scene.tones.white, scene.tones.ink),
      1,
    );
  });
  it("rises with a band or a veil", () => {
    expect(worst({ ground: "band" })).toBeGreaterThan(worst({ ground: "none" }));
    expect(worst({ ground: "veil" })).toBeGreaterThan(worst({ ground: "none" }));
  });
  it("sees words that leave the safe zone", () => {
    const scene = composeScene(slots, brand, 1, { ...overlay });
    expect(
      outsideSafeZone(scene.blocks, scene, { top: 0.02, right: 0.02, bottom: 0.02, left: 0.02 }),
    ).toEqual([]);
    expect(
      outsideSafeZone(scene.blocks, scene, { top: 0.2, right: 0, bottom: 0, left: 0 }),
    ).toHaveLength(1);
  });
});

it("measures how far an image is from its charter", () => {
  const of = (palette: string) =>
    paletteDistance(
      scenePixels(
        composeScene(
          { ...emptySlots, sujet: "une barque", composition: "affiche", style: "aplat", palette },
          brand,
          1,
        ),
      ),
      brand,
    ).mean;
  expect(of("couleurs de la charte")).toBeLessThan(6);
  expect(of("")).toBeGreaterThan(9);
  expect(of("vert, rose, violet")).toBeGreaterThan(of("couleurs de la charte") + 5);
  const plain = sample([shape(rect(0, 0, 100, 100), "#12355B")], size, 20);
  expect(mainColours(plain)).toEqual([{ hex: "#12355b", share: 1 }]);
  expect(paletteDistance(plain, brand).mean).toBeLessThan(0.01);
});

describe("lines of text", () => {
  const at = (text: string, width: number) => breakLines(grotesque, text, 100, width);
  it("hold in the width, keep every word, and do not end on an article", () => {
    const text = "Elles tenaient la barre, la corde et le livre de compte sur la rivière";
    const lines = at(text, 900);
    expect(lines.join(" ")).toBe(text);
    for (const l of lines) {
      expect(lineWidth(grotesque, l, 100)).toBeLessThanOrEqual(900);
      expect(l).not.toMatch(/\s(la|le|et|de|sur)$/);
    }
  });
  it("never part a sign from its word, nor a day from its month", () => {
    for (const l of at("Femmes de rivière : du 16 janvier au 30 mai 2027 « au musée » !", 420)) {
      expect(l).not.toMatch(/^[:;!?»]|«$|\b16$|\b30$/);
    }
  });
  it("keep line feeds and words too long to fit", () => {
    expect(at("Un\ndeux", 900)).toEqual(["Un", "deux"]);
    expect(at("anticonstitutionnellement", 200)).toEqual(["anticonstitutionnellement"]);
    expect(at("   ", 200)).toEqual([]);
  });
});

it.each([
  ["grotesque", grotesque],
  ["roman", roman],
  ["legible", legible],
])("%s has the French letters and kerning", (_, face) => {
  for (const c of "ÀÂÇÉÈÊËÎÏÔŒÙÛàâçéèêëîïôœùûüÿ«»’–…€0123456789")
    expect(face.glyphs[c]?.[1], c).toBeTruthy();
  for (const [, d] of Object.values(face.glyphs)) expect(d === "" || /^M.*Z$/.test(d)).toBe(true);
  const height = (d: string) => Math.max(...[...d.matchAll(/ (-?\d+)/g)].map((m) => -Number(m[1])));
  expect(height(face.glyphs.H![1])).toBe(face.capital);
  expect(setLine(face, "AV").width).toBeLessThan(
    setLine(face, "A").width + setLine(face, "V").width,
  );
  expect(setLine(face, "漢🙂").characters).toEqual([]);
});

describe("reading slots", () => {
  it.each([
    ["4:5", "4:5"],
    ["portrait 4 : 5 pour Instagram", "4:5"],
    ["1080 × 1920", "9:16"],
    ["story", "9:16"],
    ["carré", "1:1"],
    ["16/9", "16:9"],
    ["épingle Pinterest", "2:3"],
    ["grand", null],
  ])("%s → %s", (text, ratio) => {
    expect(readRatio(text)).toBe(ratio);
  });
  it.each([
    ["sans texte", ""],
    ["« Femmes de rivière »", "Femmes de rivière"],
    ["Titre : « A » puis « B »", "A\nB"],
    ["Portes ouvertes", "Portes ouvertes"],
    ["aucun", ""],
  ])("%s → « %s »", (text, words) => {
    expect(overlayText(text)).toBe(words);
  });
});

describe("flashes", () => {
  const blink = (hz: number, rate: number, seconds: number, low = 0.1, high = 0.6) =>
    Array.from({ length: rate * seconds }, (_, i) =>
      new Array(16).fill(Math.floor((i / rate) * hz * 2) % 2 ? high : low),
    );
  it.each([
    [5, 5],
    [2, 2],
    [1, 1],
  ])("counts %i flashes a second", (hz, seen) => {
    expect(countFlashes(blink(hz, 30, 3), 30).perSecond).toBe(seen);
  });
  it("ignores small changes, bright ones, small areas and slow fades", () => {
    expect(countFlashes(blink(5, 30, 2, 0.5, 0.55), 30)).toEqual({ perSecond: 0, at: null });
    expect(countFlashes(blink(5, 30, 2, 0.82, 0.95), 30).perSecond).toBe(0);
    const corner = Array.from({ length: 60 }, (_, i) => [
      i % 4 < 2 ? 0 : 1,
      ...new Array(15).fill(0.5),
    ]);
    expect(countFlashes(corner, 30).perSecond).toBe(0);
    const fade = Array.from({ length: 60 }, (_, i) => new Array(16).fill(i / 60));
    expect(countFlashes(fade, 30).perSecond).toBe(0);
    expect(countFlashes([], 30).perSecond).toBe(0);
  });
  it("reads luminance from pixels", () => {
    expect(litAreas([255, 255, 255, 255, 0, 0, 0, 255])).toEqual([1, 0]);
  });
});
