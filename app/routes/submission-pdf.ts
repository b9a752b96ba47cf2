import type { LoaderFunctionArgs } from "@remix-run/node";
import { sealedPdfAnswer } from "~/features/dossier/export.server.ts";
import { requireSubmission } from "~/features/dossier/hand-in.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** The dossier of a hand-in as an accessible PDF: what was sealed, whatever was written since. */
export async function loader(args: LoaderFunctionArgs) {
  const access = await requireWorkspace(args, "export");
  const { dossier } = await requireSubmission(access.workspace.id, args.params.number);
  return sealedPdfAnswer(access, args.request, dossier);
}
