import { useEffect, useState } from "react";
import { type DocNode, parseDocument } from "~/domain/document.ts";
import { type Journal, type JournalEntry, openJournal } from "./journal.ts";
import { decideOpening, type Opening } from "./opening.ts";
import { openTab, type SavedNews, type Tab } from "./tabs.ts";

/** All that must be known before the editor may show its text. */
export type Opened = {
  journal: Journal;
  tab: Tab;
  opening: Opening;
  /** The text that a found entry rests on, when this device still knows it. */
  foundBase: DocNode | null;
  /** Hands the news of other tabs over; news that came before are given at once. */
  onNews: (listen: (news: SavedNews) => void) => void;
};

let journal: Promise<Journal> | null = null;

/** One connection for the life of the page: an editor that was left may still have to write. */
function sharedJournal(): Promise<Journal> {
  journal ??= openJournal();
  return journal;
}

/**
 * Opens the journal, takes this tab's name, and compares what this device kept with what the server gave. `server`
 * is the text of the moment the editor came up and must stay the same object: later versions come by the saver.
 */
export function useOpening(
  section: string,
  server: { version: number; doc: DocNode },
): Opened | null {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    let left = false;
    let tab: Tab | null = null;
    async function open() {
      const early: SavedNews[] = [];
      let listener: (news: SavedNews) => void = (news) => early.push(news);
      const [journal, taken] = await Promise.all([
        sharedJournal(),
        openTab(section, (news) => listener(news)),
      ]);
      tab = taken;
      if (left) return tab.close();
      const entries = await listOrphans(journal, tab, section);
      const opening = decideOpening(server, entries, taken.id);
      for (const entry of opening.stale) journal.remove(entry.key, entry.at).catch(() => undefined);
      const foundBase = opening.kind === "server" ? null : await readBase(journal, opening.entry);
      if (left) return tab.close();
      setOpened({
        journal,
        tab: taken,
        opening,
        foundBase,
        onNews: (listen) => {
          listener = listen;
          for (const news of early.splice(0)) listen(news);
        },
      });
    }
    void open();
    return () => {
      left = true;
      tab?.close();
    };
  }, [section, server]);

  return opened;
}

/** Entries that no living tab is writing; all of them when the browser cannot tell which tabs live. */
async function listOrphans(journal: Journal, tab: Tab, section: string): Promise<JournalEntry[]> {
  try {
    const [entries, live] = await Promise.all([journal.list(section), tab.liveTabs()]);
    return entries.filter((entry) => entry.tab === tab.id || !live?.has(entry.tab));
  } catch {
    return [];
  }
}

async function readBase(journal: Journal, entry: JournalEntry): Promise<DocNode | null> {
  try {
    const base = await journal.base(entry.key);
    if (base?.version !== entry.base) return null;
    const parsed = parseDocument(JSON.parse(base.doc));
    return parsed.ok ? parsed.value : null;
  } catch {
    return null;
  }
}
