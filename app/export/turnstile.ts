/** Too many people are already waiting; `message` is French and can be shown. */
export class TooBusy extends Error {
  constructor() {
    super("Beaucoup d’exports sont en cours. Réessayez dans une minute\u00a0: rien n’est perdu.");
    this.name = "TooBusy";
  }
}

/**
 * Lets `width` tasks run at once and at most `queue` wait, first come first served.
 * A task whose signal is aborted while it waits leaves the queue and never runs.
 */
export function turnstile(width: number, queue: number) {
  let running = 0;
  const waiting: { enter: () => void }[] = [];

  async function take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (running < width) {
      running += 1;
      return;
    }
    if (waiting.length >= queue) throw new TooBusy();
    await new Promise<void>((resolve, reject) => {
      const place = {
        enter: () => {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(place), 1);
        reject(signal.reason);
      };
      waiting.push(place);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  /** The place passes straight to the next in line, so that no newcomer can slip in. */
  function release(): void {
    const next = waiting.shift();
    if (next) next.enter();
    else running -= 1;
  }

  return {
    async pass<T>(signal: AbortSignal, task: () => Promise<T>): Promise<T> {
      await take(signal);
      try {
        return await task();
      } finally {
        release();
      }
    },
    get running() {
      return running;
    },
    get waiting() {
      return waiting.length;
    },
  };
}
