import { createHmac, timingSafeEqual } from "node:crypto";
import type { Actor } from "~/domain/policy.ts";
import { database } from "~db/client.server.ts";
import { findSession, updateSessionExpiry } from "~db/queries/users.ts";
import { SESSION_DAYS, sessionCookieName } from "./auth.server.ts";
import { sessionSecret } from "./secret.server.ts";

export type OpenSession = { sessionId: string; actor: NonNullable<Actor> };

/**
 * How long a process believes what it read, in milliseconds. Signing out, revoking or deleting an account is
 * immediate in the process that does it, and holds everywhere after this time.
 */
const BELIEVED = 30_000;
const KEPT = 5_000;
const DAY = 24 * 3600 * 1000;

const known = new Map<string, OpenSession & { until: number }>();
/** Counts the forgettings: a row read before one of them must not be kept after it. */
let generation = 0;

/** Who is asking, by the session cookie; null for a visitor. */
export async function sessionActor(request: Request): Promise<Actor> {
  return (await openSession(request))?.actor ?? null;
}

/**
 * The session of a request. Costs a signature check and one query, or a map lookup when this process read the
 * session less than 30 s ago. Throws when the database is needed and away.
 */
export async function openSession(request: Request): Promise<OpenSession | null> {
  const signed = readCookie(request.headers.get("cookie"), sessionCookieName());
  if (!signed) return null;
  const now = Date.now();
  const kept = known.get(signed);
  if (kept) {
    if (kept.until > now) return kept;
    known.delete(signed);
  }
  const token = verifiedToken(signed, sessionSecret());
  if (!token) return null;
  const before = generation;
  const row = await findSession(database(), token);
  if (!row || row.expires_at.getTime() <= now) return null;
  if (now - row.updated_at.getTime() > DAY) {
    await updateSessionExpiry(database(), row.session_id, new Date(now + SESSION_DAYS * DAY));
  }
  const open: OpenSession = {
    sessionId: row.session_id,
    actor: { id: row.id, role: row.role, name: row.name, email: row.email },
  };
  if (before === generation) {
    if (known.size >= KEPT) known.delete(known.keys().next().value as string);
    known.set(signed, { ...open, until: Math.min(now + BELIEVED, row.expires_at.getTime()) });
  }
  return open;
}

/**
 * What is answered to a signed-in person is theirs alone: no shared cache may keep it, and their own browser
 * asks again before using it anew. A header of the route's own stays.
 */
export function keepPrivate(request: Request, headers: Headers): void {
  if (headers.has("Cache-Control")) return;
  if (carriesSession(request.headers.get("cookie"))) headers.set("Cache-Control", PRIVATE);
}

const PRIVATE = "private, no-cache";

/** What `Cache-Control` says of an answer to these cookies that says nothing itself; null: nothing. */
export function privacyOf(cookies: string | undefined): string | null {
  return carriesSession(cookies ?? null) ? PRIVATE : null;
}

function carriesSession(cookies: string | null): boolean {
  return readCookie(cookies, sessionCookieName()) !== null;
}

/** Makes this process read a person's sessions again (all people's without an id). */
export function forgetSessions(userId?: string): void {
  generation++;
  for (const [signed, session] of known) {
    if (userId === undefined || session.actor.id === userId) known.delete(signed);
  }
}

/** The value of one cookie, decoded; null when absent or badly encoded. */
function readCookie(header: string | null, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const at = part.indexOf("=");
    if (at < 0 || part.slice(0, at).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(at + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}

/** The token of a `token.signature` cookie (HMAC SHA-256, base64: the library's format), if it is ours. */
function verifiedToken(signed: string, secret: string): string | null {
  const dot = signed.lastIndexOf(".");
  if (dot < 1 || signed.length > 300) return null;
  const token = signed.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signed.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
