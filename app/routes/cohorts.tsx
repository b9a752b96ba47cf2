import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createCohort, readCohorts } from "~/features/cohort/cohorts.server.ts";
import { CohortsScreen } from "~/features/cohort/cohorts-screen.tsx";
import { paths } from "~/paths.ts";
import { authorize } from "~/platform/guard.server.ts";

export const meta: MetaFunction = () => [{ title: "Groupes – Bloc à bloc" }];

export async function loader(args: LoaderFunctionArgs) {
  const actor = await authorize(args, "read", { kind: "cohorts" });
  const search = new URL(args.request.url).searchParams;
  const code = search.get("code");
  if (code !== null && code.trim() !== "") throw redirect(paths.join(code.trim().slice(0, 40)));
  return { cohorts: await readCohorts(actor?.id ?? "") };
}

export async function action(args: ActionFunctionArgs) {
  const actor = await authorize(args, "create", { kind: "cohorts" });
  const name = String((await args.request.formData()).get("name") ?? "");
  const made = await createCohort(actor?.id ?? "", name);
  if (made.ok) return redirect(paths.cohort(made.value));
  return data({ name, message: made.message }, { status: made.reason === "too-many" ? 429 : 422 });
}

export default function Cohorts() {
  return (
    <CohortsScreen {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
  );
}
