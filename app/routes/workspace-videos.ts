import type { ActionFunctionArgs } from "@remix-run/node";
import { addVideo, MAX_VIDEO } from "~/features/media/media.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";
import { answerFaults } from "~/platform/json.server.ts";
import { rateLimit } from "~/platform/rate-limit.server.ts";
import { readUpload, uploadRefusal } from "~/platform/upload.server.ts";

const TOO_MANY = "Vous avez gardé beaucoup de vidéos en une heure. Réessayez un peu plus tard.";
const TOO_LARGE =
  "Cette vidéo dépasse 40 Mo. Choisissez une durée ou une définition moindre, puis réessayez.";
const NO_FILE = "Aucune vidéo n’a été reçue. Réessayez.";

/** Receives one video of the animation bench; answers its id, size and fingerprint, or a French sentence. */
export async function action(args: ActionFunctionArgs) {
  return answerFaults(async () => {
    const { actor, workspace } = await requireWorkspace(args, "write");
    const limit = await rateLimit(`videos:${actor.id}`, { max: 40, windowSeconds: 3600 });
    if (!limit.ok) return uploadRefusal(429, "too-many", TOO_MANY);
    const file = await readUpload(args.request, MAX_VIDEO);
    if (file === "too-large") return uploadRefusal(413, "too-large", TOO_LARGE);
    if (!file) return uploadRefusal(422, "no-file", NO_FILE);
    const added = await addVideo(workspace.id, file.name, new Uint8Array(await file.arrayBuffer()));
    if (!added.ok) return uploadRefusal(422, added.reason, added.message);
    return Response.json({ ok: true, ...added.value });
  });
}
