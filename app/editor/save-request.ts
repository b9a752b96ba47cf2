import { parseDocument } from "~/domain/document.ts";
import type { Theirs } from "./saver-machine.ts";

/** What became of one save: the server's answer, sorted. */
export type SaveOutcome =
  | { kind: "accepted"; version: number; savedAt: string }
  | { kind: "conflict"; theirs: Theirs }
  | { kind: "signed-out" }
  | { kind: "refused"; message: string }
  | { kind: "lost" };

const TIMEOUT = 15_000;
/** Browsers let about 64 kB of requests outlive the page. */
const KEEPALIVE_LIMIT = 60_000;

const KEPT = " Votre texte est gardé sur cet appareil.";
const REFUSALS: Record<number, string> = {
  403: "Vous n’avez pas le droit d’écrire ici.",
  404: "Cette partie n’existe plus, ou elle n’est plus à vous.",
  413: "Ce texte est trop long pour une seule partie.",
};

/**
 * Sends one version; never throws. `doc` is the document's JSON text; `discarded`, those a merge left out, become
 * versions under it.
 */
export async function postSave(
  path: string,
  save: { version: number; doc: string; device: string; discarded?: readonly string[] },
): Promise<SaveOutcome> {
  const under = save.discarded?.length ? `,"discarded":[${save.discarded.join(",")}]` : "";
  const body = `{"version":${save.version},"doc":${save.doc},"device":${JSON.stringify(save.device)}${under}}`;
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), TIMEOUT);
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body,
      credentials: "same-origin",
      // An expired session may answer by sending to the sign-in page: that is an answer, not a save.
      redirect: "manual",
      keepalive: new TextEncoder().encode(body).length < KEEPALIVE_LIMIT,
      signal: giveUp.signal,
    });
    return await sortAnswer(response);
  } catch {
    return { kind: "lost" };
  } finally {
    clearTimeout(timer);
  }
}

async function sortAnswer(response: Response): Promise<SaveOutcome> {
  if (response.type === "opaqueredirect" || response.status === 401) return { kind: "signed-out" };
  if (response.status >= 500 || response.status === 429 || response.status === 408) {
    return { kind: "lost" };
  }
  const answer = await readAnswer(response);
  if (response.ok) {
    const { version, savedAt } = answer;
    return typeof version === "number" && typeof savedAt === "string"
      ? { kind: "accepted", version, savedAt }
      : { kind: "lost" };
  }
  if (response.status === 409) {
    const theirs = readVersion(answer);
    return theirs ? { kind: "conflict", theirs } : { kind: "lost" };
  }
  const said = REFUSALS[response.status] ?? "Le serveur a refusé ce texte.";
  return {
    kind: "refused",
    message: typeof answer.message === "string" ? answer.message : said + KEPT,
  };
}

async function readAnswer(response: Response): Promise<Record<string, unknown>> {
  const answer: unknown = await response.json().catch(() => null);
  return typeof answer === "object" && answer !== null ? (answer as Record<string, unknown>) : {};
}

function readVersion(answer: Record<string, unknown>): Theirs | null {
  const doc = parseDocument(answer.doc);
  if (!doc.ok || typeof answer.version !== "number") return null;
  return {
    version: answer.version,
    doc: doc.value,
    savedAt: typeof answer.savedAt === "string" ? answer.savedAt : "",
    device: typeof answer.device === "string" ? answer.device.replace(/#.*/, "") : "",
  };
}

/** The version the server holds now, or null when it cannot be had. Never throws. */
export async function fetchVersion(path: string): Promise<Theirs | null> {
  try {
    const response = await fetch(path, {
      headers: { accept: "application/json" },
      credentials: "same-origin",
      cache: "no-store",
      redirect: "manual",
    });
    return response.ok ? readVersion(await readAnswer(response)) : null;
  } catch {
    return null;
  }
}

/** What this device is called on the merge screen, e.g. « Firefox sur Windows »; sent with « # » and the tab's id. */
export function deviceName(userAgent: string): string {
  const first = (table: [RegExp, string][], otherwise: string) =>
    table.find(([pattern]) => pattern.test(userAgent))?.[1] ?? otherwise;
  const browser = first(
    [
      [/Edg\//, "Edge"],
      [/OPR\//, "Opera"],
      [/Firefox\/|FxiOS/, "Firefox"],
      [/Chrome\/|CriOS|Chromium/, "Chrome"],
      [/Safari\//, "Safari"],
    ],
    "Navigateur",
  );
  const system = first(
    [
      [/iPhone/, "iPhone"],
      [/iPad/, "iPad"],
      [/Android/, "Android"],
      [/Windows/, "Windows"],
      [/Mac OS/, "Mac"],
      [/CrOS/, "Chromebook"],
      [/Linux/, "Linux"],
    ],
    "cet appareil",
  );
  return `${browser} sur ${system}`;
}
