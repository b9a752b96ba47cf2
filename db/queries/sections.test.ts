import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/database.ts";
import { makeWorkspace, paragraph } from "../../tests/factories.ts";
import {
  findRevision,
  findRevisionBefore,
  findSection,
  listRevisions,
  saveSection,
} from "./sections.ts";

describe("saving a section", () => {
  const test = testDatabase();
  const save = (workspaceId: string, version: number, text: string, device = "a") =>
    saveSection(test.db, {
      workspaceId,
      key: "veille",
      version,
      doc: paragraph(text),
      words: 1,
      device,
    });
  /** Makes the newest revision look old, so that the next save starts another. */
  const age = (workspaceId: string) =>
    sql`update section_revisions set started_at = started_at - interval '1 hour'
        where workspace_id = ${workspaceId}::uuid`.execute(test.db);

  it("starts at version 1 and goes up by one", async () => {
    const { id } = await makeWorkspace(test.db);
    expect((await save(id, 0, "un"))?.version).toBe(1);
    expect((await save(id, 1, "deux"))?.version).toBe(2);
    expect(await findSection(test.db, id, "veille")).toMatchObject({
      version: 2,
      doc: paragraph("deux"),
      words: 1,
    });
  });

  it.each([
    ["an old version", 1],
    ["a first save when there is one already", 0],
    ["a version of the future", 9],
  ])("refuses %s and writes nothing", async (_name, version) => {
    const { id } = await makeWorkspace(test.db);
    await save(id, 0, "un");
    await save(id, 1, "deux");
    expect(await save(id, version, "trop tard", "b")).toBeNull();
    expect(await findSection(test.db, id, "veille")).toMatchObject({
      version: 2,
      doc: paragraph("deux"),
    });
    expect((await listRevisions(test.db, id, "veille")).map((r) => r.version)).toEqual([2]);
  });

  it("lets one of two writers at once win, and only one", async () => {
    const { id } = await makeWorkspace(test.db);
    await save(id, 0, "base");
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => save(id, 1, `texte ${i}`, `device-${i}`)),
    );
    expect(answers.filter((a) => a !== null)).toHaveLength(1);
  });

  it("lets one of two first writers win", async () => {
    const { id } = await makeWorkspace(test.db);
    const answers = await Promise.all([save(id, 0, "a", "a"), save(id, 0, "b", "b")]);
    expect(answers.filter((a) => a !== null)).toHaveLength(1);
  });

  it("folds a burst of one device into one revision that holds the newest text", async () => {
    const { id } = await makeWorkspace(test.db);
    await save(id, 0, "un");
    await save(id, 1, "un deux");
    await save(id, 2, "un deux trois");
    const revisions = await listRevisions(test.db, id, "veille");
    expect(revisions.map((r) => r.version)).toEqual([3]);
    expect((await findRevision(test.db, id, "veille", 3))?.doc).toEqual(paragraph("un deux trois"));
  });

  it("starts a revision for another device, and after a while", async () => {
    const { id } = await makeWorkspace(test.db);
    await save(id, 0, "un", "a");
    await save(id, 1, "deux", "b");
    await age(id);
    await save(id, 2, "trois", "b");
    expect((await listRevisions(test.db, id, "veille")).map((r) => r.version)).toEqual([3, 2, 1]);
    expect((await findRevisionBefore(test.db, id, "veille", 3))?.version).toBe(2);
    expect(await findRevisionBefore(test.db, id, "veille", 1)).toBeNull();
  });

  it("pages revisions", async () => {
    const { id } = await makeWorkspace(test.db);
    for (let v = 0; v < 5; v++) await save(id, v, `v${v}`, `device-${v}`);
    expect((await listRevisions(test.db, id, "veille", 2)).map((r) => r.version)).toEqual([5, 4]);
    expect((await listRevisions(test.db, id, "veille", 2, 4)).map((r) => r.version)).toEqual([
      3, 2,
    ]);
  });

  it("keeps hostile text as it is", async () => {
    const { id } = await makeWorkspace(test.db);
    const text = `'; drop table sections; -- <script>alert(1)</script> \\u0041 ${"é".repeat(3)} 👩🏽‍🚀`;
    await save(id, 0, text);
    expect((await findSection(test.db, id, "veille"))?.doc).toEqual(paragraph(text));
  });

  it("reads the save's rows through indexes", async () => {
    await sql`set enable_seqscan = off`.execute(test.db);
    const plan = await sql<{ "QUERY PLAN": string }>`
      explain select id from section_revisions
      where workspace_id = gen_random_uuid() and section_key = 'x' order by version desc limit 1`.execute(
      test.db,
    );
    expect(plan.rows.map((r) => r["QUERY PLAN"]).join("\n")).toMatch(/Index.*section_revisions/);
  });
});
