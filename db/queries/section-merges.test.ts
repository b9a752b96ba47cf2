import { describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/database.ts";
import { makeWorkspace, paragraph } from "../../tests/factories.ts";
import { saveMergedSection } from "./section-merges.ts";
import { findRevision, findSection, listRevisions, saveSection } from "./sections.ts";

describe("saving a merge", () => {
  const test = testDatabase();
  const of = (workspaceId: string, version: number, text: string, device: string) => ({
    workspaceId,
    key: "veille",
    version,
    doc: paragraph(text),
    words: 1,
    device,
  });
  const left = (...texts: string[]) => texts.map((text) => ({ doc: paragraph(text), words: 1 }));

  it("keeps what was discarded as versions under the text, apart from those of both devices", async () => {
    const { id } = await makeWorkspace(test.db);
    await saveSection(test.db, of(id, 0, "base", "téléphone"));
    await saveSection(test.db, of(id, 1, "du portable", "portable"));
    const merge = of(id, 2, "du portable", "téléphone");
    expect((await saveMergedSection(test.db, merge, left("du téléphone")))?.version).toBe(4);
    await saveSection(test.db, of(id, 4, "du portable, suite", "téléphone"));
    const versions = (await listRevisions(test.db, id, "veille")).map((r) => r.version);
    expect(versions).toEqual([5, 3, 2, 1]);
    expect((await findRevision(test.db, id, "veille", 3))?.doc).toEqual(paragraph("du téléphone"));
    expect(await findSection(test.db, id, "veille")).toMatchObject({
      version: 5,
      doc: paragraph("du portable, suite"),
    });
  });

  it("keeps several apart from each other", async () => {
    const { id } = await makeWorkspace(test.db);
    const saved = await saveMergedSection(test.db, of(id, 0, "fin", "a"), left("un", "deux"));
    expect(saved?.version).toBe(3);
    expect((await listRevisions(test.db, id, "veille")).map((r) => r.version)).toEqual([3, 2, 1]);
  });

  it("writes nothing at all on a stale version", async () => {
    const { id } = await makeWorkspace(test.db);
    await saveSection(test.db, of(id, 0, "un", "a"));
    await saveSection(test.db, of(id, 1, "deux", "b"));
    expect(await saveMergedSection(test.db, of(id, 1, "fin", "a"), left("écarté"))).toBeNull();
    expect((await listRevisions(test.db, id, "veille")).map((r) => r.version)).toEqual([2, 1]);
  });
});
