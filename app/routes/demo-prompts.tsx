import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { loadDemoBench } from "~/features/prompt-bench/demo.server.ts";
import { demoPrompts } from "~/features/prompt-bench/demo-words.ts";
import { PromptBench } from "~/features/prompt-bench/prompt-bench.tsx";
import { paths } from "~/paths.ts";
import { authorize } from "~/platform/guard.server.ts";
import { Page } from "~/ui/page.tsx";

export const meta: MetaFunction = () => [
  { title: "Banc de prompts – démonstration – Bloc à bloc" },
];

export async function loader(args: LoaderFunctionArgs) {
  await authorize(args, "read", { kind: "demo" });
  return loadDemoBench();
}

export const shouldRevalidate = () => false;

export default function DemoPromptsRoute() {
  return (
    <Page
      title={demoPrompts.title}
      lead={demoPrompts.purpose}
      width="wide"
      above={<Link to={paths.demo()}>Démonstration</Link>}
    >
      <h2 className="sr-only">Vos essais</h2>
      <PromptBench
        {...useLoaderData<typeof loader>()}
        place={{ demo: paths.demoRuns() }}
        onInsert={null}
        insertTarget={null}
      />
    </Page>
  );
}
