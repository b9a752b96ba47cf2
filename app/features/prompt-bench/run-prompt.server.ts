import { setTimeout as sleep } from "node:timers/promises";
import { failure } from "~/ai/failures.ts";
import {
  type Provider,
  ProviderFailure,
  type SubjectFacts,
  type TextUsage,
} from "~/ai/provider.ts";
import { estimateUsage } from "~/ai/tokens.ts";
import { errorText, log } from "~/platform/log.server.ts";
import type { Db } from "~db/client.server.ts";
import {
  finishPromptRun,
  type PromptRunRow,
  updatePromptRunOutput,
} from "~db/queries/prompt-runs.ts";
import type { RunEvent } from "./run.ts";
import { failureText, toRunView } from "./run-view.server.ts";

/** How often a text under way is kept, in milliseconds: what a killed server may lose. */
const KEEP_EVERY = 2_000;
/** No provider may fill the database. */
const MAX_OUTPUT = 100_000;
/** Waits before another attempt to write the end of a run. */
const RETRIES = [300, 1_500, 5_000];

/**
 * Runs an opened row to its end and tells each step to `emit`. Never throws: whatever happens (failure,
 * cancel, database away for a moment) the text received is kept and the last event says what became of it.
 */
export async function runPrompt(
  deps: { db: Db; provider: Provider },
  row: PromptRunRow,
  input: { facts: SubjectFacts; used: number; signal: AbortSignal },
  emit: (event: RunEvent) => void,
): Promise<void> {
  const { db, provider } = deps;
  emit({ type: "start", run: toRunView(row, new Date()), used: input.used });
  let output = "";
  let usage: TextUsage | null = null;
  let failed: ProviderFailure | null = null;
  let keptAt = Date.now();
  try {
    const chunks = provider.streamText({
      system: null,
      prompt: row.prompt,
      ...row.settings,
      facts: input.facts,
      signal: input.signal,
    });
    for await (const chunk of chunks) {
      if (chunk.type === "done") usage = chunk.usage;
      else {
        // PostgreSQL's text has no U+0000.
        const text = chunk.text.replaceAll("\u0000", "");
        output += text;
        emit({ type: "text", text });
      }
      if (output.length > MAX_OUTPUT) break;
      if (Date.now() - keptAt < KEEP_EVERY) continue;
      keptAt = Date.now();
      await updatePromptRunOutput(db, row.id, output).catch(() => {});
    }
  } catch (error) {
    failed = error instanceof ProviderFailure ? error : failure("unavailable");
    if (!(error instanceof ProviderFailure)) log("prompt-run-broken", { error: errorText(error) });
    else if (failed.kind !== "cancelled")
      log("prompt-run-failed", {
        provider: provider.id,
        kind: failed.kind,
        cause: String(failed.cause ?? ""),
      });
  }
  const stopped = failed?.kind === "cancelled";
  const end = {
    status: failed ? (stopped ? ("stopped" as const) : ("failed" as const)) : ("done" as const),
    output,
    failure: failed && !stopped ? failureText(failed.kind, failed.message) : null,
    // A provider that was cut did not say: what came was used all the same.
    usage: usage ?? failed?.usage ?? (output === "" ? null : estimateUsage(row.prompt, output)),
  };
  const saved = await persist(() => finishPromptRun(db, row.id, end));
  const run = toRunView(saved ?? { ...row, ...end }, new Date());
  // Nothing came, nothing is counted: see finishPromptRun.
  const used = input.used - (saved && !end.usage ? 1 : 0);
  if (saved === undefined) emit({ type: "failed", run, message: NOT_KEPT, used });
  else if (failed) emit({ type: "failed", run, message: failed.message, used });
  else emit({ type: "done", run });
}

const NOT_KEPT =
  "Le texte est arrivé, mais il n’a pas pu être enregistré\u00a0: copiez-le avant de quitter cette page. Votre prompt est gardé.";

/** Tries a few times to write; undefined when the database stays away. */
async function persist<T>(write: () => Promise<T>): Promise<T | undefined> {
  for (const wait of [0, ...RETRIES]) {
    if (wait) await sleep(wait);
    try {
      return await write();
    } catch (error) {
      log("prompt-run-not-kept", { error: errorText(error) });
    }
  }
  return undefined;
}

/**
 * The events of `work` as lines of JSON. When the reader leaves, `onLeave` is called and the work goes on to
 * its own end, unheard.
 */
export function eventStream(
  work: (emit: (event: RunEvent) => void) => Promise<void>,
  onLeave: () => void,
): Response {
  const encoder = new TextEncoder();
  let open = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const emit = (event: RunEvent) => {
        if (open) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      };
      const end = () => {
        if (open) controller.close();
        open = false;
      };
      work(emit).then(end, end);
    },
    cancel() {
      open = false;
      onLeave();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      // no-transform: a compressor would hold the lines back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
