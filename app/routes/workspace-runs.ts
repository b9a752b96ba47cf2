import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answerIntent, answerRuns, readIntent } from "~/features/prompt-bench/answer.server.ts";
import { hasStep } from "~/features/prompt-bench/prompt-bench.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";
import { answerFaults } from "~/platform/json.server.ts";

/** The runs of a step, a page at a time. */
export async function loader(args: LoaderFunctionArgs) {
  const access = await requireWorkspace(args, "read");
  const step = args.params.step ?? "";
  if (!hasStep(access, step)) throw new Response("Not Found", { status: 404 });
  return answerRuns(access, step, args.request);
}

/** Runs a prompt (a stream of lines), keeps, annotates, records an insertion. */
export async function action(args: ActionFunctionArgs) {
  const answer = async () => {
    const access = await requireWorkspace(args, "write");
    const step = args.params.step ?? "";
    if (!hasStep(access, step)) throw new Response("Not Found", { status: 404 });
    return answerIntent(access, step, await readIntent(args.request), args.request);
  };
  const scripted = (args.request.headers.get("accept") ?? "").startsWith("application/json");
  return scripted ? answerFaults(answer) : answer();
}
