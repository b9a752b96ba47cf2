/**
 * `npm test`: installs what is missing (a browser included), then runs every check. Plain Node, because it
 * runs before anything is installed. The last line is `N passed, N failed`.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { build, install } from "../start.js";

const root = path.resolve(import.meta.dirname ?? ".", "..");
process.chdir(root);
// npm sets this while it runs a script; the children are not npm.
delete process.env.NODE_ENV;

const totals = { passed: 0, failed: 0 };
const reports = path.join(root, "test-results");
fs.rmSync(reports, { recursive: true, force: true });
fs.mkdirSync(reports, { recursive: true });

function bin(name) {
  return path.join("node_modules", ".bin", name);
}

/** Runs a command; its output is shown. */
function run(command, args, env = {}) {
  return spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, NO_COLOR: "1", ...env },
    shell: process.platform === "win32",
  }).status;
}

function heading(title) {
  console.log(`\n── ${title} ${"─".repeat(Math.max(0, 70 - title.length))}`);
}

/** A check that passes or fails as a whole. */
function check(title, command, args, env) {
  heading(title);
  const well = run(command, args, env) === 0;
  totals[well ? "passed" : "failed"]++;
  if (!well) console.log(`✗ ${title}`);
}

/** A test runner that writes counts as JSON; a run without a report counts as one failure. */
function suite(title, command, args, env, report, read) {
  heading(title);
  const status = run(command, args, env);
  const counts = fs.existsSync(report) ? read(JSON.parse(fs.readFileSync(report, "utf8"))) : null;
  totals.passed += counts?.passed ?? 0;
  totals.failed += counts?.failed ?? 0;
  if (status !== 0 && !counts?.failed) totals.failed++;
  if (counts && counts.passed + counts.failed === 0) totals.failed++;
}

function vitest(title, files, env, name) {
  const report = path.join(reports, `${name}.json`);
  suite(
    title,
    bin("vitest"),
    ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`, ...files],
    env,
    report,
    // A skipped test is a hole: it counts as failed.
    (r) => ({ passed: r.numPassedTests, failed: r.numTotalTests - r.numPassedTests }),
  );
}

/** The path of a Chromium: the system's, else installed by its package manager, else Playwright's. */
function browser() {
  const places = [
    process.env.CHROMIUM_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  const find = () => places.find((p) => p && fs.existsSync(p));
  const known = find();
  if (known) return known;
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get")) {
    console.log("Installing the system's Chromium…");
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "chromium"], { DEBIAN_FRONTEND: "noninteractive" });
    if (find()) return find();
  }
  console.log("Installing Playwright's Chromium…");
  if (run(bin("playwright"), ["install", "chromium"]) === 0) return "";
  console.error(
    "No browser for the journeys: install Chromium (or set CHROMIUM_PATH), then run npm test again.",
  );
  return null;
}

install();
check("types", bin("tsc"), ["--noEmit"]);
check("lint", bin("biome"), ["check", "."]);
check("content", bin("tsx"), ["app/content/check.cli.ts"]);
vitest("unit and integration, over a Unix socket", [], {}, "vitest");
vitest(
  "database and use cases, over TCP with a password",
  ["db", "app/features"],
  { TEST_TCP: "1" },
  "vitest-tcp",
);
heading("build");
build();
const chromium = browser();
if (chromium === null) totals.failed++;
else {
  const report = path.join(reports, "journeys.json");
  suite(
    "journeys in a browser",
    bin("playwright"),
    ["test"],
    { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    report,
    (r) => ({
      passed: r.stats.expected,
      failed: r.stats.unexpected + r.stats.flaky + r.stats.skipped,
    }),
  );
}

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
