import type OpenAI from "openai";
import { failure } from "../failures.ts";
import type { Provider, TextChunk, TextRequest, TextUsage } from "../provider.ts";
import { estimateUsage } from "../tokens.ts";
import { LONGEST_WAIT_MS, type OpenAISettings, openaiCalls } from "./openai-calls.server.ts";
import { named, type Optional } from "./openai-failures.server.ts";
import { openaiImages } from "./openai-image.server.ts";
import { openaiStructured } from "./openai-structured.server.ts";

type Body = OpenAI.ChatCompletionCreateParamsStreaming;
type Chunks = AsyncIterable<OpenAI.ChatCompletionChunk>;

/**
 * Any endpoint that speaks OpenAI's chat completions, streamed, and its images when a model is set for them.
 * Retries (openai-calls) only while nothing was received. Every error leaves as a ProviderFailure without a word of
 * the key.
 */
export function openaiProvider(settings: OpenAISettings): Provider {
  const calls = openaiCalls(settings);
  const { retries, silenceMs, totalMs } = calls;
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

  function open(request: TextRequest, signal: AbortSignal): Promise<Chunks> {
    const send = () => calls.client.chat.completions.create(bodyFor(request), { signal });
    const optional: Optional[] = [["stream_options"], ["max_tokens"], ["temperature"]];
    return calls.attempt(async () => send(), { optional, unknown }, signal);
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
    const asked = `${request.system ?? ""}${request.prompt}`;
    yield { type: "done", usage: usage ?? estimateUsage(asked, text) };
  }

  return {
    id: "openai",
    label: `modèle ${settings.model}`,
    model: settings.model,
    offline: false,
    streamText,
    structured: openaiStructured(calls, settings.model),
    ...(settings.imageModel ? { images: openaiImages(calls, settings.imageModel) } : {}),
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
