import { env } from "~/platform/env.server.ts";
import { errorText, log } from "~/platform/log.server.ts";
import type { PhraseRequest } from "~/tools/tool.ts";
import { offlineProvider } from "./adapters/offline.server.ts";
import { openaiProvider } from "./adapters/openai.server.ts";
import { loadPromptGuide } from "./guide.server.ts";
import { type Provider, ProviderFailure } from "./provider.ts";
import { stripMarkdown } from "./strip-markdown.ts";

let chosen: Provider | null = null;

/** The models of this process: the endpoint of AI_BASE_URL / AI_API_KEY when one is set, else the practice model. */
export function textProvider(): Provider {
  if (chosen) return chosen;
  const { AI_BASE_URL, AI_API_KEY, AI_TEXT_MODEL, AI_IMAGE_MODEL } = env();
  chosen =
    AI_BASE_URL || AI_API_KEY
      ? openaiProvider({
          baseURL: AI_BASE_URL ?? "https://api.openai.com/v1",
          // Local servers need no key, the SDK wants one.
          apiKey: AI_API_KEY ?? "none",
          model: AI_TEXT_MODEL,
          imageModel: AI_IMAGE_MODEL,
        })
      : offlineProvider(loadPromptGuide());
  return chosen;
}

/** Whether an image model is set on this platform. */
export const makesImages = (): boolean => textProvider().images !== undefined;

/** A phrase is a sentence or two; beyond, the engine's own sentence is better. */
const PHRASE = { timeoutMs: 8_000, maxTokens: 220, maxCharacters: 1_200, temperature: 0.7 };

/**
 * Has a tool's sentence worded by the model, within 8 s. Offline, or on any failure, gives the engine's own
 * sentence: never throws, and never says more than the brief it was given.
 */
export async function phrase(
  request: Pick<PhraseRequest, "system" | "brief" | "fallback">,
  signal: AbortSignal,
  provider: Provider = textProvider(),
  timeoutMs = PHRASE.timeoutMs,
): Promise<{ text: string; offline: boolean }> {
  const own = { text: request.fallback, offline: true };
  if (provider.offline) return own;
  try {
    let text = "";
    const chunks = provider.streamText({
      system: request.system,
      prompt: request.brief,
      temperature: PHRASE.temperature,
      maxTokens: PHRASE.maxTokens,
      seed: 0,
      facts: { organisation: "", place: "", sector: "", facts: [] },
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    for await (const chunk of chunks) if (chunk.type === "text") text += chunk.text;
    const plain = stripMarkdown(text);
    // A sentence cut by the length limit is worse than the engine's own.
    const whole = /[.!?…»)]$/.test(plain) && plain.length <= PHRASE.maxCharacters;
    return whole ? { text: plain, offline: false } : own;
  } catch (error) {
    const why = error instanceof ProviderFailure ? error.kind : errorText(error);
    log("phrase-fallback", { provider: provider.id, why });
    return own;
  }
}
