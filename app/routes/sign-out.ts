import { redirect } from "@remix-run/node";
import type { ClientActionFunctionArgs } from "@remix-run/react";
import { signOut } from "~/features/account/enter.server.ts";
import { paths } from "~/paths.ts";
import { authorize, type RouteArgs } from "~/platform/guard.server.ts";
import { forgetAcknowledged } from "~/ui/kept-text.ts";

/** Reading this address changes nothing: a link or an image must not sign anyone out. */
export async function loader(args: RouteArgs) {
  const actor = await authorize(args, "read", { kind: "entrance" });
  return redirect(actor ? paths.account() : paths.signIn());
}

export async function action(args: RouteArgs) {
  const actor = await authorize(args, "delete", { kind: "entrance" });
  return signOut({ request: args.request, ip: args.context.ip }, actor?.id ?? null);
}

/** In the browser first: what the server already has does not stay on a computer that others use. */
export async function clientAction({ serverAction }: ClientActionFunctionArgs) {
  forgetAcknowledged();
  return serverAction();
}
