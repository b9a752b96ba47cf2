import type { Block, Certification, Competency } from "./certification.ts";
import { cleanText, type DocNode, findPassage, fingerprint } from "./document.ts";
import type { Figure } from "./figure.ts";
import { ok, type Result, refused } from "./result.ts";

/**
 * Self-assessment: a level on the certification's own scale, a justification, and evidence in the dossier.
 * A level is where a person places their own work. It is never averaged and never a mark.
 */
export type Rating = {
  competency: string;
  attempt: number;
  /** A level of the certification's scale; null until one is chosen. */
  level: number | null;
  justification: string;
  /** Grows by one with each save: what a writer must name to save again. */
  version: number;
  /** ISO date and time of the last save. */
  updatedAt: string;
};

type EvidenceBase = {
  id: string;
  competency: string;
  attempt: number;
  /** Of the passage or the figure when it was linked. */
  fingerprint: string;
  note: string;
  createdAt: string;
};
export type PassageEvidence = EvidenceBase & { kind: "passage"; sectionKey: string; quote: string };
export type FigureEvidence = EvidenceBase & { kind: "figure"; figureId: string };
export type Evidence = PassageEvidence | FigureEvidence;

/** found: as it was linked; changed: still there, reworded; missing: nothing like it any more. */
export type EvidenceState = "found" | "changed" | "missing";

/** From how many characters a justification says something. Our own choice, shown beside the field. */
export const JUSTIFICATION_MIN = 20;
export const JUSTIFICATION_MAX = 4_000;
export const QUOTE_MIN = 3;
export const QUOTE_MAX = 2_000;
export const NOTE_MAX = 300;
/** Links per competency and attempt: beyond a dozen nobody reads them. */
export const EVIDENCE_MAX = 12;

/** A note as it is stored: one line, cut at NOTE_MAX. */
export function cleanNote(note: string): string {
  return cleanText(note).replace(/\s+/g, " ").trim().slice(0, NOTE_MAX);
}

/** Length as a person counts it: code points of the trimmed text. */
export function justificationLength(text: string): number {
  return [...text.trim()].length;
}

/** A rating counts once it has a level and a justification of JUSTIFICATION_MIN characters. */
export function isComplete(rating: Pick<Rating, "level" | "justification"> | undefined): boolean {
  return (
    rating !== undefined &&
    rating.level !== null &&
    justificationLength(rating.justification) >= JUSTIFICATION_MIN
  );
}

export type RatingProgress = {
  total: number;
  /** With a level and a justification. */
  complete: number;
  /** With one of the two only. */
  started: number;
};

/** How many of the block's competencies are rated; ratings of other competencies don't count. */
export function ratingProgress(
  block: Block,
  ratings: readonly Pick<Rating, "competency" | "level" | "justification">[],
): RatingProgress {
  const byId = new Map(ratings.map((r) => [r.competency, r]));
  const progress: RatingProgress = { total: block.competencies.length, complete: 0, started: 0 };
  for (const competency of block.competencies) {
    const rating = byId.get(competency.id);
    if (isComplete(rating)) progress.complete++;
    else if (isStarted(rating)) progress.started++;
  }
  return progress;
}

function isStarted(rating: Pick<Rating, "level" | "justification"> | undefined): boolean {
  return rating !== undefined && (rating.level !== null || rating.justification.trim() !== "");
}

/**
 * Checks what somebody wants to save: the competency is in the block, the level on the scale.
 * An unfinished rating is accepted (nothing typed is refused for being short); it just doesn't count yet.
 */
export function checkRating(
  certification: Certification,
  block: Block,
  input: { competency: string; level: number | null; justification: string },
): Result<{ competency: Competency; level: number | null; justification: string }> {
  const competency = block.competencies.find((c) => c.id === input.competency);
  if (!competency)
    return refused("unknown-competency", "Cette compétence n’est pas dans le bloc de cet espace.");
  const levels = certification.scale.levels.map((l) => l.level);
  if (input.level !== null && !levels.includes(input.level))
    return refused(
      "unknown-level",
      "Ce niveau n’existe pas dans l’échelle de cette certification.",
    );
  const justification = cleanText(input.justification.replace(/\r\n?/g, "\n")).trim();
  if ([...justification].length > JUSTIFICATION_MAX)
    return refused(
      "too-long",
      `La justification dépasse ${JUSTIFICATION_MAX} caractères\u00A0: raccourcissez-la, puis enregistrez.`,
    );
  return ok({ competency, level: input.level, justification });
}

export type EvidenceInput =
  | { kind: "passage"; sectionKey: string; quote: string }
  | { kind: "figure"; figureId: string };

/**
 * Checks that what is linked exists now, and takes its fingerprint.
 * A passage must be in the saved text of a section the subject plans; a figure among those the tools give.
 */
export function checkEvidence(
  input: EvidenceInput,
  sectionKeys: readonly string[],
  docs: ReadonlyMap<string, DocNode>,
  figures: readonly Figure[],
): Result<EvidenceInput & { fingerprint: string }> {
  if (input.kind === "figure") {
    const figure = figures.find((f) => f.id === input.figureId);
    if (!figure)
      return refused("unknown-figure", "Cette figure n’existe pas (ou plus) dans vos outils.");
    return ok({ ...input, fingerprint: figureFingerprint(figure) });
  }
  if (!sectionKeys.includes(input.sectionKey))
    return refused("unknown-section", "Cette partie n’existe pas dans le dossier.");
  const quote = cutQuote(input.quote);
  if (quote.length < QUOTE_MIN)
    return refused("quote-too-short", "Choisissez un passage d’au moins quelques mots.");
  const doc = docs.get(input.sectionKey);
  if (!doc || !findPassage(doc, quote))
    return refused(
      "passage-not-found",
      "Ce passage n’est pas dans le texte enregistré de la partie. S’il vient d’être écrit, attendez la fin de l’enregistrement, puis recommencez.",
    );
  return ok({ ...input, quote, fingerprint: fingerprint(quote) });
}

/** Collapses white space; a longer passage keeps its beginning, cut at a word. */
function cutQuote(quote: string): string {
  const flat = cleanText(quote).replace(/\s+/g, " ").trim();
  if (flat.length <= QUOTE_MAX) return flat;
  const cut = flat.slice(0, QUOTE_MAX);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), QUOTE_MIN));
}

/** Changes when what a reader of the figure sees changes. */
export function figureFingerprint(figure: Figure): string {
  return fingerprint(JSON.stringify([figure.title, figure.body]));
}

/**
 * What became of a piece of evidence in the dossier as it is now.
 * A passage is "changed" when a paragraph still holds at least half of its words, else "missing".
 */
export function evidenceState(
  evidence: Evidence,
  docsBySection: ReadonlyMap<string, DocNode>,
  figures: readonly Figure[],
): EvidenceState {
  if (evidence.kind === "figure") {
    const figure = figures.find((f) => f.id === evidence.figureId);
    if (!figure) return "missing";
    return figureFingerprint(figure) === evidence.fingerprint ? "found" : "changed";
  }
  const doc = docsBySection.get(evidence.sectionKey);
  if (!doc) return "missing";
  if (findPassage(doc, evidence.quote)) return "found";
  return closestPassage(doc, evidence.quote) ? "changed" : "missing";
}

export type Passage = { kind: "heading" | "text"; text: string; fingerprint: string };

/** The paragraphs and headings of a text in reading order, those of lists, quotes and tables included. */
export function passages(doc: DocNode): Passage[] {
  const found: Passage[] = [];
  const visit = (node: DocNode): void => {
    if (node.type === "paragraph" || node.type === "heading") {
      const text = inlineText(node).replace(/\s+/g, " ").trim();
      if (text.length >= QUOTE_MIN)
        found.push({
          kind: node.type === "heading" ? "heading" : "text",
          text,
          fingerprint: fingerprint(text),
        });
      return;
    }
    for (const child of node.content ?? []) visit(child);
  };
  visit(doc);
  return found;
}

function inlineText(node: DocNode): string {
  return (node.content ?? [])
    .map((child) => (child.type === "hardBreak" ? " " : (child.text ?? "")))
    .join("");
}

/** The paragraph that holds most of the quote's words, at least half of them; null when none does. */
export function closestPassage(doc: DocNode, quote: string): Passage | null {
  const wanted = wordSet(quote);
  if (wanted.size === 0) return null;
  let best: Passage | null = null;
  let bestShare = 0;
  for (const passage of passages(doc)) {
    const words = wordSet(passage.text);
    let common = 0;
    for (const word of wanted) if (words.has(word)) common++;
    const share = common / wanted.size;
    if (share > bestShare) {
      best = passage;
      bestShare = share;
    }
  }
  return bestShare >= 0.5 ? best : null;
}

/** Words without case or accents; a plain pattern, as Intl.Segmenter is quadratic on long text. */
function wordSet(text: string): Set<string> {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? []);
}
