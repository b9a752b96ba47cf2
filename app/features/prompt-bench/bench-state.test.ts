import { describe, expect, it } from "vitest";
import { type BenchEvent, type BenchState, benchStep, LOST, startState } from "./bench-state.ts";
import type { RunView } from "./run.ts";
import { readEvents } from "./run-stream.ts";
import { wordDiff } from "./word-diff.ts";

const view = (seq: number, over: Partial<RunView> = {}): RunView => ({
  id: `r${seq}`,
  seq,
  prompt: "p",
  temperature: 0,
  maxTokens: 100,
  providerLabel: "modèle",
  model: "m",
  status: "done",
  output: "",
  failure: null,
  kept: false,
  note: "",
  insertedIn: null,
  createdAt: "2026-11-02T13:32:00.000Z",
  ...over,
});
const play = (
  events: BenchEvent[],
  from: BenchState = startState({ runs: [view(1)], older: null, assertions: [], used: 1 }),
) => events.reduce(benchStep, from);
const started: BenchEvent[] = [
  { type: "asked" },
  { type: "stream", event: { type: "start", used: 2, run: view(2, { status: "running" }) } },
  { type: "stream", event: { type: "text", text: "Bon" } },
  { type: "stream", event: { type: "text", text: "jour" } },
];

describe("the bench", () => {
  it("shows a run as it comes, newest first, and says only its start and end", () => {
    const during = play(started);
    expect(during).toMatchObject({ running: true, live: "r2", used: 2, said: "Essai v2 lancé." });
    expect(during.runs.map((r) => [r.seq, r.output])).toEqual([
      [2, "Bonjour"],
      [1, ""],
    ]);
    const done = play(
      [{ type: "stream", event: { type: "done", run: view(2, { output: "Bonjour !" }) } }],
      during,
    );
    expect(done).toMatchObject({
      running: false,
      live: null,
      said: "Essai v2 terminé.",
      trouble: null,
    });
    expect(done.runs[0]?.output).toBe("Bonjour !");
  });

  it.each<[string, BenchEvent, string, string | null]>([
    ["stopped", { type: "stopped" }, "stopped", null],
    ["cut", { type: "lost" }, "interrupted", LOST],
  ])("keeps what came when it is %s", (_name, event, status, trouble) => {
    const state = play([...started, event]);
    expect(state.runs[0]).toMatchObject({ status, output: "Bonjour" });
    expect(state).toMatchObject({ running: false, trouble });
  });

  it("names a failure and keeps the partial text of the server", () => {
    const run = view(2, { status: "failed", output: "Bonj" });
    const state = play([
      ...started,
      { type: "stream", event: { type: "failed", run, message: "Trop long.", used: 7 } },
    ]);
    expect(state).toMatchObject({ running: false, trouble: "Trop long.", used: 7 });
    expect(state.runs[0]).toMatchObject({ status: "failed", output: "Bonj" });
  });

  it("opens no run when it is refused, and a refused change does not stop the one under way", () => {
    expect(play([{ type: "asked" }, { type: "refused", message: "Limite." }])).toMatchObject({
      running: false,
      trouble: "Limite.",
      runs: [{ seq: 1 }],
    });
    expect(play([...started, { type: "trouble", message: "Non." }])).toMatchObject({
      running: true,
      trouble: "Non.",
    });
  });

  it("takes the server's list when the page is read again, but for the run it is receiving", () => {
    const loaded: BenchEvent = {
      type: "loaded",
      runs: [view(2, { status: "running", output: "B" }), view(1, { kept: true })],
      older: null,
      assertions: [],
      used: 2,
    };
    expect(play([...started, loaded]).runs).toMatchObject([
      { seq: 2, output: "Bonjour" },
      { seq: 1, kept: true },
    ]);
  });

  it("keeps the older pages already asked for", () => {
    const from = startState({ runs: [view(9), view(8)], older: "r8", assertions: [], used: 0 });
    const state = play(
      [
        { type: "page", runs: [view(7), view(6)], older: null },
        { type: "loaded", runs: [view(9), view(8)], older: "r8", assertions: [], used: 0 },
      ],
      from,
    );
    expect(state.runs.map((r) => r.seq)).toEqual([9, 8, 7, 6]);
    expect(state.older).toBeNull();
  });
});

describe("reading the stream", () => {
  const read = async (pieces: string[]) => {
    const cuts = pieces.map((p) => new TextEncoder().encode(p));
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const cut of cuts) controller.enqueue(cut);
        controller.close();
      },
    });
    const events = [];
    for await (const event of readEvents(body)) events.push(event);
    return events;
  };
  it("puts lines together whatever the pieces, and drops a cut one", async () => {
    expect(
      await read(['{"type":"te', 'xt","text":"a"}\n{"type":"text",', '"text":"b"}\n{"type":"do']),
    ).toEqual([
      { type: "text", text: "a" },
      { type: "text", text: "b" },
    ]);
  });
  it("holds a letter cut in two", async () => {
    const line = new TextEncoder().encode('{"type":"text","text":"é"}\n');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of line) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    for await (const event of readEvents(body)) expect(event).toEqual({ type: "text", text: "é" });
  });
});

describe("the word diff", () => {
  it("tells what was added and removed", () => {
    expect(wordDiff("Rédige un post court.", "Rédige un e-mail court.")).toEqual([
      { text: "Rédige un ", change: "same" },
      { text: "post", change: "removed" },
      { text: "e-mail", change: "added" },
      { text: " court.", change: "same" },
    ]);
  });
  it("gives up on two long strangers rather than hold the page", () => {
    const long = (w: string) => Array.from({ length: 3_000 }, (_, i) => `${w}${i}`).join(" ");
    wordDiff(long("a"), long("b"));
  });
});
