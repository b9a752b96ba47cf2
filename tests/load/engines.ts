import { loadPromptGuide } from "~/ai/guide.server.ts";
import { closestPassage } from "~/domain/assessment.ts";
import { type DocNode, parseDocument } from "~/domain/document.ts";
import { diffDocuments } from "~/domain/document-diff.ts";
import { frenchTypography } from "~/domain/typography.ts";
import { readAnatomy } from "~/engines/prompt-anatomy.ts";
import { classifyQuestion } from "~/engines/question-types.ts";
import { readability } from "~/engines/readability.ts";
import { sharedRuns } from "~/engines/text-similarity.ts";
import { percentile } from "./measure.ts";

export type EngineRow = { what: string; ms: number; doubled: number };

const sentence = "Le musée raconte la rivière aux familles, le soir, après 18 h. ";
const paragraph = (text: string): DocNode => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});
/** A document of about `words` words. */
const text = (words: number): DocNode => ({
  type: "doc",
  content: Array.from({ length: words / 50 }, (_, i) => paragraph(`${i} ${sentence.repeat(4)}`)),
});
const edited = (doc: DocNode): DocNode => ({
  type: "doc",
  content: (doc.content ?? []).map((block, i) => (i % 10 ? block : paragraph(`ajouté ${i}`))),
});

/** The engines that a page, a save or a key may wait for, at a size of everyday work, and at twice that size. */
export function engineRows(): EngineRow[] {
  const guide = loadPromptGuide();
  const words = (n: number) => sentence.repeat(n / 12);
  const calls: [string, number, (size: number) => () => unknown][] = [
    ["judge a document fifty times", 10_000, (n) => parsing(text(n))],
    ["compare two versions", 8_000, (n) => comparing(text(n))],
    ["find a quoted passage again", 8_000, (n) => finding(text(n))],
    ["set French typography", 8_000, (n) => () => frenchTypography(words(n))],
    ["read the anatomy of a prompt", 2_000, (n) => () => readAnatomy(guide, words(n))],
    ["tell the kind of a question", 2_000, (n) => () => classifyQuestion(words(n), words(n))],
    ["measure readability", 8_000, (n) => () => readability(words(n))],
    ["find what two texts share", 2_000, (n) => () => sharedRuns(words(n), words(n))],
  ];
  return calls.map(([what, size, prepare]) => {
    const once = median(prepare(size));
    return { what: `${what}, ${size} words`, ms: once, doubled: median(prepare(2 * size)) / once };
  });
}

// Too short to be timed alone.
const parsing = (doc: DocNode) => () => {
  for (let i = 0; i < 50; i++) parseDocument(doc);
};
const comparing = (doc: DocNode) => {
  const other = edited(doc);
  return () => diffDocuments(doc, other);
};
const finding = (doc: DocNode) => () => closestPassage(doc, "Tout autre chose, dite ailleurs");

/** The median of 15 calls after 5 that do not count, in milliseconds. */
function median(call: () => unknown): number {
  for (let i = 0; i < 5; i++) call();
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return percentile(times, 0.5);
}
