import { canonicalDocument, type DocNode, fingerprint, parseDocument } from "~/domain/document.ts";
import type { JournalEntry } from "./journal.ts";

/** What the server gave with the page. */
export type ServerText = { version: number; doc: DocNode };

/** What to open a section with, once the server's text and this device's journal have been compared. */
export type Opening =
  /** Nothing here that the server lacks; `stale` entries can be forgotten. */
  | { kind: "server"; stale: JournalEntry[]; others: JournalEntry[] }
  /** Text of this device resting on the server's version: take it up and save it. */
  | {
      kind: "restore";
      doc: DocNode;
      entry: JournalEntry;
      stale: JournalEntry[];
      others: JournalEntry[];
    }
  /** Text of this device resting on another version: a person decides. */
  | {
      kind: "conflict";
      doc: DocNode;
      entry: JournalEntry;
      stale: JournalEntry[];
      others: JournalEntry[];
    };

/** The print by which a text sent and a text held by the server are known to be the same. */
export function printOf(doc: DocNode): string {
  return fingerprint(JSON.stringify(canonicalDocument(doc)));
}

/** A journal entry's text, or null when it can no longer be read. */
export function readEntry(entry: JournalEntry): DocNode | null {
  try {
    const parsed = parseDocument(JSON.parse(entry.doc));
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}

/** True when one save can have brought the server this far: its own version, and one for each discarded text. */
export function isOneSave(ahead: number, discarded: number): boolean {
  return ahead >= 1 && ahead <= 1 + discarded;
}

/**
 * Decides what to open. `entries` are those no living tab is writing, newest first. The one this tab itself left is
 * taken up, else the newest readable one that differs from the server; the others are handed back in `others`, for
 * the person to compare. (This tab goes on writing under its own name: taking up another tab's text first would
 * overwrite the one it left.)
 */
export function decideOpening(
  server: ServerText,
  entries: readonly JournalEntry[],
  tab: string,
): Opening {
  const held = printOf(server.doc);
  const stale: JournalEntry[] = [];
  const unsaved: { entry: JournalEntry; doc: DocNode }[] = [];
  const own = (entry: JournalEntry) => Number(entry.tab === tab);
  for (const entry of [...entries].sort((a, b) => own(b) - own(a))) {
    const doc = readEntry(entry);
    if (!doc) continue;
    const known = printOf(doc) === held || unsaved.some((u) => printOf(u.doc) === printOf(doc));
    if (known && !entry.discarded?.length) stale.push(entry);
    else unsaved.push({ entry, doc });
  }
  const [newest, ...rest] = unsaved;
  const others = rest.map(({ entry }) => entry);
  if (!newest) return { kind: "server", stale, others };
  // The server may have taken a save whose answer was lost on the way: it is then our own text.
  const { base, sent, discarded = [] } = newest.entry;
  const ahead = server.version - base;
  const mine = ahead === 0 || (isOneSave(ahead, discarded.length) && sent.includes(held));
  return { kind: mine ? "restore" : "conflict", ...newest, stale, others };
}
