import { Writable } from "node:stream";

/** More than any page: React is never asked to wait for a slow reader, whose page is then held whole. */
const ROOM = 4 * 1024 * 1024;

/**
 * Where React writes a page, and the body of the response it becomes. React hands over every 2 kB by itself and
 * says `flush` when it has nothing more for now: what lies between two flushes leaves as one chunk, because each
 * chunk costs the web stream, the compressor and the socket a turn of their own.
 */
export class PageBody extends Writable {
  readonly stream: ReadableStream<Uint8Array>;
  #controller!: ReadableStreamDefaultController<Uint8Array>;

  constructor() {
    super({ highWaterMark: ROOM, decodeStrings: true });
    this.stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      // The reader has left: React hears "close" and stops rendering.
      cancel: () => void this.destroy(),
    });
    this.cork();
  }

  /** Called by React between its bursts of writing. */
  flush(): void {
    this.uncork();
    this.cork();
  }

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#controller.enqueue(chunk);
    done();
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: () => void): void {
    this.#controller.enqueue(Buffer.concat(chunks.map(({ chunk }) => chunk)));
    done();
  }

  override _final(done: () => void): void {
    this.#controller.close();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // A page cut short by React must not look whole.
    if (error) this.#controller.error(error);
    done(null);
  }
}
