import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, vi } from "vitest";

// What a test writes outside the database goes to a folder of its own, never to ./data.
process.env.DATA_DIR ??= fs.mkdtempSync(path.join(os.tmpdir(), "bab-unit-"));

/** Anything written to console.error fails the test that caused it, unless that test expects it. */
let errors: unknown[][] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
    errors.push(args);
  });
});

afterEach(() => {
  const seen = errors.map((args) => args.map(String).join(" "));
  vi.mocked(console.error).mockRestore?.();
  expect(seen, "console.error was called").toEqual([]);
});

/** Takes what console.error was given so far, for a test that expects it. */
export function takeConsoleErrors(): unknown[][] {
  const taken = errors;
  errors = [];
  return taken;
}
