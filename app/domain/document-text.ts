import type { DocNode } from "./document.ts";

/** What can be read out of a document: its words, headings, images, figures and AI-assisted passages. */

const isTextblock = (node: DocNode) => node.type === "paragraph" || node.type === "heading";

/** The text of one paragraph or heading; a line break counts as "\n". */
function lineOf(node: DocNode): string {
  let line = "";
  for (const child of node.content ?? []) line += child.type === "text" ? child.text : "\n";
  return line;
}

function walk(node: DocNode, visit: (node: DocNode) => void): void {
  visit(node);
  for (const child of node.content ?? []) walk(child, visit);
}

/** The words as a person reads them, one paragraph, heading, list item or cell a line; captions are left out. */
export function plainText(doc: DocNode): string {
  const lines: string[] = [];
  walk(doc, (node) => {
    if (isTextblock(node)) lines.push(lineOf(node));
  });
  return lines.join("\n");
}

const SPACE = /\s/;
const LETTER = /[\p{L}\p{N}]/u;

/** The first characters (all of Latin) by code: 0 other, 1 letter or digit, 2 space. The rest asks the patterns. */
const kinds = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  return SPACE.test(character) ? 2 : LETTER.test(character) ? 1 : 0;
});

/**
 * Words as a word processor counts them: runs without a space that hold a letter or a digit. Linear in length,
 * and by character codes: every save and every keystroke counts, and a pattern over the text costs ten times more.
 */
export function countWords(source: DocNode | string): number {
  const text = typeof source === "string" ? source : plainText(source);
  let words = 0;
  let counted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = code < kinds.length ? kinds[code] : kindAt(text, i);
    if (kind === 2) counted = false;
    else if (kind === 1 && !counted) {
      counted = true;
      words++;
    }
  }
  return words;
}

function kindAt(text: string, at: number): number {
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return SPACE.test(character) ? 2 : LETTER.test(character) ? 1 : 0;
}

/** Ids of the figures shown, in reading order, each once. */
export function listFigures(doc: DocNode): string[] {
  const ids = new Set<string>();
  walk(doc, (node) => {
    if (node.type === "figure") ids.add(node.attrs.figureId);
  });
  return [...ids];
}

/** The images shown, in reading order; an empty `alt` on an image that is not decorative is a fault to report. */
export function listImages(doc: DocNode): { assetId: string; alt: string; decorative: boolean }[] {
  const images: { assetId: string; alt: string; decorative: boolean }[] = [];
  walk(doc, (node) => {
    if (node.type !== "image") return;
    const { assetId, alt, decorative } = node.attrs;
    images.push({ assetId, alt, decorative });
  });
  return images;
}

export type DocHeading = { level: 2 | 3 | 4; text: string };

/** The headings in order, empty ones left out. */
export function headings(doc: DocNode): DocHeading[] {
  const found: DocHeading[] = [];
  walk(doc, (node) => {
    const text = node.type === "heading" ? lineOf(node).trim() : "";
    if (node.type === "heading" && text) found.push({ level: node.attrs.level, text });
  });
  return found;
}

const TYPOGRAPHY: [RegExp, string][] = [
  [/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, ""],
  [/[’‘ʼ]/g, "'"],
  [/\s+/g, " "],
  [/ ?[»”]|[«“] ?/g, '"'],
  [/…/g, "..."],
  [/[‐‑–—]/g, "-"],
  [/ ([:;!?%€])/g, "$1"],
];

/** The same words whatever their quotes, dashes, spaces and line ends: what a passage is compared by. */
export function normalisePassage(text: string): string {
  let normal = text.normalize("NFC");
  for (const [pattern, by] of TYPOGRAPHY) normal = normal.replace(pattern, by);
  return normal.trim();
}

/** True when the quoted passage still stands in the document, typography and line ends aside. */
export function findPassage(doc: DocNode, quote: string): boolean {
  const wanted = normalisePassage(quote);
  return wanted !== "" && normalisePassage(plainText(doc)).includes(wanted);
}

export type AiPassage = { run: string; text: string };

/** The passages marked as written with an AI, in order; one passage may run over several paragraphs ("\n"). */
export function aiPassages(doc: DocNode): AiPassage[] {
  const passages: AiPassage[] = [];
  let open: AiPassage | null = null;
  let newLine = false;
  walk(doc, (node) => {
    if (isTextblock(node)) newLine = true;
    if (node.type === "hardBreak" && open) open.text += "\n";
    if (node.type !== "text") return;
    const mark = node.marks?.find((m) => m.type === "aiAssisted");
    const run = mark?.type === "aiAssisted" ? mark.attrs.run : null;
    if (run === null) open = null;
    else if (open?.run === run) open.text += (newLine ? "\n" : "") + node.text;
    else {
      open = { run, text: node.text };
      passages.push(open);
    }
    newLine = false;
  });
  return passages;
}

/**
 * A short stable print of a text (14 hexadecimal digits), to see later whether it changed; not a secret.
 * Two 32-bit multiplicative hashes side by side: cyrb53 by bryc, public domain.
 */
export function fingerprint(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (
    ((b & 0x1fffff) >>> 0).toString(16).padStart(6, "0") + (a >>> 0).toString(16).padStart(8, "0")
  );
}
