import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lettersSettled, listLetters } from "~/platform/mail.server.ts";
import { forgetSessions } from "~/platform/session.server.ts";
import { assetKey, storage } from "~/platform/storage.server.ts";
import * as account from "~/routes/account.tsx";
import * as accountEmail from "~/routes/account-email.ts";
import * as outbox from "~/routes/outbox.tsx";
import * as signIn from "~/routes/sign-in.tsx";
import * as signUp from "~/routes/sign-up.tsx";
import { testDatabase } from "../../../tests/database.ts";
import { insertFullWorkspace } from "../../../tests/full-workspace.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";

const dir = vi.hoisted(() => {
  process.env.SESSION_SECRET = "secret-pour-les-tests-de-compte-0123456789";
  process.env.DATA_DIR = `/tmp/bab-changes-${process.pid}`;
  return process.env.DATA_DIR;
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const site = testSite({
  "/connexion": signIn,
  "/inscription": signUp,
  "/compte": account,
  "/compte/adresse": accountEmail,
  "/courriels": outbox,
});
const ana = { name: "Ana Martin", email: "ana@exemple.fr", password: "une-phrase-courte" };
const bob = { name: "Bob", email: "bob@exemple.fr", password: "une-autre-phrase" };

async function enrolled(person = ana): Promise<Visitor> {
  const visitor = new Visitor(site);
  await visitor.post("/inscription", person);
  return visitor;
}

async function letters() {
  await lettersSettled();
  return listLetters();
}

const linkOf = (text = "") => /http:\/\/localhost:3000(\S+)/.exec(text)?.[1] ?? "";

describe("the account page", () => {
  const test = testDatabase();
  const users = () => test.db.selectFrom("users").select(["name", "email"]).execute();
  beforeEach(() => fs.rmSync(path.join(dir, "outbox"), { recursive: true, force: true }));

  it("sends a visitor to sign-in, and a form of theirs too", async () => {
    const visitor = new Visitor(site);
    expect((await visitor.get("/compte")).location).toBe("/connexion?retour=%2Fcompte");
    expect((await visitor.post("/compte", { intent: "name", name: "X" })).status).toBe(401);
  });

  it("changes a name, shown as text whatever it holds", async () => {
    const visitor = await enrolled();
    const name = '<img src=x onerror="alert(1)"> & Cie';
    const answer = await visitor.post("/compte", { intent: "name", name });
    expect(answer.location).toBe("/compte?avis=nom-change");
    const page = await visitor.get("/compte?avis=nom-change");
    expect(page.text).toContain("Votre nom est changé");
    expect(page.text).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Cie");
    expect(page.text).not.toContain("<img src=x");
    const empty = await visitor.post("/compte", { intent: "name", name: "" });
    expect([empty.status, (await users())[0]?.name]).toEqual([400, name]);
  });

  it("says only what it knows: an address cannot put words on the page", async () => {
    const visitor = await enrolled();
    const page = await visitor.get(`/compte?${new URLSearchParams({ avis: "Appelez le 0899" })}`);
    expect(page.text).not.toContain("0899<");
    expect(page.text).not.toContain('role="status"');
    expect((await visitor.get("/compte?avis=constructor")).status).toBe(200);
  });

  it("refuses a form that it does not know", async () => {
    const visitor = await enrolled();
    expect((await visitor.post("/compte", { intent: "role", role: "admin" })).status).toBe(400);
    expect((await visitor.post("/compte", {})).status).toBe(400);
  });

  it("changes the address once its letter is followed, by its owner, and warns the old one", async () => {
    const visitor = await enrolled();
    const wanted = { intent: "email", emailNew: "ana@nouveau.fr", emailPassword: ana.password };
    const wrong = await visitor.post("/compte", { ...wanted, emailPassword: "pas-le-bon" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain("Ce n’est pas votre mot de passe actuel");
    expect(await letters()).toEqual([]);

    const asked = await visitor.post("/compte", wanted);
    expect(asked.location).toBe("/compte?avis=adresse-a-confirmer");
    expect((await users())[0]?.email).toBe(ana.email);
    const [letter] = await letters();
    expect(letter).toMatchObject({ to: "ana@nouveau.fr" });
    const link = linkOf(letter?.text);

    expect((await new Visitor(site).get(link)).location).toMatch(
      /^\/connexion\?retour=%2Fcompte%2Fadresse/,
    );
    const other = await enrolled(bob);
    expect((await other.get(link)).location).toBe("/compte?avis=lien-perime");
    expect((await users()).map((user) => user.email)).toEqual([ana.email, bob.email]);

    expect((await visitor.get(link)).location).toBe("/compte?avis=adresse-changee");
    expect((await visitor.get("/compte")).text).toContain("ana@nouveau.fr");
    const warned = (await letters()).find((kept) => kept.to === ana.email);
    expect(warned?.subject).toContain("L’adresse de votre compte a changé");
    expect((await visitor.get(link)).location).toBe("/compte?avis=lien-perime");
    expect((await new Visitor(site).post("/connexion", ana)).status).toBe(400);
    const now = { ...ana, email: "ana@nouveau.fr" };
    expect((await new Visitor(site).post("/connexion", now)).status).toBe(302);
  });

  it("does not tell that the wanted address is another's, and never gives it twice", async () => {
    const visitor = await enrolled();
    await enrolled(bob);
    const taken = { intent: "email", emailNew: bob.email, emailPassword: ana.password };
    expect((await visitor.post("/compte", taken)).location).toBe(
      "/compte?avis=adresse-a-confirmer",
    );
    expect(await letters()).toEqual([]);

    await visitor.post("/compte", { ...taken, emailNew: "libre@exemple.fr" });
    const link = linkOf((await letters())[0]?.text);
    await enrolled({ ...bob, email: "libre@exemple.fr" });
    expect((await visitor.get(link)).location).toBe("/compte?avis=lien-perime");
    expect((await users()).filter((user) => user.email === "libre@exemple.fr")).toHaveLength(1);
  });

  it("refuses forged links about addresses", async () => {
    const visitor = await enrolled();
    const claim = Buffer.from(JSON.stringify({ email: ana.email, updateTo: "voleur@exemple.fr" }));
    for (const jeton of ["", "abc", `eyJhbGciOiJub25lIn0.${claim.toString("base64url")}.`]) {
      const answer = await visitor.get(`/compte/adresse?${new URLSearchParams({ jeton })}`);
      expect(answer.location).toMatch(/avis=lien-perime$/);
    }
    expect((await users())[0]?.email).toBe(ana.email);
  });

  it("changes the password with the current one, and ends the other sessions", async () => {
    const visitor = await enrolled();
    const phone = new Visitor(site);
    await phone.post("/connexion", ana);
    const wanted = {
      intent: "password",
      passwordCurrent: ana.password,
      passwordNew: "toute-neuve-phrase",
    };
    const wrong = await visitor.post("/compte", { ...wanted, passwordCurrent: "pas-le-bon" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).not.toContain("toute-neuve-phrase");
    expect(wrong.text).not.toContain("pas-le-bon");
    expect((await phone.get("/compte")).status).toBe(200);

    const before = visitor.cookie;
    expect((await visitor.post("/compte", wanted)).location).toBe(
      "/compte?avis=mot-de-passe-change",
    );
    expect(visitor.cookie).not.toBe(before);
    expect((await visitor.get("/compte")).status).toBe(200);
    expect((await phone.get("/compte")).status).toBe(302);
    expect((await phone.post("/connexion", ana)).status).toBe(400);
  });

  it("does not let an open session guess the password", async () => {
    const visitor = await enrolled();
    const guess = { intent: "delete", deletePassword: "essai-1234", deleteWord: "SUPPRIMER" };
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await visitor.post("/compte", guess)).status);
    expect(statuses.slice(0, 10).every((status) => status === 400)).toBe(true);
    expect(statuses[10]).toBe(429);
  });

  it("lists the devices and ends one, or all others, but never another person's", async () => {
    const visitor = await enrolled();
    const phone = new Visitor(site);
    await phone.post("/connexion", ana);
    const other = await enrolled(bob);
    const page = await visitor.get("/compte");
    expect(page.text).toContain("Cet appareil");
    expect(page.text).toContain("Firefox sur Linux");
    const tokens = await test.db.selectFrom("sessions").select("token").execute();
    for (const { token } of tokens) expect(page.text).not.toContain(token);
    const [, id = ""] = /name="session" value="([^"]+)"/.exec(page.text) ?? [];

    expect((await other.post("/compte", { intent: "session", session: id })).status).toBe(404);
    expect((await phone.get("/compte")).status).toBe(200);
    const ended = await visitor.post("/compte", { intent: "session", session: id });
    expect(ended.location).toBe("/compte?avis=appareil-deconnecte");
    expect((await phone.get("/compte")).status).toBe(302);

    await phone.post("/connexion", ana);
    await visitor.post("/compte", { intent: "sessions" });
    expect((await phone.get("/compte")).status).toBe(302);
    expect((await visitor.get("/compte")).status).toBe(200);
    expect((await other.get("/compte")).status).toBe(200);
  });

  it("erases the account, everything of theirs, files included, and nothing of others", async () => {
    const visitor = await enrolled();
    const other = await enrolled(bob);
    const people = await test.db.selectFrom("users").select(["id", "email"]).execute();
    const idOf = (email: string) => people.find((person) => person.email === email)?.id ?? "";
    const hers = await insertFullWorkspace(test.db, idOf(ana.email));
    const his = await insertFullWorkspace(test.db, idOf(bob.email));

    const wanted = { intent: "delete", deletePassword: ana.password, deleteWord: "supprimer" };
    const unsure = await visitor.post("/compte", { ...wanted, deleteWord: "oui" });
    expect(unsure.status).toBe(400);
    expect(unsure.text).toContain("Écrivez SUPPRIMER pour confirmer");
    const wrong = await visitor.post("/compte", { ...wanted, deletePassword: "pas-le-bon" });
    expect(wrong.status).toBe(400);
    expect(await users()).toHaveLength(2);

    const gone = await visitor.post("/compte", wanted);
    expect(gone.location).toBe("/connexion?avis=compte-efface");
    expect(visitor.cookie).toBe("");
    expect((await visitor.get("/connexion?avis=compte-efface")).text).toContain("sont effacés");
    expect((await users()).map((user) => user.email)).toEqual([bob.email]);
    for (const table of [
      "workspaces",
      "sections",
      "section_revisions",
      "assets",
      "tool_sessions",
      "tool_actions",
      "prompt_runs",
      "ai_uses",
      "prompt_assertions",
      "submissions",
      "ratings",
      "evidence",
      "sessions",
      "accounts",
    ] as const) {
      const rows = await test.db.selectFrom(table).selectAll().execute();
      expect(rows.length, table).toBe(table === "section_revisions" ? 45 : 1);
    }
    await expect(storage().read(assetKey(hers.workspaceId, hers.assetId))).rejects.toThrow(
      /ENOENT/,
    );
    expect(await storage().read(assetKey(his.workspaceId, his.assetId))).toHaveLength(5);
    expect((await other.get("/compte")).status).toBe(200);
  });

  it("leaves nothing of a person in the tables, by any name", async () => {
    const visitor = await enrolled();
    await visitor.post("/compte", {
      intent: "email",
      emailNew: "autre@exemple.fr",
      emailPassword: ana.password,
    });
    await lettersSettled();
    await visitor.post("/compte", {
      intent: "delete",
      deletePassword: ana.password,
      deleteWord: "SUPPRIMER",
    });
    for (const table of ["users", "accounts", "sessions", "verifications"] as const) {
      expect(await test.db.selectFrom(table).selectAll().execute(), table).toEqual([]);
    }
    const limits = JSON.stringify(await test.db.selectFrom("rate_limits").selectAll().execute());
    expect(limits).not.toContain("exemple.fr");
  });

  it("shows kept letters to an administrator only", async () => {
    const visitor = await enrolled();
    await visitor.post("/compte", {
      intent: "email",
      emailNew: "autre@exemple.fr",
      emailPassword: ana.password,
    });
    await lettersSettled();
    expect((await new Visitor(site).get("/courriels")).status).toBe(302);
    expect((await visitor.get("/courriels")).status).toBe(404);
    await test.db.updateTable("users").set({ role: "admin" }).execute();
    forgetSessions();
    const page = await visitor.get("/courriels");
    expect(page.status).toBe(200);
    expect(page.text).toContain("Confirmez votre nouvelle adresse");
    expect(page.text).toContain("autre@exemple.fr");
  });
});
