import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyDocument } from "~/domain/document.ts";
import {
  advance,
  type Machine,
  type SaverEvent,
  sendAt,
  startMachine,
  statusOf,
} from "./saver-machine.ts";

const start = (over: Partial<Machine> = {}): Machine => ({
  ...startMachine({ version: 3, savedAt: "2026-11-23T13:32:00Z", online: true }),
  ...over,
});
const run = (events: SaverEvent[], from = start()) => events.reduce(advance, from);
const edited = (at: number): SaverEvent => ({ type: "edited", at });
const sent: SaverEvent = { type: "sent" };
const accepted = (edits: number, version = 4): SaverEvent => ({
  type: "accepted",
  edits,
  version,
  savedAt: "2026-11-23T13:33:00Z",
});
const theirs = { version: 9, doc: emptyDocument, savedAt: "", device: "" };

describe("when to send", () => {
  it.each<[string, SaverEvent[], number | null]>([
    ["nothing typed", [], null],
    ["800 ms after the last key", [edited(1000)], 1800],
    ["put off by each key", [edited(1000), edited(1500)], 2300],
    ["but 2 s after the first at most", [edited(1000), edited(1700), edited(2900)], 3000],
    ["never two at once", [edited(1000), sent, edited(1500)], null],
    ["what came during a request, after it", [edited(0), sent, edited(500), accepted(1)], 1300],
    ["nothing left after the answer", [edited(0), sent, accepted(1)], null],
    ["again after 1 s", [edited(0), sent, { type: "lost", at: 5000 }], 6000],
    ["then 2 s", [edited(0), sent, { type: "lost", at: 0 }, sent, { type: "lost", at: 10 }], 2010],
    [
      "not put off by keys while waiting",
      [edited(0), sent, { type: "lost", at: 0 }, edited(900)],
      1000,
    ],
    [
      "at once when the network is back",
      [edited(0), sent, { type: "lost", at: 0 }, { type: "online", at: 40 }],
      40,
    ],
    [
      "at once when asked",
      [edited(0), sent, { type: "lost", at: 0 }, { type: "retry", at: 60 }],
      60,
    ],
    ["15 s later without a session", [edited(0), sent, { type: "signed-out", at: 100 }], 15_100],
    ["never over a conflict", [edited(0), sent, { type: "conflict", theirs }, edited(9)], null],
    ["not what was refused", [edited(0), sent, { type: "refused", message: "non" }], null],
    [
      "until it was changed",
      [edited(0), sent, { type: "refused", message: "non" }, edited(50)],
      850,
    ],
  ])("%s", (_, events, at) => expect(sendAt(run(events))).toBe(at));

  it("waits 30 s at most between two tries", () => {
    let machine = run([edited(0)]);
    const waits: number[] = [];
    for (let i = 0; i < 8; i++) {
      machine = run([sent, { type: "lost", at: 0 }], machine);
      waits.push((sendAt(machine) ?? 0) / 1000);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
  });
});

describe("what is said", () => {
  it.each<[string, SaverEvent[], string]>([
    ["saved", [], "saved"],
    ["unsaved", [edited(0)], "unsaved"],
    ["saving", [edited(0), sent], "saving"],
    ["saving while more is typed", [edited(0), sent, edited(1)], "saving"],
    ["saved again", [edited(0), sent, accepted(1)], "saved"],
    ["unsaved when more was typed", [edited(0), sent, edited(1), accepted(1)], "unsaved"],
    ["offline", [{ type: "offline" }, edited(0)], "offline"],
    ["saved, though offline", [{ type: "offline" }], "saved"],
    ["retrying", [edited(0), sent, { type: "lost", at: 0 }], "retrying"],
    ["signed out", [edited(0), sent, { type: "signed-out", at: 0 }], "signed-out"],
    [
      "signed in again",
      [edited(0), sent, { type: "signed-out", at: 0 }, sent, accepted(1)],
      "saved",
    ],
    ["refused", [edited(0), sent, { type: "refused", message: "non" }], "refused"],
    ["conflict", [edited(0), sent, { type: "conflict", theirs }], "conflict"],
    [
      "conflict until merged",
      [edited(0), sent, { type: "conflict", theirs }, edited(1)],
      "conflict",
    ],
    [
      "merged",
      [edited(0), sent, { type: "conflict", theirs }, { type: "merged", at: 5, version: 9 }],
      "unsaved",
    ],
  ])("%s", (_, events, kind) => expect(statusOf(run(events)).kind).toBe(kind));

  it("saves a merge on top of the server's version", () => {
    const machine = run([
      edited(0),
      sent,
      { type: "conflict", theirs },
      { type: "merged", at: 5, version: 9 },
    ]);
    expect(machine.version).toBe(9);
    expect(sendAt(machine)).toBe(805);
  });
});

it("always either has everything on the server, knows when to send, waits for an answer, or for a person", () => {
  const event: fc.Arbitrary<SaverEvent> = fc.oneof(
    fc.record({ type: fc.constant("edited" as const), at: fc.nat(9999) }),
    fc.constant(sent),
    fc.record({ type: fc.constant("lost" as const), at: fc.nat(9999) }),
    fc.record({ type: fc.constant("signed-out" as const), at: fc.nat(9999) }),
    fc.record({ type: fc.constant("online" as const), at: fc.nat(9999) }),
    fc.constant<SaverEvent>({ type: "offline" }),
    fc.constant<SaverEvent>({ type: "conflict", theirs }),
    fc.constant<SaverEvent>({ type: "refused", message: "non" }),
    fc.record({ type: fc.constant("merged" as const), at: fc.nat(9999), version: fc.nat(9) }),
    fc.constant<SaverEvent>({ type: "accepted", edits: -1, version: 4, savedAt: "" }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let machine = start();
      for (const next of events) {
        if (next.type === "sent" && sendAt(machine) === null) continue;
        const answer = next.type !== "edited" && next.type !== "sent" && next.type !== "online";
        if (
          answer &&
          machine.inFlight === null &&
          next.type !== "offline" &&
          next.type !== "merged"
        )
          continue;
        machine = advance(
          machine,
          next.type === "accepted" ? { ...next, edits: machine.inFlight ?? 0 } : next,
        );
        const safe = machine.acknowledged === machine.edits;
        const person = machine.conflict !== null || machine.refusal !== null;
        expect(safe || sendAt(machine) !== null || machine.inFlight !== null || person).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
