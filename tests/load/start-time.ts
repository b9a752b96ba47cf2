import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort } from "../journeys/server.ts";

/** Milliseconds from `npm start` to a first page: with a new data folder, then with the same one again. */
export async function startTimes(): Promise<{ fresh: number; again: number }> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-start-"));
  fs.chmodSync(dataDir, 0o755);
  const fresh = await once(dataDir);
  const again = await once(dataDir);
  fs.rmSync(dataDir, { recursive: true, force: true });
  return { fresh, again };
}

async function once(dataDir: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn("npm", ["start"], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      DATABASE_URL: "",
      NODE_ENV: "production",
    },
    stdio: "ignore",
    detached: true,
  });
  const page = () =>
    fetch(`http://localhost:${port}/`).then(
      (r) => r.status === 200,
      () => false,
    );
  while (!(await page())) await new Promise((r) => setTimeout(r, 50));
  const time = performance.now() - began;
  process.kill(-child.pid!, "SIGTERM");
  await new Promise((r) => child.once("exit", r));
  return time;
}
