import { type Migration, Migrator } from "kysely";
import type { Db } from "./client.server.ts";
import * as initial from "./migrations/0001_initial.ts";
import * as media from "./migrations/0002_media.ts";
import * as budgets from "./migrations/0003_budgets.ts";
import * as promptAssertions from "./migrations/0004_prompt_assertions.ts";
import * as submissions from "./migrations/0005_submissions.ts";
import * as cohorts from "./migrations/0006_cohorts.ts";

/** The explicit list: a bundle has no folder to read. Add a line for each new file, never edit a landed one. */
const migrations: Record<string, Migration> = {
  "0001_initial": initial,
  "0002_media": media,
  "0003_budgets": budgets,
  "0004_prompt_assertions": promptAssertions,
  "0005_submissions": submissions,
  "0006_cohorts": cohorts,
};

/**
 * Brings the database to the newest version. Safe when several processes start at once: Kysely's
 * migrator takes an advisory lock.
 */
export async function migrateToLatest(db: Db): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).filter((r) => r.status === "Success").map((r) => r.migrationName);
}
