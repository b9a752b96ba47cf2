import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { sourceFiles } from "./files.ts";

const files = [...sourceFiles("app"), ...sourceFiles("db"), ...sourceFiles("tests")];
const lines = (file: string) => fs.readFileSync(file, "utf8").split("\n").length;

it("no file is over 400 lines", () => {
  expect(files.filter((f) => lines(f) > 400).map((f) => `${f}: ${lines(f)}`)).toEqual([]);
});

it("the median file is under 100 lines", () => {
  const sorted = files
    .filter((f) => !/\.test\.tsx?$/.test(f))
    .map(lines)
    .sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
});

it("no file or folder hides behind a name that says nothing", () => {
  const banned = /^(utils?|helpers?|misc|common|managers?|services?|lib|index)(\.|$)/;
  const named = files.flatMap((f) => f.split(path.sep));
  expect(named.filter((n) => banned.test(n))).toEqual([]);
});

it("names are kebab-case", () => {
  const odd = files.filter((f) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path.basename(f)));
  expect(odd.filter((f) => !f.startsWith("db/migrations/"))).toEqual([]);
});

it("every folder of app/ says what it holds in at most ten lines", () => {
  const folders = fs
    .readdirSync("app", { withFileTypes: true, recursive: true })
    .filter((e) => e.isDirectory())
    .map((e) => path.join(e.parentPath, e.name))
    .filter((d) => d.split(path.sep).length <= 3 && !/fonts$/.test(d));
  const faults = folders.filter((d) => {
    const readme = path.join(d, "README.md");
    return !fs.existsSync(readme) || fs.readFileSync(readme, "utf8").trim().split("\n").length > 10;
  });
  expect(faults).toEqual([]);
});
