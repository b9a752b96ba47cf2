import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/domain/policy.ts";
import { publicSubject } from "~/domain/subject.ts";
import { sealSnapshot } from "~/domain/submission.ts";
import * as page from "~/routes/cohort.tsx";
import * as join from "~/routes/cohort-join.tsx";
import * as file from "~/routes/cohort-submission.ts";
import * as list from "~/routes/cohorts.tsx";
import * as submission from "~/routes/workspace-submission.tsx";
import { testDatabase } from "../../../tests/database.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";
import { smallCertification, smallSubject } from "../../../tests/small-certification.ts";
import { person, smallWorkspace } from "../../../tests/small-workspace.ts";

let actor: Actor = null;
vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => actor }));
vi.mock("~/content/load.server.ts", () => ({ loadCertification: () => smallCertification }));
const be = (id: string | null) => {
  actor = id === null ? null : { id, role: "learner", name: id, email: `${id}@exemple.test` };
};

describe("groups", () => {
  const t = testDatabase();
  const visitor = new Visitor(
    testSite({
      "/groupes": list,
      "/groupes/:id": page,
      "/groupes/:id/depots/:submission": file,
      "/rejoindre/:code": join,
      "/espaces/:id/depots/:number": submission,
    }),
  );
  let group = "";
  let code = "";

  beforeEach(async () => {
    for (const id of ["theo", "lea", "bob"]) await person(t.db, id);
    be("theo");
    group = (await visitor.post("/groupes", { name: "  Promotion   de mars " })).location ?? "";
    const row = await t.db.selectFrom("cohorts").selectAll().executeTakeFirstOrThrow();
    expect(row.name).toBe("Promotion de mars");
    code = row.code;
  });

  const handedIn = async (owner: string) => {
    const { id } = await smallWorkspace(t.db, owner);
    const row = {
      workspace_id: id,
      number: 1,
      attempt: 1,
      code: `X-${id}`,
      sha256: "0".repeat(64),
      words: 3,
      remarks: 0,
      snapshot: sealSnapshot({
        format: 1,
        workspace: { id, title: "Essai", attempt: 1 },
        number: 1,
        files: [],
        material: {
          subject: publicSubject(smallSubject),
          certification: smallCertification,
          block: smallCertification.blocks[0]!,
          sections: [],
          figures: [],
          images: [],
          ratings: [],
          evidence: [],
          promptRuns: [],
          artefacts: [],
          author: owner,
          date: new Date(),
        },
      }),
      submitted_at: new Date(),
    };
    const made = await t.db
      .insertInto("submissions")
      .values(row)
      .returning("id")
      .executeTakeFirstOrThrow();
    return { workspace: id, submission: made.id };
  };
  const given = () => t.db.selectFrom("cohort_submissions").selectAll().execute();

  it("opens with its code, and tells a learner nothing but who trains", async () => {
    be("lea");
    const asked = await visitor.get(`/rejoindre/${code.toLowerCase().replace("-", "")}`);
    expect(asked.text).toContain("Personne theo");
    expect((await visitor.post(`/rejoindre/${code}`, {})).location).toBe(group);
    const shown = (await visitor.get(group)).text;
    expect(shown).toContain("Personne theo");
    expect(shown).not.toContain(code);
    expect(shown).not.toContain("Personne lea");
    be("theo");
    expect((await visitor.get(group)).text).toContain("Personne lea");
  });

  it("joins once, and does not turn a trainer into a learner", async () => {
    await visitor.post(`/rejoindre/${code}`, {});
    be("lea");
    await Promise.all([1, 2, 3].map(() => visitor.post(`/rejoindre/${code}`, {})));
    const people = await t.db.selectFrom("cohort_people").select(["user_id", "role"]).execute();
    expect(people.sort((a, b) => a.user_id.localeCompare(b.user_id))).toEqual([
      { user_id: "lea", role: "learner" },
      { user_id: "theo", role: "trainer" },
    ]);
  });

  it("does not open with another code, an old one, or once archived", async () => {
    be("lea");
    expect((await visitor.get("/rejoindre/2345-6789")).status).toBe(404);
    expect((await visitor.post("/rejoindre/2345-6789", {})).status).toBe(422);
    be("theo");
    await visitor.post(group, { intent: "archive" });
    be("lea");
    expect((await visitor.get(`/rejoindre/${code}`)).status).toBe(404);
    be("theo");
    await visitor.post(group, { intent: "reopen" });
    await visitor.post(group, { intent: "new-code" });
    be("lea");
    expect((await visitor.get(`/rejoindre/${code}`)).status).toBe(404);
  });

  it("receives what a learner gives, and loses it when they leave or are taken out", async () => {
    const { workspace, submission: id } = await handedIn("lea");
    be("lea");
    const cohort = group.split("/").at(-1)!;
    const give = () => visitor.post(`/espaces/${workspace}/depots/1`, { cohort });
    // Not in the group yet: a form that nobody was shown gives nothing.
    expect((await give()).status).toBe(400);
    for (const leave of ["lea", "theo"]) {
      be("lea");
      await visitor.post(`/rejoindre/${code}`, {});
      expect((await give()).location).toBe(`/espaces/${workspace}/depots/1`);
      await give();
      expect((await given()).map((row) => row.submission_id)).toEqual([id]);
      be("theo");
      expect((await visitor.get(group)).text).toContain("L’essai de la librairie");
      be(leave);
      await visitor.post(
        group,
        leave === "lea" ? { intent: "leave" } : { intent: "remove", person: "lea" },
      );
      expect(await given()).toEqual([]);
    }
  });

  it("is closed to strangers and to visitors", async () => {
    be("bob");
    for (const path of [group, `${group}/depots/${crypto.randomUUID()}`, "/groupes/x"])
      expect((await visitor.get(path)).status, path).toBe(404);
    for (const intent of ["archive", "leave", "rename"])
      expect((await visitor.post(group, { intent, name: "À moi" })).status, intent).toBe(404);
    be(null);
    expect((await visitor.get(group)).location).toMatch(/^\/connexion/);
    expect((await visitor.get("/groupes")).location).toMatch(/^\/connexion/);
  });

  it("is run by its trainers only", async () => {
    be("lea");
    await visitor.post(`/rejoindre/${code}`, {});
    for (const form of [{ intent: "archive" }, { intent: "remove", person: "theo" }])
      expect((await visitor.post(group, form as Record<string, string>)).status).toBe(403);
    const { submission: id } = await handedIn("lea");
    expect((await visitor.get(`${group}/depots/${id}`)).status).toBe(403);
    be("theo");
    // Handed in, but not given to this group.
    expect((await visitor.get(`${group}/depots/${id}`)).status).toBe(404);
    expect((await visitor.post(group, { intent: "remove", person: "theo" })).status).toBe(422);
  });

  it.each(["", "   ", "x".repeat(81)])("keeps no group named %j", async (name) => {
    expect((await visitor.post("/groupes", { name })).status).toBe(422);
    expect((await visitor.post(group, { intent: "rename", name })).status).toBe(422);
    expect(await t.db.selectFrom("cohorts").select("name").execute()).toEqual([
      { name: "Promotion de mars" },
    ]);
  });

  it("writes markup in a name as text", async () => {
    await visitor.post(group, { intent: "rename", name: "<script>alert(1)</script>" });
    const shown = (await visitor.get(group)).text;
    expect(shown).toContain("&lt;script&gt;");
    expect(shown).not.toContain("<script>alert");
  });
});
