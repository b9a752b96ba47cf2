import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { lettersSettled, listLetters } from "~/platform/mail.server.ts";
import { forgetSessions } from "~/platform/session.server.ts";
import * as account from "~/routes/account.tsx";
import * as passwordForgotten from "~/routes/password-forgotten.tsx";
import * as passwordNew from "~/routes/password-new.tsx";
import * as signIn from "~/routes/sign-in.tsx";
import * as signOut from "~/routes/sign-out.ts";
import * as signUp from "~/routes/sign-up.tsx";
import { seedDemoAccounts } from "~db/seed-accounts.server.ts";
import { testDatabase } from "../../../tests/database.ts";
import { testSite, Visitor } from "../../../tests/site.tsx";

const dir = vi.hoisted(() => {
  process.env.SESSION_SECRET = "secret-pour-les-tests-de-compte-0123456789";
  process.env.DATA_DIR = `/tmp/bab-compte-${process.pid}`;
  return process.env.DATA_DIR;
});
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

const site = testSite({
  "/connexion": signIn,
  "/inscription": signUp,
  "/deconnexion": signOut,
  "/mot-de-passe-oublie": passwordForgotten,
  "/nouveau-mot-de-passe": passwordNew,
  "/compte": account,
});
const ana = { name: "Ana Martin", email: "ana@exemple.fr", password: "une-phrase-courte" };

async function letterLink() {
  await lettersSettled();
  const [letter] = await listLetters();
  return /http:\/\/localhost:3000(\S+)/.exec(letter?.text ?? "")?.[1] ?? "";
}

describe("the way in and out", () => {
  const test = testDatabase();
  beforeEach(() => fs.rmSync(path.join(dir, "outbox"), { recursive: true, force: true }));

  it("signs up, out, and in again, without scripts", async () => {
    const visitor = new Visitor(site);
    const page = await visitor.get("/inscription");
    expect(page.status).toBe(200);
    expect(page.text).toContain('autoComplete="new-password"');
    const up = await visitor.post("/inscription", ana);
    expect([up.status, up.location]).toEqual([302, "/tableau-de-bord"]);
    expect((await visitor.get("/compte")).text).toContain("Ana Martin");

    const token = visitor.cookie;
    const out = await visitor.post("/deconnexion", {});
    expect(out.location).toBe("/connexion?avis=deconnecte");
    expect(visitor.cookie).toBe("");
    expect((await visitor.get("/compte")).location).toBe("/connexion?retour=%2Fcompte");
    visitor.cookies.set("bloc.session_token", token.split("=")[1] ?? "");
    expect((await visitor.get("/compte")).status, "a stolen cookie is dead").toBe(302);
    visitor.cookies.clear();

    const back = await visitor.post("/connexion", {
      ...ana,
      email: " ANA@exemple.fr ",
      retour: "/compte",
    });
    expect([back.status, back.location]).toEqual([302, "/compte"]);
    expect((await visitor.get("/connexion")).location).toBe("/tableau-de-bord");
  });

  it("does not sign anyone out by a link", async () => {
    const visitor = new Visitor(site);
    await visitor.post("/inscription", ana);
    expect((await visitor.get("/deconnexion")).location).toBe("/compte");
    expect((await visitor.get("/compte")).status).toBe(200);
  });

  it("lists the faults in French, keeps what was typed, and never a password", async () => {
    const bad = { name: " ", email: "ana@", password: "tropcourt" };
    const answer = await new Visitor(site).post("/inscription", bad);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("3 points sont à corriger");
    expect(answer.text).toContain("Écrivez votre nom");
    expect(answer.text).toContain("Écrivez une adresse complète");
    expect(answer.text).toContain("au moins 10 caractères");
    expect(answer.text).toContain('href="#email"');
    expect(answer.text).toMatch(/aria-invalid="true"/);
    expect(answer.text).toContain('value="ana@"');
    expect(answer.text).not.toContain("tropcourt");
    expect(await test.db.selectFrom("users").selectAll().execute()).toEqual([]);
  });

  it.each([
    ["a name of markup", { name: '"><script>alert(1)</script>' }, 302],
    ["a name too long", { name: "a".repeat(81) }, 400],
    ["a name on two lines", { name: "Ana\r\nBcc: tous@exemple.fr" }, 400],
    ["a password too long", { password: "ab1".repeat(50) }, 400],
    ["a password of one letter", { password: "aaaaaaaaaaaa" }, 400],
    ["an address too long", { email: `${"a".repeat(260)}@exemple.fr` }, 400],
    ["a role", { role: "admin" }, 302],
    ["a verified address", { emailVerified: "true", email_verified: "true" }, 302],
  ])("answers %s", async (_label, fields, status) => {
    const visitor = new Visitor(site);
    const answer = await visitor.post("/inscription", { ...ana, ...fields } as typeof ana);
    expect(answer.status).toBe(status);
    const users = await test.db.selectFrom("users").select(["role", "email_verified"]).execute();
    expect(users).toEqual(status === 302 ? [{ role: "learner", email_verified: false }] : []);
    const page = status === 302 ? await visitor.get("/compte") : answer;
    expect(page.text).not.toContain("<script>alert");
  });

  it("returns only to pages of this site", async () => {
    await new Visitor(site).post("/inscription", ana);
    for (const retour of [
      "//evil.example",
      "https://evil.example",
      "/\\evil.example",
      "/.//evil.example",
      "/\t/evil",
    ]) {
      const visitor = new Visitor(site);
      const page = await visitor.get(`/connexion?${new URLSearchParams({ retour })}`);
      expect(page.text).not.toMatch(/(value|href)="[^"]*evil/);
      const answer = await visitor.post("/connexion", { ...ana, retour });
      expect([answer.status, answer.location]).toEqual([302, "/tableau-de-bord"]);
    }
  });

  it("says the same of a wrong password and of an unknown address", async () => {
    await new Visitor(site).post("/inscription", ana);
    const visitor = new Visitor(site, "203.0.113.8");
    const wrong = await visitor.post("/connexion", { ...ana, password: "pas-le-bon-mot" });
    const unknown = await visitor.post("/connexion", { ...ana, email: "bob@exemple.fr" });
    expect([wrong.status, unknown.status]).toEqual([400, 400]);
    expect(wrong.text.replaceAll("ana@", "bob@")).toBe(unknown.text);
    expect(wrong.text).toContain("Adresse ou mot de passe inexact");
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it("refuses a second account for an address, without naming it", async () => {
    await new Visitor(site).post("/inscription", ana);
    const again = { ...ana, email: "Ana@Exemple.fr", password: "un-autre-secret" };
    const answer = await new Visitor(site).post("/inscription", again);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("n’a pas abouti");
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await test.db.selectFrom("users").selectAll().execute()).toHaveLength(1);
  });

  it("makes one account of two sign-ups at once", async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => new Visitor(site).post("/inscription", ana)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([302, 400, 400]);
    expect(await test.db.selectFrom("users").selectAll().execute()).toHaveLength(1);
    expect(await test.db.selectFrom("accounts").selectAll().execute()).toHaveLength(1);
  });

  it("stops a person's guesses, tells how long, and not their neighbours'", async () => {
    await new Visitor(site).post("/inscription", ana);
    const visitor = new Visitor(site, "203.0.113.9");
    for (let i = 0; i < 8; i++) {
      expect(
        (await visitor.post("/connexion", { ...ana, password: `essai-numero-${i}` })).status,
      ).toBe(400);
    }
    const stopped = await visitor.post("/connexion", ana);
    expect(stopped.status).toBe(429);
    expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(500);
    expect(stopped.text).toMatch(/Trop d’essais ; réessayez dans 10 minutes\./);
    const neighbour = new Visitor(site, "203.0.113.10");
    expect((await neighbour.post("/connexion", ana)).status).toBe(302);
  });

  it("chooses a new password by the letter's link, once, and ends every session", async () => {
    const laptop = new Visitor(site);
    await laptop.post("/inscription", ana);
    const visitor = new Visitor(site);
    const asked = await visitor.post("/mot-de-passe-oublie", { email: ana.email });
    expect(asked.status).toBe(200);
    expect(asked.text).toContain("Si un compte existe avec cette adresse");
    const link = await letterLink();
    expect(link).toMatch(/^\/nouveau-mot-de-passe\?jeton=/);
    const jeton = new URLSearchParams(link.split("?")[1]).get("jeton") ?? "";
    const kept = await test.db.selectFrom("verifications").selectAll().execute();
    expect(JSON.stringify(kept), "the table cannot serve as a letter").not.toContain(jeton);

    expect((await visitor.get(link)).text).toContain(`value="${jeton}"`);
    const short = await visitor.post("/nouveau-mot-de-passe", { jeton, passwordNew: "court" });
    expect(short.status).toBe(400);
    const done = await visitor.post("/nouveau-mot-de-passe", {
      jeton,
      passwordNew: "une-autre-phrase",
    });
    expect(done.location).toBe("/connexion?avis=mot-de-passe-choisi");
    expect((await laptop.get("/compte")).status).toBe(302);

    const reused = await visitor.post("/nouveau-mot-de-passe", {
      jeton,
      passwordNew: "encore-une-autre",
    });
    expect(reused.location).toBe("/mot-de-passe-oublie?avis=lien-perime");
    expect((await visitor.get(reused.location ?? "")).text).toContain("Ce lien a déjà servi");
    expect((await visitor.post("/connexion", ana)).status).toBe(400);
    const now = { ...ana, password: "une-autre-phrase" };
    expect((await visitor.post("/connexion", now)).status).toBe(302);
  });

  it("spends a link used twice at once only once", async () => {
    await new Visitor(site).post("/inscription", ana);
    await new Visitor(site).post("/mot-de-passe-oublie", { email: ana.email });
    const jeton = new URLSearchParams((await letterLink()).split("?")[1]).get("jeton") ?? "";
    const answers = await Promise.all(
      ["premiere-phrase", "deuxieme-phrase"].map((passwordNew) =>
        new Visitor(site).post("/nouveau-mot-de-passe", { jeton, passwordNew }),
      ),
    );
    expect(answers.map((answer) => answer.location).sort()).toEqual([
      "/connexion?avis=mot-de-passe-choisi",
      "/mot-de-passe-oublie?avis=lien-perime",
    ]);
  });

  it("refuses a link of two hours ago and an invented one", async () => {
    await new Visitor(site).post("/inscription", ana);
    await new Visitor(site).post("/mot-de-passe-oublie", { email: ana.email });
    const jeton = new URLSearchParams((await letterLink()).split("?")[1]).get("jeton") ?? "";
    await test.db
      .updateTable("verifications")
      .set({ expires_at: new Date(Date.now() - 1) })
      .execute();
    for (const token of [jeton, "invente-invente-invente"]) {
      const answer = await new Visitor(site).post("/nouveau-mot-de-passe", {
        jeton: token,
        passwordNew: "une-autre-phrase",
      });
      expect(answer.location).toBe("/mot-de-passe-oublie?avis=lien-perime");
    }
  });

  it("answers a forgotten password alike for a stranger, and sends nothing", async () => {
    await new Visitor(site).post("/inscription", ana);
    const known = await new Visitor(site).post("/mot-de-passe-oublie", { email: ana.email });
    await lettersSettled();
    const letters = await listLetters();
    const stranger = await new Visitor(site).post("/mot-de-passe-oublie", {
      email: "inconnu@exemple.fr",
    });
    await lettersSettled();
    expect(stranger.text).toBe(known.text);
    expect(await listLetters()).toHaveLength(letters.length);
  });

  it("limits the letters to one address, known or not", async () => {
    const visitor = new Visitor(site);
    const statuses = [];
    for (let i = 0; i < 4; i++) {
      statuses.push(
        (await visitor.post("/mot-de-passe-oublie", { email: "bob@exemple.fr" })).status,
      );
    }
    expect(statuses).toEqual([200, 200, 200, 429]);
  });

  it("opens the demo accounts with the password it prints, however often it starts", async () => {
    const [first] = await Promise.all([seedDemoAccounts(test.db), seedDemoAccounts(test.db)]);
    expect(await seedDemoAccounts(test.db)).toEqual(first);
    expect(first?.map((account) => account.role)).toEqual(["learner", "trainer", "admin"]);
    for (const { email, password, role } of first ?? []) {
      const visitor = new Visitor(site);
      expect((await visitor.post("/connexion", { email, password })).status, role).toBe(302);
    }
    const users = await test.db
      .selectFrom("users")
      .select(["email", "role"])
      .orderBy("role")
      .execute();
    expect(users.map((user) => user.role)).toEqual(["admin", "learner", "trainer"]);
  });

  it("ends a session whose person is gone", async () => {
    const visitor = new Visitor(site);
    await visitor.post("/inscription", ana);
    await test.db.deleteFrom("users").execute();
    forgetSessions();
    expect((await visitor.get("/compte")).status).toBe(302);
  });
});
