import path from "node:path";
import { Worker } from "node:worker_threads";
import { loadSpellingGuide } from "~/content/spelling.server.ts";
import {
  type Candidate,
  type Proofread,
  type Spelling,
  type UnknownWord,
  wordsToCheck,
} from "~/engines/spelling.ts";
import { errorText, log } from "./log.server.ts";

/** From the project's root, in development as in production: the server's bundle does not hold the worker. */
const WORKER = path.resolve("app/platform/spelling-worker.mjs");
/** How long an answer waits for the dictionary, in milliseconds: loading it takes a tenth of that, suggestions at most two thirds. */
const PATIENCE = 2000;
/** The dictionary weighs some 40 MB: it leaves the memory when nobody has asked for it in this time. */
const IDLE = 300_000;

type Answer = UnknownWord[] | null;
type Open = { worker: Worker; waiting: Map<number, (words: Answer) => void>; idle: NodeJS.Timeout };
type Message = { loaded: number } | { id: number; words: UnknownWord[] };

let open: Open | null = null;
let asked = 0;

/** The one thread that holds the dictionary, started when a text first asks for it. */
function dictionary(): Open {
  if (open) {
    open.idle.refresh();
    return open;
  }
  const worker = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: 64 } });
  const idle = setTimeout(() => void worker.terminate(), IDLE).unref();
  const started: Open = { worker, waiting: new Map(), idle };
  const close = () => {
    if (open === started) open = null;
    clearTimeout(idle);
    for (const answer of started.waiting.values()) answer(null);
    started.waiting.clear();
  };
  worker.unref();
  worker.on("message", (message: Message) => {
    if ("loaded" in message) log("spelling-loaded", { milliseconds: message.loaded });
    else {
      started.waiting.get(message.id)?.(message.words);
      started.waiting.delete(message.id);
    }
  });
  worker.on("error", (error) => {
    log("spelling-failed", { error: errorText(error) });
    close();
  });
  worker.on("exit", close);
  open = started;
  return started;
}

function lookUp(candidates: Candidate[], patience: number): Promise<Answer> {
  const { worker, waiting } = dictionary();
  const id = ++asked;
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      waiting.delete(id);
      resolve(null);
    }, patience);
    waiting.set(id, (words) => {
      clearTimeout(late);
      resolve(words);
    });
    worker.postMessage({ id, candidates });
  });
}

/**
 * The words of a text that the French dictionary does not know, in order, the first ones with up to three
 * suggestions. Nothing asked: nothing answered. Without the dictionary, or too late, `words` is null; throws
 * only when its guide in content/ is malformed.
 */
export async function readSpelling(
  proofread: Proofread | null | undefined,
  patience = PATIENCE,
): Promise<Spelling | undefined> {
  if (!proofread) return undefined;
  const { source, terms } = loadSpellingGuide();
  const candidates = wordsToCheck(proofread, terms.list);
  if (candidates.length === 0) return { source, words: [] };
  return { source, words: await lookUp(candidates, patience) };
}
