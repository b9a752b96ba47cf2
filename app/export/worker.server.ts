import { spawn } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";

export type WorkerLimits = {
  milliseconds: number;
  heapMegabytes: number;
  residentMegabytes: number;
};

const DEFAULTS: WorkerLimits = { milliseconds: 30_000, heapMegabytes: 192, residentMegabytes: 700 };

const SENTENCES = {
  timeout:
    "Le PDF a demandé trop de temps. Le dossier est peut-être très long\u00a0: essayez l’export HTML, ou allégez les tableaux et les annexes.",
  memory:
    "Le PDF a demandé trop de mémoire. Allégez les images les plus lourdes, ou essayez l’export HTML.",
  refused:
    "Le PDF n’a pas pu être fait. Votre texte est intact\u202f; l’export HTML reste possible.",
} as const;

/** The export stopped; `message` is French and can be shown, `detail` is for the log. */
export class ExportFailure extends Error {
  constructor(
    readonly kind: keyof typeof SENTENCES,
    readonly detail: string,
  ) {
    super(SENTENCES[kind]);
    this.name = "ExportFailure";
  }
}

/** From the project's root, in development as in production: the server's bundle does not hold the worker. */
const WORKER = path.resolve("app/export/typst-worker.mjs");

/**
 * Runs the worker on a folder and gives what it prints. It gets no setting of ours, and is killed when it is
 * too long, too big, or no longer wanted. The compiler is native: Node's own heap limit does not bind it, so its
 * resident memory is read twice a second where the system tells it (Linux).
 */
export async function runWorker(
  folder: string,
  signal: AbortSignal,
  given: Partial<WorkerLimits> = {},
): Promise<string> {
  const limits = { ...DEFAULTS, ...given };
  signal.throwIfAborted();
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${limits.heapMegabytes}`, WORKER, folder],
    { cwd: folder, env: { NODE_ENV: "production" }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  let errors = "";
  let stopped: "timeout" | "memory" | null = null;
  const kill = () => child.kill("SIGKILL");
  const stop = (kind: "timeout" | "memory") => {
    stopped = kind;
    kill();
  };
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    errors = (errors + chunk).slice(-4000);
  });
  const clock = setTimeout(() => stop("timeout"), limits.milliseconds);
  const watch = setInterval(async () => {
    if ((await residentMegabytes(child.pid)) > limits.residentMegabytes) stop("memory");
  }, 500);
  signal.addEventListener("abort", kill, { once: true });
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    signal.throwIfAborted();
    if (stopped) throw new ExportFailure(stopped, errors);
    if (code !== 0) throw new ExportFailure(/heap/i.test(errors) ? "memory" : "refused", errors);
    return output;
  } finally {
    clearTimeout(clock);
    clearInterval(watch);
    signal.removeEventListener("abort", kill);
  }
}

async function residentMegabytes(pid: number | undefined): Promise<number> {
  try {
    const statm = await fs.readFile(`/proc/${pid}/statm`, "utf8");
    return (Number(statm.split(" ")[1]) * 4096) / 2 ** 20;
  } catch {
    return 0;
  }
}
