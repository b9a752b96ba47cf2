import { createHmac } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { testDatabase } from "../../tests/database.ts";
import { auth, authHeaders, isAddressChange } from "./auth.server.ts";
import { sessionSecret } from "./secret.server.ts";
import { forgetSessions, openSession, sessionActor } from "./session.server.ts";

vi.hoisted(() => {
  process.env.SESSION_SECRET = "secret-pour-les-tests-de-session-0123456789";
});

const DAY = 24 * 3600 * 1000;

describe("sessions", () => {
  const test = testDatabase();

  async function signUp(extra: Record<string, unknown> = {}) {
    const { headers } = await auth().api.signUpEmail({
      body: { name: "Ana", email: "ana@exemple.fr", password: "mot-de-passe-1", ...extra },
      headers: authHeaders(request("", { "user-agent": "Essai" }), "203.0.113.7"),
      returnHeaders: true,
    });
    const [line = ""] = headers.getSetCookie();
    return { line, cookie: line.split(";")[0] as string };
  }
  const request = (cookie: string, headers: Record<string, string> = {}) =>
    new Request("http://localhost:3000/", { headers: { cookie, ...headers } });
  const sessions = () => test.db.selectFrom("sessions").selectAll().execute();
  const sign = (token: string, secret = sessionSecret()) =>
    `bloc.session_token=${encodeURIComponent(`${token}.${createHmac("sha256", secret).update(token).digest("base64")}`)}`;

  it("opens with a cookie that scripts cannot read, for 30 days from the last visit", async () => {
    const { line, cookie } = await signUp();
    expect(line).toMatch(/^bloc\.session_token=/);
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(line).toMatch(/Path=\//);
    expect(await sessionActor(request(cookie))).toMatchObject({ name: "Ana", role: "learner" });
    const [row] = await sessions();
    expect(row).toMatchObject({ ip_address: "203.0.113.7", user_agent: "Essai" });
    expect(Math.round(((row?.expires_at.getTime() ?? 0) - Date.now()) / DAY)).toBe(30);
  });

  it("gives no role that was asked for", async () => {
    await signUp({ role: "admin" }).catch(() => null);
    const roles = await test.db.selectFrom("users").select("role").execute();
    expect(roles.every(({ role }) => role === "learner")).toBe(true);
  });

  it("keeps a scrypt hash, never the password", async () => {
    await signUp();
    const rows = await test.db.selectFrom("accounts").selectAll().execute();
    expect(rows[0]?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
    expect(JSON.stringify(rows)).not.toContain("mot-de-passe-1");
  });

  it("reads the same session as the library", async () => {
    const { cookie } = await signUp();
    const theirs = await auth().api.getSession({ headers: new Headers({ cookie }) });
    const ours = await openSession(request(cookie));
    expect(ours?.actor.id).toBe(theirs?.user.id);
    expect(ours?.sessionId).toBe(theirs?.session.id);
  });

  it("refuses cookies that are not ours", async () => {
    const { cookie } = await signUp();
    const token = (await sessions())[0]?.token ?? "";
    const forged = [
      "",
      "bloc.session_token=",
      "bloc.session_token=%",
      `bloc.session_token=${token}`,
      `bloc.session_token=${token}.`,
      sign(token, "un-autre-secret"),
      sign("un-jeton-inconnu"),
      `autre=${cookie.split("=")[1]}`,
      `${cookie.slice(0, -4)}AAAA`,
      `bloc.session_token=${"a".repeat(5_000)}.b`,
      sign("' or 1=1 --"),
    ];
    for (const value of forged) expect(await sessionActor(request(value)), value).toBeNull();
    expect(await sessionActor(request(sign(token)))).not.toBeNull();
    expect(await sessionActor(request(`a=b; ${cookie}; c=d`))).not.toBeNull();
  });

  it("ends at its hour, even when it was read just before", async () => {
    const { cookie } = await signUp();
    await test.db
      .updateTable("sessions")
      .set({ expires_at: new Date(Date.now() + 300) })
      .execute();
    expect(await sessionActor(request(cookie))).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(await sessionActor(request(cookie))).toBeNull();
  });

  it("slides at the first visit of a day, not at each", async () => {
    const { cookie } = await signUp();
    const yesterday = new Date(Date.now() - 2 * DAY);
    const soon = new Date(Date.now() + 5 * DAY);
    await test.db.updateTable("sessions").set({ expires_at: soon }).execute();
    await sessionActor(request(cookie));
    expect((await sessions())[0]?.expires_at).toEqual(soon);
    await test.db.updateTable("sessions").set({ updated_at: yesterday }).execute();
    forgetSessions();
    await sessionActor(request(cookie));
    const [row] = await sessions();
    expect(Math.round(((row?.expires_at.getTime() ?? 0) - Date.now()) / DAY)).toBe(30);
    expect(row?.updated_at.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it("asks the database once in 30 s, and again as soon as it is told to", async () => {
    const { cookie } = await signUp();
    const actor = await sessionActor(request(cookie));
    await test.db.deleteFrom("sessions").execute();
    expect(await sessionActor(request(cookie))).not.toBeNull();
    forgetSessions("quelqu’un d’autre");
    expect(await sessionActor(request(cookie))).not.toBeNull();
    forgetSessions(actor?.id);
    expect(await sessionActor(request(cookie))).toBeNull();
  });

  it("holds everywhere after 30 s", async () => {
    const { cookie } = await signUp();
    expect(await sessionActor(request(cookie))).not.toBeNull();
    await test.db.deleteFrom("sessions").execute();
    const later = Date.now() + 30_001;
    const clock = vi.spyOn(Date, "now").mockReturnValue(later);
    try {
      expect(await sessionActor(request(cookie))).toBeNull();
    } finally {
      clock.mockRestore();
    }
  });

  it("does not keep what it read while it was told to forget", async () => {
    const { cookie } = await signUp();
    const reading = sessionActor(request(cookie));
    forgetSessions();
    await reading;
    await test.db.deleteFrom("sessions").execute();
    expect(await sessionActor(request(cookie))).toBeNull();
  });
});

it("tells an address change by its token, whatever it is given", () => {
  const token = (payload: unknown) =>
    `a.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.c`;
  expect(isAddressChange(token({ email: "a@b.fr", updateTo: "c@d.fr" }))).toBe(true);
  for (const other of [
    "",
    "x",
    "a.%%%.c",
    token({ email: "a@b.fr" }),
    token(null),
    token({ updateTo: 3 }),
  ]) {
    expect(isAddressChange(other), other).toBe(false);
  }
});
