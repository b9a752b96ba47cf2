import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireWorkspace } from "~/platform/guard.server.ts";

/** The names of the block's competencies, for what asks for them late (citing a passage). */
export async function loader(args: LoaderFunctionArgs) {
  const { block } = await requireWorkspace(args, "read");
  const competencies = block.competencies.map(({ id, shortTitle }) => ({ id, title: shortTitle }));
  return Response.json({ competencies });
}
