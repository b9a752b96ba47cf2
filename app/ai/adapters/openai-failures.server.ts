import { APIError } from "openai";
import { waitText } from "~/platform/wait-text.ts";
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
  const delay = askedDelay(error);
  // Longer than a day is no appointment: the usual sentence is truer.
  const wait = delay !== null && delay >= 1_000 && delay <= DAY_MS ? waitText(delay / 1_000) : null;
  if (status === 429)
    return failure("rate-limited", cause, wait ? TOO_MANY + again(wait) : undefined);
  if (status === 401 || status === 403) return failure("unavailable", cause, BAD_KEY);
  return failure("unavailable", cause, wait ? AWAY + again(wait) : undefined);
}

const DAY_MS = 24 * 3_600_000;
const again = (wait: string) => ` Votre prompt est gardé. Réessayez dans ${wait}.`;
const TOO_MANY = "Le modèle reçoit trop de demandes à la fois.";
const AWAY = "Le modèle ne répond pas pour l’instant.";
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

/** How long the provider asks to wait (RFC 9110, 10.2.3: seconds or a date), in milliseconds, or null. */
export function askedDelay(error: unknown): number | null {
  if (!(error instanceof APIError)) return null;
  const milliseconds = Number(error.headers?.get("retry-after-ms") ?? Number.NaN);
  if (milliseconds >= 0) return milliseconds;
  const asked = error.headers?.get("retry-after") ?? "";
  const delay = /^\s*\d+(\.\d+)?\s*$/.test(asked)
    ? Number(asked) * 1000
    : Date.parse(asked) - Date.now();
  return Number.isNaN(delay) ? null : Math.max(0, delay);
}

/** A parameter that a request can do without: its name, then other words that a refusal of it may hold. */
export type Optional = [name: string, ...words: string[]];

/** The first optional parameter that an endpoint refuses, if that is what it says. */
export function refusedParameter(error: unknown, parameters: Optional[]): string | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const said = `${error.param ?? ""} ${codes(error)}`;
  return parameters.find((words) => words.some((word) => said.includes(word)))?.[0] ?? null;
}
