import { describe, expect, it } from "vitest";
import { writeVtt } from "../subtitle-cues.ts";
import { frame } from "./film.ts";
import { countFlashes } from "./flashes.ts";
import { type Pixels, sample } from "./raster.ts";
import { readShot } from "./shot-line.ts";
import {
  captionCues,
  captionLines,
  draftAlternative,
  filmSeconds,
  type Shot,
  type Storyboard,
  shotTimes,
} from "./storyboard.ts";

const shot = (more: Partial<Shot>): Shot => ({
  id: "p1",
  line: "Travelling avant : une barque sur la rivière. Aube dorée",
  seconds: 4,
  caption: "",
  title: "",
  transition: "cut",
  ...more,
});
const board = (shots: Shot[], more: Partial<Storyboard> = {}): Storyboard => ({
  ratio: "16:9",
  style: "aplat",
  palette: "charte",
  brand: ["#12355B", "#D9A441", "#F2F0E6", "#6B2737"],
  seed: 1,
  shots,
  mention: "",
  burnt: true,
  ...more,
});
const size = { width: 1920, height: 1080 };
const at = (b: Storyboard, t: number, flashing = true): Pixels =>
  sample(frame(b, t, flashing), size, 48);
const difference = (a: Pixels, b: Pixels) =>
  a.data.reduce((sum, v, i) => sum + Math.abs(v - b.data[i]!), 0) / a.data.length;

describe("a shot's line", () => {
  it.each([
    [
      "[Travelling avant] : [une barque quitte le quai]. [Aube, brume]",
      "push",
      "une barque quitte le quai",
      "Aube, brume",
      [],
    ],
    [
      "Plan fixe : une corde sur le pont. Gros plan",
      "still",
      "une corde sur le pont",
      "Gros plan",
      [],
    ],
    [
      "Panoramique vers le haut : la façade du musée. Matin",
      "up",
      "la façade du musée",
      "Matin",
      [],
    ],
    ["une barque sur la rivière", "still", "une barque sur la rivière", "", ["colon", "details"]],
    [": une barque. Aube", "still", ": une barque", "Aube", ["colon"]],
    ["Virevolte : une barque. Aube", "still", "une barque", "Aube", ["unknown-movement"]],
    [
      "Zoom avant puis panoramique droite : une barque. Aube",
      "push",
      "une barque",
      "Aube",
      ["two-movements"],
    ],
    ["Travelling arrière :", "pull", "", "", ["scene", "details"]],
    ["", "still", "", "", ["colon", "scene", "details"]],
  ])("%s", (line, movement, scene, details, faults) => {
    const reading = readShot(line);
    expect(reading).toMatchObject({ movement, scene, details });
    expect(reading.faults.map((f) => f.id)).toEqual(faults);
    for (const f of reading.faults) expect(f.message).toMatch(/[.»]$/);
  });
});

describe("a film", () => {
  it("moves, each movement its own way, and a fixed shot hardly", () => {
    const change = (line: string) => {
      const b = board([shot({ line })]);
      return difference(at(b, 0.1), at(b, 3.8));
    };
    const still = change("Plan fixe : une montagne. Jour");
    for (const m of [
      "Travelling avant",
      "Travelling arrière",
      "Travelling vers la gauche",
      "Panoramique à droite",
      "Panoramique vers le haut",
      "Panoramique vers le bas",
      "Rotation lente",
    ])
      expect(change(`${m} : une montagne. Jour`), m).toBeGreaterThan(still + 0.5);
  });

  it("shows the shots in their order, at their times", () => {
    const b = board([
      shot({ id: "p1", seconds: 2 }),
      shot({ id: "p2", line: "Plan fixe : le musée. Nuit", seconds: 3, transition: "fade" }),
      shot({
        id: "p3",
        line: "Plan fixe : une corde sur une table. Jour",
        seconds: 1.5,
        transition: "wipe",
      }),
    ]);
    expect(filmSeconds(b)).toBe(6.5);
    expect(shotTimes(b)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 5 },
      { start: 5, end: 6.5 },
    ]);
    expect(difference(at(b, 1), at(b, 3.5))).toBeGreaterThan(8);
    expect(difference(at(b, 3.5), at(b, 6))).toBeGreaterThan(8);
    // A fade goes through the dark; times outside the film give its ends.
    const mean = (p: Pixels) => p.data.reduce((x, y) => x + y, 0) / p.data.length;
    expect(mean(at(b, 2))).toBeLessThan(mean(at(b, 1)) * 0.6);
    expect(at(b, 99)).toEqual(at(b, 6.5));
    expect(at(b, -1)).toEqual(at(b, 0));
  });

  it("is the same film twice, and draws nothing when it has no shot", () => {
    expect(at(board([shot({})]), 1.3)).toEqual(at(board([shot({})]), 1.3));
    expect(frame(board([]), 0)).toHaveLength(1);
  });

  it("flashes when a shot asks for it, never in a preview, and its check sees it", () => {
    const seen = (line: string, flashing: boolean) => {
      const b = board([shot({ line, seconds: 2 })]);
      const frames = Array.from({ length: 40 }, (_, i) => {
        const { data } = sample(frame(b, i / 20, flashing), size, 8);
        return Array.from({ length: data.length / 3 }, (_, k) => data[k * 3]! / 255);
      });
      return countFlashes(frames, 20).perSecond;
    };
    expect(seen("Plan fixe : une barque. Nuit, éclairs clignotants", true)).toBeGreaterThan(3);
    expect(seen("Plan fixe : une barque. Nuit, éclairs clignotants", false)).toBe(0);
    expect(seen("Plan fixe : une barque. Nuit, sans clignotement", true)).toBe(0);
  });
});

describe("subtitles of a film", () => {
  const b = board([
    shot({ caption: "Née en 1933 sur la Persévérance, une péniche de la rivière." }),
    shot({ id: "p2", caption: "" }),
    shot({ id: "p3", caption: "Elles tenaient la barre." }),
  ]);
  it("follow the shots, on lines that fit, as a valid file", () => {
    const cues = captionCues(b);
    expect(cues.map((c) => [c.start, c.end])).toEqual([
      [0, 3900],
      [8000, 11900],
    ]);
    for (const cue of cues)
      for (const l of cue.text.split("\n")) expect(l.length).toBeLessThanOrEqual(42);
    expect(writeVtt(cues)).toMatch(/^WEBVTT\n\n1\n00:00:00\.000 --> 00:00:03\.900\n/);
  });
  it("keep every word", () => {
    expect(captionLines("Elles tenaient la barre de la péniche").join(" ")).toBe(
      "Elles tenaient la barre de la péniche",
    );
  });
  it("are told again in the text alternative", () => {
    expect(draftAlternative(b).split("\n")).toHaveLength(3);
    expect(draftAlternative(b)).toContain("Plan 3.");
    expect(draftAlternative(b)).toContain(
      "Sous-titre\u00a0: «\u00a0Elles tenaient la barre.\u00a0»",
    );
  });
});
