import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { publicSubject } from "~/domain/subject.ts";
import { testDatabase } from "../../tests/database.ts";
import { ContentError } from "./fault.ts";
import {
  latestSubject,
  listSubjects,
  loadSubject,
  syncCatalogue,
} from "./subject-versions.server.ts";

const FIXTURE = "tests/content-fixture";
const SLUG = "savonnerie-du-puits";
const made: string[] = [];

/** A private copy of the fixture, to change. */
function copyOfFixture(): { dir: string; edit: (file: string, from: string, to: string) => void } {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-content-"));
  made.push(dir);
  fs.cpSync(FIXTURE, dir, { recursive: true });
  return {
    dir,
    edit: (file, from, to) => {
      const at = path.join(dir, file);
      fs.writeFileSync(at, fs.readFileSync(at, "utf8").replace(from, to));
    },
  };
}
afterEach(() => {
  for (const dir of made.splice(0)) fs.rmSync(dir, { recursive: true, force: true });
});

describe("subject versions", () => {
  const t = testDatabase();
  const versions = () =>
    t.db.selectFrom("subject_versions").selectAll().orderBy("version").execute();

  it("writes a version once, however often it starts", async () => {
    await syncCatalogue(t.db, FIXTURE);
    await syncCatalogue(t.db, FIXTURE);
    await Promise.all([syncCatalogue(t.db, FIXTURE), syncCatalogue(t.db, FIXTURE)]);
    expect((await versions()).map((v) => v.version)).toEqual([1]);
  });

  it("adds a version when the content changes, even back, and keeps the old ones as they were", async () => {
    const { dir, edit } = copyOfFixture();
    const file = `subjects/${SLUG}/subject.yaml`;
    await syncCatalogue(t.db, dir);
    edit(file, "Une savonnière veut", "Deux savonnières veulent");
    await syncCatalogue(t.db, dir);
    edit(file, "Deux savonnières veulent", "Une savonnière veut");
    await syncCatalogue(t.db, dir);
    expect((await versions()).map((v) => v.version)).toEqual([1, 2, 3]);
    expect((await loadSubject(SLUG, 1)).pitch).toMatch(/^Une/);
    expect((await loadSubject(SLUG, 2)).pitch).toMatch(/^Deux/);
    expect(await latestSubject(SLUG)).toMatchObject({ version: 3, slug: SLUG });
  });

  it("counts a change of an answer as a change of the subject", async () => {
    const { dir, edit } = copyOfFixture();
    await syncCatalogue(t.db, dir);
    edit(`subjects/${SLUG}/expected/huiles.csv`, "bonne", "parfaite");
    await syncCatalogue(t.db, dir);
    expect(await versions()).toHaveLength(2);
  });

  it("refuses faulty content before writing anything, and says every fault", async () => {
    const { dir, edit } = copyOfFixture();
    edit(`subjects/${SLUG}/subject.yaml`, "block: FAIRE", "block: DEFAIRE");
    edit(`subjects/${SLUG}/annexes/huiles.csv`, "1250.5", "beaucoup");
    const error = await syncCatalogue(t.db, dir).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ContentError);
    expect((error as Error).message).toContain("DEFAIRE");
    expect((error as Error).message).toContain("beaucoup");
    expect(await versions()).toEqual([]);
  });

  it("lists public subjects only: no answer, no tool content", async () => {
    await syncCatalogue(t.db, FIXTURE);
    const [listed] = await listSubjects();
    expect(Object.keys(listed!.subject)).not.toEqual(expect.arrayContaining(["expected"]));
    expect(JSON.stringify(listed)).not.toContain("SECRET");
    const full = await loadSubject(SLUG, 1);
    expect(JSON.stringify(full.expected)).toContain("SECRET");
    expect(publicSubject(full)).toEqual(listed!.subject);
  });

  it("no longer offers a subject taken out of the folder, but still loads its versions", async () => {
    const { dir } = copyOfFixture();
    await syncCatalogue(t.db, dir);
    fs.rmSync(path.join(dir, "subjects", SLUG), { recursive: true });
    await syncCatalogue(t.db, dir);
    expect(await latestSubject(SLUG)).toBeNull();
    expect((await loadSubject(SLUG, 1)).slug).toBe(SLUG);
  });

  it("answers 404 for a version that does not exist", async () => {
    const error = await loadSubject(SLUG, 99).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Response);
    expect((error as Response).status).toBe(404);
  });

  it("keeps few versions in memory, and reads a forgotten one again", async () => {
    await syncCatalogue(t.db, FIXTURE);
    const body = (await versions())[0]!.body;
    for (let version = 2; version <= 70; version++)
      await t.db
        .insertInto("subject_versions")
        .values({
          slug: SLUG,
          version,
          source: "catalogue",
          checksum: `${version}`,
          body: JSON.stringify(body),
        })
        .execute();
    const first = await loadSubject(SLUG, 1);
    expect(await loadSubject(SLUG, 1)).toBe(first);
    for (let version = 2; version <= 70; version++) await loadSubject(SLUG, version);
    const again = await loadSubject(SLUG, 1);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
