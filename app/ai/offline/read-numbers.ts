/** Numbers and lengths asked for, read in a folded text (see prompt-text.ts). */
const WRITTEN: Record<string, number> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  douze: 12,
  quinze: 15,
  vingt: 20,
  trente: 30,
  cinquante: 50,
  cent: 100,
};
const NUMBER = `(\\d[\\d ]{0,7}|${Object.keys(WRITTEN).join("|")})`;

function value(written: string): number {
  return WRITTEN[written.trim()] ?? Number(written.replace(/ /g, ""));
}

export type Limits = {
  /** Upper limits on one version; null: not asked. */
  characters: number | null;
  words: number | null;
  sentences: number | null;
  lines: number | null;
  paragraphs: number | null;
  /** Length of the first sentence, in characters. */
  hook: number | null;
};

const UNITS: [keyof Omit<Limits, "hook">, string][] = [
  ["characters", "(?:caracteres?|signes?|car\\.)"],
  ["words", "mots?"],
  ["sentences", "phrases?"],
  ["lines", "lignes?"],
  ["paragraphs", "paragraphes?"],
];

const PART =
  /(?:phrases?|lignes?|vues?|slides?|plans?|sous-titres?) (?:courtes? )?(?:de|d'|a|limitee?s? a) (?:au plus )?$/;

/** What limits the length; « entre 50 et 80 mots » is 80, « au moins » limits nothing. */
export function readLimits(folded: string): Limits {
  const limits: Limits = {
    characters: null,
    words: null,
    sentences: null,
    lines: null,
    paragraphs: null,
    hook: null,
  };
  for (const [unit, name] of UNITS) {
    const pattern = new RegExp(`(.{0,24})(?<![a-z\\d])${NUMBER} ?${name}(?![a-z])(.{0,10})`, "g");
    for (const found of folded.matchAll(pattern)) {
      const [, before = "", number = "", after = ""] = found;
      const n = value(number);
      if (!(n > 0)) continue;
      if (/(?:au moins|minimum|plus de)\s*$/.test(before) && !/pas plus de\s*$/.test(before))
        continue;
      if (/^\s*(?:minimum|au moins)/.test(after)) continue;
      // « 37 signes par ligne », « des phrases de 12 mots »: a part is limited, not the whole.
      if (/^\s*(?:au plus )?(?:par|chac)/.test(after) || PART.test(before)) continue;
      if (unit === "characters" && /(?:accroche|debut)[^,.;]*$/.test(before)) limits.hook = n;
      else if (/(?:titre|objet)[^,.;]*$/.test(before)) continue;
      else limits[unit] ??= n;
    }
  }
  const asked = Object.values(limits).some((v) => v !== null);
  if (!asked && /(?<![a-z])(?:courte?s?|breve?|bref|concise?)(?![a-z])/.test(folded))
    limits.words = 60;
  return limits;
}

/** How many of a thing are asked for (« trois versions »), the first number found, or null. */
export function readCount(folded: string, things: string): number | null {
  const pattern = new RegExp(`(?<![a-z\\d])${NUMBER} (?:[a-z]+ ){0,1}(?:${things})(?![a-z])`);
  const found = pattern.exec(folded)?.[1];
  const n = found ? value(found) : Number.NaN;
  return n > 0 ? n : null;
}
