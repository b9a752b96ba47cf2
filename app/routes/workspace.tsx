import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useParams,
} from "@remix-run/react";
import { Suspense } from "react";
import { loadBenchPanel } from "~/features/prompt-bench/prompt-bench.server.ts";
import { EditorBridge, useOpenEditor } from "~/features/workspace/editor-bridge.tsx";
import { loadPanel } from "~/features/workspace/panel.server.ts";
import { WorkspaceShell } from "~/features/workspace/shell.tsx";
import { progressOf } from "~/features/workspace/work-state.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";
import { lazyPart } from "~/ui/lazy-part.tsx";

const Panel = lazyPart(async () => (await import("~/features/workspace/panels.tsx")).Panel);
const PromptBench = lazyPart(
  async () => (await import("~/features/prompt-bench/prompt-bench.tsx")).PromptBench,
);

/** Workspace pages bring their own header: root.tsx leaves its own out. */
export const handle = { chrome: "workspace" };

export async function loader(args: LoaderFunctionArgs) {
  const access = await requireWorkspace(args, "read");
  const { workspace, subject, block } = access;
  const stepId = args.params.step ?? null;
  const panelName = new URL(args.request.url).searchParams.get("panneau");
  const benchStep = stepId ?? workspace.current_step ?? subject.steps[0]!.id;
  const [panel, bench] = await Promise.all([
    loadPanel(access, panelName, stepId),
    panelName === "essais" ? loadBenchPanel(access, benchStep) : null,
  ]);
  return {
    workspace: { id: workspace.id, title: workspace.title },
    block: { id: block.id, order: block.order, title: block.shortTitle },
    ...progressOf(access, stepId),
    panel,
    bench,
  };
}

export function shouldRevalidate({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
  formMethod,
  actionResult,
}: ShouldRevalidateFunctionArgs) {
  // A refused or unreachable move changed nothing: reading again could only fail.
  if (actionResult?.ok === false) return false;
  // Another view of the same step: the path of steps has not changed.
  if (!formMethod && currentUrl.pathname === nextUrl.pathname)
    return (
      currentUrl.searchParams.get("panneau") !== nextUrl.searchParams.get("panneau") ||
      currentUrl.href === nextUrl.href
    );
  return defaultShouldRevalidate;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.workspace.title ?? "Espace de travail"} – Bloc à bloc` },
];

export default function Workspace() {
  return (
    <EditorBridge>
      <Frame />
    </EditorBridge>
  );
}

function Frame() {
  const data = useLoaderData<typeof loader>();
  const { step } = useParams();
  const editor = useOpenEditor();
  const opening = <p className="text-muted">Le volet s’ouvre…</p>;
  const panel = data.bench
    ? {
        name: "essais" as const,
        content: (
          <Suspense fallback={opening}>
            <PromptBench
              {...data.bench}
              key={data.bench.stepId}
              place={{ workspaceId: data.workspace.id }}
              onInsert={editor ? (text, run) => editor.insertText(text, { run }) : null}
              insertTarget={editor ? { key: editor.sectionKey, title: editor.sectionTitle } : null}
            />
          </Suspense>
        ),
      }
    : data.panel && {
        name: data.panel.name,
        content: (
          <Suspense fallback={opening}>
            <Panel panel={data.panel} />
          </Suspense>
        ),
      };
  return (
    <WorkspaceShell {...data} currentStep={step ?? null} panel={panel}>
      <Outlet />
    </WorkspaceShell>
  );
}
