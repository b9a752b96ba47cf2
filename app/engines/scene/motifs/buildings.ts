import { ellipse, rect } from "../outlines.ts";
import type { Motif, Part } from "./motif.ts";

const arched = (x: number, y: number, w: number, h: number): string =>
  `M${x} ${y + h}L${x} ${y + w / 2}C${x} ${y - w / 6} ${x + w} ${y - w / 6} ${x + w} ${y + w / 2}L${x + w} ${y + h}Z`;

const windows = (tone: Part[0], xs: number[], y: number, w: number, h: number): Part[] =>
  xs.flatMap((x): Part[] => [
    ["paper", arched(x - 3, y - 3, w + 6, h + 5)],
    [tone, arched(x, y, w, h)],
    ["paper", `M${x + w / 2} ${y}L${x + w / 2} ${y + h}`, 1.8],
    ["paper", `M${x} ${y + h / 2}L${x + w} ${y + h / 2}`, 1.8],
  ]);

/** An old salt warehouse made into a museum. */
export const museum: Motif = {
  box: [320, 220],
  kind: "building",
  parts: [
    ["secondDark", "M20 82L160 14L300 82Z"],
    ["second", "M10 88L160 16L310 88L296 88L160 30L24 88Z"],
    ["paper", "M30 86L160 30L290 86L290 216L30 216Z"],
    ["pale", "M160 30L290 86L290 216L226 216L226 64Z", undefined, 0.55],
    ["mid", ellipse(160, 74, 18)],
    ["paper", ellipse(160, 74, 13)],
    ["deep", "M160 74C152 64 152 84 160 74C168 64 168 84 160 74", 3],
    ...windows("deep", [52, 96], 108, 26, 44),
    ...windows("deep", [198, 242], 108, 26, 44),
    ["second", arched(136, 106, 48, 110)],
    ["secondDark", arched(142, 114, 36, 102)],
    ["accentLight", arched(142, 114, 18, 102), undefined, 0.35],
    ["accent", rect(50, 168, 30, 44, 1)],
    ["paper", rect(55, 176, 20, 3)],
    ["paper", rect(55, 183, 14, 3)],
    ["accent", rect(240, 168, 30, 44, 1)],
    ["paper", rect(245, 176, 20, 3)],
    ["paper", rect(245, 183, 14, 3)],
    ["mid", "M30 96L290 96", 2.5],
    ["mid", rect(18, 212, 284, 8)],
  ],
};

export const house: Motif = {
  box: [130, 130],
  kind: "building",
  parts: [
    ["second", rect(90, 18, 14, 34)],
    ["paper", "M16 64L64 26L114 64L114 128L16 128Z"],
    ["pale", "M64 26L114 64L114 128L78 128L78 37Z", undefined, 0.55],
    ["second", "M6 68L64 20L124 68L116 74L64 34L14 74Z"],
    ["deep", rect(54, 90, 22, 38, 2)],
    ["mid", rect(26, 76, 18, 22, 1)],
    ["mid", rect(88, 76, 18, 22, 1)],
    ["paper", "M35 76L35 98", 1.6],
    ["paper", "M97 76L97 98", 1.6],
    ["accent", ellipse(71, 110, 1.8)],
  ],
};

export const bridge: Motif = {
  box: [420, 120],
  kind: "building",
  parts: [
    [
      "pale",
      "M0 34C120 14 300 14 420 34L420 120L388 120C386 66 316 62 312 120L262 120C258 54 162 54 158 120L108 120C104 62 34 66 32 120L0 120Z",
    ],
    ["mid", "M0 34C120 14 300 14 420 34L420 48C300 28 120 28 0 48Z"],
    ["mid", "M32 120C34 66 104 62 108 120L100 120C96 74 44 76 40 120Z"],
    ["mid", "M158 120C162 54 258 54 262 120L253 120C248 66 172 66 167 120Z"],
    ["mid", "M312 120C316 62 386 66 388 120L380 120C376 76 324 74 320 120Z"],
    ["deep", "M0 30C120 10 300 10 420 30", 5],
  ],
};

export const workshop: Motif = {
  box: [280, 200],
  kind: "building",
  parts: [
    ["mid", rect(26, 6, 228, 74, 3), undefined, 0.35],
    ["woodDark", "M26 14L254 14", 5],
    ["deep", "M60 14L60 30", 3],
    ["pale", "M46 30L74 30L70 72L58 72Z"],
    ["woodDark", rect(52, 20, 16, 14, 4)],
    ["deep", "M110 14L110 26", 3],
    ["woodDark", rect(107, 34, 7, 42, 2)],
    ["deep", rect(94, 24, 33, 15, 3)],
    ["deep", "M160 14L160 26", 3],
    ["accent", ellipse(160, 48, 23)],
    ["paper", ellipse(160, 48, 14)],
    ["deep", "M210 14L210 24", 3],
    ["deep", "M206 24L214 24L214 62L210 74L206 62Z"],
    ["accent", rect(204, 22, 12, 18, 3)],
    ["woodLight", rect(6, 112, 268, 16, 3)],
    ["wood", rect(6, 122, 268, 8)],
    ["woodDark", rect(24, 130, 22, 68)],
    ["woodDark", rect(234, 130, 22, 68)],
    ["wood", rect(46, 158, 188, 12)],
    ["deep", rect(36, 90, 50, 22, 4)],
    ["mid", rect(30, 96, 16, 16, 3)],
    ["second", rect(120, 84, 46, 28, 3)],
    ["accentLight", "M184 112L184 84C190 76 210 76 216 84L216 112Z"],
    ["accentDark", "M192 82L188 60", 3],
    ["deep", "M206 82L212 58", 3],
  ],
};

export const city: Motif = {
  box: [360, 190],
  kind: "building",
  parts: [
    ["mid", rect(10, 70, 60, 120)],
    ["pale", rect(64, 100, 56, 90)],
    ["deep", "M130 60L158 30L186 60L186 190L130 190Z"],
    ["second", rect(190, 86, 66, 104)],
    ["secondDark", "M186 90L223 62L260 90Z"],
    ["mid", rect(258, 52, 46, 138)],
    ["pale", rect(300, 94, 52, 96)],
    ["accent", "M154 32L158 6L162 32Z"],
    ...[20, 42].flatMap((x) =>
      [84, 112, 140].map((y): Part => ["accentLight", rect(x, y, 12, 16, 1)]),
    ),
    ...[140, 164].flatMap((x) =>
      [74, 104, 134].map((y): Part => ["accentLight", rect(x, y, 12, 18, 1)]),
    ),
    ...[202, 230].flatMap((x) => [104, 136].map((y): Part => ["paper", rect(x, y, 14, 20, 1)])),
    ...[266, 284].flatMap((x) =>
      [66, 92, 118, 144].map((y): Part => ["paper", rect(x, y, 10, 14, 1)]),
    ),
  ],
};
