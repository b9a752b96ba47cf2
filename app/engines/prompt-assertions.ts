import { z } from "zod";
import { findCues } from "./prompt-anatomy.ts";
import type { PromptGuide } from "./prompt-guide.ts";
import { fold, wordCount } from "./prompt-text.ts";
import { readability } from "./readability.ts";

/** What the learner gives with each kind: a text, bounds, or nothing more. */
const TEXT_KINDS = ["contains", "lacks"] as const;
const RANGE_KINDS = ["words", "signs", "readability", "hashtags", "paragraphs"] as const;
const PLAIN_KINDS = ["link", "ai-mention", "list", "title"] as const;
export const ASSERTION_KINDS = [...TEXT_KINDS, ...RANGE_KINDS, ...PLAIN_KINDS] as const;
export type AssertionKind = (typeof ASSERTION_KINDS)[number];

/** Most characters of a word or passage looked for. */
export const PASSAGE_CHARACTERS = 200;
const LARGEST = 10_000;
const bound = z.number().int().min(0).max(LARGEST).nullable();

/** One thing a learner checks in the answers of a bench. */
export const assertion = z.union([
  z.strictObject({
    kind: z.enum(TEXT_KINDS),
    text: z.string().min(1).max(PASSAGE_CHARACTERS),
  }),
  z
    .strictObject({ kind: z.enum(RANGE_KINDS), min: bound, max: bound })
    .refine(({ min, max }) => min !== null || max !== null)
    .refine(({ min, max }) => min === null || max === null || min <= max),
  z.strictObject({ kind: z.enum(PLAIN_KINDS) }),
]);
export type Assertion = z.infer<typeof assertion>;
export type KeptAssertion = { id: string; assertion: Assertion };

export type AssertionGuide = Pick<PromptGuide, "assertions">;

export function takesText(kind: string): boolean {
  return (TEXT_KINDS as readonly string[]).includes(kind);
}
export function takesRange(kind: string): boolean {
  return (RANGE_KINDS as readonly string[]).includes(kind);
}

/** What a form sends, every value a string. */
export type AssertionFields = { kind: string; text: string; min: string; max: string };

/** Reads a form; the French reason when it does not make an assertion. */
export function readAssertion(
  fields: AssertionFields,
): { assertion: Assertion } | { message: string } {
  const { kind } = fields;
  if (takesText(kind)) {
    const text = fields.text.normalize("NFC").replace(/\s+/g, " ").trim();
    if (!text) return { message: "Écrivez le mot ou le passage à chercher dans la réponse." };
    if (text.length > PASSAGE_CHARACTERS)
      return { message: `Ce passage est trop long (${PASSAGE_CHARACTERS}\u00a0signes au plus).` };
    return { assertion: { kind: kind as (typeof TEXT_KINDS)[number], text } };
  }
  if (takesRange(kind)) {
    const [min, max] = [numberOf(fields.min), numberOf(fields.max)];
    if (min === undefined || max === undefined)
      return { message: "Écrivez des nombres entiers, de 0 à 10\u202f000." };
    if (min === null && max === null)
      return { message: "Donnez au moins une borne\u00a0: un minimum, un maximum ou les deux." };
    if (min !== null && max !== null && min > max)
      return { message: "Le minimum dépasse le maximum\u00a0: corrigez l’un des deux." };
    return { assertion: { kind: kind as (typeof RANGE_KINDS)[number], min, max } };
  }
  if ((PLAIN_KINDS as readonly string[]).includes(kind))
    return { assertion: { kind: kind as (typeof PLAIN_KINDS)[number] } };
  return { message: "Choisissez ce que vous voulez vérifier." };
}

/** Null when nothing was written, undefined when it is not a whole number in bounds. */
function numberOf(written: string): number | null | undefined {
  const digits = written.replace(/\s/g, "");
  if (digits === "") return null;
  return /^\d{1,5}$/.test(digits) && Number(digits) <= LARGEST ? Number(digits) : undefined;
}

/** Does an answer hold to it, and what was seen there, in a few French words. */
export type Observation = { pass: boolean; seen: string };

/** Checks one answer. Rules only, no model: the same text always gives the same observation. */
export function observe(guide: AssertionGuide, asserted: Assertion, output: string): Observation {
  const text = output.normalize("NFC");
  switch (asserted.kind) {
    case "contains":
    case "lacks": {
      const times = occurrences(text, asserted.text);
      const seen = times === 0 ? "absent" : times === 1 ? "une fois" : `${times} fois`;
      return { pass: asserted.kind === "contains" ? times > 0 : times === 0, seen };
    }
    case "link":
      return found(/(?:https?:\/\/|www\.)[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}]/iu.test(text));
    case "ai-mention":
      return found(findCues(fold(text), guide.assertions.aiMention).length > 0);
    case "list":
      return found(
        /(?:^|\n)[ \t]*(?:[-–•*]|\d{1,2}[.)])\s+\S[^\n]*\n+[ \t]*(?:[-–•*]|\d{1,2}[.)])\s+\S/.test(
          text,
        ),
      );
    case "title":
      return found(hasTitle(text));
    default:
      return measured(asserted.kind, text, asserted.min, asserted.max);
  }
}

function found(pass: boolean): Observation {
  return { pass, seen: pass ? "présent" : "absent" };
}

/** Whole words only, whatever the case, the accents, the apostrophes and the kind of space. */
function occurrences(text: string, wanted: string): number {
  const spaced = (value: string) => fold(value.normalize("NFC")).replace(/\s+/g, " ").trim();
  const pattern = spaced(wanted).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const open = /^[\p{L}\p{N}]/u.test(wanted) ? "(?<![\\p{L}\\p{N}])" : "";
  const close = /[\p{L}\p{N}]$/u.test(wanted) ? "(?![\\p{L}\\p{N}])" : "";
  return [...spaced(text).matchAll(new RegExp(`${open}${pattern}${close}`, "gu"))].length;
}

/** A first line on its own, short, without a full stop, with text under it. */
function hasTitle(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim());
  const first = (lines[0] ?? "").trim();
  return lines.length > 1 && first.length <= 90 && wordCount(first) > 0 && !/[.…;:,]$/.test(first);
}

const UNITS: Record<(typeof RANGE_KINDS)[number], [string, string]> = {
  words: ["mot", "mots"],
  signs: ["signe", "signes"],
  readability: ["", ""],
  hashtags: ["hashtag", "hashtags"],
  paragraphs: ["paragraphe", "paragraphes"],
};

function measured(
  kind: (typeof RANGE_KINDS)[number],
  text: string,
  min: number | null,
  max: number | null,
): Observation {
  const value = measure(kind, text);
  if (value === null) return { pass: false, seen: "pas de mot" };
  const pass = (min === null || value >= min) && (max === null || value <= max);
  return { pass, seen: counted(kind, value) };
}

function measure(kind: (typeof RANGE_KINDS)[number], text: string): number | null {
  switch (kind) {
    case "words":
      return wordCount(text);
    case "signs":
      return [...text.trim()].length;
    case "readability":
      return readability(text).score;
    case "hashtags":
      return (text.match(/(?<![\p{L}\p{N}&])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu) ?? []).length;
    case "paragraphs":
      return text.split(/\n\s*\n/).filter((block) => block.trim()).length;
  }
}

function counted(kind: (typeof RANGE_KINDS)[number], value: number): string {
  const [one, many] = UNITS[kind];
  const written = String(value).replace(".", ",");
  return one ? `${written}\u00a0${Math.abs(value) < 2 ? one : many}` : written;
}

/** The assertion as a learner reads it: « contient “35 €” », « 50 à 80 mots ». */
export function assertionLabel(guide: AssertionGuide, asserted: Assertion): string {
  const label =
    guide.assertions.kinds.find((k) => k.kind === asserted.kind)?.label ?? asserted.kind;
  if ("text" in asserted) return `${label} «\u00a0${asserted.text}\u00a0»`;
  if (!("min" in asserted)) return label;
  const { kind, min, max } = asserted;
  if (min !== null && max !== null)
    return `${label}\u00a0: ${min === max ? counted(kind, min) : `de ${min} à ${counted(kind, max)}`}`;
  return min === null
    ? `${label}\u00a0: ${counted(kind, max as number)} au plus`
    : `${label}\u00a0: ${counted(kind, min)} au moins`;
}

export type Crossing = {
  /** Version where it happened, and the one it came from. */
  seq: number;
  since: number;
  /** Ids of the assertions that hold now and did not, and the other way round. */
  gained: string[];
  lost: string[];
};

/**
 * Where assertions began or stopped holding: each version against the one it came from, oldest first; versions
 * where nothing crossed are left out.
 */
export function crossings(
  guide: AssertionGuide,
  assertions: KeptAssertion[],
  versions: { seq: number; output: string }[],
  origins: ReadonlyMap<number, number>,
): Crossing[] {
  const holding = new Map(
    versions.map(({ seq, output }) => [
      seq,
      new Set(assertions.filter((a) => observe(guide, a.assertion, output).pass).map((a) => a.id)),
    ]),
  );
  return [...versions]
    .sort((a, b) => a.seq - b.seq)
    .flatMap(({ seq }) => {
      const since = origins.get(seq);
      const before = since === undefined ? undefined : holding.get(since);
      if (since === undefined || !before) return [];
      const now = holding.get(seq) as Set<string>;
      const gained = [...now].filter((id) => !before.has(id));
      const lost = [...before].filter((id) => !now.has(id));
      return gained.length + lost.length > 0 ? [{ seq, since, gained, lost }] : [];
    });
}
