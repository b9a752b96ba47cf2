/**
 * `npm start`: installs what is missing, builds what has changed, then serves. Uses Node's own modules only,
 * because it runs before anything is installed. `--dev` serves the sources with Vite instead of the build.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const root = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);

/** Stops with a French sentence when this Node is too old to run the app. */
function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(
    `Node ${process.versions.node} est trop ancien : installez Node 22 ou 24 (20.19 au moins).`,
  );
  process.exit(1);
}

function hash(...parts) {
  const sum = createHash("sha256");
  for (const part of parts) sum.update(part);
  return sum.digest("hex");
}

function readOr(file, fallback) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : fallback;
}

/** Runs a command with its output shown; ends this process with its code when it fails. */
function must(command, args, message) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  console.error(message);
  process.exit(status ?? 1);
}

/** Installs the dependencies when the lock file is not the one that was installed. */
export function install() {
  const stamp = path.join(root, "node_modules", ".bloc-a-bloc");
  const wanted = hash(fs.readFileSync(path.join(root, "package-lock.json")));
  if (readOr(stamp, "") === wanted) return;
  console.log("Installation des dépendances…");
  must(
    "npm",
    // The build tools are development dependencies: NODE_ENV=production must not leave them out.
    ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    "L’installation a échoué : vérifiez la connexion au registre npm, puis relancez.",
  );
  fs.writeFileSync(stamp, wanted);
}

/** What the build depends on, as paths, sizes and times. */
function sourcesState() {
  const sum = createHash("sha256");
  const visit = (entry) => {
    const at = path.join(root, entry);
    if (!fs.existsSync(at)) return;
    const stat = fs.statSync(at);
    if (stat.isDirectory()) {
      for (const name of fs.readdirSync(at).sort()) visit(path.join(entry, name));
    } else if (!/\.test\.tsx?$/.test(entry)) {
      sum.update(`${entry}:${stat.size}:${Math.round(stat.mtimeMs)}\n`);
    }
  };
  for (const entry of [
    "app",
    "db",
    "public",
    "vite.config.ts",
    "remix.config.js",
    "package-lock.json",
  ])
    visit(entry);
  return sum.digest("hex");
}

/** Builds when the sources are not those of the last build. */
export function build() {
  const stamp = path.join(root, "build", ".sources");
  const wanted = sourcesState();
  if (readOr(stamp, "") === wanted) return;
  console.log("Construction de l’application…");
  must(
    process.execPath,
    [path.join("node_modules", "@remix-run", "dev", "dist", "cli.js"), "vite:build"],
    "La construction a échoué.",
  );
  fs.writeFileSync(stamp, wanted);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, "start.js")) {
  checkNode();
  process.chdir(root);
  install();
  if (process.argv.includes("--dev")) process.env.NODE_ENV = "development";
  else build();
  await import("./server.js");
}
