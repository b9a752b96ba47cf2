import type { DocNode } from "~/domain/document.ts";

/** What the merge screen must not lose: pure rules of `comparison.ts`. */

const prints = (doc: DocNode) => (doc.content ?? []).map((block) => JSON.stringify(block));

/**
 * True when `version` says something that `result` no longer says. Blocks of `base`, the version both sides grew
 * from, do not count: the server has them already. All three in canonical form.
 */
export function isDiscarded(version: DocNode, base: DocNode | null, result: DocNode): boolean {
  const safe = new Set([...prints(result), ...(base ? prints(base) : [])]);
  return prints(version).some((print) => !safe.has(print));
}

/** A person who reads pages down with the space bar; one who types puts a space sooner than this (ms). */
const SPACE_TYPED = 5000;
const typing = new Set(["Enter", "Backspace", "Delete", "Dead", "Process", "Unidentified"]);

/** What is needed of a keydown event. */
export type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** True when a key can only be the next one of somebody who is typing, `idle` ms after their last change. */
export function goesOnTyping(event: Key, idle: number): boolean {
  // AltGr types signs on French keyboards: Ctrl and Alt held together are no shortcut.
  if (event.metaKey || event.ctrlKey !== event.altKey) return false;
  if (event.key === " ") return idle < SPACE_TYPED;
  return event.key.length === 1 || typing.has(event.key);
}
