import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { type Connection, openDatabase } from "../db/client.server.ts";
import { type Embedded, startEmbedded } from "../db/embedded.server.ts";
import { migrateToLatest } from "../db/migrate.server.ts";

/**
 * One PostgreSQL for the whole run, with a migrated template database that each test file clones.
 * TEST_TCP=1: over loopback TCP with a password, as a DATABASE_URL would be.
 */
export default async function setup(project: TestProject) {
  const tcp = process.env.TEST_TCP === "1";
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-test-"));
  fs.chmodSync(dir, 0o755);
  const embedded: Embedded = await startEmbedded({
    dir: path.join(dir, "pg"),
    database: "template_bloc",
    unsafeFast: true,
    ...(tcp ? { tcp: { port: await freePort(), password: "mot de passe & accents é" } } : {}),
  });
  const connection: Connection = embedded.connection;
  const opened = openDatabase(connection, { max: 1 });
  await migrateToLatest(opened.db);
  await opened.close();
  project.provide("cluster", { connection, template: connection.database });
  return async () => {
    await embedded.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import("node:net");
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
