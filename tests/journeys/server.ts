import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";

/** The built app in a process of its own, with its own data folder: it can be killed and started again. */
export class AppServer {
  readonly dataDir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-journey-"));
  port = 0;
  private child: ChildProcess | null = null;
  output = "";

  constructor(private readonly env: Record<string, string> = {}) {
    fs.chmodSync(this.dataDir, 0o755);
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  /** Starts (again) and resolves when the app and its database answer. */
  async start(): Promise<void> {
    await this.launch();
    for (let i = 0; i < 300; i++) {
      if (await this.answers()) return;
      if (this.child?.exitCode !== null) break;
      await new Promise((r) => setTimeout(r, 100));
    }
    throw new Error(`The server did not start:\n${this.output}`);
  }

  /** Starts the process without waiting for anything. */
  async launch(): Promise<void> {
    if (this.port === 0) this.port = await freePort();
    this.child = spawn(process.execPath, ["server.js"], {
      env: {
        ...process.env,
        NODE_ENV: "production",
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        DATABASE_URL: "",
        AI_BASE_URL: "",
        AI_API_KEY: "",
        AI_IMAGE_MODEL: "",
        ...this.env,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child.stdout?.on("data", (d) => (this.output += d));
    this.child.stderr?.on("data", (d) => (this.output += d));
  }

  async answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.origin}/sante`)).ok;
    } catch {
      return false;
    }
  }

  /** As a power cut would: no goodbye. */
  async kill(): Promise<void> {
    await end(this.child, "SIGKILL");
  }

  /** Kills the embedded database, not the app. */
  killDatabase(): void {
    const file = path.join(this.dataDir, "postgres", "postmaster.pid");
    process.kill(Number(fs.readFileSync(file, "utf8").split("\n")[0]), "SIGKILL");
  }

  async stop(): Promise<void> {
    await end(this.child, "SIGTERM");
    fs.rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function end(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
