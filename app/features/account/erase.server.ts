import { forgetSessions } from "~/platform/session.server.ts";
import { storage, workspaceKeyPrefix } from "~/platform/storage.server.ts";
import { database } from "~db/client.server.ts";
import { deleteSessions, deleteUser, listWorkspaceIds } from "~db/queries/users.ts";

/**
 * Erases a person and everything of theirs, for good. Sessions go first, so that nothing is added meanwhile;
 * then files; the row that holds the rest by cascade goes last: cut in the middle, the account is still there
 * and its owner can ask again.
 */
export async function eraseAccount(userId: string): Promise<void> {
  const db = database();
  await deleteSessions(db, userId);
  forgetSessions(userId);
  for (const id of await listWorkspaceIds(db, userId)) {
    await storage().removePrefix(workspaceKeyPrefix(id));
  }
  await deleteUser(db, userId);
  forgetSessions(userId);
}
