import type { HeadersArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chooseNewPassword } from "~/features/account/enter.server.ts";
import { useFormAnswer } from "~/features/account/form-answer.ts";
import { PasswordNewScreen } from "~/features/account/password-screens.tsx";
import { authorize, type RouteArgs } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Nouveau mot de passe – Bloc à bloc" }];

export async function loader(args: RouteArgs) {
  await authorize(args, "read", { kind: "entrance" });
  const token = new URL(args.request.url).searchParams.get("jeton") ?? "";
  return { token: /^[\w-]{8,200}$/.test(token) ? token : "" };
}

export async function action(args: RouteArgs) {
  await authorize(args, "create", { kind: "entrance" });
  return chooseNewPassword({ request: args.request, ip: args.context.ip });
}

/** Retry-After, when there were too many tries. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders;
}

export default function PasswordNew() {
  return <PasswordNewScreen {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
