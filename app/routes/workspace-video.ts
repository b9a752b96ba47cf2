import type { LoaderFunctionArgs } from "@remix-run/node";
import { videoAnswer } from "~/features/media/media.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** A video of the workspace's own, by parts when asked; anybody else's is absent. */
export async function loader(args: LoaderFunctionArgs) {
  const { workspace } = await requireWorkspace(args, "read");
  const range = args.request.headers.get("range");
  const answer = await videoAnswer(workspace.id, args.params.asset ?? "", range);
  if (!answer) throw new Response("Not Found", { status: 404 });
  return answer;
}
