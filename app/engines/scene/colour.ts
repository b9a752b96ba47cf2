import {
  converter,
  differenceCiede2000,
  formatHex,
  interpolate,
  modeLab65,
  modeLrgb,
  modeOklab,
  modeOklch,
  modeRgb,
  useMode as register,
  wcagContrast,
  wcagLuminance,
} from "culori/fn";

register(modeRgb);
register(modeLrgb);
register(modeLab65);
register(modeOklab);
const toOklch = register(modeOklch);
const toRgb = converter("rgb");
const distance = differenceCiede2000();

const mixes = new Map<string, string>();

/** Between two « #rrggbb » colours, evenly to the eye (OKLab); `share` of the second, from 0 to 1. */
export function mix(one: string, other: string, share: number): string {
  const key = `${one}${other}${share}`;
  let known = mixes.get(key);
  if (!known) {
    known = formatHex(interpolate([one, other], "oklab")(share)) ?? one;
    if (mixes.size > 4000) mixes.clear();
    mixes.set(key, known);
  }
  return known;
}

/** Lightness (0–1), chroma (0–0.37) and hue (degrees, 0 for a grey) in OKLCH. */
export function oklch(hex: string): { lightness: number; chroma: number; hue: number } {
  const { l, c, h } = toOklch(hex) ?? { l: 0, c: 0, h: 0 };
  return { lightness: l, chroma: c, hue: h ?? 0 };
}

/** A colour from its lightness, chroma and hue, brought back into what a screen shows. */
export function fromOklch(lightness: number, chroma: number, hue: number): string {
  for (let c = chroma; c > 0; c -= 0.01) {
    const { r, g, b } = toRgb({ mode: "oklch", l: lightness, c, h: hue });
    if ([r, g, b].every((v) => v >= -0.001 && v <= 1.001))
      return formatHex({ mode: "rgb", r, g, b }) ?? "#808080";
  }
  return formatHex({ mode: "oklch", l: lightness, c: 0, h: 0 }) ?? "#808080";
}

/** WCAG 2 contrast ratio, from 1 to 21. */
export const contrast = (one: string, other: string): number => wcagContrast(one, other);

/** WCAG 2 relative luminance, from 0 to 1. */
export const luminance = (hex: string): number => wcagLuminance(hex);

/** CIEDE2000 difference: 1 is just seen, above 20 is another colour. */
export const deltaE = (one: string, other: string): number => distance(one, other);

/** Three numbers from 0 to 255 as « #rrggbb ». */
export function hexOf(r: number, g: number, b: number): string {
  return `#${[r, g, b]
    .map((v) =>
      Math.round(Math.min(255, Math.max(0, v)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
