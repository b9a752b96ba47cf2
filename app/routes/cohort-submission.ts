import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireCohort } from "~/features/cohort/guard.server.ts";
import { sealedPdfAnswer } from "~/features/dossier/export.server.ts";
import { requireGiven } from "~/features/dossier/hand-in.server.ts";
import { paths } from "~/paths.ts";

/** A hand-in given to the group, as its trainers read it: the sealed dossier as an accessible PDF. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, cohort } = await requireCohort(args, "export");
  const { workspaceId, dossier } = await requireGiven(cohort.id, args.params.submission ?? "");
  const back = paths.cohort(cohort.id);
  return sealedPdfAnswer({ actor, workspace: { id: workspaceId }, back }, args.request, dossier);
}
