import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { giveSubmission, readGiven, requireSubmission } from "~/features/dossier/hand-in.server.ts";
import { SubmissionScreen } from "~/features/dossier/submission-screen.tsx";
import { paths } from "~/paths.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Dépôt n° ${data?.number ?? ""} – Bloc à bloc` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { actor, workspace } = await requireWorkspace(args, "read");
  const { dossier, snapshot, submitted_at, ...row } = await requireSubmission(
    workspace.id,
    args.params.number,
  );
  return {
    workspaceId: workspace.id,
    ...row,
    at: submitted_at.toISOString(),
    bytes: Buffer.byteLength(snapshot),
    kind: dossier.cover.kind,
    cohorts: await readGiven(actor.id, workspace.id, row.number),
  };
}

/** Gives the hand-in to a group. */
export async function action(args: ActionFunctionArgs) {
  const { workspace } = await requireWorkspace(args, "write");
  const { number } = await requireSubmission(workspace.id, args.params.number);
  const cohort = String((await args.request.formData()).get("cohort") ?? "");
  if (!(await giveSubmission(workspace.id, number, cohort)))
    throw new Response("Bad Request", { status: 400 });
  return redirect(paths.submission(workspace.id, number));
}

export default function SubmissionPage() {
  return <SubmissionScreen {...useLoaderData<typeof loader>()} />;
}
