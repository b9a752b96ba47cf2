import { afterEach, beforeEach, expect, vi } from "vitest";

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
