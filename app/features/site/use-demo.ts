import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DemoAnswer, DemoScreen } from "./demo-answer.ts";

/** The moves kept in this tab, or none; a storage that is full or forbidden counts as none. */
function readMoves(key: string): unknown[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function keepMoves(key: string, moves: unknown[]): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(moves));
  } catch {
    // The demonstration still plays; only a reload forgets it.
  }
}

/**
 * A tool played without an account: the list of moves stays in this tab and the server plays it again each
 * time. A refused move is dropped from the list.
 */
export function useDemo(tool: string, address: string, initial: DemoScreen) {
  const key = `demo:${tool}`;
  const fetcher = useFetcher<DemoAnswer>();
  const moves = useRef<unknown[]>([]);
  const [answer, setAnswer] = useState<DemoAnswer>({ refusal: null, screen: initial });
  /** Tells the sender of the move under way whether it was taken. */
  const settle = useRef<(taken: boolean) => void>(() => undefined);

  const send = useCallback(
    (next: unknown[]) => {
      moves.current = next;
      fetcher.submit(JSON.stringify({ actions: next }), {
        method: "post",
        action: address,
        encType: "application/json",
      });
    },
    [fetcher.submit, address],
  );

  // Once, when the tab comes back to a demonstration already begun.
  const resumed = useRef(false);
  useEffect(() => {
    if (resumed.current) return;
    resumed.current = true;
    const kept = readMoves(key);
    if (kept.length > 0) send(kept);
  }, [key, send]);

  useEffect(() => {
    if (!fetcher.data) return;
    setAnswer(fetcher.data);
    moves.current = moves.current.slice(0, fetcher.data.screen.version);
    keepMoves(key, moves.current);
  }, [fetcher.data, key]);

  // After the effect above: the next move goes with the list as the answer left it.
  useEffect(() => {
    if (fetcher.state === "idle") settle.current(!fetcher.data?.refusal);
  }, [fetcher.state, fetcher.data]);

  return {
    ...answer,
    pending: fetcher.state !== "idle",
    /** True once the move was taken, false when it was refused. */
    submit: (move: unknown) =>
      new Promise<boolean>((resolve) => {
        settle.current = resolve;
        send([...moves.current, move]);
      }),
    restart: () => send([]),
  };
}
