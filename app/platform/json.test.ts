import { describe, expect, it } from "vitest";
import { takeConsoleErrors } from "../../tests/setup.ts";
import { answerFaults, isUnavailable, readJson } from "./json.server.ts";

const post = (body: string, headers: Record<string, string> = {}) =>
  new Request("http://localhost/x", { method: "POST", body, headers });

describe("readJson", () => {
  it("reads what is small enough", async () => {
    expect(await readJson(post('{"a":1}'), 100)).toEqual({ ok: true, value: { a: 1 } });
  });
  it.each([
    ["a body over the limit", post(`"${"x".repeat(200)}"`), "too-large"],
    ["half a JSON", post('{"a":'), "malformed"],
    ["nothing", new Request("http://localhost/x", { method: "POST" }), "malformed"],
  ])("refuses %s", async (_name, request, reason) => {
    expect(await readJson(request, 100)).toMatchObject({ ok: false, reason });
  });
});

describe("answerFaults", () => {
  const status = async (error: unknown) => {
    const response = await answerFaults(() => Promise.reject(error));
    return { status: response.status, body: await response.json() };
  };
  it("keeps the guard's refusals, as JSON", async () => {
    const refusal = new Response("Connectez-vous.", { status: 401 });
    expect(await status(refusal)).toMatchObject({
      status: 401,
      body: { reason: "signed-out", message: "Connectez-vous." },
    });
  });
  it("says that the database is away, without its words", async () => {
    const gone = Object.assign(new Error("connect ECONNREFUSED /tmp/x"), { code: "ECONNREFUSED" });
    const answer = await status(gone);
    expect(answer).toMatchObject({ status: 503, body: { reason: "unavailable" } });
    expect(JSON.stringify(answer.body)).not.toContain("ECONNREFUSED");
    takeConsoleErrors();
  });
  it("calls anything else a fault of ours", async () => {
    expect(isUnavailable(new TypeError("x is undefined"))).toBe(false);
    expect(await status(new TypeError("x is undefined"))).toMatchObject({ status: 500 });
  });
});
