import { type HeadersArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signUp } from "~/features/account/enter.server.ts";
import { useFormAnswer } from "~/features/account/form-answer.ts";
import { safeReturn } from "~/features/account/safe-return.ts";
import { SignUpScreen } from "~/features/account/sign-up-screen.tsx";
import { authorize, type RouteArgs } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Créer un compte – Bloc à bloc" }];

export async function loader(args: RouteArgs) {
  const actor = await authorize(args, "read", { kind: "entrance" });
  const retour = new URL(args.request.url).searchParams.get("retour");
  if (actor) throw redirect(safeReturn(retour));
  return { retour: safeReturn(retour, "") || null };
}

export async function action(args: RouteArgs) {
  await authorize(args, "create", { kind: "entrance" });
  return signUp({ request: args.request, ip: args.context.ip });
}

/** Retry-After, when there were too many tries. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders;
}

export default function SignUp() {
  return <SignUpScreen {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
