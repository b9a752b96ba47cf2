import { afterEach, describe, expect, it, vi } from "vitest";
import { emptyDocument } from "~/domain/document.ts";
import { deviceName, fetchVersion, postSave } from "./save-request.ts";
import { readOutcome, refuseFile } from "./upload.ts";

afterEach(() => vi.unstubAllGlobals());

const answer = (status: number, body: unknown) =>
  vi.stubGlobal(
    "fetch",
    async () => new Response(typeof body === "string" ? body : JSON.stringify(body), { status }),
  );
const save = () =>
  postSave("/s", { version: 1, doc: JSON.stringify(emptyDocument), device: 'L’"appareil"' });

describe("postSave", () => {
  it.each<[string, number, unknown, object]>([
    ["accepted", 200, { ok: true, version: 2, savedAt: "x" }, { kind: "accepted", version: 2 }],
    ["not our answer", 200, "<html>Connexion</html>", { kind: "lost" }],
    [
      "stale",
      409,
      { version: 4, doc: emptyDocument, savedAt: "x", device: "d" },
      { kind: "conflict", theirs: { version: 4 } },
    ],
    ["stale without a readable text", 409, { version: 4, doc: "x" }, { kind: "lost" }],
    ["signed out", 401, {}, { kind: "signed-out" }],
    ["busy", 429, {}, { kind: "lost" }],
    ["down", 503, "oups", { kind: "lost" }],
    [
      "refused with a reason",
      422,
      { message: "Illisible." },
      { kind: "refused", message: "Illisible." },
    ],
    [
      "refused without one",
      404,
      "",
      { kind: "refused", message: expect.stringMatching(/plus.*gardé sur cet appareil/) },
    ],
  ])("%s", async (_, status, body, expected) => {
    answer(status, body);
    expect(await save()).toMatchObject(expected);
  });

  it("sends what the protocol says", async () => {
    const spy = vi.fn(async () => new Response("{}"));
    vi.stubGlobal("fetch", spy);
    await save();
    const [, init] = spy.mock.calls[0] as unknown as [string, RequestInit];
    expect(JSON.parse(String(init.body))).toEqual({
      version: 1,
      doc: emptyDocument,
      device: 'L’"appareil"',
    });
    expect(init.keepalive).toBe(true);
  });

  it("does not ask a long text to outlive the page: browsers refuse it", async () => {
    const spy = vi.fn(async () => new Response("{}"));
    vi.stubGlobal("fetch", spy);
    await postSave("/s", { version: 1, doc: JSON.stringify("é".repeat(40_000)), device: "d" });
    expect((spy.mock.calls[0] as unknown as [string, RequestInit])[1].keepalive).toBe(false);
  });
});

it("fetchVersion gives null rather than throw", async () => {
  answer(500, "");
  expect(await fetchVersion("/s")).toBeNull();
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("offline")));
  expect(await fetchVersion("/s")).toBeNull();
});

it.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36",
    "Chrome sur Linux",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "Firefox sur Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604.1",
    "Safari sur iPhone",
  ],
  ["", "Navigateur sur cet appareil"],
])("deviceName %#", (agent, name) => expect(deviceName(agent)).toBe(name));

describe("uploads", () => {
  it.each([
    [
      200,
      '{"ok":true,"id":"a","width":4,"height":3,"name":"x.png"}',
      { kind: "done", image: { id: "a", width: 4 } },
    ],
    [422, '{"ok":false,"message":"Pas une image."}', { kind: "failed", message: "Pas une image." }],
    [502, "<html>", { kind: "failed", message: expect.stringContaining("réessayez") }],
    [401, "{}", { kind: "failed", message: expect.stringContaining("session") }],
  ])("%i %s", (status, text, expected) =>
    expect(readOutcome(status, text)).toMatchObject(expected));

  it.each([
    ["image/png", 10, null],
    ["image/svg+xml", 10, /JPEG/],
    ["image/jpeg", 11_000_000, /10/],
  ])("%s of %i bytes", (type, size, message) => {
    const refusal = refuseFile({ type, size });
    if (message === null) expect(refusal).toBeNull();
    else expect(refusal).toMatch(message);
  });
});
