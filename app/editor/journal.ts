import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/**
 * What was typed and is not yet on the server, kept on this device: in IndexedDB, else in localStorage (private
 * windows), else nowhere, and the journal says which. One entry a tab and section, so that two tabs never
 * overwrite each other; the entry goes when the server has acknowledged its text.
 */
export type JournalEntry = {
  /** `${section}/${tab}` */
  key: string;
  /** `${workspaceId}/${sectionKey}` */
  section: string;
  tab: string;
  /** The server's version the text rests on. */
  base: number;
  /** The document as JSON. */
  doc: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Prints of what was sent on that base and not acknowledged: the server may hold one of them. */
  sent: string[];
  /** JSON texts that a merge discarded and that must still become versions on the server. */
  discarded?: string[];
};

/** The text of the base version, for a merge that knows who changed what. */
export type JournalBase = { key: string; version: number; doc: string };

export type JournalKind = "indexeddb" | "local-storage" | "none";

export type Journal = {
  kind: JournalKind;
  /** Resolves when the entry is safe on this device; rejects when it could not be written. */
  write(entry: JournalEntry, base: JournalBase | null): Promise<void>;
  /** The same at once, for a page that is going away; false when it could not be written. */
  writeNow(entry: JournalEntry): boolean;
  /** Forgets an entry, unless it was written again after `at`. */
  remove(key: string, at: number): Promise<void>;
  /** Entries of a section, newest first. */
  list(section: string): Promise<JournalEntry[]>;
  base(key: string): Promise<JournalBase | null>;
  close(): void;
};

interface Tables extends DBSchema {
  texts: { key: string; value: JournalEntry; indexes: { section: string } };
  bases: { key: string; value: JournalBase };
}

const NAME = "bloc-a-bloc";
const OPEN_TIMEOUT = 3000;

/** Opens the best journal this browser offers. Never rejects. */
export async function openJournal(): Promise<Journal> {
  const local = localJournal();
  try {
    const db = await withTimeout(openTables());
    return indexedJournal(db, local);
  } catch {
    return local;
  }
}

function openTables() {
  return openDB<Tables>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore("texts", { keyPath: "key" }).createIndex("section", "section");
      db.createObjectStore("bases", { keyPath: "key" });
    },
    // A newer version of the app waits in another tab: let it pass.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

function withTimeout<T>(opening: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("IndexedDB does not answer")), OPEN_TIMEOUT);
    opening.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function indexedJournal(first: IDBPDatabase<Tables>, local: Journal): Journal {
  let db = first;
  /** Browsers may close the connection by themselves (memory, a long sleep): open it again, once. */
  async function withTables<T>(work: (tables: IDBPDatabase<Tables>) => Promise<T>): Promise<T> {
    try {
      return await work(db);
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      db = await openTables();
      return work(db);
    }
  }
  return {
    kind: "indexeddb",
    write: (entry, base) =>
      withTables(async (tables) => {
        const tx = tables.transaction(["texts", "bases"], "readwrite");
        tx.objectStore("texts").put(entry);
        if (base) tx.objectStore("bases").put(base);
        await tx.done;
      }),
    writeNow: local.writeNow,
    remove: async (key, at) => {
      await local.remove(key, at);
      await withTables(async (tables) => {
        const tx = tables.transaction(["texts", "bases"], "readwrite");
        const kept = await tx.objectStore("texts").get(key);
        if (kept && kept.at <= at) {
          tx.objectStore("texts").delete(key);
          tx.objectStore("bases").delete(key);
        }
        await tx.done;
      });
    },
    list: async (section) => {
      const indexed = await withTables((tables) =>
        tables.getAllFromIndex("texts", "section", section),
      );
      return newestFirst([...indexed, ...(await local.list(section))]);
    },
    base: async (key) => (await withTables((tables) => tables.get("bases", key))) ?? null,
    close: () => db.close(),
  };
}

const PREFIX = "bloc-a-bloc:texte:";

function localJournal(): Journal {
  const storage = findStorage();
  const read = (name: string): JournalEntry | null => {
    try {
      const entry = JSON.parse(storage?.getItem(name) ?? "null");
      return typeof entry?.doc === "string" ? entry : null;
    } catch {
      return null;
    }
  };
  const writeNow = (entry: JournalEntry) => {
    if (!storage) return false;
    try {
      storage.setItem(PREFIX + entry.key, JSON.stringify(entry));
      return true;
    } catch {
      return false;
    }
  };
  return {
    kind: storage ? "local-storage" : "none",
    write: async (entry) => {
      if (!writeNow(entry)) throw new Error("This browser keeps nothing");
    },
    writeNow,
    remove: async (key, at) => {
      const entry = read(PREFIX + key);
      if (entry && entry.at <= at) storage?.removeItem(PREFIX + key);
    },
    list: async (section) => {
      const names = Object.keys(storage ?? {}).filter((n) => n.startsWith(`${PREFIX}${section}/`));
      return newestFirst(names.map(read).filter((entry) => entry !== null));
    },
    base: async () => null,
    close: () => undefined,
  };
}

function findStorage(): Storage | null {
  try {
    window.localStorage.setItem(`${PREFIX}essai`, "1");
    window.localStorage.removeItem(`${PREFIX}essai`);
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Newest first, one entry a key. */
function newestFirst(entries: JournalEntry[]): JournalEntry[] {
  const sorted = entries.sort((a, b) => b.at - a.at);
  return sorted.filter((entry, index) => sorted.findIndex((e) => e.key === entry.key) === index);
}
