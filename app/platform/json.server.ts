import { ok, type Result, refused } from "~/domain/result.ts";
import { errorText, log } from "./log.server.ts";

/**
 * Reads a JSON body of at most `max` bytes, counting as it arrives: a larger one is dropped unread.
 */
export async function readJson(
  request: Request,
  max: number,
): Promise<Result<unknown, "too-large" | "malformed">> {
  const tooLarge = refused(
    "too-large",
    "Cet envoi est trop volumineux. Rien n’est perdu : votre texte est gardé sur cet appareil.",
  );
  if (Number(request.headers.get("content-length") ?? 0) > max) return tooLarge;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > max) {
      await reader.cancel();
      return tooLarge;
    }
    chunks.push(value);
  }
  try {
    return ok(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch {
    return refused(
      "malformed",
      "Cet envoi est illisible. Rien n’est perdu : votre texte est gardé sur cet appareil.",
    );
  }
}

const DOWN = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08003",
  "53300",
]);

/** Is this error the database being away, rather than a fault of ours? */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: string }).code ?? "";
  return DOWN.has(code) || /terminat|connection|timeout/i.test(error.message);
}

/**
 * For addresses that scripts call: every fault is answered as JSON with a French sentence, so that the editor
 * can say what happened and keep the text. Refusals thrown by the guard keep their status.
 */
export async function answerFaults(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) {
      if (error.status < 400) return error;
      const reason =
        error.status === 401 ? "signed-out" : error.status === 404 ? "not-found" : "forbidden";
      return Response.json(
        { ok: false, reason, message: await error.text() },
        { status: error.status },
      );
    }
    const unavailable = isUnavailable(error);
    log(unavailable ? "database-unavailable" : "request-failed", { error: errorText(error) });
    return Response.json(
      {
        ok: false,
        reason: unavailable ? "unavailable" : "failed",
        message:
          "Le serveur a un problème passager. Votre texte est gardé sur cet appareil ; un nouvel essai va suivre.",
      },
      { status: unavailable ? 503 : 500 },
    );
  }
}
