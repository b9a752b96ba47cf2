import { z } from "zod";
import { failure } from "../failures.ts";
import type { GeneratedImage, ImageModel, ImageRequest } from "../provider.ts";
import { estimateUsage } from "../tokens.ts";
import { type Calls, readAnswer } from "./openai-calls.server.ts";
import { named, type Optional } from "./openai-failures.server.ts";

/** Largest picture that is received, in bytes. */
const MAX_IMAGE = 20 * 1024 * 1024;
/** The same in base64, with the JSON around it. */
const MAX_ANSWER = Math.ceil((MAX_IMAGE * 4) / 3) + 64 * 1024;

const TOO_LARGE =
  "L’image renvoyée par le modèle dépasse 20\u00a0Mo\u00a0: elle n’a pas été gardée. Votre prompt est gardé\u00a0: relancez l’essai, ou demandez une image plus simple.";
const ADDRESS =
  "Le modèle d’images a renvoyé une adresse au lieu de l’image, et la plateforme ne va rien chercher ailleurs. Votre prompt est gardé\u00a0: prévenez la personne qui gère la plateforme.";

/** The frames that image models share; the nearest to the ratio asked is taken. */
const SIZES = ["1024x1024", "1536x1024", "1024x1536"] as const;

const answer = z.object({
  data: z
    .array(z.object({ b64_json: z.string().nullish(), url: z.string().nullish() }))
    .min(1)
    .max(20),
  usage: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish().catch(null),
});

/**
 * The pictures of an endpoint that speaks OpenAI's images API. Only bytes that are in the answer are taken: an
 * address is never followed, it could lead inside the network.
 */
export function openaiImages(calls: Calls, model: string): ImageModel {
  const optional: Optional[] = [["response_format"], ["size"]];
  const known = { optional, unknown: new Set<string>() };

  async function make({ prompt, ratio, signal: asked }: ImageRequest): Promise<GeneratedImage> {
    if (asked.aborted) throw failure("cancelled");
    const signal = AbortSignal.any([asked, AbortSignal.timeout(calls.totalMs)]);
    const send = async () => {
      const body = {
        model,
        prompt,
        n: 1,
        ...(known.unknown.has("size") ? {} : { size: nearest(ratio) }),
        ...(known.unknown.has("response_format") ? {} : { response_format: "b64_json" as const }),
      };
      // A picture takes its time: only the whole is bounded.
      const options = { signal, timeout: calls.totalMs };
      const response = await calls.client.images.generate(body, options).asResponse();
      return readAnswer(response, MAX_ANSWER, () => failure("unavailable", "too large", TOO_LARGE));
    };
    try {
      const received = answer.safeParse(await calls.attempt(send, known, signal));
      if (!received.success) throw failure("unavailable", "not an image answer");
      const { data, usage: said } = received.data;
      const usage = said
        ? { inputTokens: said.input_tokens, outputTokens: said.output_tokens }
        : estimateUsage(prompt, "");
      const [first] = data;
      if (!first?.b64_json)
        throw failure("unavailable", "no bytes", first?.url ? ADDRESS : undefined, { usage });
      const bytes = Buffer.from(first.b64_json.replace(/^data:[^,]{0,100},/, ""), "base64");
      if (bytes.length > MAX_IMAGE) throw failure("unavailable", "too large", TOO_LARGE, { usage });
      return { bytes, usage };
    } catch (error) {
      throw asked.aborted ? failure("cancelled") : named(error);
    }
  }

  return { model, label: `modèle d’images ${model}`, make };
}

function nearest(ratio: number): (typeof SIZES)[number] {
  const away = (size: string) => {
    const [width = 1, height = 1] = size.split("x").map(Number);
    return Math.abs(Math.log(width / height / ratio));
  };
  return [...SIZES].sort((a, b) => away(a) - away(b))[0] as (typeof SIZES)[number];
}
