import type { KeptAssertion } from "~/engines/prompt-assertions.ts";
import { readAssertion } from "~/engines/prompt-assertions.ts";
import type { AssertionChange, Change } from "./intents.ts";
import type { BenchGuide, RunView } from "./run.ts";
import { readEvents } from "./run-stream.ts";

export type AskedRun = { intent: "run"; prompt: string; temperature: number; maxTokens: number };
export type Asked = AskedRun | Change | AssertionChange;

/** Carries what a person asks of the bench, and brings the answer of the protocol (see answer.server.ts). */
export type BenchSend = (asked: Asked, signal?: AbortSignal) => Promise<Response>;

const headers = { "content-type": "application/json", accept: "application/json" };
const post = (url: string, body: object, signal?: AbortSignal) =>
  fetch(url, { method: "POST", headers, body: JSON.stringify(body), signal });

/** The bench of a workspace: everything is kept by the server. */
export const workspaceBench =
  (url: string): BenchSend =>
  (asked, signal) =>
    post(url, asked, signal);

/**
 * The bench of the demonstration: the server only runs prompts and keeps nothing; versions, notes and checks live in
 * this page and go with it.
 */
export function demoBench(url: string, guide: BenchGuide): BenchSend {
  const runs = new Map<string, RunView>();
  let assertions: KeptAssertion[] = [];
  let seq = 0;
  const refuse = (message: string, status = 422) =>
    Response.json({ ok: false, reason: "refused", message }, { status });

  async function run(asked: AskedRun, signal?: AbortSignal): Promise<Response> {
    const { intent: _intent, ...request } = asked;
    const response = await post(url, { ...request, seq: seq + 1 }, signal);
    if (!response.ok || !response.body) return response;
    seq += 1;
    const [shown, kept] = response.body.tee();
    void remember(kept);
    return new Response(shown);
  }

  async function remember(body: ReadableStream<Uint8Array>): Promise<void> {
    let id = "";
    try {
      for await (const event of readEvents(body)) {
        if (event.type === "text") {
          const known = runs.get(id);
          if (known) runs.set(id, { ...known, output: known.output + event.text });
        } else {
          id = event.run.id;
          runs.set(id, event.run);
        }
      }
    } catch {
      // Stopped: what was received is there already.
    }
  }

  function change(asked: Change): Response {
    const known = runs.get(asked.run);
    if (!known) return refuse("Cet essai n’existe plus.", 404);
    const next =
      asked.intent === "keep"
        ? { ...known, kept: asked.kept === "true" }
        : asked.intent === "annotate"
          ? { ...known, note: asked.note }
          : known;
    runs.set(known.id, next);
    return Response.json({ ok: true, run: next });
  }

  function check(asked: AssertionChange): Response {
    if (asked.intent === "remove-assertion") {
      assertions = assertions.filter((kept) => kept.id !== asked.assertion);
    } else {
      const read = readAssertion(asked);
      if ("message" in read) return refuse(read.message);
      const { most } = guide.assertions;
      if (assertions.length >= most)
        return refuse(
          `Vous avez déjà ${most}\u00a0vérifications\u00a0: retirez-en une pour en ajouter une autre.`,
        );
      const id = `${assertions.length}-${performance.now()}`;
      assertions = [...assertions, { id, assertion: read.assertion }];
    }
    return Response.json({ ok: true, assertions });
  }

  return async (asked, signal) => {
    switch (asked.intent) {
      case "run":
        return run(asked, signal);
      case "add-assertion":
      case "remove-assertion":
        return check(asked);
      default:
        return change(asked);
    }
  };
}
