import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { filePalette } from "../../app/ui/charts/drawing.ts";
import { sourceFiles } from "./files.ts";

type Theme = "light" | "dark";

const css = readFileSync("app/app.css", "utf8");

/** Every colour token of app.css: name → its value in each theme. */
const tokens = new Map<string, Record<Theme, string>>(
  [...css.matchAll(/--color-([a-z0-9-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\);/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

/** WCAG 2.2, relative luminance of an sRGB colour « #rrggbb ». */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio, from 1 to 21. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const grounds = ["paper", "surface", "sunken"];
const blocks = ["block-1", "block-2", "block-3", "block-4"];
const states = ["danger", "success", "warning", "info"];
const softs = [...states, "accent", ...blocks].map((name) => `${name}-soft`);

/** [text or part, ground]: what the screens put together. */
const text: [string, string][] = [
  ...["ink", "muted", "accent", "accent-strong", ...states, ...blocks].flatMap((name) =>
    grounds.map((ground): [string, string] => [name, ground]),
  ),
  ...softs.map((soft): [string, string] => ["ink", soft]),
  ...softs.map((soft): [string, string] => ["muted", soft]),
  ...[...states, "accent", ...blocks].map((name): [string, string] => [name, `${name}-soft`]),
  // Links inside a notice.
  ...states.map((name): [string, string] => ["accent", `${name}-soft`]),
  ["on-accent", "accent"],
  ["on-accent", "accent-strong"],
  ["on-danger", "danger"],
  ["paper", "ink"],
  ...blocks.map((name): [string, string] => ["on-block", name]),
];

const parts: [string, string][] = [
  ...["strong", "focus", ...blocks].flatMap((name) =>
    grounds.map((ground): [string, string] => [name, ground]),
  ),
  ...softs.map((soft): [string, string] => ["focus", soft]),
  ...states.map((name): [string, string] => [name, `${name}-soft`]),
];

describe("the colours of app.css", () => {
  it("are all read: a token written another way would escape the check", () => {
    const declared = [...css.matchAll(/^ {2}--color-([a-z0-9-]+):/gm)].map(([, name]) => name);
    expect(declared.filter((name) => !tokens.has(name!))).toEqual([]);
    expect(tokens.size).toBeGreaterThanOrEqual(30);
  });

  it.each(["light", "dark"] as const)("text reaches 4.5:1 in the %s theme", (theme) => {
    expect(tooLow(text, theme, 4.5)).toEqual([]);
  });

  it.each(["light", "dark"] as const)("interface parts reach 3:1 in the %s theme", (theme) => {
    expect(tooLow(parts, theme, 3)).toEqual([]);
  });

  it("tells the block hues apart from the ground and keeps exported charts in step", () => {
    expect(filePalette.series).toEqual(blocks.map((name) => tokens.get(name)!.light));
    expect([filePalette.ink, filePalette.muted, filePalette.line, filePalette.ground]).toEqual(
      ["ink", "muted", "line", "surface"].map((name) => tokens.get(name)!.light),
    );
  });

  it("computes the ratio as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.478, 2);
  });
});

/** Classes that the tokens do not know: they would draw nothing, or a colour nobody checked. */
const UNKNOWN =
  /\b(?:text|bg|border|fill|stroke|ring|outline|decoration)-(?:gray|slate|zinc|stone|neutral|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|white|black)(?:-\d+)?\b|\btext-(?:sm|base|lg|md)\b/g;

it("no screen uses a colour or a size that is not a token", () => {
  const found = sourceFiles("app", /\.tsx$/).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(UNKNOWN)].map(([name]) => `${file}: ${name}`),
  );
  expect(found).toEqual([]);
});

function tooLow(pairs: [string, string][], theme: Theme, least: number): string[] {
  return pairs.flatMap(([over, under]) => {
    const [a, b] = [tokens.get(over), tokens.get(under)];
    if (!a || !b) return [`${over} on ${under}: unknown token`];
    const ratio = contrast(a[theme], b[theme]);
    return ratio >= least ? [] : [`${over} on ${under}: ${ratio.toFixed(2)}`];
  });
}
