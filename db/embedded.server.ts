import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { Connection } from "./client.server.ts";
import {
  accountForServer,
  findBinaries,
  placeData,
  placeSocket,
  run,
  runnableBinaries,
} from "./embedded-files.server.ts";

/**
 * The embedded database: a real PostgreSQL from npm, in one folder, reached by a Unix socket.
 * It outlives a killed app on purpose: the next start finds it and uses it, or recovers it from its log.
 */
export type Embedded = {
  connection: Connection;
  /** Starts it again when it has died; resolves when it accepts connections. */
  ensure: () => Promise<void>;
  /** Stops it, unless another process still uses it. */
  stop: () => Promise<void>;
  /** Process id of the running server, or null. */
  pid: () => number | null;
};

export type EmbeddedOptions = {
  /** Folder of the cluster; made when missing. */
  dir: string;
  database?: string;
  /** Loopback TCP with a password instead of the socket (Windows, and the test of DATABASE_URL). */
  tcp?: { port: number; password: string };
  /** Test clusters only: gives durability up for speed. */
  unsafeFast?: boolean;
};

const USER = "bloc";
const PORT = 5432;

/** Starts (or finds) the embedded server and makes sure that its database exists. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const account = accountForServer();
  const binaries = runnableBinaries(await findBinaries(), account);
  const dataDir = placeData(options.dir, account);
  const tcp = options.tcp ?? (process.platform === "win32" ? await windowsTcp(dataDir) : undefined);
  const socketDir = tcp ? null : placeSocket(dataDir, account);
  const database = options.database ?? "bloc";

  if (!fs.existsSync(path.join(dataDir, "PG_VERSION"))) await initialise();

  async function initialise() {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.chmodSync(dataDir, 0o700);
    if (account) fs.chownSync(dataDir, account.uid, account.gid);
    const args = ["-D", dataDir, "-U", USER, "-E", "UTF8", "--locale=C"];
    args.push(
      "--locale-provider=icu",
      "--icu-locale=fr",
      tcp ? "--auth=scram-sha-256" : "--auth=trust",
    );
    if (options.unsafeFast) args.push("--no-sync");
    const passwordFile = path.join(os.tmpdir(), `bab-${randomBytes(6).toString("hex")}`);
    if (tcp) {
      fs.writeFileSync(passwordFile, `${tcp.password}\n`, { mode: 0o600 });
      if (account) fs.chownSync(passwordFile, account.uid, account.gid);
      args.push(`--pwfile=${passwordFile}`);
    }
    const made = await run(binaries.initdb, args, account);
    fs.rmSync(passwordFile, { force: true });
    if (made.code !== 0) throw new Error(`initdb a échoué :\n${made.output}`);
    fs.appendFileSync(path.join(dataDir, "postgresql.conf"), "\ninclude_if_exists = 'bloc.conf'\n");
  }

  function configure() {
    const lines = [
      `listen_addresses = '${tcp ? "127.0.0.1" : ""}'`,
      `port = ${tcp?.port ?? PORT}`,
      `unix_socket_directories = '${socketDir ?? ""}'`,
      "max_connections = 120",
      "timezone = 'UTC'",
    ];
    if (options.unsafeFast)
      lines.push("fsync = off", "synchronous_commit = off", "full_page_writes = off");
    const file = path.join(dataDir, "bloc.conf");
    fs.writeFileSync(file, `${lines.join("\n")}\n`);
    if (account) fs.chownSync(file, account.uid, account.gid);
  }

  function pid(): number | null {
    try {
      const found = Number(
        fs.readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n")[0],
      );
      process.kill(found, 0);
      return found;
    } catch (error) {
      // Alive but owned by another account.
      if ((error as NodeJS.ErrnoException).code === "EPERM") return -1;
      return null;
    }
  }

  const running = async () =>
    pid() !== null && (await run(binaries.pg_ctl, ["status", "-D", dataDir], account)).code === 0;

  async function ensure() {
    // After kill -9 of the server its children need a moment to let go of the shared memory.
    for (let attempt = 0; attempt < 40; attempt++) {
      if (!(await running())) {
        configure();
        const log = path.join(dataDir, "server.log");
        await run(binaries.pg_ctl, ["start", "-w", "-t", "60", "-D", dataDir, "-l", log], account, {
          quiet: true,
        });
      }
      if (await accepts()) return;
      await new Promise((r) => setTimeout(r, 250));
    }
    const log = fs.readFileSync(path.join(dataDir, "server.log"), "utf8").split("\n").slice(-12);
    throw new Error(`La base embarquée n’a pas démarré (${dataDir}) :\n${log.join("\n")}`);
  }

  function connectionTo(name: string): Connection {
    return tcp
      ? { host: "127.0.0.1", port: tcp.port, user: USER, password: tcp.password, database: name }
      : { host: socketDir ?? "", port: PORT, user: USER, database: name };
  }

  async function accepts(): Promise<boolean> {
    const client = new pg.Client({ ...connectionTo("postgres"), connectionTimeoutMillis: 3000 });
    client.on("error", () => {});
    try {
      await client.connect();
      const known = await client.query("select 1 from pg_database where datname = $1", [database]);
      if (known.rowCount === 0) {
        await client.query(`create database "${database}"`).catch((error: { code?: string }) => {
          // Another process made it between the two statements.
          if (error.code !== "42P04" && error.code !== "23505") throw error;
        });
      }
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => {});
    }
  }

  async function stop() {
    if (!(await running())) return;
    const client = new pg.Client(connectionTo("postgres"));
    client.on("error", () => {});
    try {
      await client.connect();
      const others = await client.query(
        "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      );
      if (others.rows[0].n > 0) return;
    } catch {
      // Not answering: stopping is right.
    } finally {
      await client.end().catch(() => {});
    }
    await run(binaries.pg_ctl, ["stop", "-m", "fast", "-w", "-D", dataDir], account);
  }

  await ensure();
  return { connection: connectionTo(database), ensure, stop, pid };
}

/** Windows has no Unix socket for PostgreSQL's clients: a fixed loopback port and a password kept in the folder. */
async function windowsTcp(dataDir: string): Promise<{ port: number; password: string }> {
  const file = `${dataDir}.access.json`;
  if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));
  const access = { port: 54329, password: randomBytes(24).toString("hex") };
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(access), { mode: 0o600 });
  return access;
}
