import type { DocNode } from "./document.ts";
import { diffBlocks, type Hunk } from "./document-diff.ts";

/** Two versions of a text grown from one: what can be put together by itself, and what a person must choose. */

export type MergeChoice = "mine" | "theirs" | "both";

export type MergePart =
  /** Unchanged, or changed alike by both. */
  | { kind: "settled"; blocks: DocNode[] }
  /** Changed by one side only: taken, and still open to another choice. */
  | { kind: "mine" | "theirs"; mine: DocNode[]; theirs: DocNode[] }
  /** Changed differently by both sides, or their common origin is not known. */
  | { kind: "conflict"; mine: DocNode[]; theirs: DocNode[] };

export type MergeDifference = Exclude<MergePart, { kind: "settled" }>;

const key = (blocks: readonly DocNode[]) => JSON.stringify(blocks);

/**
 * Compares two versions block by block, against the version they grew from when it is known (diff3).
 * Putting `blocks`, `mine` or `theirs` of all parts end to end gives back each version exactly.
 */
export function mergeDocuments(base: DocNode | null, mine: DocNode, theirs: DocNode): MergePart[] {
  const mineBlocks = mine.content ?? [];
  const theirBlocks = theirs.content ?? [];
  if (!base) return joined(diffBlocks(theirBlocks, mineBlocks).map(withoutBase));
  const baseBlocks = base.content ?? [];
  return joined(
    threeWay(baseBlocks, diffBlocks(baseBlocks, mineBlocks), diffBlocks(baseBlocks, theirBlocks)),
  );
}

function withoutBase(hunk: Hunk): MergePart {
  if (hunk.same) return { kind: "settled", blocks: hunk.after };
  return { kind: "conflict", mine: hunk.after, theirs: hunk.before };
}

/** A side's version as changes of spans of the base: [from, to) became `blocks`. */
type Change = { from: number; to: number; blocks: DocNode[] };

function changesOf(hunks: readonly Hunk[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  for (const hunk of hunks) {
    if (!hunk.same) changes.push({ from: at, to: at + hunk.before.length, blocks: hunk.after });
    at += hunk.before.length;
  }
  return changes;
}

function threeWay(base: DocNode[], mineHunks: Hunk[], theirHunks: Hunk[]): MergePart[] {
  const mine = changesOf(mineHunks);
  const theirs = changesOf(theirHunks);
  const parts: MergePart[] = [];
  let at = 0;
  while (mine.length > 0 || theirs.length > 0) {
    const from = Math.min(mine[0]?.from ?? Infinity, theirs[0]?.from ?? Infinity);
    parts.push({ kind: "settled", blocks: base.slice(at, from) });
    const span = takeSpan(from, mine, theirs);
    parts.push(judge(base, span));
    at = span.to;
  }
  parts.push({ kind: "settled", blocks: base.slice(at) });
  return parts;
}

type Span = { from: number; to: number; mine: Change[]; theirs: Change[] };

/** Takes the changes of both sides that touch each other, starting at `from`. */
function takeSpan(from: number, mine: Change[], theirs: Change[]): Span {
  const span: Span = { from, to: from, mine: [], theirs: [] };
  for (let grown = true; grown; ) {
    grown = false;
    for (const [queue, taken] of [
      [mine, span.mine],
      [theirs, span.theirs],
    ] as const) {
      const next = queue[0];
      // Changes that only touch end to end count as overlapping: two inserts at one place need a person.
      if (!next || next.from > span.to || (next.from === span.to && next.from !== from)) continue;
      taken.push(next);
      queue.shift();
      span.to = Math.max(span.to, next.to);
      grown = true;
    }
  }
  return span;
}

/** One side's blocks over a span of the base. */
function over(base: DocNode[], span: Span, changes: readonly Change[]): DocNode[] {
  const blocks: DocNode[] = [];
  let at = span.from;
  for (const change of changes) {
    blocks.push(...base.slice(at, change.from), ...change.blocks);
    at = change.to;
  }
  return [...blocks, ...base.slice(at, span.to)];
}

function judge(base: DocNode[], span: Span): MergePart {
  const mine = over(base, span, span.mine);
  const theirs = over(base, span, span.theirs);
  if (key(mine) === key(theirs)) return { kind: "settled", blocks: mine };
  if (span.theirs.length === 0) return { kind: "mine", mine, theirs };
  if (span.mine.length === 0) return { kind: "theirs", mine, theirs };
  return { kind: "conflict", mine, theirs };
}

/** Neighbouring settled parts become one, empty ones go. */
function joined(parts: MergePart[]): MergePart[] {
  const result: MergePart[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (part.kind !== "settled") result.push(part);
    else if (last?.kind === "settled") last.blocks.push(...part.blocks);
    else if (part.blocks.length > 0) result.push({ kind: "settled", blocks: [...part.blocks] });
  }
  return result;
}

/** What is proposed: a side's own change is taken, a conflict keeps both, so that no word is lost by default. */
export function proposedChoice(part: MergeDifference): MergeChoice {
  return part.kind === "conflict" ? "both" : part.kind;
}

/** The merged document; `choices` go by the position of the part, the proposal stands where there is none. */
export function applyChoices(
  parts: readonly MergePart[],
  choices: ReadonlyMap<number, MergeChoice>,
): DocNode {
  const content = parts.flatMap((part, index) => {
    if (part.kind === "settled") return part.blocks;
    const choice = choices.get(index) ?? proposedChoice(part);
    if (choice === "mine") return part.mine;
    if (choice === "theirs") return part.theirs;
    return [...part.mine, ...part.theirs];
  });
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] };
}
