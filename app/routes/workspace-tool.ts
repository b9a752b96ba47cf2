import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { playTool } from "~/features/workspace/tool-play.server.ts";
import { paths } from "~/paths.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";
import { answerFaults, readJson } from "~/platform/json.server.ts";

/** Largest move, in bytes: a whole interview report fits many times. */
const MAX_MOVE = 200_000;

/** A move in a tool, from a script (JSON) or from a form without one. */
export async function action(args: ActionFunctionArgs) {
  const { step = "", tool = "" } = args.params;
  const play = async (input: unknown) => {
    const { workspace, subject } = await requireWorkspace(args, "write");
    return playTool({ workspace, subject, stepId: step, toolId: tool }, input, args.request.signal);
  };
  if ((args.request.headers.get("content-type") ?? "").startsWith("application/json"))
    return answerFaults(async () => {
      const body = await readJson(args.request, MAX_MOVE);
      if (!body.ok) return Response.json(body, { status: body.reason === "too-large" ? 413 : 422 });
      const { status, ...answer } = await play(body.value);
      return Response.json(answer, { status });
    });
  const answer = await play(moveFromForm(await args.request.formData()));
  if (!answer.ok && answer.status !== 409)
    throw new Response(answer.message, { status: answer.status });
  return redirect(`${paths.step(args.params.id ?? "", step)}?vue=${encodeURIComponent(tool)}`);
}

/** `version`, `action` as JSON, and plain fields that join the action as strings. */
function moveFromForm(form: FormData): unknown {
  const { version, action: json, ...fields } = Object.fromEntries(form);
  try {
    return { version: Number(version), action: { ...JSON.parse(String(json ?? "{}")), ...fields } };
  } catch {
    return null;
  }
}
