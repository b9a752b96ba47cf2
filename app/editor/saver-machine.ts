import type { DocNode } from "~/domain/document.ts";

/**
 * When to save and what to say about it, pure: no clock, no network, no timer. `saver.ts` feeds it events and
 * sends when `sendAt` says so. Times are milliseconds since 1970.
 */
export const DEBOUNCE = 800;
export const MAX_WAIT = 2000;
const BACK_OFF = [1, 2, 4, 8, 16, 30];
const SIGNED_OUT_WAIT = 15_000;

/** What the server holds instead of what this text rests on. */
export type Theirs = { version: number; doc: DocNode; savedAt: string; device: string };

export type Machine = {
  /** The server's version this text rests on; 0 when nothing was ever saved. */
  version: number;
  savedAt: string | null;
  /** Changes made, acknowledged by the server, and carried by the request in flight (null: none in flight). */
  edits: number;
  acknowledged: number;
  inFlight: number | null;
  /** First and last change since the last request left. */
  firstEditAt: number;
  lastEditAt: number;
  failures: number;
  retryAt: number | null;
  online: boolean;
  signedOut: boolean;
  conflict: Theirs | null;
  refusal: string | null;
};

export type SaverEvent =
  | { type: "edited"; at: number }
  | { type: "sent" }
  /** The server holds this text as it was after `edits` changes. */
  | { type: "accepted"; edits: number; version: number; savedAt: string }
  | { type: "conflict"; theirs: Theirs }
  /** No answer, or an answer that says to come back later. */
  | { type: "lost"; at: number }
  | { type: "signed-out"; at: number }
  | { type: "refused"; message: string }
  | { type: "online"; at: number }
  | { type: "offline" }
  /** The person asks, or comes back to this tab. */
  | { type: "retry"; at: number }
  /** A newer version of the server took the place of a text without unsaved changes. */
  | { type: "adopted"; version: number; savedAt: string }
  /** The conflict was merged by hand, on top of the server's version. */
  | { type: "merged"; at: number; version: number };

export function startMachine(initial: {
  version: number;
  savedAt: string | null;
  online: boolean;
}): Machine {
  return {
    ...initial,
    edits: 0,
    acknowledged: 0,
    inFlight: null,
    firstEditAt: 0,
    lastEditAt: 0,
    failures: 0,
    retryAt: null,
    signedOut: false,
    conflict: null,
    refusal: null,
  };
}

/** True while the server lacks something that was typed. */
export function isUnsaved(machine: Machine): boolean {
  return machine.edits > machine.acknowledged;
}

/** The machine after an event. */
export function advance(machine: Machine, event: SaverEvent): Machine {
  switch (event.type) {
    case "edited":
      return {
        ...machine,
        edits: machine.edits + 1,
        firstEditAt: hasNews(machine) ? machine.firstEditAt : event.at,
        lastEditAt: event.at,
        refusal: null,
      };
    case "sent":
      return { ...machine, inFlight: machine.edits };
    case "accepted":
      return {
        ...settled(machine),
        version: event.version,
        savedAt: event.savedAt,
        acknowledged: Math.max(machine.acknowledged, event.edits),
      };
    case "conflict":
      return { ...settled(machine), conflict: event.theirs };
    case "refused":
      return { ...settled(machine), refusal: event.message };
    case "lost":
      return {
        ...machine,
        inFlight: null,
        failures: machine.failures + 1,
        retryAt: event.at + backOff(machine.failures),
      };
    case "signed-out":
      return {
        ...machine,
        inFlight: null,
        signedOut: true,
        retryAt: event.at + SIGNED_OUT_WAIT,
      };
    case "online":
      return { ...machine, online: true, retryAt: machine.retryAt === null ? null : event.at };
    case "offline":
      return { ...machine, online: false };
    case "retry":
      return { ...machine, refusal: null, retryAt: machine.retryAt === null ? null : event.at };
    case "adopted":
      return { ...machine, version: event.version, savedAt: event.savedAt };
    case "merged":
      return {
        ...settled(machine),
        conflict: null,
        version: event.version,
        edits: machine.edits + 1,
        firstEditAt: event.at,
        lastEditAt: event.at,
      };
  }
}

/** An answer came: nothing is in flight, nothing has to be tried again, the session is good. */
function settled(machine: Machine): Machine {
  return { ...machine, inFlight: null, failures: 0, retryAt: null, signedOut: false };
}

/** True when something was typed that no request in flight carries. */
function hasNews(machine: Machine): boolean {
  return machine.edits > (machine.inFlight ?? machine.acknowledged);
}

function backOff(failures: number): number {
  return 1000 * (BACK_OFF[Math.min(failures, BACK_OFF.length - 1)] as number);
}

/** When the next request must leave, or null when there is nothing to send or it must wait for an answer. */
export function sendAt(machine: Machine): number | null {
  if (!isUnsaved(machine) || machine.inFlight !== null) return null;
  if (machine.conflict || machine.refusal !== null) return null;
  if (machine.retryAt !== null) return machine.retryAt;
  return Math.min(machine.lastEditAt + DEBOUNCE, machine.firstEditAt + MAX_WAIT);
}

export type SaveStatus =
  | { kind: "saved"; at: string | null }
  | { kind: "unsaved" }
  | { kind: "saving" }
  | { kind: "offline" }
  | { kind: "retrying"; retryAt: number }
  | { kind: "signed-out" }
  | { kind: "conflict"; theirs: Theirs }
  | { kind: "refused"; message: string };

/** What the person is told; trouble is named before work in progress. */
export function statusOf(machine: Machine): SaveStatus {
  if (machine.conflict) return { kind: "conflict", theirs: machine.conflict };
  if (!isUnsaved(machine)) return { kind: "saved", at: machine.savedAt };
  if (machine.refusal !== null) return { kind: "refused", message: machine.refusal };
  if (machine.signedOut) return { kind: "signed-out" };
  if (!machine.online) return { kind: "offline" };
  if (machine.failures > 0) return { kind: "retrying", retryAt: machine.retryAt ?? 0 };
  return machine.inFlight === null ? { kind: "unsaved" } : { kind: "saving" };
}
