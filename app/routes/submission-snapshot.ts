import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileHeaders } from "~/features/dossier/export.server.ts";
import { requireSubmission } from "~/features/dossier/hand-in.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** The sealed text itself, byte for byte: its SHA-256 is the receipt's. */
export async function loader(args: LoaderFunctionArgs) {
  const { workspace } = await requireWorkspace(args, "export");
  const { dossier, snapshot } = await requireSubmission(workspace.id, args.params.number);
  return new Response(snapshot, { headers: fileHeaders(dossier, "json", "application/json") });
}
