import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Rating } from "~/domain/assessment.ts";
import type { Outcome } from "./intents.ts";
import {
  bothTexts,
  type Draft,
  type DraftEvent,
  draftReducer,
  isDirty,
  maySend,
  phaseOf,
  startDraft,
} from "./rating-draft.ts";

const row = (version: number, justification: string, level: number | null = 2): Rating => ({
  competency: "B1.1",
  attempt: 1,
  level,
  justification,
  version,
  updatedAt: `2026-11-01T10:00:0${version % 10}.000Z`,
});
const saved = (rating: Rating): DraftEvent => ({
  type: "answer",
  outcome: { ok: true, intent: "rate", competency: rating.competency, rating },
});
const refusal = (
  reason: string,
  current: Rating | null = null,
): Extract<Outcome, { ok: false }> => ({
  ok: false,
  intent: "rate",
  competency: "B1.1",
  reason,
  message: "Non.",
  current,
});
const refused = (reason: string, current: Rating | null = null): DraftEvent => ({
  type: "answer",
  outcome: refusal(reason, current),
});
const play = (draft: Draft, ...events: DraftEvent[]) => events.reduce(draftReducer, draft);
const type = (justification: string): DraftEvent => ({ type: "edit", content: { justification } });
const send = (draft: Draft) => draftReducer(draft, { type: "send", content: draft.content });

describe("the draft of a rating", () => {
  const start = startDraft({ rating: row(3, "un") });

  it("goes from typing to saved", () => {
    const typed = play(start, type("deux"));
    expect(phaseOf(typed)).toBe("typing");
    const sent = send(typed);
    expect(phaseOf(sent)).toBe("sending");
    expect(maySend(sent)).toBe(false);
    const done = play(sent, saved(row(4, "deux")));
    expect([phaseOf(done), done.version, isDirty(done)]).toEqual(["saved", 4, false]);
  });

  it("keeps what is typed while a save is under way, and sends it after", () => {
    const done = play(
      send(play(start, type("deux"))),
      type("deux et trois"),
      saved(row(4, "deux")),
    );
    expect(done.content.justification).toBe("deux et trois");
    expect(maySend(done)).toBe(true);
    expect(done.version).toBe(4);
  });

  it("shows both texts when somebody else saved first, and writes over nothing by itself", () => {
    const stale = play(send(play(start, type("deux"))), refused("stale", row(7, "ailleurs")));
    expect(phaseOf(stale)).toBe("conflict");
    expect(stale.content.justification).toBe("deux");
    expect(stale.conflict?.justification).toBe("ailleurs");
    expect(maySend(stale)).toBe(false);

    const mine = play(stale, { type: "choose", content: stale.content });
    expect([mine.version, maySend(mine)]).toEqual([7, true]);
    const theirs = play(stale, {
      type: "choose",
      content: { level: 2, justification: "ailleurs" },
    });
    expect([theirs.content.justification, isDirty(theirs)]).toEqual(["ailleurs", false]);
  });

  it("knows its own save again when the answer was lost on the way", () => {
    const lost = play(send(play(start, type("deux"))), refused("unreachable"));
    expect(phaseOf(lost)).toBe("failed");
    expect(maySend(lost)).toBe(true);
    const again = play(
      send(play(lost, type("deux, puis trois"))),
      refused("stale", row(4, "deux")),
    );
    expect(again.conflict).toBeNull();
    expect([again.version, again.content.justification, maySend(again)]).toEqual([
      4,
      "deux, puis trois",
      true,
    ]);
  });

  it("stops after a final refusal until something is typed", () => {
    const over = play(send(play(start, type("deux"))), refused("too-long"));
    expect([phaseOf(over), maySend(over)]).toEqual(["failed", false]);
    expect(maySend(play(over, type("court")))).toBe(true);
  });

  it.each([
    ["same text as the server", { level: 2, justification: "un", version: 1 }, "un", false, false],
    ["from the same version", { level: 2, justification: "plus", version: 3 }, "plus", true, false],
    ["from an older version", { level: 2, justification: "plus", version: 2 }, "plus", false, true],
  ])("a text found on this device: %s", (_name, stored, text, sends, conflict) => {
    const draft = play(start, { type: "found-here", stored });
    expect([draft.content.justification, maySend(draft), draft.conflict !== null]).toEqual([
      text,
      sends,
      conflict,
    ]);
  });

  it("follows the server only when nothing here would be lost", () => {
    expect(play(start, { type: "server", rating: row(5, "neuf") }).content.justification).toBe(
      "neuf",
    );
    const typing = play(start, type("deux"), { type: "server", rating: row(5, "neuf") });
    expect([typing.content.justification, typing.version]).toEqual(["deux", 3]);
  });

  it("starts again from a form refused without scripts", () => {
    const draft = startDraft({
      rating: row(5, "ailleurs"),
      refusal: {
        ...refusal("stale", row(5, "ailleurs")),
        sent: { level: 1, justification: "ici" },
      },
    });
    expect([phaseOf(draft), draft.content.justification]).toEqual(["conflict", "ici"]);
    const empty = startDraft({ rating: null });
    expect([phaseOf(empty), empty.version]).toEqual(["untouched", 0]);
  });

  it("puts both texts together", () => {
    expect(
      bothTexts({ level: null, justification: "a " }, { level: 3, justification: "b" }),
    ).toEqual({
      level: 3,
      justification: "a\n\nb",
    });
  });
});

it("never takes a typed text off the screen without a person's choice", () => {
  const event = fc.oneof(
    fc.string({ maxLength: 6 }).map(type),
    fc.constant("send" as const),
    fc.integer({ min: 0, max: 9 }).map((v) => saved(row(v, "autre"))),
    fc.integer({ min: 0, max: 9 }).map((v) => refused("stale", row(v, "autre"))),
    fc.constantFrom("unreachable", "too-long", "attempt-over").map((r) => refused(r)),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let draft = startDraft({ rating: null });
      let typed = "";
      for (const e of events) {
        draft = e === "send" ? send(draft) : draftReducer(draft, e);
        if (e !== "send" && e.type === "edit") typed = e.content.justification ?? typed;
        expect(draft.content.justification).toBe(typed);
      }
    }),
  );
});
