import type { ActionFunctionArgs } from "@remix-run/node";
import { database } from "~db/client.server.ts";

/** One statement that stores the document it was sent, and nothing else. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { version, doc } = (await request.json()) as { version: number; doc: object };
  const saved = await database()
    .updateTable("sections")
    .set({ doc: JSON.stringify(doc), version: version + 1 })
    .where("workspace_id", "=", params.workspace!)
    .where("section_key", "=", "bench")
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  return Response.json({ ok: saved !== undefined, version: saved?.version ?? 0 });
}
