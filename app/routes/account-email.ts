import { redirect } from "@remix-run/node";
import { confirmAddress, confirmNewAddress } from "~/features/account/change.server.ts";
import { withNotice } from "~/features/account/notices.ts";
import { paths } from "~/paths.ts";
import { isAddressChange } from "~/platform/auth.server.ts";
import { authorize, type RouteArgs, requireActor } from "~/platform/guard.server.ts";

/**
 * The link of a letter about an address: it confirms a new account's, or makes another one take effect. The
 * latter only for its owner, signed in, so that a program that opens the links of letters changes nothing.
 */
export async function loader(args: RouteArgs) {
  await authorize(args, "read", { kind: "entrance" });
  const caller = { request: args.request, ip: args.context.ip };
  const token = new URL(args.request.url).searchParams.get("jeton") ?? "";
  if (isAddressChange(token)) {
    const actor = await requireActor(args);
    const done = await confirmNewAddress({ ...caller, actor }, token);
    return redirect(withNotice(paths.account(), done ? "adresse-changee" : "lien-perime"));
  }
  const done = await confirmAddress(caller, token);
  return redirect(withNotice(paths.signIn(), done ? "adresse-confirmee" : "lien-perime"));
}
