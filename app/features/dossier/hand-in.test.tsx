import { createHash } from "node:crypto";
import { sql } from "kysely";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "~/domain/policy.ts";
import { openSnapshot } from "~/domain/submission.ts";
import * as receipt from "~/routes/receipt.tsx";
import * as receipts from "~/routes/receipts.tsx";
import * as pdf from "~/routes/submission-pdf.ts";
import * as snapshot from "~/routes/submission-snapshot.ts";
import * as page from "~/routes/workspace-dossier.tsx";
import * as submission from "~/routes/workspace-submission.tsx";
import { testDatabase } from "../../../tests/database.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";
import { smallCertification } from "../../../tests/small-certification.ts";
import { smallWorkspace, writeSection } from "../../../tests/small-workspace.ts";

let actor: Actor = null;
let missing = { blocking: 0, advisory: 0 };
vi.mock("~/platform/session.server.ts", () => ({ sessionActor: async () => actor }));
vi.mock("~/content/load.server.ts", () => ({ loadCertification: () => smallCertification }));
// What the « contrôle » finds has its own tests; here only what follows from it.
vi.mock("~/domain/dossier-check.ts", async (original) => {
  const real = await original<typeof import("~/domain/dossier-check.ts")>();
  return {
    ...real,
    checkDossier: (...args: Parameters<typeof real.checkDossier>) => ({
      ...real.checkDossier(...args),
      ...missing,
    }),
  };
});

const as = (id: string): Actor => ({ id, role: "learner", name: id, email: `${id}@exemple.test` });

describe("handing in", () => {
  const t = testDatabase();
  const site = testSite({
    "/espaces/:id/dossier": page,
    "/espaces/:id/depots/:number": submission,
    "/espaces/:id/depots/:number/dossier.pdf": pdf,
    "/espaces/:id/depots/:number/instantane.json": snapshot,
    "/recus": receipts,
    "/recus/:code": receipt,
  });
  const visitor = new Visitor(site);
  let id = "";
  const send = (fields: Record<string, string> = {}) =>
    visitor.post(`/espaces/${id}/dossier`, { intent: "hand-in", number: "1", ...fields });
  const kept = () => t.db.selectFrom("submissions").selectAll().orderBy("number").execute();

  beforeEach(async () => {
    actor = as("lea");
    missing = { blocking: 0, advisory: 0 };
    id = (await smallWorkspace(t.db, "lea")).id;
    await writeSection(t.db, id, "constat", "Une librairie entre deux quais.");
  });

  it("seals what was written: its digest is that of the file, and later writing changes nothing", async () => {
    expect((await send()).location).toBe(`/espaces/${id}/depots/1`);
    await writeSection(t.db, id, "constat", "Tout autre chose.");

    const file = await visitor.get(`/espaces/${id}/depots/1/instantane.json`);
    const [row] = await kept();
    expect(createHash("sha256").update(file.text, "utf8").digest("hex")).toBe(row!.sha256);
    const { material, number } = openSnapshot(file.text);
    expect(number).toBe(1);
    expect(JSON.stringify(material.sections)).toContain("entre deux quais");
    expect(file.text).not.toContain("Tout autre chose");

    const shown = (await visitor.get(`/espaces/${id}/depots/1`)).text;
    expect(shown).toMatch(/5\smots/);
    for (const word of [row!.code, row!.sha256]) expect(shown).toContain(word);
    const made = await visitor.get(`/espaces/${id}/depots/1/dossier.pdf`);
    expect(made.headers.get("content-type")).toBe("application/pdf");
  });

  it("is refused by the database when anything tries to change it", async () => {
    await send();
    await expect(sql`update submissions set words = 9`.execute(t.db)).rejects.toThrow(/never/);
  });

  it("keeps nothing while something is to be mended, and says so", async () => {
    missing = { blocking: 2, advisory: 0 };
    const answer = await send();
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Rien n’a été remis");
    expect(await kept()).toEqual([]);
  });

  it("asks that the remarks were read", async () => {
    missing = { blocking: 0, advisory: 3 };
    expect((await send()).status).toBe(422);
    expect(await kept()).toEqual([]);
    expect((await send({ accepted: "on" })).location).toBe(`/espaces/${id}/depots/1`);
    expect((await kept())[0]!.remarks).toBe(3);
  });

  it("keeps one hand-in of a form sent twice, even at once", async () => {
    const sent = await Promise.all([send(), send(), send()]);
    expect(sent.map((s) => s.location)).toEqual(Array(3).fill(`/espaces/${id}/depots/1`));
    expect(await kept()).toHaveLength(1);
    expect((await send({ number: "3" })).status).toBe(422);
    await send({ number: "2" });
    expect((await kept()).map((row) => row.number)).toEqual([1, 2]);
  });

  it("stops somebody who hands in again and again, and keeps what was handed in", async () => {
    for (let n = 0; n < 20; n++) await send();
    const answer = await send({ number: "2" });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Votre travail est intact");
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    { intent: "autre" },
    { number: "0" },
    { number: "1.5" },
    { number: "x" },
    { accepted: "<b>" },
  ] as Record<string, string>[])("refuses a form nobody was given: %j", async (fields) => {
    expect((await send(fields)).status).toBe(400);
    expect(await kept()).toEqual([]);
  });

  it("is nobody else's", async () => {
    await send();
    actor = as("bob");
    for (const path of ["", "/dossier.pdf", "/instantane.json"])
      expect((await visitor.get(`/espaces/${id}/depots/1${path}`)).status, path).toBe(404);
    expect((await send({ number: "2" })).status).toBe(404);
    actor = as("lea");
    for (const number of ["2", "0", "-1", "01", "1e3", "x"])
      expect((await visitor.get(`/espaces/${id}/depots/${number}`)).status, number).toBe(404);
  });

  it("gives a receipt that anyone may check, without the name or the text", async () => {
    await send();
    const [row] = await kept();
    actor = null;
    const typed = row!.code.toLowerCase().replaceAll("-", " ");
    const found = await visitor.get(`/recus?${new URLSearchParams({ code: typed })}`);
    expect(found.location).toBe(`/recus/${row!.code}`);
    const shown = (await visitor.get(found.location!)).text;
    expect(shown).toContain(row!.sha256);
    expect(shown).not.toContain("Personne lea");
    expect(shown).not.toContain("entre deux quais");

    expect(shown).not.toContain('type="file"');

    const compare = async (digest: string) =>
      (await visitor.get(`/recus/${row!.code}?empreinte=${digest}`)).text;
    expect(await compare(row!.sha256.toUpperCase())).toContain("C’est le même");
    expect(await compare("0".repeat(64))).toContain("Ce n’est pas le même");
    expect(await compare("<script>")).toContain("Ce n’est pas une empreinte");
  });

  it("knows no receipt of a code that was never given", async () => {
    expect((await visitor.get("/recus/2345-6789-ABCD")).text).toContain("Aucun reçu");
    expect((await visitor.get("/recus?code=abc")).text).toContain("pas un code de reçu");
  });
});
