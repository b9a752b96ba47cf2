import type { DocNode } from "~/domain/document.ts";
import { applyChoices, mergeDocuments } from "~/domain/document-merge.ts";

/**
 * The merged text with what changed in the editor while the merge screen was open: `shown` is the text the screen
 * was opened with, `now` the text the editor holds. What both changed is kept twice rather than lost.
 */
export function carryOver(shown: DocNode, merged: DocNode, now: DocNode): DocNode {
  return applyChoices(mergeDocuments(shown, merged, now), new Map());
}
