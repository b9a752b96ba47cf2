import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { paths } from "~/paths.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** Opens the workspace where it was left. */
export async function loader(args: LoaderFunctionArgs) {
  const { workspace, subject } = await requireWorkspace(args, "read");
  return redirect(paths.step(workspace.id, workspace.current_step ?? subject.steps[0]!.id));
}
