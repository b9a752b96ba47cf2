import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { demoPrompts } from "~/features/prompt-bench/demo-words.ts";
import { DemoGallery } from "~/features/site/demo-gallery.tsx";
import { listDemoTools } from "~/features/site/demo-play.server.ts";
import { paths } from "~/paths.ts";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Démonstration – Bloc à bloc" }];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "demo" });
  const tools = listDemoTools().map((tool) => ({ ...tool, to: paths.demoTool(tool.id) }));
  return { tools: [...tools, { ...demoPrompts, to: paths.demoPrompts() }] };
}

export default function DemoRoute() {
  return <DemoGallery {...useLoaderData<typeof loader>()} />;
}
