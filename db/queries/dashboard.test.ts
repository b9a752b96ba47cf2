import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { isComplete } from "../../app/domain/assessment.ts";
import { testDatabase } from "../../tests/database.ts";
import { smallWorkspace, writeSection } from "../../tests/small-workspace.ts";
import { listDashboard, listLedger } from "./dashboard.ts";
import { saveSelfRating, startNewAttempt } from "./ratings.ts";
import { updateCurrentStep, updateStepDone } from "./workspaces.ts";

describe("dashboard", () => {
  const t = testDatabase();
  const page = (over: object = {}) =>
    listDashboard(t.db, { ownerId: "lea", justification: 20, limit: 21, offset: 0, ...over });
  const rate = (
    workspaceId: string,
    competency: string,
    level: number | null,
    justification: string,
    attempt = 1,
  ) =>
    saveSelfRating(t.db, {
      workspaceId,
      attempt,
      competency,
      raterId: "lea",
      level,
      justification,
      version: 0,
    });
  const enough = "Une justification assez longue.";

  it("counts words, steps, tools and ratings of each workspace, the last touched first", async () => {
    const first = await smallWorkspace(t.db, "lea");
    const second = await smallWorkspace(t.db, "lea");
    await smallWorkspace(t.db, "max");
    await writeSection(t.db, first.id, "constat", "un deux trois");
    await writeSection(t.db, first.id, "reponse", "quatre cinq");
    await updateStepDone(t.db, first.id, "lire", true);
    await updateStepDone(t.db, first.id, "ecrire", false);
    await t.db
      .insertInto("tool_sessions")
      .values({
        workspace_id: first.id,
        step_id: "lire",
        tool: "outil",
        subject_slug: "essai",
        subject_version: 1,
        seed: 1,
        state: "{}",
        progress: JSON.stringify({ done: 1, total: 4, next: "Posez une question" }),
      })
      .execute();
    await rate(first.id, "B1.1", 2, enough);
    await updateCurrentStep(t.db, first.id, "ecrire");

    const rows = await page();
    expect(rows.map((r) => r.id)).toEqual([first.id, second.id]);
    expect(rows[0]).toMatchObject({
      current_step: "ecrire",
      words: { constat: 3, reponse: 2 },
      done: ["lire"],
      tools: [{ step: "lire", tool: "outil", done: 1, total: 4, next: "Posez une question" }],
      rated: 1,
    });
    expect(rows[1]).toMatchObject({ words: {}, done: [], tools: [], rated: 0 });
    expect(rows[0]!.worked_at).toBeInstanceOf(Date);
  });

  it("tells the last time something was written, even in a section alone", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    await writeSection(t.db, id, "constat", "un");
    await t.db
      .updateTable("sections")
      .set({ updated_at: new Date("2031-01-01T12:00:00Z") })
      .execute();
    expect((await page())[0]!.worked_at.toISOString()).toBe("2031-01-01T12:00:00.000Z");
  });

  it("counts a rating as the domain does, in the current attempt only", async () => {
    const { id } = await smallWorkspace(t.db, "lea");
    const cases: [string, number | null, string][] = [
      ["B1.1", 1, "é".repeat(20)],
      ["B1.2", 1, "😀".repeat(19)],
      ["B1.3", null, enough],
    ];
    for (const [competency, level, text] of cases) await rate(id, competency, level, text);
    const complete = cases.filter(([, level, justification]) =>
      isComplete({ level, justification }),
    );
    expect((await page())[0]!.rated).toBe(complete.length);
    await startNewAttempt(t.db, id, 1);
    expect((await page())[0]!.rated).toBe(0);
  });

  it("cuts pages without a gap or a repeat", async () => {
    for (let i = 0; i < 5; i++) await smallWorkspace(t.db, "lea");
    await t.db
      .updateTable("workspaces")
      .set({ updated_at: new Date("2026-11-01") })
      .execute();
    const pages = await Promise.all([0, 2, 4].map((offset) => page({ limit: 2, offset })));
    expect(new Set(pages.flat().map((r) => r.id)).size).toBe(5);
  });

  it("gives the latest level of each competency, from whichever workspace, never a mean", async () => {
    const a = await smallWorkspace(t.db, "lea");
    const b = await smallWorkspace(t.db, "lea");
    await rate(a.id, "B1.1", 3, enough);
    await rate(b.id, "B1.1", 1, enough);
    await rate(a.id, "B1.2", null, enough);
    await startNewAttempt(t.db, a.id, 1);
    await rate(a.id, "B1.3", 2, enough, 2);
    const other = await smallWorkspace(t.db, "max");
    await saveSelfRating(t.db, {
      workspaceId: other.id,
      attempt: 1,
      competency: "B1.2",
      raterId: "max",
      level: 3,
      justification: "",
      version: 0,
    });
    expect(await listLedger(t.db, "lea", "essai")).toMatchObject([
      { competency: "B1.1", level: 1, workspace_id: b.id, attempt: 1 },
      { competency: "B1.3", level: 2, workspace_id: a.id, attempt: 2 },
    ]);
    expect(await listLedger(t.db, "lea", "autre")).toEqual([]);
  });

  // Three workspaces a person, as in life: with a hundred each, reading the whole small table is the cheaper plan.
  it("finds a person's rows by indexes among twenty thousand workspaces of others", async () => {
    const mine = await smallWorkspace(t.db, "lea");
    await rate(mine.id, "B1.1", 2, enough);
    await sql`insert into users (id, name, email) select 'u' || i, 'U', 'u' || i || '@x.test' from generate_series(1, 7000) i`.execute(
      t.db,
    );
    await sql`
      insert into workspaces (owner_id, subject_slug, subject_version, certification, block, title)
      select 'u' || (1 + i % 7000), 'essai', 1, 'essai', 'B1', 'W' from generate_series(1, 20000) i`.execute(
      t.db,
    );
    await sql`
      insert into sections (workspace_id, section_key, version, doc, words, device)
      select id, 'constat', 1, '{}', 5, 'x' from workspaces where id <> ${mine.id}`.execute(t.db);
    await sql`
      insert into ratings (workspace_id, competency, attempt, rater, rater_id, level)
      select id, 'B1.1', 1, 'self', owner_id, 1 from workspaces where id <> ${mine.id}`.execute(
      t.db,
    );
    await sql`analyze`.execute(t.db);
    const rowsScanned = await t.db.transaction().execute(async (tx) => {
      // Counts of this connection, which may hold some of before: the difference is ours.
      const count = async () => {
        const { rows } = await sql<{ rows: number }>`
          select sum(seq_tup_read)::int as rows from pg_stat_xact_user_tables
          where relname in ('workspaces', 'sections', 'ratings')`.execute(tx);
        return rows[0]!.rows;
      };
      const before = await count();
      const ask = { ownerId: "lea", justification: 20, limit: 21, offset: 0 };
      expect(await listDashboard(tx, ask)).toHaveLength(1);
      expect(await listLedger(tx, "lea", "essai")).toHaveLength(1);
      const after = await count();
      await tx.selectFrom("ratings").select(sql`count(level)`.as("n")).execute();
      expect((await count()) - after).toBeGreaterThan(20_000); // The measure sees a scan.
      return after - before;
    });
    expect(rowsScanned).toBe(0);
  });
});
