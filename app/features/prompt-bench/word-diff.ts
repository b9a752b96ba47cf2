import { diffWordsWithSpace } from "diff";

export type DiffPart = { text: string; change: "same" | "added" | "removed" };

/** Longest work on a diff, in milliseconds, before it is given up. */
const PATIENCE = 1_500;

/** Words added and removed from one prompt to the next; null when the two are too long and too unlike. */
export function wordDiff(before: string, after: string): DiffPart[] | null {
  const parts = diffWordsWithSpace(before, after, { timeout: PATIENCE });
  if (!parts) return null;
  return parts.map((p) => ({
    text: p.value,
    change: p.added ? "added" : p.removed ? "removed" : "same",
  }));
}
