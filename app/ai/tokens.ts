import type { TextUsage } from "./provider.ts";

/** One token is about four characters of French; the same estimate wherever a provider tells none. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}

/** What a request used, when its provider does not say. */
export function estimateUsage(asked: string, answer: string): TextUsage {
  return { inputTokens: estimateTokens(asked), outputTokens: estimateTokens(answer) };
}
