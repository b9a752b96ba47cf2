import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSubmission } from "~/features/dossier/hand-in.server.ts";
import { SubmissionScreen } from "~/features/dossier/submission-screen.tsx";
import { requireWorkspace } from "~/platform/guard.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Dépôt n° ${data?.number ?? ""} – Bloc à bloc` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { workspace } = await requireWorkspace(args, "read");
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
  };
}

export default function SubmissionPage() {
  return <SubmissionScreen {...useLoaderData<typeof loader>()} />;
}
