import { type DocNode, fingerprint } from "~/domain/document.ts";
import type { Journal, JournalBase, JournalEntry } from "./journal.ts";
import { isOneSave, printOf } from "./opening.ts";
import { fetchVersion, postSave } from "./save-request.ts";
import {
  advance,
  isUnsaved,
  type Machine,
  type SaverEvent,
  type SaveStatus,
  sendAt,
  startMachine,
  statusOf,
  type Theirs,
} from "./saver-machine.ts";
import type { SavedNews, Tab } from "./tabs.ts";

/** Typed text reaches this device's journal within this delay (ms). */
const JOURNAL_DELAY = 400;

export type SaverOptions = {
  path: string;
  section: string;
  device: string;
  journal: Journal;
  tab: Tab;
  /** What the text in the editor rests on; `doc` is null when that version's text is not known. */
  initial: { version: number; savedAt: string | null; doc: DocNode | null };
  /** Prints of texts sent in an earlier life of this page and never acknowledged. */
  sent?: readonly string[];
  /** The document as it stands, as JSON text. */
  read: () => string;
  /** A newer text of the server must take the place of an unchanged one. */
  adopt: (doc: DocNode) => void;
  onStatus: (status: SaveStatus) => void;
  /** False when this device could not keep the text, true when it can again. */
  onJournal: (kept: boolean) => void;
};

export type Saver = {
  /** Something was typed. Cheap: called at every keystroke. */
  edited(): void;
  retry(): void;
  /** Another tab of this browser has saved. */
  heard(news: SavedNews): void;
  /**
   * The editor opened with a text of the journal: it is this tab's from now on. With `theirs`, it rests on another
   * version than the server's and a person must decide.
   */
  takeOver(found: JournalEntry, theirs: Theirs | null): void;
  /**
   * A person put two versions together; the result is now in the editor. `theirs`: the server's version it rests on
   * from now on, or null when the other text came from this device. `discarded`: texts that the server may not have
   * and that are not in the result; they become versions on the server with the next save. Resolves to whether this
   * device keeps it all until then.
   */
  merged(theirs: Theirs | null, discarded: readonly DocNode[]): Promise<boolean>;
  /** The text of the server's version this one rests on, for a three-way merge; null when unknown. */
  base(): DocNode | null;
  status(): SaveStatus;
  /** Leaves: what is unsaved goes to the journal and, if it can, to the server. */
  close(): void;
};

/** Journal keys of the editors left behind by this page: their text is taken up again without a word. */
const leftHere = new Set<string>();

/** True when the entry was written by an editor this same page has closed, not by a lost session. */
export function isFromThisPage(entry: JournalEntry): boolean {
  return leftHere.has(entry.key);
}

/** The newest version of each section that this page knows the server to hold. */
const known = new Map<string, { version: number; savedAt: string; doc: string }>();

/**
 * The server's text to open a section with: what came with the page, or what this page has saved since; a quick
 * return to a step may bring data read before the last save.
 */
export function newestText<T extends { version: number; savedAt: string | null; doc: DocNode }>(
  section: string,
  given: T,
): T {
  const newer = known.get(section);
  if (!newer || newer.version <= given.version) return given;
  const { version, savedAt, doc } = newer;
  return { ...given, version, savedAt, doc: JSON.parse(doc) as DocNode };
}

/** Bytes of a save beyond which the server does not read it. */
const MAX_SAVE = 900_000;

/** The discarded texts that may travel with `doc`. */
function fitting(doc: string, discarded: ReadonlyMap<string, string>): Map<string, string> {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const fits = new Map<string, string>();
  let size = bytes(doc);
  for (const [print, text] of [...discarded].slice(0, 10)) {
    size += bytes(text);
    if (size > MAX_SAVE) break;
    fits.set(print, text);
  }
  return fits;
}

/** Carries out what the saver machine decides: timers, requests, journal, page life. Browser only. */
export function startSaver(options: SaverOptions): Saver {
  const { journal, tab, section, path } = options;
  const key = `${section}/${tab.id}`;
  let machine: Machine = startMachine({
    version: options.initial.version,
    savedAt: options.initial.savedAt,
    online: navigator.onLine,
  });
  let base: JournalBase | null = options.initial.doc && {
    key,
    version: options.initial.version,
    doc: JSON.stringify(options.initial.doc),
  };
  let read = options.read;
  let sent = new Map<string, number>((options.sent ?? []).map((print) => [print, 0]));
  /** What merges discarded and the server does not have yet, by print. */
  const discarded = new Map<string, string>();
  let journaled = 0;
  let journalFailed = false;
  let baseJournaled = false;
  let writtenAt = 0;
  let sendTimer: ReturnType<typeof setTimeout> | undefined;
  let journalTimer: ReturnType<typeof setTimeout> | undefined;
  let told = "";
  let closed = false;

  function dispatch(event: SaverEvent): void {
    machine = advance(machine, event);
    schedule();
    tell();
  }

  function tell(): void {
    if (closed) return;
    const status = statusOf(machine);
    const text = JSON.stringify(status.kind === "conflict" ? status.theirs.version : status);
    if (text + status.kind === told) return;
    told = text + status.kind;
    options.onStatus(status);
  }

  function schedule(): void {
    clearTimeout(sendTimer);
    const at = sendAt(machine);
    // An editor that was left does not insist: its journal entry is found by the next one.
    if (at === null || (closed && machine.retryAt !== null)) return;
    sendTimer = setTimeout(() => void send(), Math.max(0, at - Date.now()));
  }

  async function send(): Promise<void> {
    clearTimeout(sendTimer);
    if (sendAt(machine) === null) return;
    const doc = read();
    const edits = machine.edits;
    const version = machine.version;
    const under = fitting(doc, discarded);
    sent.set(fingerprint(doc), edits);
    dispatch({ type: "sent" });
    // The journal must know what left before the server can have taken it.
    if (!closed) void writeJournal();
    const outcome = await postSave(path, {
      version,
      doc,
      device: options.device,
      discarded: [...under.values()],
    });
    switch (outcome.kind) {
      case "accepted":
        for (const print of under.keys()) discarded.delete(print);
        accepted(edits, outcome, doc);
        break;
      case "conflict":
        conflicted(outcome.theirs);
        break;
      case "refused":
        dispatch({ type: "refused", message: outcome.message });
        break;
      case "signed-out":
        dispatch({ type: "signed-out", at: Date.now() });
        break;
      case "lost":
        if (!navigator.onLine) machine = advance(machine, { type: "offline" });
        dispatch({ type: "lost", at: Date.now() });
    }
  }

  function accepted(edits: number, saved: { version: number; savedAt: string }, doc: string): void {
    base = { key, version: saved.version, doc };
    known.set(section, { version: saved.version, savedAt: saved.savedAt, doc });
    baseJournaled = false;
    sent = new Map();
    dispatch({ type: "accepted", edits, ...saved });
    if (!isUnsaved(machine)) {
      clearTimeout(journalTimer);
      journalTimer = undefined;
      journaled = machine.edits;
      journal.remove(key, writtenAt).catch(() => undefined);
    } else if (!closed) void writeJournal();
    tab.tellSaved({ ...saved, doc });
  }

  /** The server refuses our version. When what it holds is a save of ours whose answer was lost, go on from it. */
  function conflicted(theirs: Theirs): void {
    const edits = sent.get(printOf(theirs.doc));
    const ahead = theirs.version - machine.version;
    if (edits !== undefined && isOneSave(ahead, discarded.size)) {
      if (ahead > 1) discarded.clear();
      accepted(edits, theirs, JSON.stringify(theirs.doc));
      return;
    }
    dispatch({ type: "conflict", theirs });
  }

  function entry(at: number) {
    const doc = read();
    return {
      key,
      section,
      tab: tab.id,
      base: machine.version,
      doc,
      at,
      sent: [...sent.keys()],
      discarded: [...discarded.values()],
    };
  }

  async function writeJournal(): Promise<void> {
    clearTimeout(journalTimer);
    journalTimer = undefined;
    if (!isUnsaved(machine)) return;
    const edits = machine.edits;
    writtenAt = Date.now();
    const baseToo = baseJournaled ? null : base;
    baseJournaled = true;
    try {
      await journal.write(entry(writtenAt), baseToo);
      journaled = Math.max(journaled, edits);
      if (journalFailed && !closed) options.onJournal(true);
      journalFailed = false;
    } catch {
      baseJournaled = false;
      if (!journalFailed && !closed) options.onJournal(false);
      journalFailed = true;
    }
  }

  /** The page may end now: everything leaves at once. */
  function leave(): void {
    if (!isUnsaved(machine)) return;
    if (journaled < machine.edits) journal.writeNow(entry(Date.now()));
    void writeJournal();
    if (machine.inFlight === null && machine.retryAt === null) void send();
  }

  function warn(event: BeforeUnloadEvent): void {
    if (!isUnsaved(machine) || journaled >= machine.edits) return;
    if (!journal.writeNow(entry(Date.now()))) event.preventDefault();
  }

  let hiddenAt = 0;
  function visibility(): void {
    if (document.visibilityState === "hidden") {
      hiddenAt = Date.now();
      leave();
      return;
    }
    dispatch({ type: "retry", at: Date.now() });
    if (Date.now() - hiddenAt > 5000) void pull();
  }
  const focus = () => machine.signedOut && dispatch({ type: "retry", at: Date.now() });
  const online = () => {
    dispatch({ type: "online", at: Date.now() });
    void pull();
  };
  const offline = () => dispatch({ type: "offline" });

  /** Another device may have saved meanwhile: a text without unsaved changes follows it. */
  async function pull(): Promise<void> {
    if (isUnsaved(machine) || machine.inFlight !== null) return;
    const theirs = await fetchVersion(path);
    if (theirs) take(theirs);
  }

  function take(theirs: { version: number; savedAt: string; doc: DocNode }): void {
    if (closed || isUnsaved(machine) || machine.conflict || theirs.version <= machine.version)
      return;
    base = { key, version: theirs.version, doc: JSON.stringify(theirs.doc) };
    baseJournaled = false;
    sent = new Map();
    known.set(section, { ...theirs, doc: JSON.stringify(theirs.doc) });
    options.adopt(theirs.doc);
    dispatch({ type: "adopted", version: theirs.version, savedAt: theirs.savedAt });
  }

  const listeners = new AbortController();
  const on = { signal: listeners.signal };
  document.addEventListener("visibilitychange", visibility, on);
  window.addEventListener("pagehide", leave, on);
  window.addEventListener("beforeunload", warn, on);
  window.addEventListener("focus", focus, on);
  window.addEventListener("online", online, on);
  window.addEventListener("offline", offline, on);
  tell();

  return {
    edited() {
      dispatch({ type: "edited", at: Date.now() });
      journalTimer ??= setTimeout(
        () => void writeJournal(),
        journalFailed ? 5 * JOURNAL_DELAY : JOURNAL_DELAY,
      );
    },
    retry: () => dispatch({ type: "retry", at: Date.now() }),
    heard: (news) => take({ ...news, doc: JSON.parse(news.doc) as DocNode }),
    async merged(theirs, left) {
      for (const text of left) discarded.set(printOf(text), JSON.stringify(text));
      if (theirs) {
        base = { key, version: theirs.version, doc: JSON.stringify(theirs.doc) };
        baseJournaled = false;
        sent = new Map();
        dispatch({ type: "merged", at: Date.now(), version: theirs.version });
      }
      await writeJournal();
      return !journalFailed;
    },
    takeOver(found, theirs) {
      for (const text of found.discarded ?? []) discarded.set(fingerprint(text), text);
      dispatch({ type: "edited", at: Date.now() });
      if (theirs) dispatch({ type: "conflict", theirs });
      void writeJournal().then(() => {
        const safe = journaled >= 1 && found.key !== key;
        return safe ? journal.remove(found.key, found.at) : undefined;
      });
    },
    base: () => (base ? (JSON.parse(base.doc) as DocNode) : null),
    status: () => statusOf(machine),
    close() {
      const last = read();
      read = () => last;
      leftHere.add(key);
      leave();
      closed = true;
      listeners.abort();
      clearTimeout(journalTimer);
      tab.close();
    },
  };
}
