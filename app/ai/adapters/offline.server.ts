import { setTimeout as sleep } from "node:timers/promises";
import type { PromptGuide } from "~/engines/prompt-guide.ts";
import { failure } from "../failures.ts";
import { READ_CHARACTERS, refusal } from "../offline/brief.ts";
import { practise } from "../offline/practice-model.ts";
import type { Provider, TextChunk, TextRequest } from "../provider.ts";

/** Three words at a time, as a model would. */
const CHUNK = /(?:\S+\s*){1,3}|\s+/g;

/**
 * The default provider: the practice model behind the port, its text handed out in small pieces.
 * `pauseMs` is the delay between two pieces (0 in tests).
 */
export function offlineProvider(guide: PromptGuide, pauseMs = 35): Provider {
  async function* streamText(request: TextRequest): AsyncGenerator<TextChunk> {
    if (request.signal.aborted) throw failure("cancelled");
    if (request.prompt.length > READ_CHARACTERS) throw failure("too-long");
    const reason = refusal(guide, request.prompt);
    if (reason) throw failure("refused", "content rule", reason);
    const { text, usage } = practise(guide, request.facts, request);
    for (const [piece] of text.matchAll(CHUNK)) {
      await sleep(pauseMs, undefined, { signal: request.signal }).catch(() => {});
      if (request.signal.aborted) throw failure("cancelled");
      yield { type: "text", text: piece };
    }
    yield { type: "done", usage };
  }
  return {
    id: "offline",
    label: "modèle d’entraînement hors ligne",
    model: "entrainement-1",
    offline: true,
    streamText,
  };
}
