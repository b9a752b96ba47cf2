import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Database } from "./schema.ts";

/** The handle every query function takes first: the pool, or a transaction. */
export type Db = Kysely<Database>;

export type Connection = {
  host: string;
  user: string;
  password?: string;
  database: string;
  port: number;
};

/**
 * Opens a pool. `target` is a DATABASE_URL or the socket of the embedded server.
 * A lost connection is logged by the caller's `onError` and replaced at the next query.
 */
export function openDatabase(
  target: string | Connection,
  options: { max?: number; onError?: (error: Error) => void } = {},
): { db: Db; pool: pg.Pool; close: () => Promise<void> } {
  const pool = new pg.Pool({
    ...(typeof target === "string" ? { connectionString: target } : target),
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    application_name: "bloc-a-bloc",
  });
  // Idle connections tell the pool; one that is lent out tells only itself, and an unheard error ends the process.
  pool.on("error", (error) => options.onError?.(error));
  pool.on("connect", (client) => client.on("error", (error) => options.onError?.(error)));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}

/* One pool a process. Kept on globalThis so that a development reload does not open another. */
const holder = globalThis as { __blocDatabase?: ReturnType<typeof openDatabase> };

/** Called once at start (and by tests) with an open database. */
export function setDatabase(opened: ReturnType<typeof openDatabase>): void {
  holder.__blocDatabase = opened;
}

/** The process's database; throws when the server has not opened it. */
export function database(): Db {
  if (!holder.__blocDatabase) throw new Error("The database is not open yet.");
  return holder.__blocDatabase.db;
}

/** The pool under `database()`, for LISTEN and for better-auth's adapter. */
export function databasePool(): pg.Pool {
  if (!holder.__blocDatabase) throw new Error("The database is not open yet.");
  return holder.__blocDatabase.pool;
}
