import { paths } from "~/paths.ts";

/** Not a real site: only what addresses are resolved against. */
const BASE = "http://site.invalid";

/** Pages that make no sense as a place to come back to. */
const DOORS = [
  paths.signIn(),
  paths.signUp(),
  paths.signOut(),
  paths.passwordForgotten(),
  paths.passwordNew(),
];

/**
 * The path to go to after sign-in, as the browser will read it: `given` when it is a page of this site, else
 * `fallback`. Refuses other origins in all their spellings (« //evil », « /\evil », « /.//evil »), control
 * characters and the doors themselves.
 */
export function safeReturn(given: unknown, fallback: string = paths.dashboard()): string {
  if (typeof given !== "string" || given.length > 2_000) return fallback;
  if (!given.startsWith("/") || /[\\\p{Cc}]/u.test(given)) return fallback;
  if (!URL.canParse(given, BASE)) return fallback;
  const url = new URL(given, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return fallback;
  if (DOORS.includes(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}
