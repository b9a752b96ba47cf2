import { createHash } from "node:crypto";
import { isIPv6 } from "node:net";
import { database } from "~db/client.server.ts";
import { countEvent, deleteOldRateLimits, deleteRateLimit } from "~db/queries/rate-limits.ts";
import { waitText } from "./wait-text.ts";

export type Limit = { max: number; windowSeconds: number };
export type Allowance = { ok: boolean; retryAfterSeconds: number };

/** Old rows are swept once in so many counted events of this process. */
const SWEEP_EVERY = 500;
let counted = 0;

/**
 * Counts one event of `key` and says whether it is within `max` per window (at most a day), over all processes.
 * `key` says what and who (« sign-in:203.0.113.7 »); only its fingerprint is stored.
 */
export async function rateLimit(key: string, limit: Limit): Promise<Allowance> {
  const db = database();
  if (++counted % SWEEP_EVERY === 0) await deleteOldRateLimits(db);
  const { count, remainingMs } = await countEvent(db, fingerprint(key), limit.windowSeconds * 1000);
  return count <= limit.max
    ? { ok: true, retryAfterSeconds: 0 }
    : { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(remainingMs / 1000)) };
}

/** Counts one event of each key; the refusal with the longest wait is the answer. */
export async function rateLimits(limits: { key: string; limit: Limit }[]): Promise<Allowance> {
  const answers = await Promise.all(limits.map(({ key, limit }) => rateLimit(key, limit)));
  return answers.reduce(
    (worst, next) => (next.retryAfterSeconds > worst.retryAfterSeconds ? next : worst),
    {
      ok: true,
      retryAfterSeconds: 0,
    },
  );
}

/** Starts a key again from zero, when what it counted ended well. */
export function clearRateLimit(key: string): Promise<void> {
  return deleteRateLimit(database(), fingerprint(key));
}

/** « Trop d’essais ; réessayez dans 4 minutes. » `of` is what there was too much of, with its « d’ » or « de ». */
export function tooManyMessage(retryAfterSeconds: number, of = "d’essais"): string {
  return `Trop ${of} ; réessayez dans ${waitText(retryAfterSeconds)}.`;
}

/** Who an address stands for: itself in IPv4, its /64 network in IPv6 (one household draws them freely). */
export function clientNetwork(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped) return mapped[1] as string;
  if (!isIPv6(ip)) return ip;
  const [left = "", right = ""] = (ip.toLowerCase().split("%")[0] as string).split("::");
  const head = left ? left.split(":") : [];
  const tail = right ? right.split(":") : [];
  const groups = ip.includes("::")
    ? [...head, ...Array<string>(Math.max(0, 8 - head.length - tail.length)).fill("0"), ...tail]
    : head;
  return `${groups
    .slice(0, 4)
    .map((g) => g.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}

function fingerprint(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}
