import type { ActionFunctionArgs } from "@remix-run/node";
import { answerDemoRun } from "~/features/prompt-bench/demo.server.ts";
import { authorize } from "~/platform/guard.server.ts";

/** Runs a prompt of the demonstration (a stream of lines); nothing is kept. */
export async function action(args: ActionFunctionArgs) {
  await authorize(args, "create", { kind: "demo" });
  return answerDemoRun(args.request, args.context.ip);
}
