import { ellipse, rect } from "../outlines.ts";
import type { Motif, Part } from "./motif.ts";

export const tree: Motif = {
  box: [160, 220],
  kind: "nature",
  motion: { kind: "sway", amount: 1, period: 5 },
  parts: [
    ["woodDark", "M74 220C78 180 76 150 74 120L88 120C88 150 88 180 94 220Z"],
    ["woodDark", "M80 150C96 136 104 126 110 112", 6],
    [
      "leafDark",
      "M80 8C120 4 152 36 150 74C160 112 128 146 88 140C44 150 8 118 14 76C10 38 42 8 80 8Z",
    ],
    [
      "leaf",
      "M74 10C110 2 136 32 134 66C140 100 112 128 80 124C44 130 14 104 16 72C14 36 42 12 74 10Z",
    ],
    [
      "leafLight",
      "M60 20C82 12 100 24 100 44C100 62 82 70 64 66C44 66 32 52 38 38C42 28 50 22 60 20Z",
      undefined,
      0.6,
    ],
    ["leafDark", "M52 92C58 98 66 98 72 92", 3, 0.6],
    ["leafDark", "M96 78C102 84 110 84 116 78", 3, 0.6],
    ["leafDark", "M86 108C92 114 100 114 106 108", 3, 0.6],
  ],
};

export const poplar: Motif = {
  box: [70, 240],
  kind: "nature",
  motion: { kind: "sway", amount: 0.8, period: 4.4 },
  parts: [
    ["woodDark", rect(31, 180, 8, 60)],
    [
      "leaf",
      "M35 4C58 50 66 110 62 160C60 200 48 214 35 214C22 214 10 200 8 160C4 110 12 50 35 4Z",
    ],
    [
      "leafDark",
      "M35 4C58 50 66 110 62 160C60 200 48 214 35 214C46 160 46 70 35 4Z",
      undefined,
      0.55,
    ],
  ],
};

export const reeds: Motif = {
  box: [120, 150],
  kind: "nature",
  motion: { kind: "sway", amount: 2.4, period: 3.4 },
  parts: [
    ["leafDark", "M30 150C30 110 24 70 14 40", 4],
    ["leaf", "M48 150C48 100 50 60 56 22", 4],
    ["leafDark", "M70 150C72 110 80 70 92 44", 4],
    ["leaf", "M88 150C92 124 100 104 114 88C108 108 102 128 100 150Z"],
    ["leaf", "M22 150C18 126 12 108 0 96C14 102 28 122 34 150Z"],
    ["leafLight", "M58 150C62 118 62 92 58 70C68 92 72 120 70 150Z"],
    ["woodDark", "M14 42C12 34 9 26 7 18", 10],
    ["woodDark", "M56 24C57 16 58 10 59 4", 10],
    ["woodDark", "M92 46C95 38 98 30 102 24", 10],
  ],
};

export const heron: Motif = {
  box: [130, 220],
  kind: "nature",
  parts: [
    ["woodDark", "M62 146L60 216", 4],
    ["woodDark", "M76 146L80 216", 4],
    [
      "mid",
      "M116 118C96 164 52 164 40 132C34 110 54 92 74 96C92 98 106 106 128 96C126 106 122 112 116 118Z",
    ],
    ["deep", "M116 118C104 146 78 156 58 148C80 142 100 126 128 96C126 106 122 112 116 118Z"],
    [
      "pale",
      "M44 128C28 108 58 82 50 56C46 42 36 34 42 24C50 12 68 22 66 40C64 70 84 80 70 108C62 122 52 134 44 128Z",
    ],
    ["accent", "M44 26L4 36L46 38Z"],
    ["ink", "M52 22C66 14 82 20 94 30C80 30 66 32 56 32Z"],
    ["ink", ellipse(50, 30, 2.4)],
  ],
};

export const gull: Motif = {
  box: [120, 50],
  kind: "nature",
  motion: { kind: "drift", amount: 10, period: 7 },
  parts: [
    [
      "deep",
      "M4 14C26 2 46 12 60 36C74 12 94 2 116 14C96 14 80 24 64 46C62 48 58 48 56 46C40 24 24 14 4 14Z",
    ],
  ],
};

export const flower: Motif = {
  box: [130, 220],
  kind: "nature",
  motion: { kind: "sway", amount: 2, period: 3.8 },
  parts: [
    ["leafDark", "M64 218C62 170 66 130 66 84", 6],
    ["leaf", "M64 176C40 172 22 156 18 130C44 134 60 150 64 176Z"],
    ["leaf", "M64 156C86 150 102 134 106 110C82 116 66 132 64 156Z"],
    ...[0, 1, 2, 3, 4, 5, 6, 7].map((i): Part => {
      const a = (i * Math.PI) / 4;
      return [
        i % 2 ? "second" : "secondLight",
        ellipse(66 + Math.cos(a) * 30, 62 + Math.sin(a) * 30, 20, 20),
      ];
    }),
    ["accent", ellipse(66, 62, 21)],
    ["accentDark", ellipse(66, 62, 21), 3, 0.6, [1, 6]],
  ],
};

export const leafBranch: Motif = {
  box: [220, 120],
  kind: "nature",
  parts: [
    ["leafDark", "M4 100C60 92 140 70 214 20", 5],
    ...[
      [40, 96, -34],
      [76, 86, -30],
      [112, 74, -30],
      [148, 58, -34],
    ].flatMap(([x, y], i): Part[] => [
      [
        i % 2 ? "leaf" : "leafLight",
        `M${x} ${y}C${x! - 6} ${y! - 34} ${x! + 14} ${y! - 56} ${x! + 38} ${y! - 60}C${x! + 40} ${y! - 36} ${x! + 26} ${y! - 10} ${x} ${y}Z`,
      ],
      [
        i % 2 ? "leafLight" : "leaf",
        `M${x! + 6} ${y! - 2}C${x! + 30} ${y! + 18} ${x! + 56} ${y! + 14} ${x! + 70} ${y! - 4}C${x! + 50} ${y! - 18} ${x! + 24} ${y! - 16} ${x! + 6} ${y! - 2}Z`,
      ],
    ]),
  ],
};

export const mountain: Motif = {
  box: [340, 190],
  kind: "nature",
  parts: [
    ["mid", "M0 190L104 52L166 124L222 30L340 190Z"],
    ["deep", "M222 30L340 190L210 190C230 150 214 110 222 30Z", undefined, 0.7],
    ["deep", "M104 52L166 124L196 190L104 190C118 150 98 110 104 52Z", undefined, 0.5],
    ["paper", "M222 30L256 78L238 70L226 90L212 72L192 82Z"],
    ["paper", "M104 52L132 86L116 80L104 96L92 82L78 88Z"],
  ],
};

export const cloud: Motif = {
  box: [200, 90],
  kind: "nature",
  motion: { kind: "drift", amount: 18, period: 20 },
  parts: [
    [
      "white",
      "M30 88C4 88 2 56 28 54C26 26 62 14 78 34C92 4 142 6 146 42C176 34 204 58 190 80C186 86 180 88 172 88Z",
    ],
    ["pale", "M30 88C12 88 6 74 12 64C40 78 150 78 194 70C192 82 184 88 172 88Z", undefined, 0.45],
  ],
};

export const heart: Motif = {
  box: [140, 130],
  kind: "object",
  parts: [
    ["second", "M70 128C20 90 4 66 6 40C8 8 52 0 70 34C88 0 132 8 134 40C136 66 120 90 70 128Z"],
    ["secondLight", "M24 30C16 40 16 56 24 66C22 50 26 38 38 28Z"],
  ],
};

export const cheese: Motif = {
  box: [190, 120],
  kind: "object",
  parts: [
    ["accent", "M6 62L150 6C176 16 186 36 184 62Z"],
    ["accentLight", "M6 62L184 62L184 116L6 116Z"],
    ["accentDark", "M6 62L184 62", 3],
    ["accent", ellipse(52, 88, 13)],
    ["accent", ellipse(104, 82, 9)],
    ["accent", ellipse(142, 96, 14)],
    ["accentDark", ellipse(120, 40, 9, 6), undefined, 0.6],
  ],
};
