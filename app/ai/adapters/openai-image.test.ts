import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ProviderFailure } from "../provider.ts";
import { openaiProvider } from "./openai.server.ts";
import type { OpenAISettings } from "./openai-calls.server.ts";
import {
  type Answer,
  answers,
  draws,
  fails,
  fakeEndpoint,
  raw,
} from "./openai-endpoint.fixture.ts";

const KEY = "sk-tres-secret-0123456789";
const MB = 1024 * 1024;
const picture = new Uint8Array([1, 2, 3, 250]);

let endpoint: Awaited<ReturnType<typeof fakeEndpoint>>;
beforeEach(async () => {
  endpoint = await fakeEndpoint(draws(picture));
});
afterEach(() => endpoint.close());

const images = (over: Partial<OpenAISettings> = {}) =>
  openaiProvider({
    baseURL: endpoint.baseURL,
    apiKey: KEY,
    model: "petit",
    imageModel: "peintre",
    backoffMs: 5,
    ...over,
  }).images!;
const asked = { prompt: "Une librairie", ratio: 1, signal: new AbortController().signal };
async function failureOf(over: Partial<OpenAISettings> = {}, signal = asked.signal) {
  const error = await images(over)
    .make({ ...asked, signal })
    .then(
      () => null,
      (e: unknown) => e,
    );
  expect(error).toBeInstanceOf(ProviderFailure);
  return error as ProviderFailure;
}

it("asks for bytes, in the nearest frame, and says what it used", async () => {
  const image = await images().make({ ...asked, ratio: 4 / 5 });
  expect(Buffer.from(image.bytes)).toEqual(Buffer.from(picture));
  expect(image.usage).toEqual({ inputTokens: 9, outputTokens: 1_000 });
  expect(endpoint.asked[0]).toMatchObject({
    path: "/v1/images/generations",
    authorization: `Bearer ${KEY}`,
    body: { model: "peintre", prompt: "Une librairie", n: 1, size: "1024x1536" },
  });
  expect(endpoint.asked[0]?.body.response_format).toBe("b64_json");
  expect(images()).toMatchObject({ model: "peintre", label: "modèle d’images peintre" });
});

it.each([
  [1, "1024x1024"],
  [1.91, "1536x1024"],
  [9 / 16, "1024x1536"],
])("asks a ratio of %d as %s", async (ratio, size) => {
  await images().make({ ...asked, ratio });
  expect(endpoint.asked[0]?.body.size).toBe(size);
});

it("does without what the endpoint does not know, and remembers", async () => {
  endpoint.queue.push(
    fails(400, { param: "response_format", message: "Unknown parameter: 'response_format'." }),
    fails(400, { message: "invalid size" }),
  );
  const one = images();
  for (let n = 0; n < 2; n++) await one.make(asked);
  expect(endpoint.asked).toHaveLength(4);
  expect(Object.keys(endpoint.asked[3]?.body ?? {}).sort()).toEqual(["model", "n", "prompt"]);
});

it("two requests at once may both learn what the endpoint does not know", async () => {
  const refusal = fails(400, { param: "response_format" });
  endpoint.queue.push(refusal, refusal);
  const one = images();
  const both = await Promise.all([one.make(asked), one.make(asked)]);
  expect(both.map((image) => image.bytes.length)).toEqual([4, 4]);
});

it("estimates what it used when the endpoint does not say", async () => {
  const b64 = Buffer.from(picture).toString("base64");
  endpoint.queue.push(answers({ data: [{ b64_json: `data:image/png;base64,${b64}` }] }));
  const image = await images().make(asked);
  expect(Buffer.from(image.bytes)).toEqual(Buffer.from(picture));
  expect(image.usage).toEqual({ inputTokens: 4, outputTokens: 0 });
});

describe("named failures", () => {
  const json = { "content-type": "application/json" };
  const table: [string, Answer, string, RegExp][] = [
    ["401", fails(401, { message: `Incorrect API key: ${KEY}` }), "unavailable", /l’accès/],
    [
      "429 with Retry-After",
      fails(429, {}, { "retry-after": "30" }),
      "rate-limited",
      /Réessayez dans 30\u00a0secondes\.$/,
    ],
    ["moderation", fails(400, { code: "moderation_blocked" }), "refused", /reformulez/],
    ["HTML", raw("<html>", "end", { "content-type": "text/html" }), "unavailable", /ne répond pas/],
    ["no picture", answers({ data: [] }), "unavailable", /ne répond pas/],
    ["cut in the middle", raw('{"data":[{"b64_', "break", json), "unavailable", /ne répond pas/],
    [
      "an address to fetch",
      answers({ data: [{ url: "http://169.254.169.254/latest/meta-data" }] }),
      "unavailable",
      /ne va rien chercher/,
    ],
  ];
  it.each(table)("%s", async (_name, answer, kind, said) => {
    endpoint.queue.push(answer);
    const error = await failureOf({ retries: 0 });
    expect(error.kind).toBe(kind);
    expect(error.message).toMatch(said);
    expect(error.message).toContain("Votre prompt");
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(endpoint.asked).toHaveLength(1);
  });

  it("a server that answers 500, again and again", async () => {
    endpoint.queue.push(fails(500, {}), fails(500, {}), fails(500, {}));
    expect((await failureOf()).kind).toBe("unavailable");
    expect(endpoint.asked).toHaveLength(3);
  });

  it("a server that stops in the middle of the picture", async () => {
    endpoint.queue.push(raw('{"data":[{"b64_json":"AAAA', "hang", json));
    expect((await failureOf({ totalMs: 150 })).kind).toBe("unavailable");
    await expect.poll(() => endpoint.asked[0]?.closed).toBe(true);
  });

  it("takes a picture of 20 MB, and no more", async () => {
    endpoint.queue.push(draws(new Uint8Array(20 * MB)));
    expect((await images().make(asked)).bytes).toHaveLength(20 * MB);
    endpoint.queue.push(draws(new Uint8Array(20 * MB + 1)));
    const error = await failureOf();
    expect(error).toMatchObject({ kind: "unavailable", usage: { outputTokens: 1_000 } });
    expect(error.message).toMatch(/dépasse 20.Mo/);
  });

  it.each([
    ["announced", { ...json, "content-length": String(300 * MB) }],
    ["that does not end", json],
  ])("leaves an answer of 300 MB %s where it is", async (_name, headers) => {
    let sent = 0;
    endpoint.queue.push(async (response) => {
      response.writeHead(200, headers);
      response.setMaxListeners(0);
      const block = Buffer.alloc(MB, "A");
      response.write('{"data":[{"b64_json":"');
      while (!response.destroyed && sent < 300) {
        sent++;
        await new Promise((resolve) => {
          if (response.write(block)) resolve(null);
          else for (const end of ["drain", "close"]) response.once(end, resolve);
        });
      }
      response.end();
    });
    const error = await failureOf({ retries: 0 });
    expect(error.message).toMatch(/dépasse 20.Mo/);
    await expect.poll(() => endpoint.asked[0]?.closed).toBe(true);
    // 27 MB of base64 hold 20 MB of picture; the rest is the sockets' own buffers.
    expect(sent).toBeLessThan(45);
  });
});

describe("cancelling", () => {
  it("closes the connection to the endpoint", async () => {
    endpoint.queue.push(raw('{"data":', "hang", { "content-type": "application/json" }));
    const control = new AbortController();
    setTimeout(() => control.abort(), 80);
    expect((await failureOf({}, control.signal)).kind).toBe("cancelled");
    await expect.poll(() => endpoint.asked[0]?.closed).toBe(true);
  });
  it("asks nothing when it is cancelled before it starts", async () => {
    expect((await failureOf({}, AbortSignal.abort())).kind).toBe("cancelled");
    expect(endpoint.asked).toHaveLength(0);
  });
});
