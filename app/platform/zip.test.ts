import { describe, expect, it } from "vitest";
import { unzip } from "../../tests/unzip.ts";
import { type ZipEntry, zip } from "./zip.server.ts";

async function collect(entries: ZipEntry[]) {
  async function* all() {
    yield* entries;
  }
  const blocks: Buffer[] = [];
  for await (const block of zip(all())) blocks.push(block);
  return Buffer.concat(blocks);
}

describe("zip", () => {
  it("packs text, bytes, streams, empty files and accented names", async () => {
    async function* stream() {
      for (let i = 0; i < 100; i++) yield "élan ".repeat(1_000);
    }
    const files = unzip(
      await collect([
        { path: "a.txt", content: "été" },
        { path: "vide.txt", content: "" },
        { path: "dossier/b.bin", content: new Uint8Array(70_000).fill(7) },
        { path: "Évaluation.json", content: stream() },
      ]),
    );
    expect([...files.keys()]).toEqual(["a.txt", "vide.txt", "dossier/b.bin", "Évaluation.json"]);
    expect(files.get("a.txt")?.toString()).toBe("été");
    expect(files.get("vide.txt")).toHaveLength(0);
    expect(files.get("Évaluation.json")).toHaveLength(600_000);
  });

  it("packs nothing into a valid archive", async () => {
    expect(unzip(await collect([])).size).toBe(0);
  });

  it("breaks off when a source breaks", async () => {
    async function* broken() {
      yield "début";
      throw new Error("base perdue");
    }
    await expect(collect([{ path: "x", content: broken() }])).rejects.toThrow("base perdue");
  });
});
