import type { Db } from "../client.server.ts";

export type NewAsset = {
  id: string;
  workspace_id: string;
  mime: string;
  bytes: number;
  width: number;
  height: number;
  name: string;
  sha256: string;
  /** Milliseconds; left out for a still image. */
  duration_ms?: number;
};

/** Records an uploaded image or video; its bytes are already in storage. */
export async function insertAsset(db: Db, asset: NewAsset): Promise<void> {
  await db.insertInto("assets").values(asset).execute();
}

/** One image of this workspace; null when it is another's. */
export async function findAsset(db: Db, workspaceId: string, id: string) {
  const row = await db
    .selectFrom("assets")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** The images of a workspace, newest first. */
export function listAssets(db: Db, workspaceId: string, limit = 500) {
  return db
    .selectFrom("assets")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("created_at", "desc")
    .limit(limit)
    .execute();
}

/** Bytes that a workspace's images and videos take in storage. */
export async function sumAssetBytes(db: Db, workspaceId: string): Promise<number> {
  const row = await db
    .selectFrom("assets")
    .select((eb) => eb.fn.sum<string | null>("bytes").as("bytes"))
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();
  return Number(row?.bytes ?? 0);
}
