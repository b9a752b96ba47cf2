import { createRequire } from "node:module";

/** What the fonts of the PDF cannot draw: emoji are named in French, the rest becomes « □ ». */

const EMOJI = /\p{RGI_Emoji}/v;
const EVERY_EMOJI = /\p{RGI_Emoji}/gv;
const SQUARE = "\u25a1";

/** Applies `change` to every string of a JSON value; keys stay. */
function mapStrings(value, change) {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (value && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]),
    );
  return value;
}

let labels = null;

function frenchName(emoji) {
  if (!labels) {
    const list = createRequire(import.meta.url)("emojibase-data/fr/compact.json");
    labels = new Map();
    for (const entry of list)
      for (const one of [entry, ...(entry.skins ?? [])])
        labels.set(one.unicode.replaceAll("\ufe0f", ""), one.label);
  }
  return labels.get(emoji.replaceAll("\ufe0f", "")) ?? null;
}

/** « [émoji : signe de la main] » in place of each emoji; `count` tells how many. */
export function nameEmoji(value) {
  let count = 0;
  const named = mapStrings(value, (text) => {
    if (!EMOJI.test(text)) return text;
    return text.replace(EVERY_EMOJI, (emoji) => {
      count += 1;
      const name = frenchName(emoji);
      return name ? `[émoji\u00a0: ${name}]` : "[émoji]";
    });
  });
  return { value: named, count };
}

/** The pieces of text a PDF/UA-1 diagnostic says no font can draw. */
export function unsupportedGlyphs(diagnostic) {
  const found = new Set();
  for (const [, quoted] of diagnostic.matchAll(
    /the text `\\?"((?:(?!`).)*?)\\?"` could not be displayed/gs,
  ))
    found.add(
      (quoted ?? "").replace(/\\+u\{([0-9a-f]+)\}/gi, (_all, hex) =>
        String.fromCodePoint(Number.parseInt(hex, 16)),
      ),
    );
  found.delete("");
  found.delete(SQUARE);
  return [...found];
}

/** Puts a square in place of each of `glyphs`, everywhere. */
export function replaceGlyphs(value, glyphs) {
  const byLength = [...glyphs].sort((a, b) => b.length - a.length);
  return mapStrings(value, (text) =>
    byLength.reduce((changed, glyph) => changed.replaceAll(glyph, SQUARE), text),
  );
}
