import type OpenAI from "openai";
import { z } from "zod";
import { failure } from "../failures.ts";
import type { Structured, StructuredRequest, TextUsage } from "../provider.ts";
import { estimateUsage } from "../tokens.ts";
import { type Calls, readAnswer } from "./openai-calls.server.ts";
import { named, type Optional } from "./openai-failures.server.ts";

/** Largest answer that is read, in bytes. */
const MAX_ANSWER = 2 * 1024 * 1024;
const TOO_LARGE =
  "La réponse du modèle est beaucoup trop longue\u00a0: elle n’a pas été gardée. Votre texte est gardé\u00a0: réessayez.";
const MALFORMED =
  "Le modèle a répondu deux fois sous une forme que la plateforme ne sait pas lire. Votre texte est gardé, et sa réponse aussi, telle quelle\u00a0: réessayez dans un moment.";

const completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z
    .object({ prompt_tokens: z.number(), completion_tokens: z.number() })
    .nullish()
    .catch(null),
});

type Message = OpenAI.ChatCompletionMessageParam;

/**
 * Asks for a value that fits a schema. The schema is said in words too: the endpoint is held to it by
 * `response_format` (json_schema, else json_object) when it knows it. An answer that does not fit is sent back once
 * with its faults; a second one is a failure that carries the raw answer.
 */
export function openaiStructured(calls: Calls, model: string) {
  const words = ["response_format", "json_schema", "json_object"];
  // Whatever it says of the format, one step down at a time.
  const optional: Optional[] = [
    ["json_schema", ...words],
    ["json_object", ...words],
    ["max_tokens"],
    ["temperature"],
  ];
  const known = { optional, unknown: new Set<string>() };

  function format(schema: object): Partial<OpenAI.ChatCompletionCreateParamsNonStreaming> {
    if (known.unknown.has("json_object")) return {};
    if (known.unknown.has("json_schema")) return { response_format: { type: "json_object" } };
    const json_schema = { name: "answer", strict: true, schema: schema as Record<string, unknown> };
    return { response_format: { type: "json_schema", json_schema } };
  }

  return async function structured<T>(request: StructuredRequest<T>): Promise<Structured<T>> {
    if (request.signal.aborted) throw failure("cancelled");
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(calls.totalMs)]);
    const schema = z.toJSONSchema(request.schema);
    const messages: Message[] = [
      {
        role: "system",
        content: `${request.system}\n\nRéponds par un seul objet JSON, sans autre texte, conforme à ce schéma\u00a0:\n${JSON.stringify(schema)}`,
      },
      { role: "user", content: request.prompt },
    ];
    const usage: TextUsage = { inputTokens: 0, outputTokens: 0 };
    let raw = "";

    const send = async () => {
      const longest = known.unknown.has("max_tokens") ? "max_completion_tokens" : "max_tokens";
      const body = {
        model,
        messages,
        [longest]: request.maxTokens,
        ...(known.unknown.has("temperature") ? {} : { temperature: request.temperature }),
        ...format(schema),
      } as OpenAI.ChatCompletionCreateParamsNonStreaming;
      const options = { signal, timeout: calls.totalMs };
      const response = await calls.client.chat.completions.create(body, options).asResponse();
      return readAnswer(response, MAX_ANSWER, () => failure("unavailable", "too large", TOO_LARGE));
    };

    /** The model's words; counts what they cost. */
    async function answer(): Promise<string> {
      const received = completion.safeParse(await calls.attempt(send, known, signal));
      if (!received.success) throw failure("unavailable", "not a completion");
      const { choices, usage: said } = received.data;
      const [choice] = choices;
      const text = choice?.message.content ?? "";
      const spent = said
        ? { inputTokens: said.prompt_tokens, outputTokens: said.completion_tokens }
        : estimateUsage(JSON.stringify(messages), text);
      usage.inputTokens += spent.inputTokens;
      usage.outputTokens += spent.outputTokens;
      if (choice?.message.refusal || choice?.finish_reason === "content_filter")
        throw failure("refused", "refusal", undefined, { usage });
      return text;
    }

    try {
      for (let turn = 0; turn < 2; turn++) {
        raw = await answer();
        const read = request.schema.safeParse(readJson(raw));
        if (read.success) return { value: read.data, usage };
        messages.push(
          { role: "assistant", content: raw },
          {
            role: "user",
            content: `Cette réponse ne convient pas\u00a0:\n${z.prettifyError(read.error)}\nRenvoie l’objet JSON entier, et rien d’autre.`,
          },
        );
      }
    } catch (error) {
      if (request.signal.aborted) throw failure("cancelled", undefined, undefined, left());
      const failed = named(error);
      throw failure(failed.kind, String(failed.cause ?? ""), failed.message, left());
    }
    throw failure("unavailable", "malformed twice", MALFORMED, left());

    /** What the first answer was and cost is not lost when the second fails. */
    function left() {
      return { partial: raw, ...(usage.inputTokens + usage.outputTokens > 0 ? { usage } : {}) };
    }
  };
}

/** The object in a model's words: bare, or between fences or sentences; undefined when there is none. */
function readJson(text: string): unknown {
  const object = text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1);
  try {
    return JSON.parse(object);
  } catch {
    return undefined;
  }
}
