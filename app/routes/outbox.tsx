import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OutboxScreen } from "~/features/account/outbox-screen.tsx";
import { env } from "~/platform/env.server.ts";
import { authorize, type RouteArgs } from "~/platform/guard.server.ts";
import { listLetters } from "~/platform/mail.server.ts";

export const meta: MetaFunction = () => [{ title: "Courriels gardés – Bloc à bloc" }];

export async function loader(args: RouteArgs) {
  await authorize(args, "read", { kind: "outbox" });
  return { letters: await listLetters(), sent: Boolean(env().MAIL_URL) };
}

export default function Outbox() {
  return <OutboxScreen {...useLoaderData<typeof loader>()} />;
}
