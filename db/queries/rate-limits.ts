import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/**
 * Counts one more event of `key` in its window, atomically and by the database's clock, so that all processes
 * agree. Returns the count so far and what is left of the window, in milliseconds. The window opens with the
 * first event and is not pushed back by the next ones.
 *
 * The id is drawn: were it the key, two first events at once could meet on the primary key, which the conflict
 * clause does not watch, and one would fail.
 */
export async function countEvent(
  db: Db,
  key: string,
  windowMs: number,
): Promise<{ count: number; remainingMs: number }> {
  const { rows } = await sql<{ count: number; remaining: string }>`
    insert into rate_limits as kept (id, key, count, last_request)
    values (gen_random_uuid()::text, ${key}, 1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
    on conflict (key) do update set
      count = case when kept.last_request + ${windowMs} <= excluded.last_request
        then 1 else least(kept.count + 1, 1000000) end,
      last_request = case when kept.last_request + ${windowMs} <= excluded.last_request
        then excluded.last_request else kept.last_request end
    returning count, last_request + ${windowMs} - (extract(epoch from clock_timestamp()) * 1000)::bigint
      as remaining
  `.execute(db);
  const row = rows[0];
  if (!row) throw new Error("The rate limit was not counted.");
  return { count: row.count, remainingMs: Math.max(0, Number(row.remaining)) };
}

/** Forgets a key: what it counted ended well. */
export async function deleteRateLimit(db: Db, key: string): Promise<void> {
  await db.deleteFrom("rate_limits").where("key", "=", key).execute();
}

/** Removes windows that opened more than a day ago, the longest a window may be. */
export async function deleteOldRateLimits(db: Db): Promise<void> {
  await sql`delete from rate_limits
    where last_request < (extract(epoch from clock_timestamp()) * 1000)::bigint - 86400000`.execute(
    db,
  );
}
