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

/**
 * Decides what to open. `entries` are those no living tab is writing, newest first. The newest readable one that
 * differs from the server is taken up; older ones are handed back in `others`, for the person to compare.
 */
export function decideOpening(server: ServerText, entries: readonly JournalEntry[]): Opening {
  const held = printOf(server.doc);
  const stale: JournalEntry[] = [];
  const unsaved: { entry: JournalEntry; doc: DocNode }[] = [];
  for (const entry of entries) {
    const doc = readEntry(entry);
    if (!doc) continue;
    const known = printOf(doc) === held || unsaved.some((u) => printOf(u.doc) === printOf(doc));
    if (known) stale.push(entry);
    else unsaved.push({ entry, doc });
  }
  const [newest, ...rest] = unsaved;
  const others = rest.map(({ entry }) => entry);
  if (!newest) return { kind: "server", stale, others };
  // The server may have taken a save whose answer was lost on the way: it is then our own text.
  const mine =
    newest.entry.base === server.version ||
    (server.version === newest.entry.base + 1 && newest.entry.sent.includes(held));
  return { kind: mine ? "restore" : "conflict", ...newest, stale, others };
}
