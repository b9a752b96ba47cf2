import type { LoaderFunctionArgs } from "@remix-run/node";
import { readImage } from "~/features/media/images.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** An image of the workspace's own; anybody else's is absent. */
export async function loader(args: LoaderFunctionArgs) {
  const { workspace } = await requireWorkspace(args, "read");
  const image = await readImage(workspace.id, args.params.asset ?? "");
  if (!image) throw new Response("Not Found", { status: 404 });
  return new Response(new Uint8Array(image.bytes), {
    headers: {
      "content-type": image.mime,
      "content-disposition": "inline",
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    },
  });
}
