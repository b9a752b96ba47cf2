import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DemoGallery } from "~/features/site/demo-gallery.tsx";
import { listDemoTools } from "~/features/site/demo-play.server.ts";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Démonstration – Bloc à bloc" }];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "demo" });
  return { tools: listDemoTools() };
}

export default function DemoRoute() {
  return <DemoGallery {...useLoaderData<typeof loader>()} />;
}
