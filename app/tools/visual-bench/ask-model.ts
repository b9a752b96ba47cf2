import type { Generated } from "./state.ts";

export type ModelAnswer =
  | { kind: "done"; image: Generated }
  | { kind: "stopped" }
  | { kind: "failed"; message: string };

const UNREACHABLE =
  "Le serveur ne répond pas\u00a0: aucune image n’a été reçue. Réessayez dans un instant.";

/** Has the platform's model make one image, kept in the workspace; aborting the signal stops it. Never rejects. */
export async function askModel(
  path: string,
  asked: { prompt: string; ratio: string },
  signal: AbortSignal,
): Promise<ModelAnswer> {
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ prompt: asked.prompt, ratio: asked.ratio }),
      signal,
    });
    if (response.status === 401)
      return {
        kind: "failed",
        message:
          "Votre session a expiré. Reconnectez-vous dans un autre onglet, puis relancez l’essai.",
      };
    const answer = (await response.json()) as Record<string, unknown>;
    const { assetId, label, model, width, height } = answer;
    if (answer.ok === true && typeof assetId === "string")
      return {
        kind: "done",
        image: {
          assetId,
          width: Number(width),
          height: Number(height),
          label: String(label),
          model: String(model),
        },
      };
    if (typeof answer.message === "string") return { kind: "failed", message: answer.message };
  } catch {
    // Stopped, or not our JSON: an error page of a proxy, a connection cut.
    if (signal.aborted) return { kind: "stopped" };
  }
  return { kind: "failed", message: UNREACHABLE };
}
