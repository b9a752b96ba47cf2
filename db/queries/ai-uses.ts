import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Most that may be asked of a model in a day, from midnight to midnight in Paris. */
export type DayLimits = { runs: number; images: number; tokens: number };
/** Whose budget a request counts in. A request counts in several at once, and must fit in each. */
export type BudgetScope = { kind: "user"; id: string; limits: DayLimits };
export type OverBudget = keyof DayLimits;

type NewUse = {
  userId: string;
  kind: "text" | "image";
  /** Set aside until it is settled: the most it can use, so that requests at once cannot overrun the day. */
  tokens: number;
};

/**
 * Opens a request to a model, unless it does not fit in a scope's day. Requests of one scope are opened one after
 * the other, over all processes, until the transaction ends: the one it is given, or its own.
 * @returns its id, and the requests of today in the first scope, this one included.
 */
export function openUse(
  db: Db,
  use: NewUse,
  scopes: BudgetScope[],
): Promise<{ ok: true; id: string; used: number } | { ok: false; over: OverBudget }> {
  if (!db.isTransaction) return db.transaction().execute((tx) => openUse(tx, use, scopes));
  return openInTransaction(db, use, scopes);
}

async function openInTransaction(
  tx: Db,
  use: NewUse,
  scopes: BudgetScope[],
): ReturnType<typeof openUse> {
  const names = scopes.map(({ kind, id }) => `ai-uses:${kind}:${id}`);
  // In one order everywhere: two requests never wait for each other.
  for (const name of names.sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
  let used = 1;
  for (const [at, scope] of scopes.entries()) {
    const today = await usedToday(tx, scope);
    if (at === 0) used = today.runs + 1;
    if (today.runs >= scope.limits.runs) return { ok: false, over: "runs" };
    if (use.kind === "image" && today.images >= scope.limits.images)
      return { ok: false, over: "images" };
    if (today.tokens + use.tokens > scope.limits.tokens) return { ok: false, over: "tokens" };
  }
  const { id } = await tx
    .insertInto("ai_uses")
    .values({ user_id: use.userId, kind: use.kind, tokens: use.tokens })
    .returning("id")
    .executeTakeFirstOrThrow();
  return { ok: true, id, used };
}

/** What a scope asked of models since midnight in Paris; tokens set aside for what is under way are in it. */
export async function usedToday(
  db: Db,
  scope: Pick<BudgetScope, "kind" | "id">,
): Promise<DayLimits> {
  const row = await db
    .selectFrom("ai_uses")
    .select((eb) => [
      eb.fn.countAll<string>().as("runs"),
      sql<string>`count(*) filter (where kind = 'image')`.as("images"),
      sql<string>`coalesce(sum(tokens), 0)`.as("tokens"),
    ])
    .where("user_id", "=", scope.id)
    .where(
      "created_at",
      ">=",
      sql<Date>`date_trunc('day', now() at time zone 'Europe/Paris') at time zone 'Europe/Paris'`,
    )
    .executeTakeFirstOrThrow();
  return { runs: Number(row.runs), images: Number(row.images), tokens: Number(row.tokens) };
}

/** Everything a person asked of models, oldest first. */
export function listUses(db: Db, userId: string) {
  return db
    .selectFrom("ai_uses")
    .select(["kind", "tokens", "created_at"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
}

/**
 * Ends a request: what it used replaces what was set aside. Null (nothing came, nothing is known to have been
 * used) takes it out of the day: the retry is the one that counts.
 */
export async function settleUse(
  db: Db,
  id: string,
  usage: { inputTokens: number; outputTokens: number } | null,
): Promise<void> {
  if (!usage) {
    await db.deleteFrom("ai_uses").where("id", "=", id).execute();
    return;
  }
  const tokens = Math.max(0, Math.round(usage.inputTokens + usage.outputTokens)) || 0;
  await db
    .updateTable("ai_uses")
    .set({ tokens: Math.min(tokens, 1_000_000_000) })
    .where("id", "=", id)
    .execute();
}
