import type { ActionFunctionArgs } from "@remix-run/node";
import { generateImage, readImageAsked } from "~/features/media/generated-image.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";
import { answerFaults } from "~/platform/json.server.ts";
import { rateLimit, tooManyMessage } from "~/platform/rate-limit.server.ts";
import { uploadRefusal } from "~/platform/upload.server.ts";

const STATUS: Record<string, number> = {
  "too-long": 413,
  "over-budget": 429,
  "rate-limited": 429,
  unavailable: 502,
  unreadable: 502,
};

/** Has a picture made by the image model from { prompt, ratio: « 4:5 » }; answers the asset that was kept, or why not. */
export async function action(args: ActionFunctionArgs) {
  return answerFaults(async () => {
    const access = await requireWorkspace(args, "write");
    const limit = await rateLimit(`generated:${access.actor.id}`, { max: 6, windowSeconds: 60 });
    if (!limit.ok) {
      const said = tooManyMessage(limit.retryAfterSeconds, "d’images en une minute");
      return uploadRefusal(429, "too-many", `${said} Votre prompt est gardé.`);
    }
    const asked = await readImageAsked(args.request);
    const made = asked.ok ? await generateImage(access, asked.value, args.request.signal) : asked;
    if (!made.ok) return uploadRefusal(STATUS[made.reason] ?? 422, made.reason, made.message);
    return Response.json({ ok: true, ...made.value });
  });
}
