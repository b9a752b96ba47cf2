import type { HeadersArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requestNewPassword } from "~/features/account/enter.server.ts";
import { useFormAnswer } from "~/features/account/form-answer.ts";
import { noticeOf } from "~/features/account/notices.ts";
import { PasswordForgottenScreen } from "~/features/account/password-screens.tsx";
import { env } from "~/platform/env.server.ts";
import { authorize, type RouteArgs } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Mot de passe oublié – Bloc à bloc" }];

export async function loader(args: RouteArgs) {
  await authorize(args, "read", { kind: "entrance" });
  return { notice: noticeOf(new URL(args.request.url)), lettersAreKept: !env().MAIL_URL };
}

export async function action(args: RouteArgs) {
  await authorize(args, "create", { kind: "entrance" });
  return requestNewPassword({ request: args.request, ip: args.context.ip });
}

/** Retry-After, when there were too many tries. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders;
}

export default function PasswordForgotten() {
  return <PasswordForgottenScreen {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
