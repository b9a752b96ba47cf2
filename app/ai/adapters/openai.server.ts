import { setTimeout as sleep } from "node:timers/promises";
import OpenAI from "openai";
import { failure } from "../failures.ts";
import { estimateTokens } from "../offline/draft.ts";
import type { Provider, TextChunk, TextRequest, TextUsage } from "../provider.ts";
import { askedDelay, isTransient, named, refusedParameter } from "./openai-failures.server.ts";

export type OpenAISettings = {
  baseURL: string;
  apiKey: string;
  model: string;
  /** Tries after the first one, before anything was received. */
  retries?: number;
  /** Longest silence, before the first byte and between two, in milliseconds. */
  silenceMs?: number;
  /** Longest run, in milliseconds. */
  totalMs?: number;
  /** First back-off; doubles each time. */
  backoffMs?: number;
};

/** A provider that asks to wait longer than this is told to the person at once. */
const LONGEST_WAIT_MS = 8_000;

type Body = OpenAI.ChatCompletionCreateParamsStreaming;
type Chunks = AsyncIterable<OpenAI.ChatCompletionChunk>;

/**
 * Any endpoint that speaks OpenAI's chat completions, streamed. Retries with back-off on 408, 429, 5xx and a
 * broken connection, only while nothing was received; parameters an endpoint does not know are dropped
 * once and for all. Every error leaves as a ProviderFailure without a word of the key.
 */
export function openaiProvider(settings: OpenAISettings): Provider {
  const { retries = 2, silenceMs = 30_000, totalMs = 180_000, backoffMs = 500 } = settings;
  const client = new OpenAI({
    baseURL: settings.baseURL,
    apiKey: settings.apiKey,
    organization: null,
    project: null,
    // Ours below: the SDK's waits cannot be aborted and have no upper bound.
    maxRetries: 0,
    timeout: silenceMs,
    logLevel: "off",
  });
  const unknown = new Set<string>();

  function bodyFor(request: TextRequest): Body {
    const longest = unknown.has("max_tokens") ? "max_completion_tokens" : "max_tokens";
    return {
      model: settings.model,
      stream: true,
      messages: [
        ...(request.system ? [{ role: "system" as const, content: request.system }] : []),
        { role: "user" as const, content: request.prompt },
      ],
      [longest]: request.maxTokens,
      ...(unknown.has("temperature") ? {} : { temperature: request.temperature }),
      ...(unknown.has("stream_options") ? {} : { stream_options: { include_usage: true } }),
    };
  }

  async function open(request: TextRequest, signal: AbortSignal): Promise<Chunks> {
    for (let attempt = 0; ; ) {
      try {
        return await client.chat.completions.create(bodyFor(request), { signal });
      } catch (error) {
        if (signal.aborted) throw error;
        const parameter = refusedParameter(error, ["stream_options", "max_tokens", "temperature"]);
        if (parameter && !unknown.has(parameter)) {
          unknown.add(parameter);
          continue;
        }
        const wait = askedDelay(error) ?? backoffMs * 2 ** attempt;
        if (attempt >= retries || !isTransient(error) || wait > LONGEST_WAIT_MS) throw error;
        attempt++;
        await sleep(wait, undefined, { signal });
      }
    }
  }

  async function* streamText(request: TextRequest): AsyncGenerator<TextChunk> {
    if (request.signal.aborted) throw failure("cancelled");
    const watch = silenceWatch(silenceMs * (retries + 1) + LONGEST_WAIT_MS);
    const signal = AbortSignal.any([request.signal, watch.signal, AbortSignal.timeout(totalMs)]);
    let text = "";
    let usage: TextUsage | null = null;
    let finished: string | null = null;
    try {
      const chunks = await open(request, signal);
      watch.heard(silenceMs);
      for await (const chunk of chunks) {
        if (signal.aborted) break;
        watch.heard(silenceMs);
        usage = usageOf(chunk) ?? usage;
        const choice = chunk.choices?.[0];
        if (choice?.delta?.refusal) throw failure("refused", "refusal");
        finished = choice?.finish_reason ?? finished;
        const piece = choice?.delta?.content;
        if (!piece) continue;
        text += piece;
        yield { type: "text", text: piece };
        // The time the reader takes is not the provider's silence.
        watch.heard(silenceMs);
      }
    } catch (error) {
      throw request.signal.aborted ? failure("cancelled") : named(error);
    } finally {
      watch.stop();
    }
    if (request.signal.aborted) throw failure("cancelled");
    if (signal.aborted) throw failure("unavailable", "silence");
    if (finished === "content_filter") throw failure("refused", "content filter");
    if (finished === null || (text === "" && finished !== "length"))
      throw failure("unavailable", "stream cut or empty");
    const estimated = {
      inputTokens: estimateTokens(`${request.system ?? ""}${request.prompt}`),
      outputTokens: estimateTokens(text),
    };
    yield { type: "done", usage: usage ?? estimated };
  }

  return {
    id: "openai",
    label: `modèle ${settings.model}`,
    model: settings.model,
    offline: false,
    streamText,
  };
}

function usageOf(chunk: OpenAI.ChatCompletionChunk): TextUsage | null {
  if (!chunk.usage) return null;
  return {
    inputTokens: chunk.usage.prompt_tokens ?? 0,
    outputTokens: chunk.usage.completion_tokens ?? 0,
  };
}

/** Aborts its signal when nothing was heard for a while. */
function silenceWatch(firstMs: number) {
  const control = new AbortController();
  let timer = setTimeout(() => control.abort(), firstMs);
  return {
    signal: control.signal,
    heard(nextMs: number) {
      clearTimeout(timer);
      timer = setTimeout(() => control.abort(), nextMs);
    },
    stop: () => clearTimeout(timer),
  };
}
