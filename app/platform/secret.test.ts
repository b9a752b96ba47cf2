import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import { readOrDraw } from "./secret.server.ts";

const dir = fs.mkdtempSync(path.join(os.tmpdir(), "bab-secret-"));
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

describe("readOrDraw", () => {
  it("draws once, keeps it for its owner alone, and leaves no draft behind", () => {
    const file = path.join(dir, "data", "secret");
    const drawn = readOrDraw(file);
    expect(drawn).toMatch(/^[\w-]{43}$/);
    expect(readOrDraw(file)).toBe(drawn);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(path.dirname(file))).toEqual(["secret"]);
  });

  it("gives the same to processes that start at once", async () => {
    const file = path.join(dir, "several");
    const module = fileURLToPath(new URL("./secret.server.ts", import.meta.url));
    const script = `import(${JSON.stringify(module)}).then((m) => process.stdout.write(m.readOrDraw(${JSON.stringify(file)})))`;
    const run = () => promisify(execFile)("npx", ["tsx", "--eval", script]);
    const outputs = await Promise.all([run(), run(), run()]);
    expect(new Set(outputs.map((output) => output.stdout)).size).toBe(1);
    expect(outputs[0]?.stdout).toHaveLength(43);
  });

  it("refuses a secret that was cut short", () => {
    const file = path.join(dir, "short");
    fs.writeFileSync(file, "abc");
    expect(() => readOrDraw(file)).toThrow(/too short/);
  });
});
