/** Which tab this is, which others are alive, and a word between them when one has saved. */
export type SavedNews = {
  section: string;
  tab: string;
  version: number;
  savedAt: string;
  doc: string;
};

export type Tab = {
  id: string;
  /** Ids of the tabs that have this section open now, this one included; null when the browser cannot tell. */
  liveTabs(): Promise<ReadonlySet<string> | null>;
  tellSaved(news: Omit<SavedNews, "tab" | "section">): void;
  close(): void;
};

const REMEMBERED = "bloc-a-bloc:onglet";
const LOCK = "bloc-a-bloc:edition";

/**
 * Takes this tab's name for one section. The name survives a reload (sessionStorage); a duplicated tab copies it,
 * so a lock held while the section is open tells the two apart.
 */
export async function openTab(section: string, onSaved: (news: SavedNews) => void): Promise<Tab> {
  let release: () => void = () => undefined;
  const hold = (id: string) =>
    new Promise<boolean>((resolve) => {
      const locks = navigator.locks;
      if (!locks) return resolve(true);
      locks
        .request(`${LOCK}:${section}/${id}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock ? new Promise<void>((done) => (release = done)) : undefined;
        })
        .catch(() => resolve(true));
    });

  let id = recall() ?? newName();
  if (!(await hold(id))) {
    id = newName();
    await hold(id);
  }
  remember(id);

  let closed = false;
  const channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(LOCK) : null;
  channel?.addEventListener("message", (event: MessageEvent<SavedNews>) => {
    if (event.data.section === section && event.data.tab !== id) onSaved(event.data);
  });

  return {
    id,
    liveTabs: async () => {
      if (!navigator.locks) return null;
      const prefix = `${LOCK}:${section}/`;
      const query = await navigator.locks.query().catch(() => null);
      if (!query) return null;
      const { held = [] } = query;
      const names = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
      return new Set(names.map((name) => name.slice(prefix.length)));
    },
    tellSaved: (news) => {
      // The last save of an editor that was left may come back after it closed.
      if (!closed) channel?.postMessage({ ...news, section, tab: id });
    },
    close: () => {
      closed = true;
      channel?.close();
      release();
    },
  };
}

/** `crypto.randomUUID` is missing on plain http; this is not. */
function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

function recall(): string | null {
  try {
    return sessionStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(id: string): void {
  try {
    sessionStorage.setItem(REMEMBERED, id);
  } catch {
    // A browser that keeps nothing gives a new name at each reload: the text is still found by its section.
  }
}
