import type { LoaderFunctionArgs } from "@remix-run/node";
import { pdfAnswer } from "~/features/dossier/export.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** The dossier as an accessible PDF. */
export async function loader(args: LoaderFunctionArgs) {
  return pdfAnswer(await requireWorkspace(args, "export"), args.request);
}
