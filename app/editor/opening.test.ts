import { describe, expect, it } from "vitest";
import type { DocNode } from "~/domain/document.ts";
import type { JournalEntry } from "./journal.ts";
import { decideOpening, printOf } from "./opening.ts";

const doc = (text: string): DocNode => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const entry = (text: string, base: number, over: Partial<JournalEntry> = {}): JournalEntry => ({
  key: `w/s/${text}`,
  section: "w/s",
  tab: text,
  base,
  doc: JSON.stringify(doc(text)),
  at: 1,
  sent: [],
  ...over,
});
const server = { version: 5, doc: doc("serveur") };

describe("decideOpening", () => {
  it.each<[string, JournalEntry[], string]>([
    ["nothing on this device", [], "server"],
    ["the same text on both", [entry("serveur", 4)], "server"],
    ["unsaved text on the server's version", [entry("mien", 5)], "restore"],
    ["unsaved text on an older version", [entry("mien", 4)], "conflict"],
    [
      "… which the server holds from our own lost save",
      [entry("mien", 4, { sent: [printOf(server.doc)] })],
      "restore",
    ],
    [
      "… two versions ago, not ours any more",
      [entry("mien", 3, { sent: [printOf(server.doc)] })],
      "conflict",
    ],
    ["a version the server does not have", [entry("mien", 9)], "conflict"],
    ["an entry that cannot be read", [entry("mien", 5, { doc: "{" })], "server"],
    ["an entry no document any more", [entry("mien", 5, { doc: '{"type":"doc"}' })], "server"],
    [
      "… from our lost save with what its merge discarded",
      [entry("mien", 3, { sent: [printOf(server.doc)], discarded: ["{}"] })],
      "restore",
    ],
    [
      "the server's own text, kept by a merge whose discarded text must still be sent",
      [entry("serveur", 5, { discarded: [JSON.stringify(doc("écarté"))] })],
      "restore",
    ],
  ])("%s → %s", (_, entries, kind) =>
    expect(decideOpening(server, entries, "ici").kind).toBe(kind));

  it("takes up the text this tab left before a newer one of another tab, which stays in the journal", () => {
    const opening = decideOpening(
      server,
      [entry("plus récent", 5, { at: 9 }), entry("à moi", 5, { tab: "ici" })],
      "ici",
    );
    expect(opening.kind === "restore" && opening.entry.tab).toBe("ici");
    expect(opening.others.map((e) => e.tab)).toEqual(["plus récent"]);
    expect(opening.stale).toEqual([]);
  });

  it("takes the newest up and hands the others back; copies are stale", () => {
    const entries = [
      entry("récent", 5),
      entry("ancien", 5),
      entry("copie", 5, { doc: JSON.stringify(doc("récent")) }),
      entry("serveur", 2),
    ];
    const opening = decideOpening(server, entries, "ici");
    expect(opening.kind === "restore" && opening.entry.tab).toBe("récent");
    expect(opening.others.map((e) => e.tab)).toEqual(["ancien"]);
    expect(opening.stale.map((e) => e.tab)).toEqual(["copie", "serveur"]);
  });
});

it("knows the same text whatever the order of its keys (jsonb keeps none)", () => {
  const shuffled = {
    content: [{ content: [{ text: "a", type: "text" }], type: "paragraph" }],
    type: "doc",
  };
  expect(printOf(shuffled as DocNode)).toBe(printOf(doc("a")));
});
