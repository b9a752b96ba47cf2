import path from "node:path";
import { syncCatalogue } from "~/content/subject-versions.server.ts";
import { type Db, openDatabase, setDatabase } from "~db/client.server.ts";
import { type Embedded, startEmbedded } from "~db/embedded.server.ts";
import { migrateToLatest } from "~db/migrate.server.ts";
import { ping } from "~db/queries/health.ts";
import { seedDemoAccounts } from "~db/seed-accounts.server.ts";
import { contentSecurityPolicy } from "./content-security.server.ts";
import { demoWanted, env } from "./env.server.ts";
import { isUnavailable } from "./json.server.ts";
import { errorText, log } from "./log.server.ts";
import { isCrossSite } from "./origin.server.ts";
import { narrowBuild } from "./route-table.server.ts";
import { privacyOf } from "./session.server.ts";

export type Started = {
  demo: { email: string; password: string; role: string }[];
  /** Where the data is, for the line printed at start. */
  database: string;
  stop: () => Promise<void>;
};

/** How often a dead embedded database is looked for, in milliseconds. */
const WATCH = 500;

/**
 * What the server process does before its first request and after its last: database, migrations, catalogue,
 * demo accounts. `server.js` calls it through the built entry, so that there is one copy of every module.
 */
async function start(): Promise<Started> {
  const settings = env();
  let embedded: Embedded | null = null;
  if (!settings.DATABASE_URL) {
    embedded = await startEmbedded({ dir: path.resolve(settings.DATA_DIR, "postgres") });
  }
  const opened = openDatabase(settings.DATABASE_URL ?? embedded!.connection, {
    onError: (error) => log("database-connection-lost", { error: errorText(error) }),
  });
  setDatabase(opened);
  await untilReachable(opened.db);
  await migrateToLatest(opened.db);
  await syncCatalogue(opened.db);
  const demo = demoWanted(settings) ? await seedDemoAccounts(opened.db) : [];
  const watch = embedded && keepAlive(embedded);

  return {
    demo,
    database: settings.DATABASE_URL
      ? new URL(settings.DATABASE_URL).host
      : path.resolve(settings.DATA_DIR, "postgres"),
    stop: async () => {
      watch?.();
      await opened.close();
      await embedded?.stop();
    },
  };
}

/** Waits for a database that is not there yet, as after a power cut of its machine; any other fault is thrown. */
async function untilReachable(db: Db): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ping(db);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      if (attempt % 10 === 0) log("database-not-reachable-yet", { error: errorText(error) });
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}

/** Brings a killed embedded database back; returns what ends the watch. */
function keepAlive(embedded: Embedded): () => void {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy || embedded.pid() !== null) return;
    busy = true;
    log("database-died-restarting");
    try {
      await embedded.ensure();
      log("database-back");
    } catch (error) {
      log("database-restart-failed", { error: errorText(error) });
    } finally {
      busy = false;
    }
  }, WATCH);
  timer.unref();
  return () => clearInterval(timer);
}

/** What server.js needs of the app, by way of the built entry. */
export const lifecycle = { start, isCrossSite, contentSecurityPolicy, narrowBuild, privacyOf };
