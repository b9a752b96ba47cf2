import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { pngWithXmp, SOURCE_TYPES, webpWithXmp, xmpPacket } from "./provenance.ts";

const about = {
  sourceType: SOURCE_TYPES.rules,
  title: "Femmes de rivière",
  alt: "Une batelière <debout> & sa barque.",
  prompt: "une barque\u0007, style : aplat",
  tool: "Modèle d’entraînement hors ligne",
  mention: "Image générée",
};
const packet = xmpPacket(about);
const picture = () =>
  sharp({ create: { width: 7, height: 5, channels: 3, background: "#123456" } });

describe("provenance in image files", () => {
  it("names the IPTC source type, the alternative, the prompt and the tool, as well-formed XML", () => {
    expect(packet).toContain(
      "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia</Iptc4xmpExt:DigitalSourceType>",
    );
    expect(packet).toContain("Une batelière &lt;debout&gt; &amp; sa barque.");
    expect(packet).toContain("une barque , style : aplat");
    expect(packet).toContain("Modèle d’entraînement hors ligne");
    expect(xmpPacket(about, false)).not.toContain("xpacket");
  });

  it("is read back from a PNG by a library, the picture unharmed", async () => {
    const plain = await picture().png().toBuffer();
    const marked = Buffer.from(pngWithXmp(plain, packet));
    const { xmp, width, height } = await sharp(marked).metadata();
    expect(xmp?.toString("utf8")).toBe(packet);
    expect([width, height]).toEqual([7, 5]);
    expect(await sharp(marked).raw().toBuffer()).toEqual(await sharp(plain).raw().toBuffer());
  });

  it.each(["lossy", "lossless", "transparent"])("is read back from a %s WebP", async (kind) => {
    const source =
      kind === "transparent"
        ? sharp({
            create: {
              width: 7,
              height: 5,
              channels: 4,
              background: { r: 1, g: 2, b: 3, alpha: 0.4 },
            },
          })
        : picture();
    const plain = await source.webp({ lossless: kind !== "lossy" }).toBuffer();
    const marked = Buffer.from(webpWithXmp(plain, packet, { width: 7, height: 5 }));
    const { xmp, width, height, hasAlpha } = await sharp(marked).metadata();
    expect(xmp?.toString("utf8")).toBe(packet);
    expect([width, height]).toEqual([7, 5]);
    expect(hasAlpha).toBe(kind === "transparent");
    expect(await sharp(marked).raw().toBuffer()).toEqual(await sharp(plain).raw().toBuffer());
  });

  it("refuses what is not such a file", () => {
    expect(() => pngWithXmp(new Uint8Array(60), packet)).toThrow("not a PNG");
    expect(() => webpWithXmp(new Uint8Array(60), packet, { width: 1, height: 1 })).toThrow(
      "not a WebP",
    );
  });
});
