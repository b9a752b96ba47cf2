import { ellipse, rect } from "../outlines.ts";
import type { Motif, Part } from "./motif.ts";

const float = { kind: "bob", amount: 3, period: 3.2 } as const;

/** A flat-bottomed river boat with its oar. */
export const barque: Motif = {
  box: [260, 110],
  kind: "vessel",
  motion: float,
  parts: [
    ["woodDark", "M176 8L108 86", 4.5],
    ["woodDark", "M112 76C118 78 122 82 120 88L102 108C96 106 94 100 97 95Z"],
    ["wood", "M4 36C60 66 180 68 256 26C250 60 226 92 186 96L72 98C40 94 14 66 4 36Z"],
    ["woodDark", "M22 66C80 86 180 88 240 62C230 82 212 94 186 96L72 98C50 95 34 82 22 66Z"],
    ["woodLight", "M4 36C60 66 180 68 256 26L253 36C180 78 62 77 8 46Z"],
    ["woodDark", "M16 58C80 82 184 84 246 48", 2, 0.6],
    ["woodDark", "M34 78C90 94 176 94 228 72", 2, 0.5],
    ["ink", ellipse(238, 42, 3.5)],
    ["accent", "M70 60L78 86L96 88L90 63Z", undefined, 0.9],
    ["deep", "M60 54L108 60L108 54L62 46Z"],
    ["deep", "M140 60L190 54L188 47L140 54Z"],
  ],
};

/** A river barge with its cabin. */
export const peniche: Motif = {
  box: [360, 130],
  kind: "vessel",
  motion: { ...float, amount: 1.6, period: 4.2 },
  parts: [
    ["ink", "M330 10L330 60", 3],
    ["accent", "M331 12L354 19L331 28Z"],
    ["deep", rect(250, 28, 70, 44, 3)],
    ["ink", rect(244, 22, 82, 8, 3)],
    ["accentLight", rect(260, 40, 14, 14, 2)],
    ["accentLight", rect(281, 40, 14, 14, 2)],
    ["accentLight", rect(302, 40, 10, 14, 2)],
    ["second", rect(286, 4, 12, 20, 2)],
    ["mid", "M66 72C66 52 84 46 106 46L214 46C228 46 236 56 238 72Z"],
    ["pale", "M74 66C76 54 90 51 106 51L212 51C222 51 228 58 230 66Z", undefined, 0.6],
    ["deep", "M98 48L98 72", 2],
    ["deep", "M136 47L136 72", 2],
    ["deep", "M174 47L174 72", 2],
    ["deep", "M210 48L210 72", 2],
    ["second", "M4 50C20 56 32 68 60 70L344 70C350 92 346 110 336 122L54 122C26 116 8 84 4 50Z"],
    ["paper", "M6 58C20 64 34 76 60 78L345 78L344 86L58 86C34 84 18 74 9 68Z"],
    [
      "secondDark",
      "M20 92C40 104 60 106 80 106L345 106C343 113 340 118 336 122L54 122C40 118 28 108 20 92Z",
    ],
    ["ink", ellipse(36, 84, 4)],
    ["accent", ellipse(296, 94, 5)],
    ["accent", ellipse(316, 94, 5)],
  ],
};

export const sailboat: Motif = {
  box: [200, 240],
  kind: "vessel",
  motion: { ...float, amount: 3, period: 3.6 },
  parts: [
    ["woodDark", "M104 10L104 206", 5],
    ["paper", "M110 18C150 70 170 130 176 182L110 182Z"],
    ["pale", "M140 66C158 104 170 146 176 182L146 182C150 140 148 100 140 66Z"],
    ["accent", "M97 34C70 80 46 134 34 178L97 178Z"],
    ["accentDark", "M97 34C86 92 82 140 82 178L97 178Z", undefined, 0.6],
    ["deep", "M12 194C70 206 140 206 192 190C186 216 170 234 146 238L60 238C34 236 18 218 12 194Z"],
    ["ink", "M24 216C80 226 140 224 182 212C174 226 162 236 146 238L60 238C44 236 32 228 24 216Z"],
    ["paper", "M14 200C70 212 140 212 190 197", 3],
  ],
};

export const anchor: Motif = {
  box: [150, 190],
  kind: "object",
  parts: [
    ["deep", "M75 44L75 172", 14],
    ["deep", "M42 66L108 66", 11],
    ["deep", "M14 112C18 160 46 178 75 178C104 178 132 160 136 112", 14],
    ["deep", "M4 128L14 98L36 118Z"],
    ["deep", "M146 128L136 98L114 118Z"],
    ["mid", "M71 50L71 168", 3, 0.7],
    ["deep", ellipse(75, 26, 21)],
    ["paper", ellipse(75, 26, 10)],
    ["accent", "M75 44C100 56 56 80 84 98C104 112 62 126 78 148", 7],
    ["accentDark", "M75 44C100 56 56 80 84 98C104 112 62 126 78 148", 5, 0.7, [2, 7]],
  ],
};

const strands = [
  "M4 66C46 66 56 22 96 22C142 22 128 108 174 108",
  "M174 108C214 108 214 22 174 22C150 22 140 44 130 66",
  "M130 66C120 88 116 108 92 108C52 108 52 46 96 46C130 46 160 72 256 66",
];

/** A figure-of-eight knot. */
export const knot: Motif = {
  box: [260, 130],
  kind: "object",
  parts: strands.flatMap((d): Part[] => [
    ["woodDark", d, 23],
    ["accent", d, 17],
    ["accentLight", d, 15, 0.8, [3, 11]],
  ]),
};

export const lantern: Motif = {
  box: [110, 180],
  kind: "object",
  motion: { kind: "sway", amount: 2, period: 3 },
  parts: [
    ["accentLight", ellipse(55, 108, 54), undefined, 0.28],
    ["ink", "M28 56C24 10 86 10 82 56", 4],
    ["deep", "M32 56L78 56L70 40L40 40Z"],
    ["accentLight", "M34 62L76 62C84 84 84 124 76 148L34 148C26 124 26 84 34 62Z"],
    ["accent", "M55 86C66 100 70 112 64 124C60 132 50 132 46 124C40 112 46 100 55 86Z"],
    ["paper", "M55 104C60 112 62 118 58 124C56 127 54 127 52 124C48 118 51 112 55 104Z"],
    ["deep", rect(30, 56, 50, 8, 3)],
    ["deep", "M26 148L84 148L90 176L20 176Z"],
    ["deep", "M36 62C28 88 28 122 36 150", 3],
    ["deep", "M74 62C82 88 82 122 74 150", 3],
    ["accentDark", rect(20, 168, 70, 10, 4)],
  ],
};

export const fish: Motif = {
  box: [200, 96],
  kind: "nature",
  motion: { kind: "drift", amount: 6, period: 5 },
  parts: [
    ["accentDark", "M150 48L196 14C188 36 188 60 196 84Z"],
    ["accent", "M6 50C34 8 108 0 160 48C108 96 34 92 6 50Z"],
    ["accentLight", "M6 50C40 70 100 74 150 56C104 92 34 90 6 50Z"],
    ["accentDark", "M70 12C90 0 110 2 122 14L116 22C100 14 84 14 70 20Z"],
    ["accentDark", "M52 22C62 40 62 60 52 78", 2.5],
    ["accentDark", "M76 34C84 36 84 44 76 46", 2],
    ["accentDark", "M92 46C100 48 100 56 92 58", 2],
    ["accentDark", "M106 34C114 36 114 44 106 46", 2],
    ["paper", ellipse(30, 42, 7)],
    ["ink", ellipse(29, 42, 3.4)],
  ],
};
