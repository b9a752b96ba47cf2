import type { LoaderFunctionArgs } from "@remix-run/node";
import { packAnswer } from "~/features/dossier/content-pack.server.ts";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** The content pack of an exercise without an oral, as one ZIP file. */
export async function loader(args: LoaderFunctionArgs) {
  return packAnswer(await requireWorkspace(args, "export"), args.request);
}
