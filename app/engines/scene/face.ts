/** A typeface as outlines, so that a text is drawn alike in SVG, on a canvas and in a test, with no font installed. */
export type Face = {
  /** Thousandths of an em above the baseline. */
  ascent: number;
  capital: number;
  space: number;
  /** Character → its advance and its outline (absolute M, L, Q, Z; thousandths of an em). */
  glyphs: Record<string, [advance: number, d: string]>;
  /** Thousandths of an em added between the two letters of each pair of the string. */
  kerning: [amount: number, pairs: string][];
};

const pairTables = new WeakMap<Face, Map<string, number>>();

function pairs(face: Face): Map<string, number> {
  let table = pairTables.get(face);
  if (!table) {
    table = new Map();
    for (const [amount, list] of face.kerning)
      for (let i = 0; i < list.length; i += 2) table.set(list.slice(i, i + 2), amount);
    pairTables.set(face, table);
  }
  return table;
}

const SPACES = /\s/u;
/** Letters the outlines lack fall back on the bare letter, then on nothing. */
function glyphOf(face: Face, character: string): [number, string] {
  const known = face.glyphs[character] ?? face.glyphs[character === "'" ? "’" : character];
  if (known) return known;
  const bare = character.normalize("NFKD").charAt(0);
  return face.glyphs[bare] ?? [0, ""];
}

export type SetCharacter = { x: number; d: string };

/**
 * Sets one line: where each outline goes, in thousandths of an em from the start of the line, and its full width.
 * `tracking` is added after every character, in thousandths of an em.
 */
export function setLine(
  face: Face,
  line: string,
  tracking = 0,
): { characters: SetCharacter[]; width: number } {
  const table = pairs(face);
  const characters: SetCharacter[] = [];
  let x = 0;
  let before = "";
  for (const character of line) {
    if (SPACES.test(character)) {
      // A narrow no-break space is a third of a space wide.
      x += character === "\u202f" ? face.space * 0.6 : face.space;
      before = "";
      continue;
    }
    const [advance, d] = glyphOf(face, character);
    x += table.get(before + character) ?? 0;
    if (d) characters.push({ x, d });
    x += advance + tracking;
    before = character;
  }
  return { characters, width: Math.max(0, x - (line ? tracking : 0)) };
}

/** Width of one line in pixels at `size` pixels an em. */
export function lineWidth(face: Face, line: string, size: number, tracking = 0): number {
  return (setLine(face, line, tracking).width * size) / 1000;
}

/** Reads a face from its table: one glyph a line (« A 612 M… »), then the pairs (« -40 AVAT »). */
export function readFace(
  about: Pick<Face, "ascent" | "capital" | "space">,
  glyphTable: string,
  pairTable: string,
): Face {
  const rows = (table: string) => table.split("\n").filter(Boolean);
  const glyphs: Face["glyphs"] = {};
  for (const row of rows(glyphTable)) {
    const [, character = "", advance, d = ""] = /^(.) (\d+) (.*)$/u.exec(row) ?? [];
    if (character) glyphs[character] = [Number(advance), d];
  }
  const kerning = rows(pairTable).map((row): [number, string] => {
    const at = row.indexOf(" ");
    return [Number(row.slice(0, at)), row.slice(at + 1)];
  });
  return { ...about, glyphs, kerning };
}
