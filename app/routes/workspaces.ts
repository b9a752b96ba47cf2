import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { openWorkspace } from "~/features/workspace/open.server.ts";
import { paths } from "~/paths.ts";
import { actorOf, authorize, requireActor } from "~/platform/guard.server.ts";

/** The list of workspaces is the dashboard. */
export async function loader(args: ActionFunctionArgs) {
  await authorize(args, "read", { kind: "workspaces" });
  return redirect(paths.dashboard());
}

/** Starts an exercise on a subject; a visitor signs up first and comes back to the subject. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const slug = z
    .string()
    .max(100)
    .parse(form.get("slug") ?? "");
  if (!(await actorOf(args)))
    return redirect(`${paths.signUp()}?${new URLSearchParams({ retour: paths.subject(slug) })}`);
  const actor = await requireActor(args);
  const opened = await openWorkspace(actor.id, slug);
  if (!opened.ok) throw new Response(opened.message, { status: 404 });
  return redirect(paths.step(opened.value.id, opened.value.step));
}
