import type { PromptComponent, PromptGuide } from "./prompt-guide.ts";
import { blank, fold, quotedSpans, type Span, sentenceSpans, wordCount } from "./prompt-text.ts";

/** The parts of the guide that reading a prompt needs. */
export type ReadingGuide = Pick<PromptGuide, "components" | "emptyWords">;

export type Presence = "absent" | "word" | "general" | "precise";

export type ComponentReading = {
  id: string;
  /** absent; the cue alone; a sentence about it; a sentence with a number, a date, a name or a quotation. */
  presence: Presence;
  /** Sentences that carry it, as places in `Anatomy.text`. */
  sentences: Span[];
  /** The cues themselves. */
  cues: Span[];
};

export type Anatomy = {
  /** The prompt in composed form; every span points into it. */
  text: string;
  words: number;
  components: ComponentReading[];
  /** Words that say nothing precise (« percutant »), as typed. */
  emptyWords: string[];
  /** Kinds of personal data seen. */
  personalData: ("email" | "phone")[];
};

const patterns = new Map<string, RegExp>();

/** One expression for a list of cues, on folded text; whole words, « * » any ending, « # » a number, « ^ » first in its sentence. */
function cuePattern(cues: string[]): RegExp {
  const key = cues.join("\n");
  const known = patterns.get(key);
  if (known) return known;
  const parts = cues.map((cue) => {
    const folded = fold(cue.normalize("NFC")).trim();
    const body = folded
      .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
      .replace(/\*/g, "[a-z]*")
      .replace(/# ?/g, "\\d[\\d ]{0,8}");
    const ended = /[a-z0-9*#]$/.test(folded) ? `${body}(?![a-z0-9])` : body;
    return ended.startsWith("\\^") ? `(?<=^|[.!?…:;\\n] ?)${ended.slice(2)}` : ended;
  });
  const made = new RegExp(`(?<![a-z0-9])(?:${parts.join("|")})`, "g");
  patterns.set(key, made);
  return made;
}

/** Places where a cue stands in a folded text. */
export function findCues(folded: string, cues: string[]): Span[] {
  if (cues.length === 0) return [];
  return [...folded.matchAll(cuePattern(cues))].map((m) => ({
    start: m.index,
    end: m.index + m[0].trimEnd().length,
  }));
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}/i;
const PHONE = /(?<!\d)(?:\+33 ?|0)[1-9](?:[ .-]?\d{2}){4}(?!\d)/;
/** A number, a capital inside the sentence, a quotation, an address, a hashtag. */
const CONCRETE = /\d|[\p{L}\p{N},;:’'] ?\p{Lu}\p{Ll}|[«“"] ?[\p{L}\p{N}]|[@#][\p{L}\p{N}]/u;
const RANK: Record<Presence, number> = { absent: 0, word: 1, general: 2, precise: 3 };

/**
 * Reads which components of the guide a prompt holds and how precisely. Rules are the guide's: a cue in a
 * sentence; precision from what else the sentence holds. Blanks left in [square brackets] and quoted
 * material hold no cue; a line of quoted material of five words or more is context supplied.
 */
export function readAnatomy(guide: ReadingGuide, prompt: string): Anatomy {
  const text = prompt.normalize("NFC");
  const slots = [...text.matchAll(/\[[^[\]]{0,400}\]/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const unslotted = blank(text, slots);
  const quotes = quotedSpans(unslotted);
  const bare = blank(unslotted, quotes);
  const folded = fold(bare);
  const sentences = sentenceSpans(bare);

  const components = guide.components.map<ComponentReading>((component) => ({
    id: component.id,
    presence: "absent",
    sentences: [],
    cues: findCues(folded, component.cues),
  }));
  for (const sentence of sentences) {
    const own = unslotted.slice(sentence.start, sentence.end);
    const instructed: string[] = [];
    for (const reading of components) {
      const cue = reading.cues.find((c) => within(c, sentence));
      if (!cue) continue;
      instructed.push(reading.id);
      const others = wordCount(own) - wordCount(bare.slice(cue.start, cue.end));
      note(reading, sentence, others <= 0 ? "word" : CONCRETE.test(own) ? "precise" : "general");
    }
    for (const [index, component] of guide.components.entries()) {
      if (!component.declarative) continue;
      const reading = components[index] as ComponentReading;
      if (tellsFacts(guide, instructed, own) || bringsMaterial(quotes, sentence, text))
        note(reading, sentence, "precise");
    }
  }
  return {
    text,
    words: wordCount(text),
    components,
    emptyWords: findCues(folded, guide.emptyWords).map((s) => text.slice(s.start, s.end)),
    personalData: [
      ...(EMAIL.test(text) ? (["email"] as const) : []),
      ...(PHONE.test(text) ? (["phone"] as const) : []),
    ],
  };
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.start < outer.end;
}

function note(reading: ComponentReading, sentence: Span, presence: Presence): void {
  if (reading.sentences.at(-1) !== sentence) reading.sentences.push(sentence);
  if (RANK[presence] > RANK[reading.presence]) reading.presence = presence;
}

/** A sentence with a number that orders nothing: « La librairie fête ses dix ans le 12 décembre. » */
function tellsFacts(guide: ReadingGuide, instructed: string[], sentence: string): boolean {
  const labelled = /^[^:]{1,30}:/.test(sentence);
  const orders = guide.components.some(
    (c) => instructed.includes(c.id) && (c.orders || (labelled && !c.declarative)),
  );
  return !orders && /\d/.test(sentence) && wordCount(sentence) >= 5;
}

function bringsMaterial(quotes: Span[], sentence: Span, text: string): boolean {
  return quotes.some((q) => within(q, sentence) && wordCount(text.slice(q.start, q.end)) >= 5);
}

/** Is a component there, with more than its bare word? */
export function holds(anatomy: Anatomy, id: string): boolean {
  const presence = anatomy.components.find((c) => c.id === id)?.presence ?? "absent";
  return RANK[presence] >= RANK.general;
}

/** The heaviest component still missing: the one thing to add next; null when all are there. */
export function nextComponent(guide: ReadingGuide, anatomy: Anatomy): PromptComponent | null {
  const missing = guide.components.filter((c) => !holds(anatomy, c.id));
  return missing.reduce<PromptComponent | null>(
    (best, c) => (best && best.weight >= c.weight ? best : c),
    null,
  );
}
