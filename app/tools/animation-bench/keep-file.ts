/** What became of a file sent to the workspace. */
export type Kept = { ok: true; id: string } | { ok: false; message: string };

const UNREACHABLE =
  "Le fichier n’a pas pu être envoyé\u00a0: le serveur ne répond pas. Il est toujours ici, réessayez dans un instant.";

/** Sends a file made in the browser to the workspace; never rejects. */
export async function keepFile(path: string, file: File): Promise<Kept> {
  try {
    const body = new FormData();
    body.append("file", file);
    const response = await fetch(path, {
      method: "POST",
      headers: { accept: "application/json" },
      body,
    });
    if (response.status === 401)
      return {
        ok: false,
        message: "Votre session a expiré. Reconnectez-vous dans un autre onglet, puis réessayez.",
      };
    const answer = (await response.json()) as { ok?: boolean; id?: unknown; message?: unknown };
    if (answer.ok && typeof answer.id === "string") return { ok: true, id: answer.id };
    return {
      ok: false,
      message: typeof answer.message === "string" ? answer.message : UNREACHABLE,
    };
  } catch {
    return { ok: false, message: UNREACHABLE };
  }
}
