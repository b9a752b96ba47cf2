import { ok, type Result, refused } from "~/domain/result.ts";
import { errorText, log } from "./log.server.ts";

/**
 * Reads a JSON body of at most `max` bytes, counting as it arrives; what is beyond is read and dropped, so that
 * the sender gets our answer rather than a broken connection.
 */
export async function readJson(
  request: Request,
  max: number,
): Promise<Result<unknown, "too-large" | "malformed">> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bodyOf(request)) {
    size += chunk.byteLength;
    if (size <= max) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > max)
    return refused(
      "too-large",
      "Cet envoi est trop volumineux. Rien n’est perdu : votre texte est gardé sur cet appareil.",
    );
  try {
    return ok(JSON.parse(textOf(chunks)));
  } catch {
    return refused(
      "malformed",
      "Cet envoi est illisible. Rien n’est perdu : votre texte est gardé sur cet appareil.",
    );
  }
}

/** Most bodies arrive in one piece, which is then not copied. */
function textOf(chunks: readonly Uint8Array[]): string {
  const [only] = chunks;
  if (only && chunks.length === 1)
    return Buffer.from(only.buffer, only.byteOffset, only.byteLength).toString("utf8");
  return Buffer.concat(chunks).toString("utf8");
}

/** Most that is read of a body that will be refused anyway, in bytes. */
const PATIENCE = 64 * 1024 * 1024;

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  for (let read = 0; reader; ) {
    const { done, value } = await reader.read();
    if (done) return;
    read += value.byteLength;
    yield value;
    if (read > PATIENCE) {
      await reader.cancel();
      return;
    }
  }
}

/** Reads a body to its end and drops it: before a refusal that was decided by its announced length. */
export async function dropBody(request: Request): Promise<void> {
  for await (const _chunk of bodyOf(request));
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
