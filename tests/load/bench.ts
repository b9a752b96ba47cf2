import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import { build, install } from "../../start.js";
import { coldLoad, typing } from "./browser.ts";
import { engineRows } from "./engines.ts";
import { type HttpRow, httpRows } from "./http.ts";
import { pdfFigures } from "./pdf.ts";
import { fill, openStage } from "./stage.ts";
import { startTimes } from "./start-time.ts";

/**
 * `npm run bench`: speed and memory of the built app, as ratios to a floor measured in the same run.
 * Prints a table; with --write it also replaces docs/bench.md. Parts can be named: engines http fill browser pdf start.
 */
const parts = process.argv.slice(2).filter((a) => !a.startsWith("--"));
const wants = (part: string) => parts.length === 0 || parts.includes(part);
const lines: string[] = [];
const say = (line = "") => {
  lines.push(line);
  console.log(line);
};
const n = (value: number, digits = 1) => value.toFixed(digits);
const verdict = (well: boolean) => (well ? "met" : "**missed**");

function httpTable(rows: HttpRow[]) {
  say("| what | learners | floor CPU ms | app CPU ms | ratio | p50 ms | p95 ms | errors | goal |");
  say("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  for (const r of rows) {
    const goals = [r.app.errors === 0];
    if (r.learners <= 50) goals.push(r.ratio <= 1.5);
    if (r.what.startsWith("save") && r.learners === 10) goals.push(r.app.p95 <= 50);
    say(
      `| ${r.what} | ${r.learners} | ${n(r.floor.cpu, 2)} | ${n(r.app.cpu, 2)} | ${n(r.ratio, 2)} | ${n(r.app.p50)} | ${n(r.app.p95)} | ${r.app.errors} | ${verdict(goals.every(Boolean))} |`,
    );
  }
}

// A part that fails must not leave the others' servers running.
process.on("unhandledRejection", (error) => {
  console.error(error);
  process.exit(1);
});

install();
build();
say("# Bench");
say();
say(
  `Last run: Node ${process.versions.node}, ${os.cpus().length} cores (${os.cpus()[0]?.model ?? "unknown"}), shared machine: read the ratios, not the milliseconds.`,
);
say(
  "Floor: a bare Remix route, one query, the same 3,000-word document, the same renderer. CPU is of the server process, a request.",
);

if (wants("engines")) {
  say("\n## Engines (alone in their process; twice the text costs at most 2.6 times as much)\n");
  say("| what | median ms | twice the text | goal |");
  say("| --- | --- | --- | --- |");
  for (const row of engineRows())
    say(
      `| ${row.what} | ${n(row.ms, 2)} | × ${n(row.doubled, 2)} | ${verdict(row.doubled <= 2.6)} |`,
    );
}

if (wants("http") || wants("fill") || wants("browser")) {
  const stage = await openStage();
  try {
    if (wants("http")) {
      say(
        "\n## Requests (CPU ≤ 1.5 × the floor up to 50 learners; no error at 200; save p95 ≤ 50 ms at 10)\n",
      );
      httpTable(await httpRows(stage, [1, 10, 50, 200]));
    }
    if (wants("fill")) {
      say("\n## The same with 100,000 documents in the database (flat)\n");
      const before = await httpRows(stage, [10]);
      await fill(stage, 100_000);
      const after = await httpRows(stage, [10]);
      say("| what | CPU ms before | CPU ms after | ratio | goal |");
      say("| --- | --- | --- | --- | --- |");
      after.forEach((row, i) => {
        const was = before[i]!.app.cpu;
        say(
          `| ${row.what} | ${n(was, 2)} | ${n(row.app.cpu, 2)} | ${n(row.app.cpu / was, 2)} | ${verdict(row.app.cpu / was <= 1.2)} |`,
        );
      });
    }
    if (wants("browser")) {
      say("\n## In the browser\n");
      say("| what | measured | goal | |");
      say("| --- | --- | --- | --- |");
      const desk = await coldLoad(stage, false);
      say(
        `| cold load, all told | ${n(desk.kB, 0)} kB, ${desk.requests} requests, ${desk.thirdParty} third party | ≤ 250 kB, ≤ 20, 0 | ${verdict(desk.kB <= 250 && desk.requests <= 20 && desk.thirdParty === 0)} |`,
      );
      say(
        `| usable (one can type), loopback | ${n(desk.usableMs, 0)} ms | < 1000 ms | ${verdict(desk.usableMs < 1000)} |`,
      );
      const phone = await coldLoad(stage, true);
      say(
        `| usable, CPU ÷ 4 and slow 4G | ${n(phone.usableMs, 0)} ms | < 3000 ms | ${verdict(phone.usableMs < 3000)} |`,
      );
      const keys = await typing(stage);
      say(
        `| a key in 10,000 words, handlers p50 / p98 | ${n(keys.handlingP50)} / ${n(keys.handlingP98)} ms | p98 ≤ 16 ms | ${verdict(keys.handlingP98 <= 16)} |`,
      );
      say(
        `| a key in 10,000 words, to the next frame p50 / p98 | ${n(keys.paintP50)} / ${n(keys.paintP98)} ms | | |`,
      );
    }
  } finally {
    await stage.stop();
  }
}

if (wants("pdf")) {
  say("\n## PDF\n");
  say("| what | measured | goal | |");
  say("| --- | --- | --- | --- |");
  for (const row of await pdfFigures())
    say(
      `| ${row.what} | ${row.measured} | ${row.goal} | ${row.met === null ? "" : verdict(row.met)} |`,
    );
}

if (wants("start")) {
  say("\n## Start\n");
  const times = await startTimes();
  say("| what | measured | goal | |");
  say("| --- | --- | --- | --- |");
  say(
    `| \`npm start\` to the first page, dependencies and build in place, new database | ${n(times.fresh / 1000)} s | ≤ 10 s | ${verdict(times.fresh <= 10_000)} |`,
  );
  say(`| the same, database in place | ${n(times.again / 1000)} s | | |`);
}

if (process.argv.includes("--write")) {
  fs.writeFileSync("docs/bench.md", `${lines.join("\n")}\n`);
  spawnSync("git", ["--no-pager", "diff", "--stat", "docs/bench.md"], { stdio: "inherit" });
}
process.exit(0);
