import { diffArrays } from "diff";
import { canonicalDocument, type DocNode } from "./document.ts";

/** Word-level differences of two documents, block by block; pure, and never Intl.Segmenter (quadratic on Node 20). */

export type WordPiece = { kind: "same" | "added" | "removed"; text: string };

export type BlockDiff =
  | { kind: "same"; block: DocNode }
  | { kind: "added"; block: DocNode }
  | { kind: "removed"; block: DocNode }
  /** Same place, other words; `words` is null when only the form changed (level, marks, image text). */
  | { kind: "changed"; before: DocNode; after: DocNode; words: WordPiece[] | null };

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-’'][\p{L}\p{M}\p{N}]+)*|\s+|[^\s\p{L}\p{M}\p{N}]/gu;
/** Beyond this many edits two paragraphs are simply different: shown one after the other. */
const MAX_EDITS = 1500;
const MAX_BLOCK_EDITS = 4000;

/** The words of one block as lines a person reads: items with their sign, rows with « | » between cells. */
export function blockText(block: DocNode): string {
  const lines: string[] = [];
  collect(block, "", lines);
  return lines.join("\n");
}

function inlineText(node: DocNode): string {
  let text = "";
  for (const child of node.content ?? []) text += child.type === "text" ? child.text : "\n";
  return text;
}

function collect(node: DocNode, lead: string, lines: string[]): void {
  switch (node.type) {
    case "paragraph":
    case "heading":
      lines.push(lead + inlineText(node));
      break;
    case "tableRow":
      lines.push(lead + (node.content ?? []).map((cell) => blockText(cell)).join(" | "));
      break;
    case "image":
      lines.push(
        `${lead}[Image\u00A0: ${node.attrs.alt || "décorative"}] ${node.attrs.caption}`.trim(),
      );
      break;
    case "figure":
      lines.push(`${lead}[Figure\u00A0: ${node.attrs.figureId}] ${node.attrs.caption}`.trim());
      break;
    case "horizontalRule":
      lines.push("———");
      break;
    default:
      for (const [index, child] of (node.content ?? []).entries()) {
        collect(child, lead + signOf(node, child, index), lines);
      }
  }
}

function signOf(parent: DocNode, child: DocNode, index: number): string {
  if (parent.type === "bulletList") return "• ";
  if (parent.type === "orderedList") return `${parent.attrs.start + index}. `;
  if (child.type === "taskItem") return child.attrs.checked ? "☑ " : "☐ ";
  return "";
}

/** The words that differ between two texts. Too many edits: the whole text, removed then added. */
export function diffWords(before: string, after: string): WordPiece[] {
  const changes = diffArrays(before.match(WORD) ?? [], after.match(WORD) ?? [], {
    maxEditLength: MAX_EDITS,
  });
  if (!changes) {
    const whole: WordPiece[] = [
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ];
    return whole.filter((piece) => piece.text !== "");
  }
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

export type Hunk = { same: boolean; before: DocNode[]; after: DocNode[] };

/** Two lists of blocks as runs that are equal and runs that are not. */
export function diffBlocks(before: readonly DocNode[], after: readonly DocNode[]): Hunk[] {
  const keysBefore = before.map((block) => JSON.stringify(block));
  const keysAfter = after.map((block) => JSON.stringify(block));
  const changes = diffArrays(keysBefore, keysAfter, { maxEditLength: MAX_BLOCK_EDITS });
  if (!changes) return [{ same: false, before: [...before], after: [...after] }];
  const hunks: Hunk[] = [];
  let atBefore = 0;
  let atAfter = 0;
  for (const { added, removed, count } of changes) {
    const same = !added && !removed;
    let hunk = hunks[hunks.length - 1];
    if (!hunk || same || hunk.same) {
      hunk = { same, before: [], after: [] };
      hunks.push(hunk);
    }
    if (!added) {
      hunk.before.push(...before.slice(atBefore, atBefore + count));
      atBefore += count;
    }
    if (!removed) {
      hunk.after.push(...after.slice(atAfter, atAfter + count));
      atAfter += count;
    }
  }
  return hunks;
}

/** What changed from one document to the other, in reading order. */
export function diffDocuments(before: DocNode, after: DocNode): BlockDiff[] {
  const [from, to] = [canonicalDocument(before), canonicalDocument(after)];
  return diffBlocks(from.content ?? [], to.content ?? []).flatMap((hunk): BlockDiff[] =>
    hunk.same
      ? hunk.after.map((block) => ({ kind: "same", block }))
      : pairBlocks(hunk.before, hunk.after),
  );
}

/** Inside a run of changes, a block and its successor of the same type that share words are one changed block. */
export function pairBlocks(before: readonly DocNode[], after: readonly DocNode[]): BlockDiff[] {
  const diffs: BlockDiff[] = [];
  let next = 0;
  for (const block of before) {
    const found = after.findIndex((other, index) => index >= next && alike(block, other));
    if (found < 0) {
      diffs.push({ kind: "removed", block });
      continue;
    }
    for (const added of after.slice(next, found)) diffs.push({ kind: "added", block: added });
    const other = after[found] as DocNode;
    const [textBefore, textAfter] = [blockText(block), blockText(other)];
    const words = textBefore === textAfter ? null : diffWords(textBefore, textAfter);
    diffs.push({ kind: "changed", before: block, after: other, words });
    next = found + 1;
  }
  for (const block of after.slice(next)) diffs.push({ kind: "added", block });
  return diffs;
}

/** The same kind of block with at least a third of its words in common. */
function alike(a: DocNode, b: DocNode): boolean {
  if (a.type !== b.type) return false;
  const wordsA = wordSet(a);
  const wordsB = wordSet(b);
  if (wordsA.size === 0 || wordsB.size === 0) return wordsA.size === wordsB.size;
  let common = 0;
  for (const word of wordsA) if (wordsB.has(word)) common++;
  return common * 3 >= Math.min(wordsA.size, wordsB.size);
}

const sets = new WeakMap<DocNode, Set<string>>();

function wordSet(block: DocNode): Set<string> {
  let set = sets.get(block);
  if (!set) {
    set = new Set(
      blockText(block)
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    );
    sets.set(block, set);
  }
  return set;
}
