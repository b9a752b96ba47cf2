// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type DocNode, fingerprint } from "~/domain/document.ts";
import type { Journal, JournalEntry } from "./journal.ts";
import { isFromThisPage, newestText, type Saver, startSaver } from "./saver.ts";
import type { SaveStatus } from "./saver-machine.ts";
import type { Tab } from "./tabs.ts";

const doc = (text: string): DocNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

/** A server that keeps one section by version, and can be told to misbehave for one request. */
function fakeServer() {
  const server = {
    version: 1,
    doc: doc("départ") as DocNode,
    next: [] as ("503" | "network" | "401" | "413" | "lose-answer" | "hang")[],
    saves: [] as { version: number; text: string; under?: string[] }[],
  };
  const reply = (status: number, body: object) =>
    new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
  const savedAt = "2026-11-23T13:32:00.000Z";
  vi.stubGlobal("fetch", async (_path: string, init?: RequestInit) => {
    const held = { version: server.version, doc: server.doc, savedAt, device: "Tablette" };
    if (init?.method !== "POST") return reply(200, held);
    const how = server.next.shift();
    if (how === "503") return reply(503, { ok: false });
    if (how === "network") throw new TypeError("fetch failed");
    if (how === "401") return reply(401, { ok: false });
    if (how === "413") return reply(413, { ok: false, message: "Trop long." });
    if (how === "hang") return new Promise<Response>(() => undefined);
    const body = JSON.parse(String(init.body));
    if (body.version !== server.version) return reply(409, { ok: false, ...held });
    const under = (body.discarded ?? []).map(textOf);
    server.version += 1 + under.length;
    server.doc = body.doc;
    server.saves.push({
      version: server.version,
      text: textOf(body.doc),
      ...(under.length > 0 && { under }),
    });
    if (how === "lose-answer") throw new TypeError("connection reset");
    return reply(200, { ok: true, version: server.version, savedAt });
  });
  return server;
}

function fakeJournal() {
  const entries = new Map<string, JournalEntry>();
  const state = { fails: false, nowFails: false };
  const journal: Journal = {
    kind: "indexeddb",
    write: async (entry) => {
      if (state.fails) throw new Error("full");
      entries.set(entry.key, entry);
    },
    writeNow: (entry) => {
      if (state.nowFails) return false;
      entries.set(entry.key, entry);
      return true;
    },
    remove: async (key, at) => {
      if ((entries.get(key)?.at ?? Infinity) <= at) entries.delete(key);
    },
    list: async () => [...entries.values()],
    base: async () => null,
    close: () => undefined,
  };
  return { journal, entries, state };
}

let server: ReturnType<typeof fakeServer>;
let kept: ReturnType<typeof fakeJournal>;
let text: string;
let states: SaveStatus[];
let told: string[];
let adopted: string[];
let journalOk: boolean[];
let saver: Saver;

const tab: Tab = {
  id: "t1",
  liveTabs: async () => null,
  tellSaved: (news) => told.push(news.doc),
  close: () => undefined,
};
const textOf = (node: DocNode) => node.content?.[0]?.content?.[0]?.text ?? "";

function begin(over: Partial<Parameters<typeof startSaver>[0]> = {}): Saver {
  saver = startSaver({
    path: "/espaces/w/parties/s",
    section: "w/s",
    device: "Test",
    journal: kept.journal,
    tab,
    initial: { version: server.version, savedAt: null, doc: server.doc },
    read: () => JSON.stringify(doc(text)),
    adopt: (node) => adopted.push(textOf(node)),
    onStatus: (status) => states.push(status),
    onJournal: (ok) => journalOk.push(ok),
    ...over,
  });
  return saver;
}
function type(words: string) {
  text = words;
  saver.edited();
}
const kinds = () => states.map((s) => s.kind);
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  server = fakeServer();
  kept = fakeJournal();
  states = [];
  told = [];
  adopted = [];
  journalOk = [];
  text = "départ";
});
afterEach(() => {
  saver.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe("while all goes well", () => {
  it("journals within a second, saves within two, then forgets the journal and tells the other tabs", async () => {
    begin();
    type("bonjour");
    await wait(450);
    expect([...kept.entries.values()].map((e) => textOf(JSON.parse(e.doc)))).toEqual(["bonjour"]);
    expect(server.saves).toEqual([]);
    await wait(400);
    expect(server.saves).toEqual([{ version: 2, text: "bonjour" }]);
    expect(kept.entries.size).toBe(0);
    expect(told).toHaveLength(1);
    expect(kinds()).toEqual(["saved", "unsaved", "saving", "saved"]);
  });

  it("saves a person who never stops typing every two seconds", async () => {
    begin();
    for (let i = 0; i < 50; i++) {
      type(`mot ${i}`);
      await wait(100);
    }
    expect(server.saves.length).toBeGreaterThanOrEqual(2);
  });
});

it("a quick return to the same section opens with what was saved, not with older page data", async () => {
  const given = { version: 1, savedAt: null, doc: doc("départ") };
  begin({ section: "w/retour" });
  expect(newestText("w/retour", given)).toBe(given);
  type("après");
  await wait(900);
  saver.close();
  expect(textOf(newestText("w/retour", given).doc)).toBe("après");
  expect(newestText("w/retour", { ...given, version: 9 }).version).toBe(9);
  expect(isFromThisPage({ key: "w/retour/t1" } as JournalEntry)).toBe(true);
});

describe("while something is wrong", () => {
  it.each([
    "503",
    "network",
  ] as const)("%s: keeps, says so, and tries again by itself", async (how) => {
    begin();
    server.next = [how, how];
    type("bonjour");
    await wait(900);
    expect(states.at(-1)?.kind).toBe("retrying");
    expect(kept.entries.size).toBe(1);
    await wait(3100);
    expect(server.saves).toEqual([{ version: 2, text: "bonjour" }]);
    expect(states.at(-1)?.kind).toBe("saved");
  });

  it("offline: says so, and saves when the network is back", async () => {
    const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    begin();
    server.next = ["network"];
    type("bonjour");
    await wait(900);
    expect(states.at(-1)?.kind).toBe("offline");
    online.mockReturnValue(true);
    window.dispatchEvent(new Event("online"));
    await wait(10);
    expect(server.saves).toHaveLength(1);
  });

  it("an expired session: keeps, and goes on when the person comes back signed in", async () => {
    begin();
    server.next = ["401"];
    type("bonjour");
    await wait(900);
    expect(states.at(-1)?.kind).toBe("signed-out");
    window.dispatchEvent(new Event("focus"));
    await wait(10);
    expect(states.at(-1)?.kind).toBe("saved");
  });

  it("a refusal: says why, and tries again once the text changed", async () => {
    begin();
    server.next = ["413"];
    type("trop");
    await wait(900);
    expect(states.at(-1)).toEqual({ kind: "refused", message: "Trop long." });
    type("court");
    await wait(900);
    expect(server.saves).toEqual([{ version: 2, text: "court" }]);
  });

  it("a server that never answers is given up after 15 s, then asked again", async () => {
    begin();
    server.next = ["hang"];
    vi.stubGlobal(
      "fetch",
      (
        (hung) => (path: string, init?: RequestInit) =>
          Promise.race([
            hung(path, init),
            new Promise<Response>((_, reject) =>
              init?.signal?.addEventListener("abort", () =>
                reject(new DOMException("", "AbortError")),
              ),
            ),
          ])
      )(fetch),
    );
    type("bonjour");
    await wait(15_900);
    expect(states.at(-1)?.kind).toBe("retrying");
    await wait(1100);
    expect(server.saves).toHaveLength(1);
  });
});

describe("when the answer to a save is lost", () => {
  it("knows its own text on the server and goes on from it, without a conflict", async () => {
    begin();
    server.next = ["lose-answer"];
    type("un");
    await wait(900);
    type("un deux");
    await wait(4000);
    expect(kinds()).not.toContain("conflict");
    expect(server.saves.map((s) => s.text)).toEqual(["un", "un deux"]);
  });

  it("also after the tab was killed in between, from the journal", async () => {
    begin();
    server.next = ["lose-answer"];
    type("un");
    await wait(900);
    const left = [...kept.entries.values()][0] as JournalEntry;
    expect(left.sent).toEqual([fingerprint(JSON.stringify(doc("un")))]);
    saver.close();

    text = "un deux";
    begin({ initial: { version: 1, savedAt: null, doc: doc("départ") }, sent: left.sent });
    saver.takeOver(left, null);
    await wait(2000);
    expect(kinds()).not.toContain("conflict");
    expect(server.saves.map((s) => s.text)).toEqual(["un", "un deux"]);
  });
});

/** « mien » was typed on version 1 while the server went to 7: what the server holds instead. */
async function refusedSave() {
  begin();
  server.version = 7;
  server.doc = doc("autre appareil");
  type("mien");
  await wait(900);
  const status = states.at(-1);
  if (status?.kind !== "conflict") throw new Error("The stale save was not refused");
  return status.theirs;
}

describe("a stale version", () => {
  it("is refused, never overwritten; the text stays in the journal; the merge is saved on top", async () => {
    const theirs = await refusedSave();
    type("mien encore");
    await wait(5000);
    expect(textOf(server.doc)).toBe("autre appareil");
    expect(textOf(JSON.parse([...kept.entries.values()][0]!.doc))).toBe("mien encore");

    text = "autre appareil et mien encore";
    void saver.merged(theirs, []);
    await wait(900);
    expect(server.saves).toEqual([{ version: 8, text: "autre appareil et mien encore" }]);
    expect(states.at(-1)?.kind).toBe("saved");
  });

  it("sends what the merge discarded with the merged text, once, and keeps it until it is taken", async () => {
    const theirs = await refusedSave();
    text = "autre appareil";
    server.next = ["503"];
    expect(await saver.merged(theirs, [doc("mien")])).toBe(true);
    await wait(900);
    const left = [...kept.entries.values()][0] as JournalEntry;
    expect(left.discarded).toEqual([JSON.stringify(doc("mien"))]);
    expect(server.saves).toEqual([]);
    await wait(4000);
    expect(server.saves).toEqual([{ version: 9, text: "autre appareil", under: ["mien"] }]);
    expect(kept.entries.size).toBe(0);
    type("autre appareil, suite");
    await wait(900);
    expect(server.saves[1]).toEqual({ version: 10, text: "autre appareil, suite" });
  });

  it("knows its own merge on the server when the answer was lost", async () => {
    const theirs = await refusedSave();
    text = "les deux";
    server.next = ["lose-answer"];
    void saver.merged(theirs, [doc("mien")]);
    const before = states.length;
    await wait(4000);
    expect(states.slice(before).map((s) => s.kind)).not.toContain("conflict");
    expect(server.saves).toEqual([{ version: 9, text: "les deux", under: ["mien"] }]);
  });

  it("sends what a merge discarded before the tab was killed", async () => {
    const discarded = [JSON.stringify(doc("mien"))];
    const entry = { key: "w/s/t0", section: "w/s", tab: "t0", base: 1, at: 1, sent: [], discarded };
    begin();
    saver.takeOver({ ...entry, doc: JSON.stringify(doc("départ")) }, null);
    await wait(900);
    expect(server.saves).toEqual([{ version: 3, text: "départ", under: ["mien"] }]);
  });

  it("knows what both grew from", () => {
    begin();
    expect(saver.base()).toEqual(doc("départ"));
  });
});

describe("another tab's save", () => {
  const news = {
    section: "w/s",
    tab: "t2",
    version: 2,
    savedAt: "",
    doc: JSON.stringify(doc("de t2")),
  };
  it("is followed by a text without changes", () => {
    begin();
    saver.heard(news);
    expect(adopted).toEqual(["de t2"]);
  });
  it("never replaces what is being typed, nor an equal version", () => {
    begin();
    saver.heard({ ...news, version: 1 });
    type("à moi");
    saver.heard(news);
    expect(adopted).toEqual([]);
  });
});

describe("a page that goes away", () => {
  it("writes its last words at once, and sends them", async () => {
    begin();
    type("dernier mot");
    window.dispatchEvent(new Event("pagehide"));
    expect(textOf(JSON.parse([...kept.entries.values()][0]!.doc))).toBe("dernier mot");
    await wait(10);
    expect(server.saves).toHaveLength(1);
  });

  it("warns only when the words are neither on the server nor on this device", async () => {
    begin();
    const leave = () => {
      const event = new Event("beforeunload", { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    kept.state.fails = true;
    kept.state.nowFails = true;
    server.next = Array(20).fill("503");
    type("mot");
    await wait(500);
    expect(leave()).toBe(true);
    expect(journalOk).toEqual([false]);
    kept.state.fails = false;
    await wait(2500);
    type("mots");
    await wait(2500);
    expect(leave()).toBe(false);
    expect(journalOk).toEqual([false, true]);
  });
});
