import { setTimeout as sleep } from "node:timers/promises";
import OpenAI from "openai";
import { failure } from "../failures.ts";
import {
  askedDelay,
  isTransient,
  type Optional,
  refusedParameter,
} from "./openai-failures.server.ts";

export type OpenAISettings = {
  baseURL: string;
  apiKey: string;
  model: string;
  /** Model of pictures; without one the provider makes none. */
  imageModel?: string;
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
export const LONGEST_WAIT_MS = 8_000;

/** How requests are sent to one endpoint, whatever is asked of it. */
export type Calls = ReturnType<typeof openaiCalls>;

export function openaiCalls(settings: OpenAISettings) {
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

  /**
   * Sends a request until it is answered: again with back-off on 408, 429, 5xx and a broken connection, again
   * without a parameter that the endpoint does not know (`unknown` remembers it).
   */
  async function attempt<T>(
    call: () => Promise<T>,
    { optional, unknown }: { optional: Optional[]; unknown: Set<string> },
    signal: AbortSignal,
  ): Promise<T> {
    for (let tried = 0; ; ) {
      // Of this very request: another one may learn something meanwhile.
      const left = optional.filter(([name]) => !unknown.has(name));
      try {
        return await call();
      } catch (error) {
        if (signal.aborted) throw error;
        const parameter = refusedParameter(error, left);
        if (parameter) {
          unknown.add(parameter);
          continue;
        }
        const wait = askedDelay(error) ?? backoffMs * 2 ** tried;
        if (tried >= retries || !isTransient(error) || wait > LONGEST_WAIT_MS) throw error;
        tried++;
        await sleep(wait, undefined, { signal });
      }
    }
  }

  return { client, attempt, retries, silenceMs, totalMs };
}

/** The JSON of an answer; throws `tooLarge()` as soon as it is over `max` bytes, without reading on. */
export async function readAnswer(
  response: Response,
  max: number,
  tooLarge: () => Error,
): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let announced = Number(response.headers.get("content-length") ?? 0); reader; ) {
    if (Math.max(size, announced) > max) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    announced = 0;
    chunks.push(value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw failure("unavailable", "not JSON");
  }
}
