import { ellipse, rect } from "../outlines.ts";
import type { Motif, Part } from "./motif.ts";

export const book: Motif = {
  box: [220, 130],
  kind: "object",
  parts: [
    [
      "second",
      "M6 28C40 12 84 14 110 30C136 14 180 12 214 28L214 122C180 108 136 110 110 126C84 110 40 108 6 122Z",
    ],
    ["paper", "M16 22C46 8 86 10 110 26L110 116C86 102 46 100 16 112Z"],
    ["paper", "M204 22C174 8 134 10 110 26L110 116C134 102 174 100 204 112Z"],
    ["pale", "M110 26C122 18 136 14 150 13C132 24 124 50 122 108C117 110 113 113 110 116Z"],
    ["mid", "M30 36C52 28 76 29 96 38", 3],
    ["mid", "M30 52C52 44 76 45 96 54", 3],
    ["mid", "M30 68C52 60 76 61 96 70", 3],
    ["mid", "M30 84C48 78 62 78 76 81", 3],
    ["mid", "M134 38C152 30 172 29 190 35", 3],
    ["mid", "M134 54C152 46 172 45 190 51", 3],
    ["accent", "M136 70C152 63 172 62 190 67L190 96C172 91 152 92 136 99Z"],
    ["accent", "M168 10L168 60L176 52L184 62L184 14C178 12 172 11 168 10Z"],
  ],
};

export const apple: Motif = {
  box: [120, 132],
  kind: "object",
  parts: [
    [
      "second",
      "M60 42C40 20 4 30 6 72C8 108 34 132 60 124C86 132 112 108 114 72C116 30 80 20 60 42Z",
    ],
    [
      "secondDark",
      "M82 32C104 34 115 48 114 72C112 108 86 132 60 124C96 116 104 72 82 32Z",
      undefined,
      0.55,
    ],
    ["secondLight", "M24 46C14 58 14 80 22 94C18 76 20 60 32 48Z"],
    ["secondDark", "M44 38C52 46 68 46 76 38C70 44 66 50 60 50C54 50 50 44 44 38Z"],
    ["woodDark", "M60 44C58 30 62 18 70 8", 5],
    ["leaf", "M64 26C72 6 94 4 106 10C100 28 82 34 64 26Z"],
    ["leafDark", "M66 25C78 20 90 14 104 11", 2],
  ],
};

export const bottle: Motif = {
  box: [84, 260],
  kind: "object",
  parts: [
    [
      "leaf",
      "M30 30L54 30L54 84C54 104 78 110 78 142L78 244C78 256 70 260 62 260L22 260C14 260 6 256 6 244L6 142C6 110 30 104 30 84Z",
    ],
    [
      "leafDark",
      "M54 30L54 84C54 104 78 110 78 142L78 244C78 256 70 260 62 260L46 260C58 250 60 240 60 226L60 144C60 114 44 108 44 84L44 30Z",
      undefined,
      0.6,
    ],
    [
      "leafLight",
      "M16 142C16 126 22 118 28 112L28 120C23 126 22 134 22 142L22 234C18 232 16 228 16 222Z",
    ],
    ["accent", "M28 26L56 26L56 58L28 58Z"],
    ["accentDark", "M46 26L56 26L56 58L46 58Z"],
    ["paper", rect(6, 158, 72, 62)],
    ["accent", ellipse(42, 182, 14)],
    ["paper", "M42 174C38 168 32 174 36 184C38 190 46 190 48 184C52 174 46 168 42 174Z"],
    ["second", rect(20, 203, 44, 4)],
    ["mid", rect(26, 210, 32, 3)],
    ["woodDark", rect(31, 10, 22, 18, 4)],
  ],
};

export const glass: Motif = {
  box: [96, 150],
  kind: "object",
  parts: [
    [
      "white",
      "M10 6L86 6L76 138C75 146 70 150 62 150L34 150C26 150 21 146 20 138Z",
      undefined,
      0.65,
    ],
    ["accent", "M14 50L82 50L75 134C74 140 70 143 62 143L34 143C26 143 22 140 21 134Z"],
    ["accentLight", ellipse(48, 50, 34, 7)],
    ["accentDark", "M66 56L80 56L74 134C73 140 69 143 62 143Z", undefined, 0.4],
    ["white", "M22 62L30 62L34 130L28 130Z", undefined, 0.7],
    ["white", ellipse(52, 78, 3), undefined, 0.8],
    ["white", ellipse(60, 98, 2.4), undefined, 0.8],
    ["white", ellipse(46, 112, 2), undefined, 0.8],
    ["mid", "M10 6L20 138C21 146 26 150 34 150L62 150C70 150 75 146 76 138L86 6", 3],
  ],
};

export const candle: Motif = {
  box: [110, 190],
  kind: "object",
  motion: { kind: "flame", amount: 0.012, period: 1.4 },
  parts: [
    ["accentLight", ellipse(55, 46, 50), undefined, 0.3],
    ["accent", "M55 4C78 34 80 52 70 64C62 74 48 74 40 64C30 52 38 34 55 4Z"],
    ["accentLight", "M55 30C66 46 66 56 62 63C58 69 52 69 48 63C44 56 46 46 55 30Z"],
    ["ink", "M55 62L55 86", 3],
    ["paper", "M22 92C22 84 88 84 88 92L88 178C88 186 80 190 72 190L38 190C30 190 22 186 22 178Z"],
    [
      "pale",
      "M66 86C78 87 88 88 88 92L88 178C88 186 80 190 72 190L58 190C66 170 68 120 66 86Z",
      undefined,
      0.7,
    ],
    ["accentLight", ellipse(55, 91, 33, 6)],
    ["paper", "M34 92C34 108 40 118 44 110C46 104 46 98 47 93Z"],
    ["second", rect(22, 128, 66, 38)],
    ["paper", rect(34, 139, 42, 4)],
    ["paper", rect(42, 149, 26, 3)],
  ],
};

export const plant: Motif = {
  box: [170, 230],
  kind: "object",
  motion: { kind: "sway", amount: 1.6, period: 4.6 },
  parts: [
    ["leafDark", "M85 150C84 110 86 70 92 30", 4],
    ["leafDark", "M84 152C70 120 50 96 26 82", 4],
    ["leafDark", "M86 152C104 122 124 104 146 92", 4],
    ["leaf", "M92 6C118 26 122 60 94 88C74 62 72 28 92 6Z"],
    ["leafLight", "M92 6C118 26 122 60 94 88C98 60 98 32 92 6Z", undefined, 0.7],
    ["leaf", "M6 64C36 56 66 72 72 108C40 112 12 96 6 64Z"],
    ["leafDark", "M6 64C30 76 54 90 72 108", 2.5],
    ["leaf", "M164 72C134 64 106 80 100 116C132 120 160 104 164 72Z"],
    ["leafLight", "M164 72C134 64 106 80 100 116C122 106 146 92 164 72Z", undefined, 0.7],
    ["leaf", "M40 30C62 38 76 58 74 84C52 80 36 58 40 30Z"],
    ["leaf", "M136 34C114 42 102 60 102 86C126 82 140 62 136 34Z"],
    ["second", "M40 146L130 146L118 224C117 228 113 230 108 230L62 230C57 230 53 228 52 224Z"],
    ["secondDark", "M96 146L130 146L118 224C117 228 113 230 108 230L88 230Z", undefined, 0.5],
    ["second", rect(34, 138, 102, 18, 4)],
    ["secondLight", rect(34, 138, 102, 6, 3)],
  ],
};

export const cup: Motif = {
  box: [160, 150],
  kind: "object",
  parts: [
    ["mid", "M58 50C46 36 70 28 58 10", 4, 0.6],
    ["mid", "M84 50C72 36 96 28 84 10", 4, 0.6],
    ["paper", "M116 76C150 70 152 112 108 114", 9],
    ["paper", "M20 62L122 62C122 106 110 132 92 138L50 138C32 132 20 106 20 62Z"],
    ["pale", "M96 62L122 62C122 106 110 132 92 138L74 138C92 126 98 96 96 62Z", undefined, 0.7],
    ["woodDark", ellipse(71, 63, 46, 8)],
    ["second", "M24 88L118 88C116 98 113 106 110 112L32 112C28 106 26 98 24 88Z"],
    ["mid", ellipse(72, 142, 66, 8)],
    ["paper", ellipse(72, 139, 62, 7)],
  ],
};

export const basket: Motif = {
  box: [200, 150],
  kind: "object",
  parts: [
    ["woodDark", "M34 70C40 4 160 4 166 70", 8],
    ["second", ellipse(70, 62, 25)],
    ["accent", ellipse(108, 54, 26)],
    ["second", ellipse(142, 64, 23)],
    ["secondLight", ellipse(62, 54, 7)],
    ["accentLight", ellipse(100, 45, 8)],
    ["leaf", "M108 34C116 16 134 16 142 22C138 36 122 42 108 34Z"],
    ["wood", "M16 68L184 68L166 142C165 147 161 150 156 150L44 150C39 150 35 147 34 142Z"],
    ["woodDark", "M20 90L180 90", 4],
    ["woodDark", "M26 112L174 112", 4],
    ["woodDark", "M31 133L169 133", 4],
    ...[52, 78, 104, 130, 152].map(
      (x): Part => ["woodLight", `M${x} 76L${x + (100 - x) * 0.16} 148`, 4],
    ),
    ["woodDark", rect(8, 62, 184, 13, 6)],
  ],
};

const spokes = (cx: number, cy: number, r: number): Part[] => {
  const list: Part[] = [];
  for (let i = 0; i < 6; i++) {
    const a = (i * Math.PI) / 6;
    const [dx, dy] = [Math.cos(a) * r, Math.sin(a) * r];
    list.push([
      "mid",
      `M${(cx - dx).toFixed(1)} ${(cy - dy).toFixed(1)}L${(cx + dx).toFixed(1)} ${(cy + dy).toFixed(1)}`,
      1.6,
    ]);
  }
  return list;
};

export const bicycle: Motif = {
  box: [260, 170],
  kind: "object",
  parts: [
    ...spokes(54, 116, 44),
    ...spokes(206, 116, 44),
    ["ink", ellipse(54, 116, 48), 7],
    ["ink", ellipse(206, 116, 48), 7],
    ["second", "M54 116L96 50L176 50L118 116Z", 8],
    ["second", "M84 30L118 116", 8],
    ["second", "M170 26L206 116", 8],
    ["ink", "M64 28L104 28", 10],
    ["ink", "M160 20L182 22C194 24 196 36 186 40", 6],
    ["deep", ellipse(118, 116, 13)],
    ["accent", ellipse(118, 116, 7)],
    ["ink", "M118 116L134 138M126 138L144 138", 5],
    ["wood", "M186 52L236 48L230 84L194 86Z"],
    ["woodDark", "M188 64L234 60M191 76L232 72", 2.5],
  ],
};

export const tools: Motif = {
  box: [190, 180],
  kind: "object",
  parts: [
    ["woodDark", "M40 172L118 60", 15],
    ["wood", "M40 172L118 60", 10],
    ["deep", "M92 26L150 66L138 84L80 44Z"],
    ["deep", "M80 44C70 38 62 40 56 50L68 58L92 26Z"],
    ["mid", "M96 30L148 66", 4],
    ["mid", "M150 172L78 84", 14],
    ["pale", "M148 168L80 86", 5],
    ["mid", "M86 98C66 98 52 82 58 62L72 76L86 70L88 54L74 42C94 38 110 54 104 76Z"],
  ],
};

export const phone: Motif = {
  box: [110, 200],
  kind: "object",
  parts: [
    ["ink", rect(6, 4, 98, 192, 16)],
    ["paper", rect(13, 16, 84, 168, 8)],
    ["accentLight", rect(13, 16, 84, 86, 8)],
    ["accent", ellipse(72, 46, 14)],
    ["second", "M13 102L13 84C30 62 44 66 58 84C70 70 84 70 97 88L97 102Z"],
    ["second", "M30 118C24 110 14 118 22 128L30 136L38 128C46 118 36 110 30 118Z"],
    ["mid", rect(46, 116, 44, 5, 2)],
    ["mid", rect(46, 127, 32, 5, 2)],
    ["pale", rect(22, 146, 66, 8, 4)],
    ["pale", rect(22, 160, 48, 8, 4)],
    ["ink", rect(44, 8, 22, 5, 2)],
  ],
};

export const megaphone: Motif = {
  box: [220, 170],
  kind: "object",
  parts: [
    ["secondDark", "M66 110L82 162L106 156L94 104Z"],
    ["second", "M20 70C10 74 8 104 20 110L84 112L84 66Z"],
    ["accent", "M84 66C120 60 150 40 172 10L190 160C160 130 122 116 84 112Z"],
    ["accentLight", "M84 66C120 60 150 40 172 10L176 44C148 66 118 76 84 80Z"],
    ["accentDark", ellipse(182, 85, 12, 76)],
    ["deep", "M204 62L218 54", 6],
    ["deep", "M206 86L220 86", 6],
    ["deep", "M204 110L218 118", 6],
  ],
};

export const chair: Motif = {
  box: [130, 210],
  kind: "object",
  parts: [
    ["woodDark", "M28 208L24 8", 9],
    ["woodDark", "M102 208L98 120", 9],
    ["wood", "M44 208L44 124", 8],
    ["wood", "M118 208L112 124", 8],
    ["wood", "M24 22L92 22L90 60L26 60Z"],
    ["woodLight", "M26 28L90 28", 4],
    ["woodDark", "M92 14L96 120", 9],
    ["wood", "M26 78L94 78", 8],
    ["second", "M18 112L106 108L126 128L34 134Z"],
    ["secondDark", "M34 134L126 128L126 136L34 142Z"],
    ["woodDark", "M44 172L114 168", 5],
  ],
};

export const lamp: Motif = {
  box: [140, 220],
  kind: "object",
  parts: [
    ["accentLight", "M20 92L120 92L140 220L0 220Z", undefined, 0.35],
    ["deep", "M70 86L70 208", 6],
    ["second", "M40 12L100 12L126 90L14 90Z"],
    ["secondLight", "M40 12L66 12L50 90L14 90Z", undefined, 0.7],
    ["accent", rect(14, 86, 112, 8, 2)],
    ["deep", ellipse(70, 210, 38, 9)],
  ],
};

export const jar: Motif = {
  box: [120, 150],
  kind: "object",
  parts: [
    ["woodDark", rect(20, 4, 80, 26, 6)],
    ["wood", rect(20, 4, 80, 10, 5)],
    ["white", rect(10, 30, 100, 118, 18), undefined, 0.7],
    ["accent", rect(16, 52, 88, 90, 14)],
    ["accentDark", rect(76, 52, 28, 90, 12), undefined, 0.45],
    ["paper", rect(22, 76, 76, 44, 3)],
    ["second", ellipse(60, 92, 8)],
    ["mid", rect(36, 106, 48, 4, 2)],
    ["white", rect(22, 40, 8, 30, 4)],
    ["mid", rect(10, 30, 100, 118, 18), 2.5, 0.7],
  ],
};

export const accordion: Motif = {
  box: [230, 140],
  kind: "object",
  parts: [
    ["secondDark", "M66 20L164 14L164 126L66 122Z"],
    ...[0, 1, 2, 3, 4, 5, 6].map(
      (i): Part => ["accentLight", `M${74 + i * 14} 19L${74 + i * 14} 122`, 5],
    ),
    ["second", rect(10, 8, 58, 124, 10)],
    ["second", rect(162, 4, 58, 130, 10)],
    ["paper", rect(20, 18, 18, 104, 3)],
    ...[0, 1, 2, 3, 4].map((i): Part => ["ink", `M20 ${32 + i * 18}L32 ${32 + i * 18}`, 4]),
    ...[0, 1, 2, 3].flatMap((i): Part[] => [
      ["paper", ellipse(180, 28 + i * 26, 5)],
      ["paper", ellipse(200, 40 + i * 24, 5)],
    ]),
    ["accent", rect(44, 18, 16, 104, 4)],
  ],
};

export const camera: Motif = {
  box: [200, 140],
  kind: "object",
  parts: [
    ["deep", "M66 30L80 8L124 8L136 30Z"],
    ["deep", rect(6, 28, 188, 110, 12)],
    ["second", rect(6, 60, 188, 48)],
    ["paper", ellipse(100, 84, 44)],
    ["ink", ellipse(100, 84, 36)],
    ["mid", ellipse(100, 84, 22)],
    ["paper", ellipse(90, 74, 7), undefined, 0.8],
    ["accent", rect(154, 38, 26, 12, 3)],
  ],
};
