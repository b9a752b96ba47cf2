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

const TYPES = ["application/pdf", "application/zip"];

/** Asks for an export and waits for the whole file; `onBytes` hears how much has come. Never throws. */
export async function fetchFile(
  url: string,
  signal: AbortSignal,
  onBytes: (received: number) => void = () => {},
): Promise<FetchedFile> {
  try {
    const answer = await fetch(url, {
      headers: { accept: ["application/json", ...TYPES].join(", ") },
      signal,
    });
    const type = answer.headers.get("content-type") ?? "";
    if (answer.ok && TYPES.some((known) => type.startsWith(known)))
      return {
        kind: "file",
        blob: await received(answer, type, onBytes),
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

async function received(answer: Response, type: string, onBytes: (received: number) => void) {
  if (!answer.body) return answer.blob();
  const reader = answer.body.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts, { type });
    parts.push(value);
    total += value.length;
    onBytes(total);
  }
}

function fileNameOf(disposition: string | null): string {
  return /filename="([^"]+)"/.exec(disposition ?? "")?.[1] ?? "dossier.pdf";
}

/** Hands a file to the browser's downloads. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

function noticesOf(header: string | null): string[] {
  try {
    const read: unknown = JSON.parse(decodeURIComponent(header ?? "[]"));
    return Array.isArray(read) ? read.filter((n): n is string => typeof n === "string") : [];
  } catch {
    return [];
  }
}
