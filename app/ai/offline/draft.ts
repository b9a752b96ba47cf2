import { sentenceSpans, wordCount } from "~/engines/prompt-text.ts";
import type { Limits } from "./read-numbers.ts";
import { holdsWord } from "./read-quotes.ts";
import { frenchTypography } from "./typography.ts";

/** What a reader should find wrong in the text; kept away from the learner, for critique exercises. */
export type FaultKind =
  | "cliche"
  | "invented-figure"
  | "register"
  | "too-long"
  | "generic-hashtags"
  | "vague-call"
  | "useless-words"
  | "drift"
  | "hard-words"
  | "invented-claim"
  | "too-fast"
  | "two-movements";
export type Fault = { kind: FaultKind; excerpt: string };

/** A sentence or two of a draft. */
export type Piece = {
  text: string;
  /** The lowest are dropped first when the text is too long. */
  keep: number;
  /** How it follows the piece before it. */
  joint: "paragraph" | "line" | "space";
  fault?: FaultKind;
  /** Required word for word: neither dropped nor set. */
  verbatim?: boolean;
};

export function piece(
  text: string,
  keep: number,
  options: { joint?: Piece["joint"]; fault?: FaultKind; verbatim?: boolean } = {},
): Piece {
  return { joint: "paragraph", ...options, text, keep };
}

const JOINTS = { paragraph: "\n\n", line: "\n", space: " " };

/** Puts pieces together, paragraph by paragraph, in French typography. */
export function render(pieces: Piece[], oneLine = false): string {
  let out = "";
  for (const p of pieces) {
    const text = p.verbatim ? p.text : frenchTypography(p.text);
    const joint = oneLine ? " " : JOINTS[p.joint];
    out += out === "" ? text : joint + text;
  }
  return out;
}

function exceeds(text: string, limits: Limits): boolean {
  const body = text.replace(/#[\p{L}\p{N}_]+/gu, "").trim();
  const over = (limit: number | null, size: number) => limit !== null && size > limit;
  return (
    over(limits.characters, text.length) ||
    over(limits.words, wordCount(text)) ||
    over(limits.sentences, sentenceSpans(body).length) ||
    over(limits.lines, text.split(/\n+/).length) ||
    over(limits.paragraphs, text.split(/\n\n+/).length)
  );
}

/** Drops what must not be said, then the least important pieces until the limits hold; cuts as a last resort. */
export function fitDraft(
  pieces: Piece[],
  limits: Limits,
  forbidden: string[],
): { text: string; pieces: Piece[] } {
  let kept = pieces.filter((p) => p.verbatim || !holdsWord(p.text, forbidden));
  if (kept.length === 0)
    kept = pieces.slice(0, 1).map((p) => ({ ...p, text: without(p.text, forbidden) }));
  const narrow = limits.lines !== null || limits.paragraphs !== null;
  for (;;) {
    const open = render(kept);
    const text = narrow && exceeds(open, limits) ? render(kept, true) : open;
    if (!exceeds(text, limits)) return { text, pieces: kept };
    if (kept.length <= 1) return { text: cut(text, limits), pieces: kept };
    const least = kept.reduce((a, b) => (b.keep < a.keep ? b : a));
    kept = kept.filter((p) => p !== least);
  }
}

function without(text: string, words: string[]): string {
  return text
    .split(" ")
    .filter((w) => !holdsWord(w, words))
    .join(" ");
}

function cut(text: string, limits: Limits): string {
  let out = text.replace(/\s*\n+\s*/g, " ");
  if (limits.sentences !== null) {
    const last = sentenceSpans(out)[limits.sentences - 1];
    if (last) out = out.slice(0, last.end);
  }
  if (limits.words !== null && wordCount(out) > limits.words) {
    const words = out.split(" ");
    while (words.length > 1 && wordCount(words.join(" ")) > limits.words) words.pop();
    out = `${words.join(" ").replace(/[\s,;:.!?]+$/u, "")}…`;
  }
  return limits.characters === null ? out : cutCharacters(out, limits.characters);
}

/** At most `limit` characters, cut between two words, with an ellipsis when something is missing. */
export function cutCharacters(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const room = text.slice(0, Math.max(0, limit - 1));
  const space = room.search(/\s\S*$/);
  return `${(space > 0 ? room.slice(0, space) : room).replace(/[\s,;:.!?]+$/u, "")}…`.slice(
    0,
    limit,
  );
}

/** Ends a text at the last sentence that fits in `maxTokens`. */
export function withinTokens(text: string, maxTokens: number): string {
  const limit = Math.max(0, Math.floor(maxTokens)) * 4;
  if (text.length <= limit) return text;
  const head = text.slice(0, limit);
  const last = sentenceSpans(head)
    .filter((s) => /[.!?…»]$/.test(head.slice(s.start, s.end)))
    .at(-1);
  return last ? head.slice(0, last.end) : cutCharacters(text, limit);
}
