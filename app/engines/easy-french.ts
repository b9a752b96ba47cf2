import { z } from "zod";
import { quantities } from "./french-quantities.ts";
import { readSentences, readWords } from "./readability.ts";
import { findExpressions } from "./text-similarity.ts";

/** What a simplified text is held to; from content, with its source and date. */
export const easyRules = z.strictObject({
  meanWords: z.number().positive(),
  maxWords: z.number().int().positive(),
  /** Shares of sentences, 0 to 1. */
  passiveShare: z.number(),
  negationShare: z.number(),
  /** A number above this is « large »; years are left out. */
  largeNumber: z.number().positive(),
  foreign: z.array(z.string()).min(1),
  /** Acronyms everyone knows. */
  knownAcronyms: z.array(z.string()),
  abbreviations: z.array(z.string()).min(1),
});
export type EasyRules = z.infer<typeof easyRules>;

export type EasyReading = {
  sentences: { text: string; words: number; passive: boolean; negative: boolean }[];
  meanWords: number;
  maxWords: number;
  passiveShare: number;
  negationShare: number;
  percents: string[];
  largeNumbers: string[];
  speltNumbers: string[];
  acronyms: string[];
  abbreviations: string[];
  foreign: string[];
  symbols: string[];
  /** The reader is spoken to: « vous » or « tu ». */
  addressed: boolean;
};

/** être, then a past participle within two words; verbs that take être in the active are left out. */
const BE =
  "(?:est|sont|était|étaient|sera|seront|serait|a été|ont été|avait été|être|soit|soient|fut|furent)";
const PASSIVE = new RegExp(
  `(?<![\\p{L}])${BE}(?:\\s+[\\p{L}’]+){0,2}?\\s+([\\p{L}]+(?:é|ée|és|ées|i|ie|is|ies|it|ite|its|ites|u|ue|us|ues|ert|erte|erts|ertes))(?![\\p{L}])`,
  "giu",
);
const ACTIVE_PARTICIPLE =
  /^(?:all|arriv|entr|mont|rest|retourn|tomb|rentr|n)(?:é|ée|és|ées)$|^(?:parti|sorti|venu|devenu|revenu|descendu)e?s?$/i;
const NOT_PARTICIPLE =
  /^(?:ici|aussi|ainsi|lundi|mardi|mercredi|jeudi|vendredi|samedi|midi|gratuite?s?|petite?s?|plus|vous|nous|tous|dessus|jolie?s?|qui|lui|depuis|puis|musées?|entrée|journée|année|après|très|près|accès|santé|café|été|dès|droite?s?|parmi|oui|là-dessus|du|au|bus|sous|ouverte?s?|fermée?s?|facilité|moitié|réalité|qualité|visite|suite|nuit|huit|minuit|prix)$/i;
const NEGATIVE =
  /(?<![\p{L}])n(?:e\s|’|')[^.!?]*?(?<![\p{L}])(?:pas|plus|jamais|rien|aucune?|personne|guère)(?![\p{L}])/iu;

function isPassive(sentence: string): boolean {
  return [...sentence.matchAll(PASSIVE)].some(
    ([, participle = ""]) =>
      !ACTIVE_PARTICIPLE.test(participle) && !NOT_PARTICIPLE.test(participle),
  );
}

/**
 * Counts what the European rules of easy-to-read text look at (Inclusion Europe, 2009): sentence length, passive,
 * negation, numbers, acronyms, foreign words, signs. Passive and negation are guessed from form: a clue, to be reread.
 */
export function readEasy(text: string, rules: EasyRules): EasyReading {
  const sentences = readSentences(text).map((sentence) => ({
    text: sentence,
    words: readWords(sentence).length,
    passive: isPassive(sentence),
    negative: NEGATIVE.test(sentence),
  }));
  const count = Math.max(1, sentences.length);
  const figures = quantities(text);
  const share = (n: number) => Number((n / count).toFixed(3));
  return {
    sentences,
    meanWords: Number((sentences.reduce((sum, s) => sum + s.words, 0) / count).toFixed(1)),
    maxWords: Math.max(0, ...sentences.map((s) => s.words)),
    passiveShare: share(sentences.filter((s) => s.passive).length),
    negationShare: share(sentences.filter((s) => s.negative).length),
    percents: figures.filter((q) => q.unit === "%").map((q) => q.text),
    largeNumbers: figures
      .filter((q) => q.value > rules.largeNumber && q.unit !== "%" && !isYear(q.value))
      .map((q) => q.text),
    speltNumbers: figures.filter((q) => q.spelt && q.value > 2).map((q) => q.text),
    acronyms: [...new Set(text.match(/(?<![\p{L}])[A-ZÉÈÀ]{2,}s?(?![\p{L}])/gu) ?? [])].filter(
      (a) => !rules.knownAcronyms.includes(a),
    ),
    abbreviations: findExpressions(text, rules.abbreviations),
    foreign: findExpressions(text, rules.foreign),
    symbols: [...new Set(text.match(/[&§<>#@*_=+|~^]/g) ?? [])],
    addressed: /(?<![\p{L}])(?:vous|tu|votre|vos|ton|ta|tes)(?![\p{L}])/iu.test(text),
  };
}

const isYear = (value: number) => Number.isInteger(value) && value >= 1000 && value <= 2100;
