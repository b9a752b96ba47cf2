import { MaxFileSizeExceededError, parseFormData } from "@remix-run/form-data-parser";
import type { ActionFunctionArgs } from "@remix-run/node";
import { addImage, MAX_IMAGE } from "~/features/workspace/images.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";
import { answerFaults, dropBody } from "~/platform/json.server.ts";
import { rateLimit } from "~/platform/rate-limit.server.ts";

/** What a form adds around its one file, at most, in bytes. */
const FORM_OVERHEAD = 10_000;
const TOO_LARGE = "Cette image dépasse 10 Mo. Réduisez-la, puis envoyez-la de nouveau.";

/** Receives one image for the editor; answers its id and size, or a French sentence. */
export async function action(args: ActionFunctionArgs) {
  return answerFaults(async () => {
    const { actor, workspace } = await requireWorkspace(args, "write");
    const limit = await rateLimit(`images:${actor.id}`, { max: 120, windowSeconds: 3600 });
    if (!limit.ok)
      return fault(
        429,
        "too-many",
        "Vous avez envoyé beaucoup d’images en une heure. Réessayez un peu plus tard.",
      );
    // Told by its announced length: the parser would break the connection before our answer.
    if (Number(args.request.headers.get("content-length") ?? 0) > MAX_IMAGE + FORM_OVERHEAD) {
      await dropBody(args.request);
      return fault(413, "too-large", TOO_LARGE);
    }
    const file = await readFile(args.request);
    if (file === "too-large") return fault(413, "too-large", TOO_LARGE);
    if (!file)
      return fault(
        422,
        "no-file",
        "Aucune image n’a été reçue. Choisissez un fichier, puis réessayez.",
      );
    const added = await addImage(workspace.id, file.name, new Uint8Array(await file.arrayBuffer()));
    if (!added.ok) return fault(422, added.reason, added.message);
    return Response.json({ ok: true, ...added.value });
  });
}

function fault(status: number, reason: string, message: string): Response {
  return Response.json({ ok: false, reason, message }, { status });
}

async function readFile(request: Request): Promise<File | "too-large" | null> {
  try {
    const form = await parseFormData(request, { maxFileSize: MAX_IMAGE, maxFiles: 1 });
    const file = form.get("file");
    return file instanceof File && file.size > 0 ? file : null;
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError) return "too-large";
    if ((error as { cause?: unknown }).cause instanceof MaxFileSizeExceededError)
      return "too-large";
    return null;
  }
}
