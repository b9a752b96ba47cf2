import type { HeadersArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountScreen } from "~/features/account/account-screen.tsx";
import { accountPage, changeAccount } from "~/features/account/change.server.ts";
import { useFormAnswer } from "~/features/account/form-answer.ts";
import { noticeOf } from "~/features/account/notices.ts";
import { authorize, type RouteArgs, requireActor } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Mon compte – Bloc à bloc" }];

export async function loader(args: RouteArgs) {
  const actor = await requireActor(args);
  await authorize(args, "read", { kind: "account", ownerId: actor.id });
  const notice = noticeOf(new URL(args.request.url));
  return { ...(await accountPage(args.request, actor)), notice };
}

export async function action(args: RouteArgs) {
  const actor = await requireActor(args);
  await authorize(args, "write", { kind: "account", ownerId: actor.id });
  return changeAccount({ request: args.request, ip: args.context.ip, actor });
}

/** Retry-After, when there were too many tries. */
export function headers({ actionHeaders }: HeadersArgs) {
  return actionHeaders;
}

export default function Account() {
  return <AccountScreen {...useLoaderData<typeof loader>()} answer={useFormAnswer()} />;
}
