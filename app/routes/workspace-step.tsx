import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import { makesImages } from "~/ai/provider.server.ts";
import { markStep, readStep } from "~/features/workspace/step.server.ts";
import { SectionWork, StepScreen } from "~/features/workspace/step-screen.tsx";
import { ToolHost } from "~/features/workspace/tool-host.tsx";
import { paths } from "~/paths.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const access = await requireWorkspace(args, "read");
  const view = new URL(args.request.url).searchParams.get("vue");
  const read = await readStep(access, args.params.step ?? "", view);
  if (!read) throw new Response("Not Found", { status: 404 });
  return { ...read, workspaceId: access.workspace.id, makesImages: makesImages() };
}

const intent = z.enum(["finish", "reopen"]);

export async function action(args: ActionFunctionArgs) {
  const { workspace, subject } = await requireWorkspace(args, "write");
  const at = subject.steps.findIndex((s) => s.id === args.params.step);
  const step = subject.steps[at];
  if (!step) throw new Response("Not Found", { status: 404 });
  const wanted = intent.safeParse((await args.request.formData()).get("intent"));
  if (!wanted.success) throw new Response("Bad Request", { status: 400 });
  await markStep(workspace.id, step.id, wanted.data === "finish");
  const following = wanted.data === "finish" ? subject.steps[at + 1] : step;
  return redirect(
    following ? paths.step(workspace.id, following.id) : paths.assessment(workspace.id),
  );
}

export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  // Only the side panel opened or closed: the work in the middle stays as it is.
  const same =
    currentUrl.pathname === nextUrl.pathname &&
    currentUrl.searchParams.get("vue") === nextUrl.searchParams.get("vue");
  if (!formMethod && same && currentUrl.search !== nextUrl.search) return false;
  return defaultShouldRevalidate;
}

export default function StepPage() {
  const data = useLoaderData<typeof loader>();
  const { step } = useParams();
  return (
    <StepScreen {...data}>
      {data.tool && data.current ? (
        <ToolHost
          key={`${step}/${data.current.id}`}
          workspaceId={data.workspaceId}
          tool={data.current.id}
          title={data.current.title}
          initial={data.tool}
          action={paths.tool(data.workspaceId, data.step.id, data.current.id)}
          makesImages={data.makesImages}
        />
      ) : null}
      {data.section ? <SectionWork workspaceId={data.workspaceId} {...data.section} /> : null}
    </StepScreen>
  );
}
