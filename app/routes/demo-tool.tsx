import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, type ShouldRevalidateFunction, useLoaderData } from "@remix-run/react";
import { getDemoTool, replayDemo, startDemo } from "~/features/site/demo-play.server.ts";
import { DemoTool } from "~/features/site/demo-tool.tsx";
import { paths } from "~/paths.ts";
import { authorize } from "~/platform/guard.server.ts";
import { Page } from "~/ui/page.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Outil introuvable"} – démonstration – Bloc à bloc` },
];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "demo" });
  const tool = getDemoTool(args.params.tool ?? "");
  return { id: tool.id, title: tool.title, purpose: tool.purpose, initial: await startDemo(tool) };
}

export async function action(args: ActionFunctionArgs) {
  await authorize(args, "create", { kind: "demo" });
  return replayDemo(getDemoTool(args.params.tool ?? ""), args.request);
}

/** A move changes nothing that the loader knows; another tool does. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentParams, nextParams }) =>
  currentParams.tool !== nextParams.tool;

export default function DemoToolRoute() {
  const { id, title, purpose, initial } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      lead={purpose}
      width="wide"
      above={<Link to={paths.demo()}>Démonstration</Link>}
    >
      <DemoTool key={id} tool={id} initial={initial} />
    </Page>
  );
}
