import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { type Db, openDatabase } from "../../db/client.server.ts";
import { startEmbedded } from "../../db/embedded.server.ts";
import { freePort } from "../journeys/server.ts";
import { longDocument } from "./long-document.ts";
import { send } from "./measure.ts";

/** What every part of the bench stands on: the built app and the floor, on one database. */
export type Stage = {
  app: { port: number; pid: number; cookie: string };
  floor: { port: number; pid: number };
  db: Db;
  userId: string;
  stop: () => Promise<void>;
};

/** Starts both servers; the demo learner is signed in. */
export async function openStage(): Promise<Stage> {
  buildFloor();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-bench-"));
  fs.chmodSync(dataDir, 0o755);
  const embedded = await startEmbedded({ dir: path.join(dataDir, "postgres") });
  const port = await freePort();
  const app = await serve("server.js", ".", port, {
    DATA_DIR: dataDir,
    NODE_ENV: "production",
    DATABASE_URL: "",
    DEMO: "on",
  });
  const floorPort = await freePort();
  const floor = await serve("serve.js", "tests/load/floor", floorPort, {
    FLOOR_SOCKET: embedded.connection.host,
    FLOOR_DATABASE: embedded.connection.database,
  });
  const { db, close } = openDatabase(embedded.connection, { max: 4 });
  const learner = await db
    .selectFrom("users")
    .select("id")
    .where("role", "=", "learner")
    .executeTakeFirstOrThrow();
  return {
    app: { port, pid: app.pid!, cookie: await signIn(port) },
    floor: { port: floorPort, pid: floor.pid! },
    db,
    userId: learner.id,
    stop: async () => {
      await close();
      floor.kill();
      app.kill();
      await new Promise((r) => app.once("exit", r));
      await embedded.stop();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Browser and server halves, by the same command as the app's. */
function buildFloor(): void {
  const cli = path.resolve("node_modules/@remix-run/dev/dist/cli.js");
  const built = spawnSync(process.execPath, [cli, "vite:build"], {
    cwd: "tests/load/floor",
    encoding: "utf8",
  });
  if (built.status !== 0)
    throw new Error(`The floor did not build:\n${built.stdout}${built.stderr}`);
}

async function serve(
  script: string,
  cwd: string,
  port: number,
  env: Record<string, string>,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script], {
    cwd,
    env: { ...process.env, PORT: String(port), ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (let i = 0; i < 300; i++) {
    // 503: listening, but its database is not ready yet.
    const reply = await send(port, "/sante").catch(() => null);
    if (reply && reply.status !== 503) return child;
    await new Promise((r) => setTimeout(r, 100));
  }
  child.kill();
  throw new Error(`${script} did not start`);
}

async function signIn(port: number): Promise<string> {
  const response = await fetch(`http://localhost:${port}/connexion`, {
    method: "POST",
    redirect: "manual",
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: `http://localhost:${port}`,
    },
    body: new URLSearchParams({ email: "camille@demo.test", password: "bloc-a-bloc-demo" }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((c) => c.split(";")[0])
    .join("; ");
  if (!cookie) throw new Error(`The demo learner could not sign in (${response.status})`);
  return cookie;
}

/** A workspace of the signed-in learner whose first section, and the floor's, hold `words` words. */
export async function makeWork(stage: Stage, words: number) {
  const { db } = stage;
  const subject = await sql<{
    slug: string;
    version: number;
    body: { certification: string; block: string; steps: { id: string; sections: string[] }[] };
  }>`
    select slug, version, body from subject_versions order by slug desc, version desc`.execute(db);
  const chosen = subject.rows.find((r) => r.body.block === "BC01") ?? subject.rows[0]!;
  const step = chosen.body.steps.find((s) => s.sections.length > 0)!;
  const id = randomUUID();
  await db
    .insertInto("workspaces")
    .values({
      id,
      owner_id: stage.userId,
      subject_slug: chosen.slug,
      subject_version: chosen.version,
      certification: chosen.body.certification,
      block: chosen.body.block,
      title: "Bench",
      current_step: step.id,
    } as never)
    .execute();
  const doc = longDocument(words);
  const section = step.sections[0]!;
  for (const key of [section, "bench"])
    await db
      .insertInto("sections")
      .values({
        workspace_id: id,
        section_key: key,
        version: 1,
        doc: JSON.stringify(doc),
        words,
        device: "bench",
      })
      .execute();
  return { id, step: step.id, section, doc };
}

/** Fills the database with `count` documents of other workspaces. */
export async function fill(stage: Stage, count: number): Promise<void> {
  const doc = JSON.stringify(longDocument(200));
  await sql`
    with w as (
      insert into workspaces (owner_id, subject_slug, subject_version, certification, block, title)
      select ${stage.userId}, s.slug, s.version, 'rncp38138', 'BC01', 'Autre ' || n
      from generate_series(1, ${Math.ceil(count / 10)}::int) n,
           (select slug, version from subject_versions limit 1) s
      returning id
    )
    insert into sections (workspace_id, section_key, version, doc, words, device)
    select w.id, 'partie-' || k, 1, ${doc}::jsonb, 200, 'fill' from w, generate_series(1, 10) k`.execute(
    stage.db,
  );
  await sql`analyze`.execute(stage.db);
}
