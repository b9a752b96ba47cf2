import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CohortScreen } from "~/features/cohort/cohort-screen.tsx";
import { changeCohort, leaveCohort, readCohort } from "~/features/cohort/cohorts.server.ts";
import { requireCohort } from "~/features/cohort/guard.server.ts";
import { exportRefusals } from "~/features/dossier/export.server.ts";
import { paths } from "~/paths.ts";

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${view?.name ?? "Groupe"} – Bloc à bloc` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { cohort } = await requireCohort(args, "read");
  const search = new URL(args.request.url).searchParams;
  const refused = exportRefusals[search.get("export") ?? ""] ?? null;
  return { ...(await readCohort(cohort, search)), refused };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  if (form.get("intent") === "leave") {
    const { actor, cohort } = await requireCohort(args, "read");
    await leaveCohort(cohort.id, actor.id);
    return redirect(paths.cohorts());
  }
  const { cohort } = await requireCohort(args, "write");
  const done = await changeCohort(cohort.id, form);
  if (done.ok) return redirect(paths.cohort(cohort.id));
  return data({ message: done.message }, { status: 422 });
}

export default function Cohort() {
  const { refused, ...view } = useLoaderData<typeof loader>();
  return <CohortScreen view={view} refused={useActionData<typeof action>()?.message ?? refused} />;
}
