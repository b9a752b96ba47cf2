import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { joinCohort, readInvitation } from "~/features/cohort/cohorts.server.ts";
import { JoinScreen } from "~/features/cohort/join-screen.tsx";
import { paths } from "~/paths.ts";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Rejoindre un groupe – Bloc à bloc" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await authorize(args, "read", { kind: "cohorts" });
  const found = await readInvitation(actor?.id ?? "", args.params.code ?? "");
  if (found.ok) {
    const { name, trainers } = found.value;
    return { invitation: { name, trainers }, message: null };
  }
  return data(
    { invitation: null, message: found.message },
    { status: found.reason === "too-many" ? 429 : 404 },
  );
}

export async function action(args: ActionFunctionArgs) {
  const actor = await authorize(args, "create", { kind: "cohorts" });
  const joined = await joinCohort(actor?.id ?? "", args.params.code ?? "");
  if (joined.ok) return redirect(paths.cohort(joined.value));
  return data({ message: joined.message }, { status: 422 });
}

export default function Join() {
  const { invitation, message } = useLoaderData<typeof loader>();
  return (
    <JoinScreen
      invitation={invitation}
      message={useActionData<typeof action>()?.message ?? message}
    />
  );
}
