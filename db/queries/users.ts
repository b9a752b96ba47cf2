import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** The person behind a session token, with that session's dates; the caller checks the expiry. */
export async function findSession(db: Db, token: string) {
  const row = await db
    .selectFrom("sessions")
    .innerJoin("users", "users.id", "sessions.user_id")
    .select([
      "sessions.id as session_id",
      "sessions.expires_at",
      "sessions.updated_at",
      "users.id",
      "users.role",
      "users.name",
      "users.email",
    ])
    .where("sessions.token", "=", token)
    .executeTakeFirst();
  return row ?? null;
}

/** Makes a session last until `expiresAt`. */
export async function updateSessionExpiry(db: Db, id: string, expiresAt: Date): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ expires_at: expiresAt, updated_at: sql`now()` })
    .where("id", "=", id)
    .execute();
}

/** A person's open sessions, the most recently used first. Never the tokens. */
export function listSessions(db: Db, userId: string) {
  return db
    .selectFrom("sessions")
    .select(["id", "created_at", "updated_at", "expires_at", "ip_address", "user_agent"])
    .where("user_id", "=", userId)
    .where("expires_at", ">", sql<Date>`now()`)
    .orderBy("updated_at", "desc")
    .execute();
}

/** Ends one session of a person; false when it is not theirs or is gone. */
export async function deleteSession(db: Db, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("sessions")
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all sessions of a person, or all but one. */
export async function deleteSessions(db: Db, userId: string, exceptId?: string): Promise<void> {
  let query = db.deleteFrom("sessions").where("user_id", "=", userId);
  if (exceptId) query = query.where("id", "<>", exceptId);
  await query.execute();
}

export async function updateUserName(db: Db, userId: string, name: string): Promise<void> {
  await db
    .updateTable("users")
    .set({ name, updated_at: sql`now()` })
    .where("id", "=", userId)
    .execute();
}

/** Ids of a person's workspaces, for the files that go with them. */
export async function listWorkspaceIds(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("workspaces")
    .select("id")
    .where("owner_id", "=", userId)
    .execute();
  return rows.map((row) => row.id);
}

/** Erases a person and, by cascade, all that is theirs. */
export async function deleteUser(db: Db, userId: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom("verifications").where("value", "=", userId).execute();
    await tx.deleteFrom("users").where("id", "=", userId).execute();
  });
}

/** Removes what nobody can use any more: expired sessions and tokens of letters. */
export async function deleteExpired(db: Db): Promise<void> {
  await db.deleteFrom("sessions").where("expires_at", "<", sql<Date>`now()`).execute();
  await db.deleteFrom("verifications").where("expires_at", "<", sql<Date>`now()`).execute();
}
