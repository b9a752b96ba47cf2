/** An image the server has taken, re-encoded and measured. */
export type Uploaded = { id: string; width: number; height: number; name: string };
export type UploadOutcome =
  | { kind: "done"; image: Uploaded }
  | { kind: "cancelled" }
  | { kind: "failed"; message: string };

const MAX_BYTES = 10 * 1024 * 1024;
const ACCEPTED = ["image/jpeg", "image/png", "image/webp", "image/gif"];

/** What the file chooser proposes. */
export const acceptedImages = ACCEPTED.join(",");

/** What is wrong with a file before it is sent, or null. The server judges again, by its content. */
export function refuseFile(file: { type: string; size: number }): string | null {
  if (!ACCEPTED.includes(file.type)) {
    return "Choisissez une image JPEG, PNG, WebP ou GIF. Les autres formats ne peuvent pas être affichés partout.";
  }
  if (file.size > MAX_BYTES) {
    return "Cette image dépasse 10\u00A0Mo. Réduisez-la avant de l’ajouter.";
  }
  return null;
}

const UNREACHABLE =
  "L’image n’a pas pu être envoyée\u00A0: le serveur ne répond pas. Elle est toujours sur votre appareil, réessayez dans un instant.";

/**
 * Sends one image. `onProgress` gets a share between 0 and 1; aborting the signal cancels. Never rejects.
 * XMLHttpRequest and not fetch: only it tells how much has left.
 */
export function uploadImage(
  path: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("file", file);
    request.open("POST", path);
    request.setRequestHeader("accept", "application/json");
    request.responseType = "text";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(readOutcome(request.status, request.responseText));
    request.onerror = () => resolve({ kind: "failed", message: UNREACHABLE });
    request.onabort = () => resolve({ kind: "cancelled" });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(body);
  });
}

/** Sorts the server's answer to an upload. */
export function readOutcome(status: number, text: string): UploadOutcome {
  if (status === 401) {
    return {
      kind: "failed",
      message:
        "Votre session a expiré. Reconnectez-vous dans un autre onglet, puis ajoutez l’image de nouveau.",
    };
  }
  try {
    const answer = JSON.parse(text) as Record<string, unknown>;
    const { id, width, height, name } = answer;
    if (answer.ok === true && typeof id === "string") {
      return {
        kind: "done",
        image: { id, width: Number(width), height: Number(height), name: String(name ?? "") },
      };
    }
    if (typeof answer.message === "string") return { kind: "failed", message: answer.message };
  } catch {
    // Not our JSON: an error page of a proxy, or the sign-in page.
  }
  return { kind: "failed", message: UNREACHABLE };
}
