import { randomUUID } from "node:crypto";
import { assetKey, storage } from "~/platform/storage.server.ts";
import type { Db } from "~db/client.server.ts";

/** For tests: a person's workspace with one row of everything, 45 versions of a text and one image file. */
export async function insertFullWorkspace(db: Db, ownerId: string) {
  const subject = { slug: "cas-fictif", version: 1 };
  await db
    .insertInto("subject_versions")
    .values({ ...subject, source: "catalogue", checksum: "x", body: "{}" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const pinned = { subject_slug: subject.slug, subject_version: subject.version };
  const workspaceId = randomUUID();
  const of = { workspace_id: workspaceId };
  await db
    .insertInto("workspaces")
    .values({
      id: workspaceId,
      owner_id: ownerId,
      ...pinned,
      certification: "essai",
      block: "B1",
      title: "Mon cas",
    })
    .execute();
  await db
    .insertInto("workspace_steps")
    .values({ ...of, step_id: "brief", done_at: new Date() })
    .execute();
  const doc = JSON.stringify({
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "L’été à Sète" }] }],
  });
  const text = { ...of, section_key: "contexte", doc, words: 3, device: "essai" };
  await db
    .insertInto("sections")
    .values({ ...text, version: 45 })
    .execute();
  await db
    .insertInto("section_revisions")
    .values(Array.from({ length: 45 }, (_, index) => ({ ...text, version: index + 1 })))
    .execute();
  const session = await db
    .insertInto("tool_sessions")
    .values({
      ...of,
      ...pinned,
      step_id: "brief",
      tool: "client-interview",
      seed: 7,
      state: "{}",
      progress: "{}",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await db
    .insertInto("tool_actions")
    .values({
      session_id: session.id,
      seq: 1,
      origin: "learner",
      action: JSON.stringify({ ask: "Quel budget ?" }),
    })
    .execute();
  await db
    .insertInto("prompt_runs")
    .values({
      ...of,
      step_id: "brief",
      seq: 1,
      prompt: "Écris un post",
      settings: "{}",
      provider: "offline",
      provider_label: "Modèle d’entraînement",
      model: "x",
      status: "done",
      usage: null,
    })
    .execute();
  await db.insertInto("ai_uses").values({ user_id: ownerId, kind: "text", tokens: 12 }).execute();
  await db
    .insertInto("prompt_assertions")
    .values({ ...of, step_id: "brief", body: JSON.stringify({ kind: "link" }) })
    .execute();
  await db
    .insertInto("submissions")
    .values({
      ...of,
      number: 1,
      attempt: 1,
      code: `ESSA-${ownerId}`,
      sha256: "0".repeat(64),
      words: 3,
      remarks: 0,
      snapshot: "{}",
      submitted_at: new Date(),
    })
    .execute();
  await db
    .insertInto("ratings")
    .values({ ...of, competency: "C1", attempt: 1, rater: "self", rater_id: ownerId, level: 2 })
    .execute();
  await db
    .insertInto("evidence")
    .values({ ...of, competency: "C1", attempt: 1, kind: "passage", fingerprint: "f" })
    .execute();
  const assetId = randomUUID();
  await storage().write(assetKey(workspaceId, assetId), new Uint8Array([1, 2, 3, 4, 5]));
  await db
    .insertInto("assets")
    .values({
      id: assetId,
      ...of,
      mime: "image/webp",
      bytes: 5,
      width: 1,
      height: 1,
      name: "photo de la plage.webp",
      sha256: "x",
    })
    .execute();
  return { workspaceId, assetId };
}
