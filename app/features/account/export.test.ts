import fs from "node:fs";
import { afterAll, describe, expect, it, vi } from "vitest";
import { storage, workspaceKeyPrefix } from "~/platform/storage.server.ts";
import * as accountData from "~/routes/account-data.ts";
import * as signUp from "~/routes/sign-up.tsx";
import { testDatabase } from "../../../tests/database.ts";
import { insertFullWorkspace } from "../../../tests/full-workspace.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";
import { unzip } from "../../../tests/unzip.ts";

const dir = vi.hoisted(() => {
  process.env.SESSION_SECRET = "secret-pour-les-tests-de-compte-0123456789";
  process.env.DATA_DIR = `/tmp/bab-export-${process.pid}`;
  return process.env.DATA_DIR;
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

describe("my data", () => {
  const test = testDatabase();
  const site = testSite({ "/inscription": signUp, "/compte/donnees": accountData });
  const ana = { name: "Ana", email: "ana@exemple.fr", password: "une-phrase-courte" };
  const bob = { name: "Bob", email: "bob@exemple.fr", password: "une-autre-phrase" };

  async function enrolled(person: typeof ana) {
    const visitor = new Visitor(site);
    await visitor.post("/inscription", person);
    const { id } = await test.db
      .selectFrom("users")
      .select("id")
      .where("email", "=", person.email)
      .executeTakeFirstOrThrow();
    return { visitor, id };
  }

  it("needs a session", async () => {
    expect((await new Visitor(site).get("/compte/donnees")).status).toBe(302);
  });

  it("gives everything of mine, as it was written, and nothing of others or of secrets", async () => {
    const { visitor, id } = await enrolled(ana);
    const other = await enrolled(bob);
    const { assetId } = await insertFullWorkspace(test.db, id);
    const his = await insertFullWorkspace(test.db, other.id);
    const answer = await visitor.get("/compte/donnees");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="[\w-]+\.zip"$/,
    );
    const files = unzip(answer.bytes);
    const folder = "espaces/001-cas-fictif";
    expect([...files.keys()]).toEqual([
      "LISEZ-MOI.txt",
      "compte.json",
      `${folder}/espace.json`,
      `${folder}/versions.json`,
      `${folder}/images/${assetId}.webp`,
    ]);
    const read = (name: string) => JSON.parse(files.get(name)?.toString() ?? "");
    expect(read("compte.json").profile).toMatchObject({
      name: "Ana",
      email: ana.email,
      role: "learner",
    });
    expect(read("compte.json").sessions).toHaveLength(1);
    expect(read("compte.json").modelUses).toMatchObject([{ kind: "text", tokens: 12 }]);
    const workspace = read(`${folder}/espace.json`);
    expect(workspace.sections[0].doc.content[0].content[0].text).toBe("L’été à Sète");
    for (const part of [
      "steps",
      "sections",
      "tools",
      "promptRuns",
      "promptAssertions",
      "ratings",
      "evidence",
      "assets",
    ]) {
      expect(workspace[part], part).toHaveLength(1);
    }
    expect(workspace.tools[0].actions[0].action).toEqual({ ask: "Quel budget ?" });
    const versions = read(`${folder}/versions.json`);
    expect(versions.map((v: { version: number }) => v.version)).toEqual(
      Array.from({ length: 45 }, (_, index) => index + 1),
    );
    expect(files.get(`${folder}/images/${assetId}.webp`)).toEqual(Buffer.from([1, 2, 3, 4, 5]));

    const all = Buffer.concat([...files.values()]).toString();
    const secrets = await test.db.selectFrom("accounts").select("password").execute();
    const tokens = await test.db.selectFrom("sessions").select("token").execute();
    for (const { password } of secrets) expect(all).not.toContain(password);
    for (const { token } of tokens) expect(all).not.toContain(token);
    expect(all).not.toContain(his.workspaceId);
    expect(all).not.toContain(bob.email);
  });

  it("gives the rest when an image file is missing", async () => {
    const { visitor, id } = await enrolled(ana);
    const { workspaceId } = await insertFullWorkspace(test.db, id);
    await storage().removePrefix(workspaceKeyPrefix(workspaceId));
    const files = unzip((await visitor.get("/compte/donnees")).bytes);
    expect(files.size).toBe(4);
  });

  it("is not a way to keep the server busy", async () => {
    const { visitor } = await enrolled(ana);
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await visitor.get("/compte/donnees")).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses[10]).toBe(429);
  });
});
