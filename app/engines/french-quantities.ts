import { normalise } from "./french-text.ts";

/** A figure as written or spelt, with what it counts when the text says so. */
export type Quantity = {
  value: number;
  /** "%", "€", "hour", "day", "week", "month", "year", "month:3" (the day of a date), or "" when unknown. */
  unit: string;
  /** For messages, in French: « 9 600 € », « 21 mars ». */
  text: string;
  /** Spelt in letters: « deux ». */
  spelt: boolean;
};

const MONTHS: Record<string, number> = {
  janvier: 1,
  fevrier: 2,
  mars: 3,
  avril: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  aout: 8,
  septembre: 9,
  octobre: 10,
  novembre: 11,
  decembre: 12,
};

const MONTH_NAMES = Object.keys(MONTHS);

const UNITS: Record<string, string> = {
  "%": "%",
  pourcent: "%",
  "€": "€",
  euro: "€",
  euros: "€",
  eur: "€",
  ke: "k€",
  "k€": "k€",
  h: "hour",
  heure: "hour",
  heures: "hour",
  jour: "day",
  jours: "day",
  semaine: "week",
  semaines: "week",
  mois: "month",
  an: "year",
  ans: "year",
  annee: "year",
  annees: "year",
};

const UNITS_SPELT: Record<string, number> = {
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  vingts: 20,
  trente: 30,
  quarante: 40,
  cinquante: 50,
  soixante: 60,
  septante: 70,
  huitante: 80,
  nonante: 90,
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  cinquantaine: 50,
  centaine: 100,
  millier: 1000,
};

/** Reads a run of number words; null when the word at `i` is not one. « neuf » alone is « new » unless counted. */
function readSpelt(list: string[], i: number): { value: number; next: number } | null {
  let total = 0;
  let current = 0;
  let at = i;
  let seen = false;
  for (; at < list.length; at++) {
    const w = list[at]!;
    const small = UNITS_SPELT[w];
    if (small !== undefined) {
      // quatre-vingt(s): four times twenty
      if (small === 20 && current % 100 === 4) current = current - 4 + 80;
      else current += small;
    } else if (w === "cent" || w === "cents") current = current === 0 ? 100 : current * 100;
    else if (w === "mille") {
      total += (current === 0 ? 1 : current) * 1000;
      current = 0;
    } else if ((w === "million" || w === "millions") && seen) {
      total += current * 1_000_000;
      current = 0;
    } else if (w === "et" && seen && (list[at + 1] === "un" || list[at + 1] === "une")) {
      current += 1;
      at += 1;
    } else if (w === "et" && seen && list[at + 1] === "onze") continue;
    else break;
    seen = true;
  }
  if (!seen) return null;
  const lone = at === i + 1 && list[i] === "neuf";
  const after = list[at] ?? "";
  if (
    lone &&
    UNITS[after] === undefined &&
    !(after in MONTHS) &&
    after !== "sur" &&
    after !== "personnes"
  )
    return null;
  return { value: total + current, next: at };
}

const WRITTEN = /^\d+$/;

/** All figures of a French text: « 9 600 € », « 9,6 k€ », « huit heures », « 21 mars », « 54 % ». */
export function quantities(text: string): Quantity[] {
  const opened = text
    .slice(0, 20_000)
    .replace(
      /\b(\d{1,2})\/(0[1-9]|1[0-2])(?:\/(\d{4}))?\b/g,
      (_, day: string, month: string, year = "") =>
        `${day} ${MONTH_NAMES[Number(month) - 1]} ${year}`,
    )
    // Thousands and decimals are joined before punctuation is opened.
    .replace(
      /(?<![\p{L}\d])(\d{1,3})((?:[ \u00a0\u202f.]\d{3})+)(?!\d)/gu,
      (_, a: string, b: string) => a + b.replace(/\D/g, ""),
    )
    .replace(/(\d)[,.](\d)/g, "$1dot$2")
    .replace(/(\d)(?=[%€])/g, "$1 ")
    .replace(/(\d)\s?[kK]\s?€/g, "$1 k€")
    .replace(/pour[ -]cent\b/gi, "%")
    .replace(/(\d)(h|H|euros|ans|mois|j)(?![\p{L}])/gu, "$1 $2");
  const found: Quantity[] = [];
  // Paragraph by paragraph: normalise() looks at a bounded length.
  for (const line of opened.split(/\n/)) {
    const list = normalise(line).match(/[\p{L}\p{N}%€]+/gu) ?? [];
    for (let i = 0; i < list.length; ) {
      const word = list[i]!;
      const number = word.replace("dot", ".");
      let value: number;
      let next: number;
      const spelt = !/^\d/.test(word);
      if (WRITTEN.test(number) || /^\d+\.\d+$/.test(number)) {
        value = Number(number);
        next = i + 1;
      } else {
        const read = spelt ? readSpelt(list, i) : null;
        if (!read) {
          i += 1;
          continue;
        }
        value = read.value;
        next = read.next;
      }
      const after = list[next] ?? "";
      let unit = UNITS[after] ?? "";
      if (after in MONTHS && value >= 1 && value <= 31) unit = `month:${MONTHS[after]}`;
      if (unit === "k€") {
        value = Math.round(value * 1000);
        unit = "€";
      }
      found.push({ value, unit, text: show(value, unit), spelt });
      i = unit ? next + 1 : next;
    }
  }
  return found;
}

const UNIT_WORDS: Record<string, [string, string]> = {
  "%": ["%", "%"],
  "€": ["€", "€"],
  hour: ["heure", "heures"],
  day: ["jour", "jours"],
  week: ["semaine", "semaines"],
  month: ["mois", "mois"],
  year: ["an", "ans"],
};
const MONTH_WORDS =
  "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");

/** A figure as French typography writes it; years are not grouped. */
function show(value: number, unit: string): string {
  const [whole, decimals] = String(value).split(".");
  const year = unit === "" && value >= 1000 && value < 2200;
  const grouped = year ? whole! : whole!.replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
  const number = decimals ? `${grouped},${decimals}` : grouped;
  const month = /^month:(\d+)$/.exec(unit);
  const word = month ? MONTH_WORDS[Number(month[1]) - 1] : UNIT_WORDS[unit]?.[value >= 2 ? 1 : 0];
  return word ? `${number}\u00a0${word}` : number;
}

/** Same value, and no disagreement about what it counts. */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
  return a.value === b.value && (a.unit === b.unit || a.unit === "" || b.unit === "");
}

/** Figures of `text` that none of `known` holds. */
export function unknownQuantities(text: string, known: readonly Quantity[]): Quantity[] {
  return quantities(text).filter((q) => !known.some((k) => sameQuantity(q, k)));
}
