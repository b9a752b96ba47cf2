import type { LoaderFunctionArgs } from "@remix-run/node";
import { htmlAnswer } from "~/features/dossier/export.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** The dossier as one HTML file that needs nothing else. */
export async function loader(args: LoaderFunctionArgs) {
  return htmlAnswer(await requireWorkspace(args, "export"), args.request);
}
