import fs from "node:fs";
import { crc32, inflateRawSync } from "node:zlib";
import { afterAll, describe, expect, it, vi } from "vitest";
import { storage, workspaceKeyPrefix } from "~/platform/storage.server.ts";
import * as accountData from "~/routes/account-data.ts";
import * as signUp from "~/routes/sign-up.tsx";
import { testDatabase } from "../../../tests/database.ts";
import { insertFullWorkspace } from "../../../tests/full-workspace.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";
import { type ZipEntry, zip } from "./zip.server.ts";

const dir = vi.hoisted(() => {
  process.env.SESSION_SECRET = "secret-pour-les-tests-de-compte-0123456789";
  process.env.DATA_DIR = `/tmp/bab-export-${process.pid}`;
  return process.env.DATA_DIR;
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

/** Reads an archive by its central directory, as unzip does, checking every size and checksum. */
function unzip(archive: Buffer): Map<string, Buffer> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, Buffer>();
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < archive.readUInt16LE(end + 10); i++) {
    expect(archive.readUInt32LE(at)).toBe(0x02014b50);
    const [crc, packed, plain, nameLength] = [16, 20, 24]
      .map((o) => archive.readUInt32LE(at + o))
      .concat(archive.readUInt16LE(at + 28)) as [number, number, number, number];
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    expect(archive.readUInt32LE(local)).toBe(0x04034b50);
    const start = local + 30 + archive.readUInt16LE(local + 26);
    const bytes = inflateRawSync(archive.subarray(start, start + packed));
    expect([bytes.length, crc32(bytes)]).toEqual([plain, crc]);
    files.set(name, bytes);
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

async function collect(entries: ZipEntry[]) {
  async function* all() {
    yield* entries;
  }
  const blocks: Buffer[] = [];
  for await (const block of zip(all())) blocks.push(block);
  return Buffer.concat(blocks);
}

describe("zip", () => {
  it("packs text, bytes, streams, empty files and accented names", async () => {
    async function* stream() {
      for (let i = 0; i < 100; i++) yield "élan ".repeat(1_000);
    }
    const files = unzip(
      await collect([
        { path: "a.txt", content: "été" },
        { path: "vide.txt", content: "" },
        { path: "dossier/b.bin", content: new Uint8Array(70_000).fill(7) },
        { path: "Évaluation.json", content: stream() },
      ]),
    );
    expect([...files.keys()]).toEqual(["a.txt", "vide.txt", "dossier/b.bin", "Évaluation.json"]);
    expect(files.get("a.txt")?.toString()).toBe("été");
    expect(files.get("vide.txt")).toHaveLength(0);
    expect(files.get("Évaluation.json")).toHaveLength(600_000);
  });

  it("packs nothing into a valid archive", async () => {
    expect(unzip(await collect([])).size).toBe(0);
  });

  it("breaks off when a source breaks", async () => {
    async function* broken() {
      yield "début";
      throw new Error("base perdue");
    }
    await expect(collect([{ path: "x", content: broken() }])).rejects.toThrow("base perdue");
  });
});

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
