import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { reencode } from "./images.server.ts";

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#24468c" } });

describe("re-encoding an upload", () => {
  it("gives a WebP of at most 1600 px, without EXIF or GPS", async () => {
    const jpeg = await picture(2400, 1200)
      .withExif({
        IFD0: { Artist: "Camille" },
        IFD3: { GPSLatitude: "48/1 51/1 0/1", GPSLatitudeRef: "N" },
      })
      .jpeg()
      .toBuffer();
    expect((await sharp(jpeg).metadata()).exif).toBeDefined();
    const result = await reencode(jpeg);
    expect(result).toMatchObject({ ok: true, value: { width: 1600, height: 800 } });
    if (!result.ok) return;
    const meta = await sharp(result.value.bytes).metadata();
    expect(meta.format).toBe("webp");
    expect(meta.exif).toBeUndefined();
  });

  it("never enlarges", async () => {
    const png = await picture(40, 30).png().toBuffer();
    expect(await reencode(png)).toMatchObject({ ok: true, value: { width: 40, height: 30 } });
  });

  const text = (content: string) => new TextEncoder().encode(content);
  it.each([
    [
      "an SVG with a script",
      text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ],
    ["HTML", text("<!doctype html><script>alert(1)</script>")],
    ["a text called .png", text("hello")],
    ["nothing", new Uint8Array()],
  ])("refuses %s", async (_name, bytes) => {
    expect(await reencode(bytes)).toMatchObject({ ok: false, reason: "not-an-image" });
  });

  it("refuses a GIF header followed by a script", async () => {
    expect(await reencode(text("GIF89a/*<script>alert(1)</script>*/=1"))).toMatchObject({
      ok: false,
      reason: "unreadable",
    });
  });

  it("refuses a truncated picture", async () => {
    const png = await picture(400, 400).png().toBuffer();
    expect(await reencode(png.subarray(0, 120))).toMatchObject({ ok: false });
  });

  it("refuses 30 000 × 30 000 pixels before decoding them", async () => {
    const bomb = await sharp({
      create: { width: 30_000, height: 30_000, channels: 3, background: "#fff" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const before = process.memoryUsage().rss;
    expect(await reencode(bomb)).toMatchObject({ ok: false, reason: "too-many-pixels" });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  }, 60_000);
});
