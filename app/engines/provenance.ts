/**
 * Provenance written inside image files: one XMP packet, carried by PNG (iTXt), WebP (XMP chunk) and SVG (metadata).
 * Vocabularies: IPTC Photo Metadata Standard and IPTC NewsCodes « digitalsourcetype ».
 */
export const SOURCE_TYPES = {
  /** A rule-based renderer. */
  rules: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
  /** A trained generative model. */
  model: "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
} as const;

export type Provenance = {
  sourceType: (typeof SOURCE_TYPES)[keyof typeof SOURCE_TYPES];
  title: string;
  /** Text alternative. */
  alt: string;
  prompt: string;
  /** What made the image, e.g. « Modèle d’entraînement hors ligne ». */
  tool: string;
  /** What readers are told. */
  mention: string;
};

const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

const french = (name: string, text: string): string =>
  text
    ? `<${name}><rdf:Alt><rdf:li xml:lang="fr">${xml(text)}</rdf:li><rdf:li xml:lang="x-default">${xml(text)}</rdf:li></rdf:Alt></${name}>`
    : "";

/** The XMP packet, without its `<?xpacket?>` marks when it goes inside an SVG. */
export function xmpPacket(about: Provenance, marks = true): string {
  const body =
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ` +
    `xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">` +
    `<Iptc4xmpExt:DigitalSourceType>${about.sourceType}</Iptc4xmpExt:DigitalSourceType>` +
    (about.prompt
      ? `<Iptc4xmpExt:AIPromptInformation>${xml(about.prompt)}</Iptc4xmpExt:AIPromptInformation>`
      : "") +
    `<xmp:CreatorTool>${xml(about.tool)}</xmp:CreatorTool>` +
    french("dc:title", about.title) +
    french("dc:description", about.mention) +
    french("Iptc4xmpCore:AltTextAccessibility", about.alt) +
    `</rdf:Description></rdf:RDF></x:xmpmeta>`;
  return marks
    ? `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>${body}<?xpacket end="r"?>`
    : body;
}

const ascii = (text: string): number[] => [...text].map((c) => c.charCodeAt(0));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const CRC_TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = CRC_TABLE[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Signature, then the IHDR chunk: 8 + 25 bytes. */
const AFTER_IHDR = 33;

/** A PNG with the packet in an iTXt chunk after its header; throws when the bytes are not a PNG. */
export function pngWithXmp(png: Uint8Array, packet: string): Uint8Array<ArrayBuffer> {
  if (png.length < AFTER_IHDR || PNG_HEAD.some((b, i) => png[i] !== b))
    throw new Error("not a PNG");
  // Keyword, no compression, no language, no translated keyword.
  const data = joined([
    new Uint8Array([...ascii("XML:com.adobe.xmp"), 0, 0, 0, 0, 0]),
    utf8(packet),
  ]);
  const named = joined([new Uint8Array(ascii("iTXt")), data]);
  const chunk = new Uint8Array(4 + named.length + 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(named, 4);
  view.setUint32(4 + named.length, crc32(named));
  return joined([png.subarray(0, AFTER_IHDR), chunk, png.subarray(AFTER_IHDR)]);
}

function riffChunk(name: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(8 + data.length + (data.length % 2));
  out.set(ascii(name));
  new DataView(out.buffer).setUint32(4, data.length, true);
  out.set(data, 8);
  return out;
}

/**
 * A still WebP with the packet in an « XMP  » chunk: the file is rewritten in the extended form (VP8X). Throws when the
 * bytes are not a WebP. Container: Google, « WebP Container Specification ».
 */
export function webpWithXmp(
  webp: Uint8Array,
  packet: string,
  size: { width: number; height: number },
): Uint8Array<ArrayBuffer> {
  const name = (at: number) => String.fromCharCode(...webp.subarray(at, at + 4));
  if (webp.length < 20 || name(0) !== "RIFF" || name(8) !== "WEBP") throw new Error("not a WebP");
  const view = new DataView(webp.buffer, webp.byteOffset, webp.byteLength);
  let alpha = false;
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= webp.length; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (name(at) === "ALPH") alpha = true;
    if (name(at) === "VP8L") alpha = alpha || Boolean((webp[at + 12] ?? 0) & 0x10);
    if (!["VP8X", "XMP "].includes(name(at)))
      kept.push(webp.subarray(at, Math.min(end, webp.length)));
    at = end;
  }
  const head = new Uint8Array(10);
  head[0] = 0x04 | (alpha ? 0x10 : 0);
  const put24 = (at: number, value: number) =>
    head.set([value & 255, (value >> 8) & 255, (value >> 16) & 255], at);
  put24(4, size.width - 1);
  put24(7, size.height - 1);
  const body = joined([
    new Uint8Array(ascii("WEBP")),
    riffChunk("VP8X", head),
    ...kept,
    riffChunk("XMP ", utf8(packet)),
  ]);
  const out = new Uint8Array(8 + body.length);
  out.set(ascii("RIFF"));
  new DataView(out.buffer).setUint32(4, body.length, true);
  out.set(body, 8);
  return out;
}
