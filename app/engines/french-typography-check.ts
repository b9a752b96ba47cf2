import { frenchTypography, NBSP } from "~/domain/typography.ts";

/**
 * What a finished French text gets wrong in its typography. Source of the rules: Lexique des règles
 * typographiques en usage à l’Imprimerie nationale. Addresses, hours and ratios are left alone.
 */
export type TypographyFault = {
  rule: string;
  /** French sentence: what to put. */
  message: string;
  /** The words where it was seen first. */
  seen: string;
  times: number;
};

const UNTOUCHED = /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/g;

const RULES: { rule: string; pattern: RegExp; message: string }[] = [
  {
    rule: "apostrophe",
    pattern: /\p{L}'/gu,
    message: "L’apostrophe est courbe (’), pas droite (').",
  },
  {
    rule: "straight-quotes",
    pattern: /["“”]/g,
    message: "Les guillemets français sont «\u00a0et\u00a0».",
  },
  {
    rule: "quote-space",
    pattern: /«(?!\u00a0|\u202f)|(?<!\u00a0|\u202f)»/g,
    message: "Une espace insécable suit «\u00a0et précède\u00a0».",
  },
  {
    rule: "double-sign-space",
    pattern: /(?<=[\p{L}\p{N}»)\]’%€…]) ?[;!?](?=\s|$|[»)])|(?<=[\p{L}\p{N}»)\]’%€]) ?:(?=\s|$)/gu,
    message:
      "Une espace insécable précède les signes doubles\u00a0: point-virgule, deux-points, point d’exclamation et d’interrogation.",
  },
  {
    rule: "unit-space",
    pattern: /\d ?[%€](?!\p{L})/gu,
    message: "Une espace insécable sépare le nombre de %\u00a0ou de €.",
  },
  {
    rule: "thousands",
    pattern: /(?<!\d)\d{1,3} \d{3}(?!\d)/g,
    message: "Une espace insécable sépare les milliers.",
  },
  {
    rule: "ellipsis",
    pattern: /\.{3}/g,
    message: "Les points de suspension sont un seul signe (…).",
  },
  {
    rule: "double-space",
    pattern: /(?<=\S) {2,}(?=\S)|\u00a0 | \u00a0/g,
    message: "Il y a deux espaces de suite.",
  },
  {
    rule: "accented-capital",
    pattern:
      /(?<=^|[.!?…»]\s)(?:A (?=l[’']|la\b|partir)|Ecole|Ecoute[zr]?|Etape|Etat|Ete|Etre|Evenement)/gmu,
    message: "Les capitales gardent leurs accents (À, É).",
  },
];

/** The faults of a text, one entry a rule, in the order of the rules. */
export function typographyFaults(text: string): TypographyFault[] {
  const kept = text.replace(UNTOUCHED, (address) => "x".repeat(address.length));
  return RULES.flatMap(({ rule, pattern, message }) => {
    const found = [...kept.matchAll(pattern)];
    const first = found[0];
    if (!first) return [];
    return [{ rule, message, seen: around(text, first.index), times: found.length }];
  });
}

/** A few characters each side, cut at words, so that a person finds the place. */
function around(text: string, at: number): string {
  const from = Math.max(0, text.slice(0, at).search(/\S*\s?\S*$/u));
  return (/^\S*\s?\S*\s?\S*/u.exec(text.slice(from))?.[0] ?? "").trim().slice(0, 60);
}

/** The text with what can be set right without a doubt: spaces, quotes, apostrophes, dots. No word changes. */
export function setFrenchTypography(text: string): string {
  return text
    .split("\n")
    .map((line) =>
      frenchTypography(line.replace(/[“”]/g, '"'))
        .replace(/(?<=\S) {2,}(?=\S)/g, " ")
        .replace(/(?<!\d)(\d{1,3}) (?=\d{3}(?!\d))/g, `$1${NBSP}`),
    )
    .join("\n");
}
