import { beforeEach, expect, it, vi } from "vitest";
import { loadSpellingGuide } from "~/content/spelling.server.ts";
import { readSpelling } from "./spelling.server.ts";

const started = vi.hoisted(() => vi.fn());

/** The dictionary's thread, dead as soon as it starts: a missing package, no memory left. */
vi.mock("node:worker_threads", async (original) => {
  const real = await original<typeof import("node:worker_threads")>();
  class Dead extends real.Worker {
    constructor() {
      super("throw new Error('no dictionary')", { eval: true });
      started();
    }
  }
  return { ...real, Worker: Dead };
});

beforeEach(() => {
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});

it("says at once that there is no dictionary, and tries again the next time", async () => {
  const began = performance.now();
  for (const attempt of [1, 2]) {
    const answers = await Promise.all([
      readSpelling({ text: "une barque", given: [] }, 20_000),
      readSpelling({ text: "une librarie", given: [] }, 20_000),
    ]);
    const none = { source: loadSpellingGuide().source, words: null };
    expect(answers).toEqual([none, none]);
    expect(started).toHaveBeenCalledTimes(attempt);
  }
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(process.stderr.write).toHaveBeenCalledWith(expect.stringContaining("spelling-failed"));
});
