import { describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/database.ts";
import { smallWorkspace } from "../../tests/small-workspace.ts";
import { deleteEvidence, insertEvidence, listEvidence, type NewEvidence } from "./evidence.ts";
import { startNewAttempt } from "./ratings.ts";

describe("evidence", () => {
  const t = testDatabase();
  const passage = (fingerprint: string) =>
    ({
      kind: "passage",
      sectionKey: "constat",
      quote: `Passage ${fingerprint}`,
      fingerprint,
    }) as const;
  const link = (workspaceId: string, over: Partial<NewEvidence> = {}) =>
    insertEvidence(t.db, {
      workspaceId,
      attempt: 1,
      competency: "B1.1",
      what: passage("a"),
      note: "",
      max: 3,
      ...over,
    });

  it("keeps passages and figures in the order they were linked", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    await link(id, { note: "Une note" });
    await link(id, { what: { kind: "figure", figureId: "outil:carte", fingerprint: "f" } });
    expect(await listEvidence(t.db, id)).toMatchObject([
      {
        kind: "passage",
        sectionKey: "constat",
        quote: "Passage a",
        fingerprint: "a",
        note: "Une note",
      },
      { kind: "figure", figureId: "outil:carte", fingerprint: "f" },
    ]);
  });

  it("makes one link of a form sent twice at once, but links one passage to two competencies", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    const twice = await Promise.all([link(id), link(id)]);
    expect(new Set(twice.map((l) => l.ok && l.id)).size).toBe(1);
    await link(id, { competency: "B1.2" });
    expect(await listEvidence(t.db, id)).toHaveLength(2);
  });

  it("holds its bound, even when several arrive at once", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    const answers = await Promise.all(
      ["a", "b", "c", "d", "e"].map((f) => link(id, { what: passage(f) })),
    );
    expect(answers.filter((a) => !a.ok && a.reason === "too-many")).toHaveLength(2);
    expect(await listEvidence(t.db, id)).toHaveLength(3);
  });

  it("links to the current attempt only, and keeps the earlier one's", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    const first = await link(id);
    await startNewAttempt(t.db, id, 1);
    expect(await link(id, { what: passage("b") })).toEqual({ ok: false, reason: "attempt-over" });
    await link(id, { attempt: 2 });
    expect((await listEvidence(t.db, id)).map((e) => e.attempt)).toEqual([1, 2]);
    expect(await listEvidence(t.db, id, 2)).toHaveLength(1);
    expect(first.ok && (await deleteEvidence(t.db, id, 2, first.id))).toBeNull();
  });

  it("takes away a link of this workspace only", async () => {
    const mine = await smallWorkspace(t.db, "lea");
    const other = await smallWorkspace(t.db, "max");
    const linked = await link(mine.id);
    if (!linked.ok) throw new Error("not linked");
    expect(await deleteEvidence(t.db, other.id, 1, linked.id)).toBeNull();
    expect(await listEvidence(t.db, mine.id)).toHaveLength(1);
    expect(await deleteEvidence(t.db, mine.id, 1, linked.id)).toBe("B1.1");
    expect(await deleteEvidence(t.db, mine.id, 1, linked.id)).toBeNull();
  });

  it("goes with its workspace", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    await link(id);
    await t.db.deleteFrom("workspaces").where("id", "=", id).execute();
    expect(await t.db.selectFrom("evidence").selectAll().execute()).toEqual([]);
  });
});
