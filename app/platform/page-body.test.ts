import { createElement, Suspense } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { PageBody } from "./page-body.server.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

async function chunksOf(body: PageBody): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of body.stream as unknown as AsyncIterable<Uint8Array>)
    chunks.push(Buffer.from(chunk).toString());
  return chunks;
}

describe("PageBody", () => {
  it("joins what lies between two flushes, and keeps the order", async () => {
    const body = new PageBody();
    for (const part of ["a", "b", "c"]) expect(body.write(bytes(part))).toBe(true);
    body.flush();
    body.flush();
    body.write(bytes("d"));
    body.end();
    expect(await chunksOf(body)).toEqual(["abc", "d"]);
  });

  it("gives a page of React as a few chunks, whole", async () => {
    const words = "mot ".repeat(20_000);
    const late = new Promise<string>((resolve) => setTimeout(() => resolve("tard"), 20));
    let said: string | null = null;
    const Late = () => {
      if (said === null)
        throw late.then((text) => {
          said = text;
        });
      return createElement("i", null, said);
    };
    const page = createElement(
      "p",
      null,
      words,
      createElement(Suspense, null, createElement(Late)),
    );
    const body = new PageBody();
    const { pipe } = renderToPipeableStream(page, { onShellReady: () => pipe(body) });
    const chunks = await chunksOf(body);
    expect(chunks.length).toBeLessThan(6);
    expect(chunks[0]).toContain(words.trim());
    expect(chunks.join("")).toContain("tard");
  });

  it("tells React that the reader has left", async () => {
    const body = new PageBody();
    const closed = new Promise((resolve) => body.once("close", () => resolve("closed")));
    body.write(bytes("a"));
    await body.stream.cancel();
    expect(await closed).toBe("closed");
  });

  it("does not let a page that broke look whole", async () => {
    const body = new PageBody();
    body.on("error", () => {});
    body.write(bytes("a"));
    body.flush();
    body.destroy(new Error("cassé"));
    await expect(chunksOf(body)).rejects.toThrow("cassé");
  });
});
