import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { KeptAssertion } from "~/engines/prompt-assertions.ts";
import { paths } from "~/paths.ts";
import { demoBench, workspaceBench } from "./bench-send.ts";
import { benchStep, type Given, startState } from "./bench-state.ts";
import type { AssertionChange, Change } from "./intents.ts";
import type { Bench, RunView } from "./run.ts";
import { readEvents } from "./run-stream.ts";

const UNREACHABLE =
  "Le serveur ne répond pas. Rien n’est parti\u202f; votre prompt est gardé sur cet appareil\u00a0: réessayez dans un instant.";
const SIGNED_OUT =
  "Votre session a expiré. Reconnectez-vous dans un autre onglet, puis relancez\u00a0: votre prompt est gardé sur cet appareil.";

async function refusalOf(response: Response): Promise<string> {
  if (response.status === 401) return SIGNED_OUT;
  const body = (await response.json().catch(() => null)) as { message?: string } | null;
  return body?.message ?? UNREACHABLE;
}

/** Where the bench stands: the step of a workspace, or the demonstration at an address. */
export type BenchPlace = { workspaceId: string } | { demo: string };

/** The bench in the browser: its state, and what a person can ask of it. */
export function useBench(place: BenchPlace, bench: Pick<Bench, "stepId" | "guide" | keyof Given>) {
  const { stepId, runs, older, assertions, used } = bench;
  const demo = "demo" in place;
  const url = demo ? place.demo : paths.runs(place.workspaceId, stepId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the guide never changes while the page is open.
  const carry = useMemo(
    () => (demo ? demoBench(url, bench.guide) : workspaceBench(url)),
    [url, demo],
  );
  const [state, send] = useReducer(benchStep, bench, startState);
  const control = useRef<AbortController | null>(null);

  useEffect(
    () => send({ type: "loaded", runs, older, assertions, used }),
    [runs, older, assertions, used],
  );
  // Leaving the step stops the run: the server keeps what was received.
  useEffect(() => () => control.current?.abort(), []);

  const run = useCallback(
    async (asked: { prompt: string; temperature: number; maxTokens: number }) => {
      const own = new AbortController();
      control.current = own;
      let opened = false;
      send({ type: "asked" });
      try {
        const response = await carry({ intent: "run", ...asked }, own.signal);
        if (!response.ok || !response.body)
          return send({ type: "refused", message: await refusalOf(response) });
        opened = true;
        let ended = false;
        for await (const event of readEvents(response.body)) {
          send({ type: "stream", event });
          ended = event.type === "done" || event.type === "failed";
        }
        if (!ended) send({ type: own.signal.aborted ? "stopped" : "lost" });
      } catch {
        if (own.signal.aborted) send({ type: "stopped" });
        else send(opened ? { type: "lost" } : { type: "refused", message: UNREACHABLE });
      }
    },
    [carry],
  );

  const stop = useCallback(() => control.current?.abort(), []);

  /** Sends a change and hands its answer on; false, with the reason shown, when it did not work. */
  const ask = useCallback(
    async <Answer>(asked: Change | AssertionChange, then: (answer: Answer) => void) => {
      try {
        const response = await carry(asked);
        if (!response.ok) {
          send({ type: "trouble", message: await refusalOf(response) });
          return false;
        }
        then((await response.json()) as Answer);
        return true;
      } catch {
        send({ type: "trouble", message: UNREACHABLE });
        return false;
      }
    },
    [carry],
  );
  const change = useCallback(
    (asked: Change, said: string) =>
      ask<{ run: RunView }>(asked, ({ run }) => send({ type: "changed", run, said })),
    [ask],
  );
  const check = useCallback(
    (asked: AssertionChange, said: string) =>
      ask<{ assertions: KeptAssertion[] }>(asked, ({ assertions }) =>
        send({ type: "checked", assertions, said }),
      ),
    [ask],
  );

  const showOlder = useCallback(
    async (before: string) => {
      try {
        const response = await fetch(`${url}?avant=${before}`, {
          headers: { accept: "application/json" },
        });
        if (!response.ok) return send({ type: "trouble", message: await refusalOf(response) });
        send({ type: "page", ...((await response.json()) as Pick<Bench, "runs" | "older">) });
      } catch {
        send({ type: "trouble", message: UNREACHABLE });
      }
    },
    [url],
  );

  const tell = useCallback((said: string) => send({ type: "told", said }), []);

  return { state, url, run, stop, change, check, showOlder, tell };
}
