import type { IncomingHttpHeaders } from "node:http";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that may change something was sent by another site (CSRF). Called by server.js before
 * anything else; the answer is then 403.
 *
 * Browsers say it themselves: Sec-Fetch-Site on HTTPS and localhost, Origin on every cross-site POST. The
 * address in Origin must be the public one, or the one the browser asked for (Host). A sender without either
 * header is no browser: it has no cookie of anyone to misuse.
 */
export function isCrossSite(
  method: string,
  headers: IncomingHttpHeaders,
  publicOrigin: string,
): boolean {
  if (SAFE.has(method.toUpperCase())) return false;
  const site = headers["sec-fetch-site"];
  if (site === "cross-site" || site === "same-site") return true;
  const origin = headers.origin;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const sent = new URL(origin);
  return sent.origin !== new URL(publicOrigin).origin && sent.host !== headers.host?.toLowerCase();
}
