import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import {
  type ClientActionFunctionArgs,
  type ShouldRevalidateFunction,
  useActionData,
  useLoaderData,
} from "@remix-run/react";
import { actOnAssessment, loadAssessment } from "~/features/assessment/assessment.server.ts";
import { AssessmentScreen } from "~/features/assessment/assessment-screen.tsx";
import { type Outcome, readIntent } from "~/features/assessment/intents.ts";
import { afterwards, refusalStatus, unreachable } from "~/features/assessment/outcome.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `Auto-évaluation${view ? ` ${view.block.id}` : ""} – Bloc à bloc` },
];

export async function loader(args: LoaderFunctionArgs) {
  const access = await requireWorkspace(args, "read");
  return loadAssessment(access, new URL(args.request.url).searchParams);
}

export async function action(args: ActionFunctionArgs) {
  const access = await requireWorkspace(args, "write");
  const form = await args.request.formData();
  const intent = readIntent(form);
  const outcome = intent.ok ? await actOnAssessment(access, intent.value) : intent.outcome;
  if (!outcome.ok) return data<Outcome>(outcome, { status: refusalStatus(outcome.reason) });
  // A script asks for the answer itself; a plain form goes back to the page, so that a reload sends nothing twice.
  if (form.get("reply") === "data") return data<Outcome>(outcome);
  throw redirect(afterwards(access.workspace.id, outcome), 303);
}

/** Without a network, or when the server fails, the page stays, with everything that was typed. */
export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  const form = await request.clone().formData();
  try {
    return await serverAction<typeof action>();
  } catch (error) {
    return unreachable(error, form);
  }
}

/** An autosave changes what the page already shows; a refusal changes nothing. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  actionResult,
  formData,
  defaultShouldRevalidate,
}) => {
  if (actionResult?.ok === false) return false;
  if (formData?.get("reply") === "data" && formData.get("intent") === "rate") return false;
  return defaultShouldRevalidate;
};

export default function WorkspaceAssessment() {
  return (
    <AssessmentScreen
      view={useLoaderData<typeof loader>()}
      outcome={useActionData<typeof action>()}
    />
  );
}
