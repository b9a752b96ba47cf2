import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readRevisions, restoreRevision } from "~/features/workspace/revisions.server.ts";
import { RevisionsScreen } from "~/features/workspace/revisions-screen.tsx";
import { paths } from "~/paths.ts";
import { type RouteArgs, requireWorkspace } from "~/platform/guard.server.ts";

const number = z.coerce.number().int().min(1).max(2_000_000_000);

async function place(args: RouteArgs, verb: "read" | "write") {
  const { workspace, subject } = await requireWorkspace(args, verb);
  const section = subject.sections.find((s) => s.key === args.params.section);
  if (!section) throw new Response("Not Found", { status: 404 });
  const step = subject.steps.find((s) => s.sections.includes(section.key));
  return {
    workspace,
    subject,
    section: { key: section.key, title: section.title, step: step?.id ?? subject.steps[0]!.id },
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { workspace, subject, section } = await place(args, "read");
  const search = new URL(args.request.url).searchParams;
  const optional = (name: string) => number.nullable().catch(null).parse(search.get(name));
  const read = await readRevisions(workspace.id, subject, section.key, {
    version: optional("version"),
    before: optional("avant"),
  });
  return { workspaceId: workspace.id, section, restored: search.has("restauree"), ...read };
}

export async function action(args: ActionFunctionArgs) {
  const { workspace, subject, section } = await place(args, "write");
  const form = await args.request.formData();
  const version = number.safeParse(form.get("version"));
  const current = number.safeParse(form.get("current"));
  if (!version.success || !current.success) throw new Response("Bad Request", { status: 400 });
  const done = await restoreRevision(
    workspace.id,
    subject,
    section.key,
    version.data,
    current.data,
  );
  if (!done.ok) throw new Response(done.message, { status: done.reason === "absent" ? 404 : 409 });
  return redirect(`${paths.revisions(workspace.id, section.key)}?restauree`);
}

export default function RevisionsPage() {
  return <RevisionsScreen {...useLoaderData<typeof loader>()} />;
}
