import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadPromptGuide } from "../guide.server.ts";
import { phrase } from "../provider.server.ts";
import { ProviderFailure, type TextRequest } from "../provider.ts";
import { offlineProvider } from "./offline.server.ts";
import { openaiProvider } from "./openai.server.ts";
import type { OpenAISettings } from "./openai-calls.server.ts";
import {
  type Answer,
  ends,
  fails,
  fakeEndpoint,
  line,
  raw,
  says,
} from "./openai-endpoint.fixture.ts";

const KEY = "sk-tres-secret-0123456789";
let endpoint: Awaited<ReturnType<typeof fakeEndpoint>>;
beforeEach(async () => {
  endpoint = await fakeEndpoint();
});
afterEach(() => endpoint.close());

function provider(over: Partial<OpenAISettings> = {}) {
  return openaiProvider({
    baseURL: endpoint.baseURL,
    apiKey: KEY,
    model: "petit",
    backoffMs: 5,
    silenceMs: 200,
    ...over,
  });
}

/** Runs to the end: the text received, and how it ended. */
async function run(over: Partial<OpenAISettings> = {}, signal = new AbortController().signal) {
  const request: TextRequest = {
    system: "Réponds en français.",
    prompt: "Bonjour",
    temperature: 0.2,
    maxTokens: 50,
    seed: 0,
    facts: { organisation: "", place: "", sector: "", facts: [] },
    signal,
  };
  let text = "";
  try {
    for await (const chunk of provider(over).streamText(request))
      if (chunk.type === "text") text += chunk.text;
      else return { text, usage: chunk.usage, failure: null };
  } catch (error) {
    return { text, usage: null, failure: error as ProviderFailure };
  }
  throw new Error("A stream must end with done or a failure.");
}

it("sends the request as the protocol wants it", async () => {
  const { text, usage } = await run();
  expect(text).toBe("Bonjour de la part du modèle.");
  expect(usage).toEqual({ inputTokens: 7, outputTokens: 6 });
  expect(endpoint.asked[0]).toMatchObject({
    authorization: `Bearer ${KEY}`,
    body: {
      model: "petit",
      stream: true,
      temperature: 0.2,
      max_tokens: 50,
      messages: [
        { role: "system", content: "Réponds en français." },
        { role: "user", content: "Bonjour" },
      ],
    },
  });
});

describe("named failures", () => {
  const partial = line("Un début") + line(" de texte");
  const table: [string, Answer, string, string][] = [
    ["wrong key", fails(401, { message: `Incorrect API key provided: ${KEY}` }), "unavailable", ""],
    ["forbidden", fails(403, { message: "no" }), "unavailable", ""],
    ["unknown model", fails(404, { code: "model_not_found" }), "unavailable", ""],
    ["no credit left", fails(429, { code: "insufficient_quota" }), "over-budget", ""],
    ["long wait asked", fails(429, {}, { "retry-after": "60" }), "rate-limited", ""],
    ["context too long", fails(400, { code: "context_length_exceeded" }), "too-long", ""],
    ["payload too large", fails(413, {}), "too-long", ""],
    ["content filter, before", fails(400, { code: "content_filter" }), "refused", ""],
    [
      "content filter, after",
      raw(partial + ends("content_filter"), "end"),
      "refused",
      "Un début de texte",
    ],
    ["cut in the middle", raw(partial, "break"), "unavailable", "Un début de texte"],
    ["ended without a reason", raw(partial, "end"), "unavailable", "Un début de texte"],
    ["silent in the middle", raw(partial, "hang"), "unavailable", "Un début de texte"],
    ["malformed JSON", raw(`${line("Un")}data: {"choices": [{\n\n`, "end"), "unavailable", "Un"],
    [
      "error in the stream",
      raw(`${line("Un")}data: {"error":{"message":"${KEY}"}}\n\n`, "end"),
      "unavailable",
      "Un",
    ],
    [
      "HTML",
      raw("<html>Bonjour</html>", "end", { "content-type": "text/html" }),
      "unavailable",
      "",
    ],
    ["nothing at all", raw(ends("stop"), "end"), "unavailable", ""],
  ];
  it.each(table)("%s", async (_name, answer, kind, text) => {
    endpoint.queue.push(answer);
    const result = await run();
    expect(result.failure).toBeInstanceOf(ProviderFailure);
    expect(result.failure?.kind).toBe(kind);
    expect(result.text).toBe(text);
    expect(endpoint.asked).toHaveLength(1);
    // Neither a message nor anything a log could print holds the key.
    expect(inspect(result.failure, { depth: 9, showHidden: true })).not.toContain(KEY);
    expect(result.failure?.message).toMatch(/gardé|modèle/);
  });

  it("a server that is not there", async () => {
    await endpoint.close();
    expect((await run({ retries: 1 })).failure?.kind).toBe("unavailable");
    endpoint = await fakeEndpoint();
  });

  it("a server that never answers", async () => {
    const hang: Answer = () => {};
    endpoint.queue.push(hang, hang);
    const result = await run({ silenceMs: 60, retries: 1 });
    expect(result.failure?.kind).toBe("unavailable");
  });

  it("a run that never ends", async () => {
    endpoint.queue.push(says("encore ".repeat(49), 15));
    const result = await run({ totalMs: 150 });
    expect(result.failure?.kind).toBe("unavailable");
    expect(result.text).toMatch(/^encore/);
  });
});

describe("retries", () => {
  it.each([
    ["429", fails(429, {})],
    ["429 with its own delay", fails(429, {}, { "retry-after-ms": "1" })],
    ["500", fails(500, {})],
    ["503 without a body", fails(503, {})],
    [
      "a broken connection",
      ((response) => {
        response.destroy();
      }) satisfies Answer,
    ],
  ])("after %s, then succeeds", async (_name, answer) => {
    endpoint.queue.push(answer, answer);
    expect((await run()).text).toBe("Bonjour de la part du modèle.");
    expect(endpoint.asked).toHaveLength(3);
  });

  it("gives up with the right name", async () => {
    endpoint.queue.push(fails(429, {}), fails(429, {}), fails(429, {}));
    expect((await run()).failure?.kind).toBe("rate-limited");
    expect(endpoint.asked).toHaveLength(3);
  });

  it("drops a parameter the endpoint does not know, and remembers", async () => {
    endpoint.queue.push(
      fails(400, { param: "max_tokens", message: "Unsupported parameter: 'max_tokens'" }),
      fails(422, { message: "extra field stream_options" }),
    );
    const one = provider();
    const request = {
      system: null,
      prompt: "x",
      temperature: 1,
      maxTokens: 9,
      seed: 0,
      facts: { organisation: "", place: "", sector: "", facts: [] },
      signal: new AbortController().signal,
    };
    for (let i = 0; i < 2; i++) for await (const _ of one.streamText(request));
    expect(endpoint.asked).toHaveLength(4);
    expect(endpoint.asked[3]?.body).toMatchObject({ max_completion_tokens: 9, temperature: 1 });
    expect(endpoint.asked[3]?.body).not.toHaveProperty("stream_options");
  });
});

describe("cancelling", () => {
  it("closes the connection to the endpoint", async () => {
    endpoint.queue.push(says("mot ".repeat(40), 20));
    const control = new AbortController();
    setTimeout(() => control.abort(), 120);
    expect((await run({}, control.signal)).failure?.kind).toBe("cancelled");
    await expect.poll(() => endpoint.asked[0]?.closed).toBe(true);
  });

  it("does not wait for a back-off", async () => {
    endpoint.queue.push(fails(500, {}));
    const control = new AbortController();
    setTimeout(() => control.abort(), 50);
    const started = performance.now();
    expect((await run({ backoffMs: 5_000 }, control.signal)).failure?.kind).toBe("cancelled");
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it("closes the connection when the reader leaves", async () => {
    endpoint.queue.push(says("mot ".repeat(40), 20));
    const chunks = provider().streamText({
      system: null,
      prompt: "x",
      temperature: 1,
      maxTokens: 40,
      seed: 0,
      facts: { organisation: "", place: "", sector: "", facts: [] },
      signal: new AbortController().signal,
    });
    for await (const _ of chunks) break;
    await expect.poll(() => endpoint.asked[0]?.closed).toBe(true);
  });
});

describe("phrase", () => {
  const asked = {
    system: "Tu es la gérante.",
    brief: "Dis que l’atelier ferme à 18 h.",
    fallback: "L’atelier ferme à 18 h.",
  };
  const signal = new AbortController().signal;

  it("takes the model's words, without markdown", async () => {
    endpoint.queue.push(says("**Nous fermons** à `18 h`, voilà."));
    expect(await phrase(asked, signal, provider())).toEqual({
      text: "Nous fermons à 18 h, voilà.",
      offline: false,
    });
  });
  it.each([
    ["a failure", fails(400, {})],
    ["a silence", raw(line("Nous"), "hang")],
    ["a cut sentence", says("Nous fermons à")],
    ["an empty answer", says("** **.".slice(0, 5))],
    ["a flood", says(`${"a".repeat(2_000)}.`)],
  ])("falls back on %s", async (_name, answer) => {
    endpoint.queue.push(answer);
    expect(await phrase(asked, signal, provider(), 400)).toEqual({
      text: asked.fallback,
      offline: true,
    });
  });
  it("falls back offline, and when it is cancelled", async () => {
    const offline = offlineProvider(loadPromptGuide(), 0);
    expect(await phrase(asked, signal, offline)).toEqual({ text: asked.fallback, offline: true });
    expect(await phrase(asked, AbortSignal.abort(), provider())).toEqual({
      text: asked.fallback,
      offline: true,
    });
    expect(endpoint.asked).toHaveLength(0);
  });
});
