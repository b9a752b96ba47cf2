import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Accessibility } from "~/features/site/accessibility.tsx";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Accessibilité – Bloc à bloc" }];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "catalogue" });
  return null;
}

export default function AccessibilityRoute() {
  return <Accessibility />;
}
