import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { remux } from "./video.server.ts";

/** A VP8 key frame's header of 1280 × 720 (RFC 6386, 9.1): enough for a container, no picture in it. */
const keyFrame = new Uint8Array([0x10, 0x02, 0, 0x9d, 0x01, 0x2a, 0, 0x05, 0xd0, 0x02, 0, 0, 0, 0]);

async function video(
  seconds: number,
  format: WebMOutputFormat | Mp4OutputFormat = new WebMOutputFormat(),
  title = "",
) {
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const source = new EncodedVideoPacketSource("vp8");
  output.addVideoTrack(source, { frameRate: 1 });
  if (title) output.setMetadataTags({ title });
  await output.start();
  for (let at = 0; at < seconds; at++)
    await source.add(new EncodedPacket(keyFrame, "key", at, 1), {
      decoderConfig: { codec: "vp8", codedWidth: 1280, codedHeight: 720 },
    });
  await output.finalize();
  return new Uint8Array(target.buffer!);
}

describe("a video that is kept", () => {
  it.each([
    ["video/webm", new WebMOutputFormat()],
    ["video/mp4", new Mp4OutputFormat()],
  ])("is %s, measured, and copied without its tags", async (mime, format) => {
    const sent = await video(8, format, "Maison de Camille");
    expect(Buffer.from(sent).includes("Maison de Camille")).toBe(true);
    const kept = await remux(sent);
    expect(kept).toMatchObject({
      ok: true,
      value: { mime, width: 1280, height: 720, durationMs: 8000 },
    });
    if (!kept.ok) return;
    expect(Buffer.from(kept.value.bytes).includes("Maison de Camille")).toBe(false);
    expect(await remux(kept.value.bytes)).toMatchObject({ ok: true, value: { mime, width: 1280 } });
  });

  it("lasts three minutes at most", async () => {
    expect(await remux(await video(181))).toMatchObject({ ok: false, reason: "too-long" });
  });

  const text = (content: string) => new TextEncoder().encode(content);
  it.each([
    ["HTML called .webm", text("<!doctype html><script>alert(1)</script>")],
    ["nothing", new Uint8Array()],
    ["an SVG", text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ])("is not %s", async (_name, bytes) => {
    expect(await remux(bytes)).toMatchObject({ ok: false, reason: "not-a-video" });
  });

  it("is not a picture", async () => {
    const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(await remux(png)).toMatchObject({ ok: false, reason: "not-a-video" });
  });

  it("is not a truncated or scrambled file", async () => {
    const whole = await video(8);
    expect((await remux(whole.subarray(0, 60))).ok).toBe(false);
    const scrambled = whole.map((byte, i) => (i > 40 ? byte ^ 0x5a : byte));
    expect((await remux(scrambled)).ok).toBe(false);
  });
});
