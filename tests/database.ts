import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import { type Connection, type Db, openDatabase, setDatabase } from "../db/client.server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The test cluster, with a migrated database named `template`. Set by tests/global-setup.ts. */
    cluster: { connection: Connection; template: string };
  }
}

const TABLES = [
  "evidence",
  "ratings",
  "cohort_submissions",
  "cohort_people",
  "cohorts",
  "submissions",
  "prompt_assertions",
  "prompt_runs",
  "ai_uses",
  "tool_actions",
  "tool_sessions",
  "assets",
  "section_revisions",
  "sections",
  "workspace_steps",
  "workspaces",
  "subject_versions",
  "rate_limits",
  "verifications",
  "accounts",
  "sessions",
  "users",
];

/**
 * A migrated database of this test file alone, cloned from the template; emptied before each test.
 * It is also the process's `database()`, so that use cases find it.
 */
export function testDatabase(): { readonly db: Db; readonly connection: Connection } {
  const { connection, template } = inject("cluster");
  const name = `t_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const own = { ...connection, database: name };
  let opened: ReturnType<typeof openDatabase> | null = null;

  beforeAll(async () => {
    const admin = openDatabase({ ...connection, database: "postgres" }, { max: 1 });
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin.db);
    await admin.close();
    opened = openDatabase(own, { max: 5 });
    setDatabase(opened);
  });
  beforeEach(async () => {
    await sql`truncate ${sql.join(TABLES.map((t) => sql.table(t)))} restart identity cascade`.execute(
      opened!.db,
    );
  });
  afterAll(async () => {
    await opened?.close();
    const admin = openDatabase({ ...connection, database: "postgres" }, { max: 1 });
    await sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin.db);
    await admin.close();
  });

  return {
    get db() {
      if (!opened) throw new Error("testDatabase() is open inside tests only.");
      return opened.db;
    },
    connection: own,
  };
}
