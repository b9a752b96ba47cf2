import { describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/database.ts";
import { makeUser } from "../../tests/factories.ts";
import { openDatabase } from "../client.server.ts";
import { type BudgetScope, type DayLimits, openUse, settleUse, usedToday } from "./ai-uses.ts";

describe("a day's budget", () => {
  const t = testDatabase();
  const scope = (id: string, limits: Partial<DayLimits> = {}): BudgetScope => ({
    kind: "user",
    id,
    limits: { runs: 100, images: 100, tokens: 1_000, ...limits },
  });
  const open = (
    scopes: BudgetScope[],
    over: Partial<Parameters<typeof openUse>[1]> = {},
    db = t.db,
  ) => openUse(db, { userId: scopes[0]!.id, kind: "text", tokens: 10, ...over }, scopes);

  it("holds against a rush from several processes", async () => {
    const { id } = await makeUser(t.db);
    const other = openDatabase(t.connection, { max: 4 });
    try {
      const rush = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          open([scope(id, { runs: 5 })], {}, n % 2 ? other.db : t.db),
        ),
      );
      expect(rush.filter((r) => r.ok)).toHaveLength(5);
      expect(rush.flatMap((r) => (r.ok ? [r.used] : [])).sort()).toEqual([1, 2, 3, 4, 5]);
      expect((await usedToday(t.db, scope(id))).runs).toBe(5);
    } finally {
      await other.close();
    }
  });

  it("sets tokens aside, so that requests at once cannot overrun them", async () => {
    const { id } = await makeUser(t.db);
    const rush = await Promise.all([1, 2, 3, 4].map(() => open([scope(id)], { tokens: 400 })));
    expect(rush.filter((r) => r.ok)).toHaveLength(2);
    expect(rush.filter((r) => !r.ok)).toEqual([
      { ok: false, over: "tokens" },
      { ok: false, over: "tokens" },
    ]);
    const first = rush.find((r) => r.ok)!;
    await settleUse(t.db, first.ok ? first.id : "", { inputTokens: 30, outputTokens: 20 });
    expect(await usedToday(t.db, scope(id))).toEqual({ runs: 2, images: 0, tokens: 450 });
    expect(await open([scope(id)], { tokens: 400 })).toMatchObject({ ok: true, used: 3 });
  });

  it("counts pictures apart, and among the requests", async () => {
    const { id } = await makeUser(t.db);
    const limits = { images: 1, runs: 2 };
    const image = { kind: "image" as const };
    expect(await open([scope(id, limits)], image)).toMatchObject({ ok: true });
    expect(await open([scope(id, limits)], image)).toEqual({ ok: false, over: "images" });
    expect(await open([scope(id, limits)])).toMatchObject({ ok: true, used: 2 });
    expect(await open([scope(id, limits)])).toEqual({ ok: false, over: "runs" });
  });

  it("must fit in every scope, whatever their order, without waiting for one another", async () => {
    const [a, b] = [await makeUser(t.db), await makeUser(t.db)];
    const rush = await Promise.all(
      Array.from({ length: 8 }, (_, n) => {
        const both = [scope(a.id), scope(b.id, { runs: 0 })];
        return open(n % 2 ? both : both.reverse());
      }),
    );
    expect(rush.every((r) => !r.ok && r.over === "runs")).toBe(true);
    expect((await usedToday(t.db, scope(a.id))).runs).toBe(0);
  });

  it("forgets a request that brought nothing", async () => {
    const { id } = await makeUser(t.db);
    const opened = await open([scope(id, { runs: 1 })]);
    await settleUse(t.db, opened.ok ? opened.id : "", null);
    expect(await open([scope(id, { runs: 1 })])).toMatchObject({ ok: true, used: 1 });
  });

  it("keeps a provider's absurd figure from breaking the day", async () => {
    const { id } = await makeUser(t.db);
    for (const outputTokens of [Number.NaN, -5, 1e15]) {
      const opened = await open([scope(id, { tokens: 1e12 })]);
      await settleUse(t.db, opened.ok ? opened.id : "", { inputTokens: 0, outputTokens });
    }
    expect((await usedToday(t.db, scope(id))).tokens).toBe(1_000_000_000);
  });

  it("starts again at midnight in Paris, and is one's own", async () => {
    const [a, b] = [await makeUser(t.db), await makeUser(t.db)];
    const opened = await open([scope(a.id)]);
    await open([scope(b.id)]);
    await t.db
      .updateTable("ai_uses")
      .set({ created_at: new Date(Date.now() - 25 * 3_600_000) })
      .where("id", "=", opened.ok ? opened.id : "")
      .execute();
    expect(await usedToday(t.db, scope(a.id))).toEqual({ runs: 0, images: 0, tokens: 0 });
    expect((await usedToday(t.db, scope(b.id))).runs).toBe(1);
  });
});
