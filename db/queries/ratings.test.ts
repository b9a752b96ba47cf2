import { describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/database.ts";
import { person, smallWorkspace } from "../../tests/small-workspace.ts";
import { listRatings, type SelfRating, saveSelfRating, startNewAttempt } from "./ratings.ts";

describe("ratings", () => {
  const t = testDatabase();
  const save = (workspaceId: string, over: Partial<SelfRating> = {}) =>
    saveSelfRating(t.db, {
      workspaceId,
      attempt: 1,
      competency: "B1.1",
      raterId: "lea",
      level: 2,
      justification: "Parce que.",
      version: 0,
      ...over,
    });

  it("saves, then saves again from the version it gave", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    const first = await save(id);
    expect(first).toMatchObject({ ok: true, rating: { version: 1, level: 2, attempt: 1 } });
    const second = await save(id, { version: 1, level: null, justification: "Autrement." });
    expect(second).toMatchObject({ ok: true, rating: { version: 2, level: null } });
    expect(await listRatings(t.db, id)).toMatchObject([
      { competency: "B1.1", justification: "Autrement.", version: 2 },
    ]);
  });

  it.each([
    0, 1, 3,
  ])("refuses version %i when 2 is stored, and gives what is stored", async (version) => {
    const { id } = await smallWorkspace(t.db, "lea");
    await save(id);
    await save(id, { version: 1, justification: "La bonne." });
    const stale = await save(id, { version, justification: "À côté." });
    expect(stale).toMatchObject({
      ok: false,
      reason: "stale",
      current: { justification: "La bonne.", version: 2 },
    });
    expect(await listRatings(t.db, id)).toMatchObject([{ justification: "La bonne.", version: 2 }]);
  });

  it("lets one of two saves from the same version through, the other learns of it", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    await save(id);
    const answers = await Promise.all([
      save(id, { version: 1, justification: "Onglet A" }),
      save(id, { version: 1, justification: "Onglet B" }),
      save(id, { version: 1, justification: "Onglet C" }),
    ]);
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect(
      answers.filter((a) => !a.ok && a.reason === "stale" && a.current?.version === 2),
    ).toHaveLength(2);
  });

  it("puts the workspace on top of the dashboard", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    const yesterday = new Date(Date.now() - 86_400_000);
    await t.db
      .updateTable("workspaces")
      .set({ updated_at: yesterday })
      .where("id", "=", id)
      .execute();
    await save(id);
    const row = await t.db
      .selectFrom("workspaces")
      .select("updated_at")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    expect(row.updated_at.getTime()).toBeGreaterThan(yesterday.getTime());
  });

  it("opens a new attempt once, keeps the earlier ratings and closes them", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    await save(id);
    expect(await Promise.all([startNewAttempt(t.db, id, 1), startNewAttempt(t.db, id, 1)])).toEqual(
      [2, 2],
    );
    expect(await listRatings(t.db, id, 2)).toEqual([]);
    expect(await save(id, { version: 1, justification: "Trop tard." })).toMatchObject({
      ok: false,
      reason: "attempt-over",
      current: { justification: "Parce que." },
    });
    expect(await save(id, { attempt: 2 })).toMatchObject({
      ok: true,
      rating: { attempt: 2, version: 1 },
    });
    expect((await listRatings(t.db, id)).map((r) => r.attempt)).toEqual([1, 2]);
    expect(await listRatings(t.db, id, 1)).toHaveLength(1);
  });

  it("knows no workspace that does not exist", async () => {
    await person(t.db, "lea");
    const nowhere = "00000000-0000-4000-8000-000000000000";
    expect(await save(nowhere)).toEqual({ ok: false, reason: "attempt-over", current: null });
    expect(await startNewAttempt(t.db, nowhere, 1)).toBeNull();
  });

  it("lists the learner's own ratings only, and one workspace's", async () => {
    const mine = await smallWorkspace(t.db, "lea");
    const other = await smallWorkspace(t.db, "max");
    await save(mine.id);
    await save(other.id, { raterId: "max", justification: "Celle de Max." });
    await t.db
      .insertInto("ratings")
      .values({
        workspace_id: mine.id,
        competency: "B1.1",
        attempt: 1,
        rater: "trainer",
        rater_id: "max",
        level: 1,
      })
      .execute();
    expect((await listRatings(t.db, mine.id)).map((r) => r.justification)).toEqual(["Parce que."]);
  });

  it("goes with its workspace and with its author", async () => {
    const a = await smallWorkspace(t.db, "lea");
    const b = await smallWorkspace(t.db, "lea");
    await save(a.id);
    await save(b.id);
    await t.db.deleteFrom("workspaces").where("id", "=", a.id).execute();
    expect(await t.db.selectFrom("ratings").select("workspace_id").execute()).toEqual([
      { workspace_id: b.id },
    ]);
    await t.db.deleteFrom("users").where("id", "=", "lea").execute();
    expect(await t.db.selectFrom("ratings").selectAll().execute()).toEqual([]);
  });
});
