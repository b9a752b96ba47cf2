import { downloadMyData } from "~/features/account/export.server.ts";
import { authorize, type RouteArgs, requireActor } from "~/platform/guard.server.ts";

/** Everything of mine, as one ZIP file. */
export async function loader(args: RouteArgs) {
  const actor = await requireActor(args);
  await authorize(args, "export", { kind: "account", ownerId: actor.id });
  return downloadMyData(actor);
}
