import { APIError } from "openai";
import { failure } from "../failures.ts";
import { ProviderFailure } from "../provider.ts";

const TOO_LONG =
  /context[_ ]length|too[_ ]long|maximum context|too many tokens|string_above_max_length/i;
const REFUSED = /content[_ ](?:filter|policy)|moderation|safety|responsibleai/i;
const NO_MONEY = /insufficient_quota|billing|quota exceeded|budget/i;

/** Words of an error that name its kind, without the provider's sentence. */
function codes(error: APIError): string {
  const body = error.error as { code?: unknown; type?: unknown; message?: unknown } | undefined;
  return [error.code, error.type, body?.code, body?.type, body?.message, error.message]
    .filter((v): v is string => typeof v === "string")
    .join(" ");
}

/** Names any error of the SDK or the network. Nothing of the request, of the answer or of the key goes through. */
export function named(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (!(error instanceof APIError)) return failure("unavailable", "stream or network error");
  const status = error.status;
  const words = codes(error);
  const cause = `HTTP ${status ?? "none"}`;
  if (status === 413 || TOO_LONG.test(words)) return failure("too-long", cause);
  if (REFUSED.test(words)) return failure("refused", cause);
  if (status === 402 || NO_MONEY.test(words)) return failure("over-budget", cause, OUT_OF_CREDIT);
  if (status === 429) return failure("rate-limited", cause);
  if (status === 401 || status === 403) return failure("unavailable", cause, BAD_KEY);
  return failure("unavailable", cause);
}

const OUT_OF_CREDIT =
  "Le crédit du modèle est épuisé. Votre prompt est gardé\u00a0: prévenez la personne qui gère la plateforme.";
const BAD_KEY =
  "La plateforme n’a pas pu ouvrir l’accès au modèle. Votre prompt est gardé\u00a0: prévenez la personne qui gère la plateforme.";

/** Worth another try: nothing was answered yet, and the trouble may be short. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof APIError)) return false;
  if (NO_MONEY.test(codes(error))) return false;
  return (
    error.status === undefined ||
    error.status === 408 ||
    error.status === 429 ||
    error.status >= 500
  );
}

/** How long the provider asks to wait, in milliseconds, or null. */
export function askedDelay(error: unknown): number | null {
  if (!(error instanceof APIError)) return null;
  const milliseconds = Number(error.headers?.get("retry-after-ms") ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const seconds = Number(error.headers?.get("retry-after") ?? Number.NaN);
  return seconds >= 0 ? seconds * 1000 : null;
}

/** The optional parameter that an endpoint refuses, if that is what it says. */
export function refusedParameter(error: unknown, parameters: string[]): string | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const words = `${error.param ?? ""} ${codes(error)}`;
  return parameters.find((p) => words.includes(p)) ?? null;
}
