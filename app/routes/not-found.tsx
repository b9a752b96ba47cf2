import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Page introuvable – Bloc à bloc" }];

/** Any address that no route knows: a quiet 404, shown by the root boundary. */
export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "catalogue" });
  throw new Response("", { status: 404, statusText: "Not Found" });
}

export const action = loader;

export default function NotFound() {
  return null;
}
