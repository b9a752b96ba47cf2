import { fromOklch, mix, oklch } from "./colour.ts";

/** The colours a scene is painted with, by what they are for. */
export const toneNames = [
  "ink",
  "deep",
  "mid",
  "pale",
  "paper",
  "accent",
  "accentDark",
  "accentLight",
  "second",
  "secondDark",
  "secondLight",
  "skin",
  "skinDark",
  "wood",
  "woodDark",
  "woodLight",
  "leaf",
  "leafDark",
  "leafLight",
  "water",
  "waterDark",
  "waterLight",
  "sky",
  "skyLow",
  "white",
] as const;
export type Tone = (typeof toneNames)[number];
export type Tones = Record<Tone, string>;

/** What an unguided image generator falls back on: violet dusk and orange glow. */
export const CLICHE = ["#2b1a5e", "#ff9a4d", "#ffe9dc", "#e0559b"] as const;

/**
 * The tones drawn from one to six colours: the darkest carries the lines, the lightest the paper, the liveliest the
 * accent; everything else is mixed from them, so that the image never leaves its palette.
 */
export function tonesOf(colours: readonly string[]): Tones {
  const list = [...new Set(colours)].sort((a, b) => oklch(a).lightness - oklch(b).lightness);
  const first = list[0] ?? "#12355b";
  const dark = oklch(first).lightness > 0.5 ? mix(first, "#16120e", 0.62) : first;
  const last = list.length > 1 ? list.at(-1)! : first;
  const paper = oklch(last).lightness < 0.86 ? mix(last, "#fffaf0", 0.82) : last;
  const between = list.filter((c) => c !== dark && c !== paper).sort((a, b) => vivid(b) - vivid(a));
  const own = oklch(first);
  const accent = between[0] ?? fromOklch(0.72, Math.max(0.06, own.chroma), own.hue);
  const second = between[1] ?? mix(accent, dark, 0.5);
  const ink = mix(dark, "#0b0a0c", 0.35);
  const wood = mix(accent, second, 0.55);
  // A green between the palette's dark and a plain one: leaves read as leaves and stay in tune.
  const leaf = mix(fromOklch(0.5, Math.min(0.075, 0.03 + own.chroma * 0.6), 152), dark, 0.22);
  return {
    ink,
    deep: dark,
    mid: mix(dark, paper, 0.4),
    pale: mix(dark, paper, 0.76),
    paper,
    accent,
    accentDark: mix(accent, dark, 0.35),
    accentLight: mix(accent, paper, 0.5),
    second,
    secondDark: mix(second, ink, 0.4),
    secondLight: mix(second, paper, 0.5),
    skin: mix(mix(accent, paper, 0.52), second, 0.12),
    skinDark: mix(mix(accent, paper, 0.3), second, 0.28),
    wood,
    woodDark: mix(wood, ink, 0.5),
    woodLight: mix(wood, paper, 0.36),
    leaf,
    leafDark: mix(leaf, ink, 0.42),
    leafLight: mix(leaf, paper, 0.36),
    water: mix(dark, paper, 0.3),
    waterDark: mix(dark, paper, 0.1),
    waterLight: mix(dark, paper, 0.58),
    sky: mix(dark, paper, 0.84),
    skyLow: mix(mix(accent, paper, 0.68), second, 0.03),
    white: mix(paper, "#ffffff", 0.55),
  };
}

const vivid = (hex: string): number => {
  const { lightness, chroma } = oklch(hex);
  return chroma * (0.4 + lightness);
};

/** The same tones by another light: every one drawn towards `colour` by `share`. */
export function tinted(
  tones: Tones,
  colour: string,
  share: number,
  kept: readonly Tone[] = [],
): Tones {
  const out = { ...tones };
  for (const name of toneNames)
    if (!kept.includes(name)) out[name] = mix(tones[name], colour, share);
  return out;
}

/** French names of colours a prompt may ask for, without accents. */
export const NAMED: Record<string, string> = {
  bleu: "#2f6fb5",
  "bleu nuit": "#12284c",
  "bleu marine": "#14305a",
  "bleu clair": "#a9cbe8",
  turquoise: "#2aa6a0",
  vert: "#3f7d4e",
  "vert d eau": "#a8cfbd",
  "vert sapin": "#1f4a3a",
  olive: "#7c7a36",
  jaune: "#f0c23b",
  moutarde: "#c99a2e",
  ocre: "#d09a45",
  or: "#d3a63c",
  dore: "#d3a63c",
  orange: "#e8833a",
  corail: "#ef7d67",
  rouge: "#c0392f",
  brique: "#a8492f",
  bordeaux: "#6b2737",
  rose: "#e79bb0",
  violet: "#6b4a97",
  mauve: "#a58bc0",
  lavande: "#b8aad6",
  brun: "#7a5136",
  marron: "#6d4a33",
  beige: "#e6d8bf",
  sable: "#e3d2ae",
  creme: "#f4eddc",
  ivoire: "#f6f1e4",
  blanc: "#fbf9f4",
  gris: "#8c8f92",
  anthracite: "#2e3236",
  noir: "#1a1a1c",
  terre: "#8a5a3c",
  "terre de sienne": "#a0522d",
  kaki: "#7b7a52",
  pastel: "#f2d7d9",
};
