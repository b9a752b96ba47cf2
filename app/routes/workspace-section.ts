import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
  MAX_BODY,
  readSection,
  saveSectionText,
} from "~/features/workspace/section-save.server.ts";
import { requirePin, requireWorkspace } from "~/platform/guard.server.ts";
import { answerFaults, readJson } from "~/platform/json.server.ts";

/** The current text of a section, for a tab that pulls what another one saved. */
export async function loader(args: LoaderFunctionArgs) {
  const { workspace, subject } = await requireWorkspace(args, "read");
  const key = args.params.section ?? "";
  if (!subject.sections.some((s) => s.key === key))
    throw new Response("Not Found", { status: 404 });
  return Response.json(await readSection(workspace.id, key));
}

/** Saves a section: see the protocol in features/workspace/section-save.server.ts. */
export async function action(args: ActionFunctionArgs) {
  return answerFaults(async () => {
    const { id, subject } = await requirePin(args, "write");
    const body = await readJson(args.request, MAX_BODY);
    if (!body.ok) return Response.json(body, { status: body.reason === "too-large" ? 413 : 422 });
    const { status, ...answer } = await saveSectionText(
      id,
      subject,
      args.params.section ?? "",
      body.value,
    );
    return Response.json(answer, { status });
  });
}
