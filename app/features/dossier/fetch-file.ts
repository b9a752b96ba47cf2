import { NOTICES_HEADER } from "./view.ts";

export type FetchedFile =
  | { kind: "file"; blob: Blob; name: string; notices: string[] }
  | { kind: "failed"; message: string }
  | { kind: "cancelled" };

const SENTENCES = {
  offline:
    "Le serveur ne répond pas. Votre texte est intact\u00a0: réessayez quand la connexion revient.",
  signedOut:
    "Votre session a pris fin. Reconnectez-vous, puis relancez l’export\u00a0: rien n’est perdu.",
  failed:
    "L’export a échoué. Votre texte est intact\u00a0: réessayez, ou choisissez l’autre format.",
};

/** Asks for an export and waits for the whole file. Never throws. */
export async function fetchFile(url: string, signal: AbortSignal): Promise<FetchedFile> {
  try {
    const answer = await fetch(url, {
      headers: { accept: "application/json, application/pdf" },
      signal,
    });
    const type = answer.headers.get("content-type") ?? "";
    if (answer.ok && type.startsWith("application/pdf"))
      return {
        kind: "file",
        blob: await answer.blob(),
        name: fileNameOf(answer.headers.get("content-disposition")),
        notices: noticesOf(answer.headers.get(NOTICES_HEADER)),
      };
    if (answer.status === 401) return { kind: "failed", message: SENTENCES.signedOut };
    const said = type.startsWith("text/plain") ? (await answer.text()).slice(0, 500) : "";
    return { kind: "failed", message: said || SENTENCES.failed };
  } catch {
    return signal.aborted ? { kind: "cancelled" } : { kind: "failed", message: SENTENCES.offline };
  }
}

function fileNameOf(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "dossier.pdf";
}

function noticesOf(header: string | null): string[] {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(header ?? "[]"));
    return Array.isArray(read) ? read.filter((n): n is string => typeof n === "string") : [];
  } catch {
    return [];
  }
}
