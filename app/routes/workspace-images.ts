import type { ActionFunctionArgs } from "@remix-run/node";
import { addImage, MAX_IMAGE } from "~/features/media/images.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";
import { answerFaults } from "~/platform/json.server.ts";
import { rateLimit } from "~/platform/rate-limit.server.ts";
import { readUpload, uploadRefusal } from "~/platform/upload.server.ts";

const TOO_MANY = "Vous avez envoyé beaucoup d’images en une heure. Réessayez un peu plus tard.";
const TOO_LARGE = "Cette image dépasse 10 Mo. Réduisez-la, puis envoyez-la de nouveau.";
const NO_FILE = "Aucune image n’a été reçue. Choisissez un fichier, puis réessayez.";

/** Receives one image for the editor; answers its id and size, or a French sentence. */
export async function action(args: ActionFunctionArgs) {
  return answerFaults(async () => {
    const { actor, workspace } = await requireWorkspace(args, "write");
    const limit = await rateLimit(`images:${actor.id}`, { max: 120, windowSeconds: 3600 });
    if (!limit.ok) return uploadRefusal(429, "too-many", TOO_MANY);
    const file = await readUpload(args.request, MAX_IMAGE);
    if (file === "too-large") return uploadRefusal(413, "too-large", TOO_LARGE);
    if (!file) return uploadRefusal(422, "no-file", NO_FILE);
    const added = await addImage(workspace.id, file.name, new Uint8Array(await file.arrayBuffer()));
    if (!added.ok) return uploadRefusal(422, added.reason, added.message);
    return Response.json({ ok: true, ...added.value });
  });
}
