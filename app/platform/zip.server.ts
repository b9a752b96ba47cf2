import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** A file of an archive: its path, « / » between folders, and its bytes, all at once or as they come. */
export type ZipEntry = {
  path: string;
  content: Uint8Array | string | AsyncIterable<Uint8Array | string>;
};

/** UTF-8 names, and sizes told after the data: nothing is held in memory but the list of files. */
const FLAGS = 0x0808;
const DEFLATE = 8;
const MAX = 0xffffffff;

/**
 * Writes a ZIP archive as a stream of bytes (PKWARE APPNOTE 6.3, without ZIP64). Throws beyond 4 GB or 65,535
 * files, so that a damaged archive is never handed over as a whole one.
 */
export async function* zip(
  entries: AsyncIterable<ZipEntry>,
  date = new Date(),
): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  const [time, day] = dosTime(date);
  let offset = 0;
  for await (const { path, content } of entries) {
    const name = Buffer.from(path, "utf8");
    const start = offset;
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    writeCommon(head, 4, time, day);
    head.writeUInt16LE(name.length, 26);
    yield Buffer.concat([head, name]);
    offset += 30 + name.length;

    const sizes = { crc: 0, plain: 0, packed: 0 };
    // pipeline(), unlike pipe(), carries a failing source through to this loop.
    const deflate = createDeflateRaw();
    pipeline(Readable.from(counted(content, sizes)), deflate, () => undefined);
    for await (const block of deflate) {
      sizes.packed += block.length;
      yield block;
    }
    offset += sizes.packed;

    const after = Buffer.alloc(16);
    after.writeUInt32LE(0x08074b50, 0);
    writeSizes(after, 4, sizes);
    yield after;
    offset += 16;
    if (offset > MAX || sizes.plain > MAX || directory.length >= 0xffff) {
      throw new Error("The archive is too large for the ZIP format.");
    }

    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(0x0314, 4);
    writeCommon(record, 6, time, day);
    writeSizes(record, 16, sizes);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE((0o100644 << 16) >>> 0, 38);
    record.writeUInt32LE(start, 42);
    directory.push(Buffer.concat([record, name]));
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([listed, end]);
}

type Sizes = { crc: number; plain: number; packed: number };

function writeCommon(into: Buffer, at: number, time: number, day: number) {
  into.writeUInt16LE(20, at);
  into.writeUInt16LE(FLAGS, at + 2);
  into.writeUInt16LE(DEFLATE, at + 4);
  into.writeUInt16LE(time, at + 6);
  into.writeUInt16LE(day, at + 8);
}

function writeSizes(into: Buffer, at: number, { crc, plain, packed }: Sizes) {
  into.writeUInt32LE(crc, at);
  into.writeUInt32LE(packed, at + 4);
  into.writeUInt32LE(plain, at + 8);
}

async function* counted(content: ZipEntry["content"], sizes: Sizes): AsyncGenerator<Buffer> {
  const blocks = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
  for await (const block of blocks) {
    const bytes = Buffer.from(block as Uint8Array);
    sizes.crc = crc32(bytes, sizes.crc);
    sizes.plain += bytes.length;
    if (bytes.length > 0) yield bytes;
  }
}

/** MS-DOS time and date, two seconds apart, from 1980 on. */
function dosTime(date: Date): [number, number] {
  return [
    (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1),
    (Math.max(0, date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate(),
  ];
}
