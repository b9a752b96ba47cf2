// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type JournalEntry, openJournal } from "./journal.ts";

const entry = (over: Partial<JournalEntry> = {}): JournalEntry => ({
  key: "w/s/t1",
  section: "w/s",
  tab: "t1",
  base: 2,
  doc: '{"type":"doc"}',
  at: 100,
  sent: [],
  ...over,
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  localStorage.clear();
});
afterEach(() => vi.restoreAllMocks());

describe("the journal in IndexedDB", () => {
  it("gives back what was written, newest first, for its section alone", async () => {
    const journal = await openJournal();
    expect(journal.kind).toBe("indexeddb");
    await journal.write(entry(), { key: "w/s/t1", version: 2, doc: "base" });
    await journal.write(entry({ key: "w/s/t2", tab: "t2", at: 200 }), null);
    await journal.write(entry({ key: "w/other/t1", section: "w/other" }), null);
    expect((await journal.list("w/s")).map((e) => e.tab)).toEqual(["t2", "t1"]);
    expect(await journal.base("w/s/t1")).toEqual({ key: "w/s/t1", version: 2, doc: "base" });
    expect(await journal.base("w/s/t2")).toBeNull();
  });

  it("survives the page: another connection finds the text", async () => {
    await (await openJournal()).write(entry({ doc: "frappé" }), null);
    expect((await (await openJournal()).list("w/s"))[0]?.doc).toBe("frappé");
  });

  it("does not forget what was written after the save it answers", async () => {
    const journal = await openJournal();
    await journal.write(entry({ at: 200 }), null);
    await journal.remove("w/s/t1", 150);
    expect(await journal.list("w/s")).toHaveLength(1);
    await journal.remove("w/s/t1", 200);
    expect(await journal.list("w/s")).toHaveLength(0);
  });

  it("joins the entry written in a hurry when the page went away, the newest winning", async () => {
    const journal = await openJournal();
    await journal.write(entry({ doc: "avant", at: 100 }), null);
    expect(journal.writeNow(entry({ doc: "dernier mot", at: 101 }))).toBe(true);
    const found = await journal.list("w/s");
    expect(found.map((e) => e.doc)).toEqual(["dernier mot"]);
    await journal.remove("w/s/t1", 101);
    expect(await journal.list("w/s")).toHaveLength(0);
  });
});

describe("without IndexedDB", () => {
  beforeEach(() => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("private", "SecurityError");
    });
  });

  it("falls back on localStorage and says so", async () => {
    const journal = await openJournal();
    expect(journal.kind).toBe("local-storage");
    await journal.write(entry(), null);
    expect(await journal.list("w/s")).toHaveLength(1);
    await journal.remove("w/s/t1", 100);
    expect(await journal.list("w/s")).toHaveLength(0);
  });

  it("says when nothing can be kept", async () => {
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    const journal = await openJournal();
    expect(journal.kind).toBe("none");
    await expect(journal.write(entry(), null)).rejects.toThrow();
    expect(journal.writeNow(entry())).toBe(false);
  });

  it("passes over an entry that cannot be read", async () => {
    localStorage.setItem("bloc-a-bloc:texte:w/s/t1", "{broken");
    expect(await (await openJournal()).list("w/s")).toEqual([]);
  });
});
