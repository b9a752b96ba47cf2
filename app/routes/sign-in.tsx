import { type HeadersArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signIn } from "~/features/account/enter.server.ts";
import { useFormAnswer } from "~/features/account/form-answer.ts";
import { noticeOf } from "~/features/account/notices.ts";
import { safeReturn } from "~/features/account/safe-return.ts";
import { SignInScreen } from "~/features/account/sign-in-screen.tsx";
import { authorize, type RouteArgs } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Se connecter – Bloc à bloc" }];

export async function loader(args: RouteArgs) {
  const actor = await authorize(args, "read", { kind: "entrance" });
  const url = new URL(args.request.url);
  const retour = url.searchParams.get("retour");
  if (actor) throw redirect(safeReturn(retour));
  return { notice: noticeOf(url), retour: safeReturn(retour, "") || null };
}

export async function action(args: RouteArgs) {
  await authorize(args, "create", { kind: "entrance" });
  return signIn({ request: args.request, ip: args.context.ip });
}

/** Retry-After, when there were too many tries. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders;
}

export default function SignIn() {
  return <SignInScreen {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
