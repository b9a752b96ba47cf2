import type { KeptAssertion } from "~/engines/prompt-assertions.ts";
import type { RunEvent, RunView } from "./run.ts";

/** What the bench shows, as a pure machine: runs newest first, the one under way, and one message. */
export type BenchState = {
  runs: RunView[];
  older: string | null;
  assertions: KeptAssertion[];
  used: number;
  /** A run was asked for and has not ended. */
  running: boolean;
  /** Id of the run under way once the server has opened it. */
  live: string | null;
  /** Why the last thing asked did not work, and what was kept. */
  trouble: string | null;
  /** The last thing that happened, in a sentence; the text itself is not read out as it comes. */
  said: string;
};

export type BenchEvent =
  | { type: "asked" }
  | { type: "stream"; event: RunEvent }
  | { type: "stopped" }
  | { type: "lost" }
  | { type: "refused"; message: string }
  | { type: "trouble"; message: string }
  | { type: "told"; said: string }
  | { type: "changed"; run: RunView; said: string }
  | { type: "checked"; assertions: KeptAssertion[]; said: string }
  | { type: "page"; runs: RunView[]; older: string | null }
  | ({ type: "loaded" } & Given);

export const LOST =
  "La connexion s’est coupée pendant l’essai. Votre prompt est gardé, et le texte déjà reçu aussi\u00a0: relancez quand vous voulez.";

/** What the page brings. */
export type Given = Pick<BenchState, "runs" | "older" | "assertions" | "used">;

export function startState(given: Given): BenchState {
  const { runs, older, assertions, used } = given;
  return { runs, older, assertions, used, running: false, live: null, trouble: null, said: "" };
}

/** The next state of the bench. */
export function benchStep(state: BenchState, event: BenchEvent): BenchState {
  switch (event.type) {
    case "asked":
      return { ...state, running: true, live: null, trouble: null, said: "" };
    case "stream":
      return streamed(state, event.event);
    case "stopped":
      return ended(state, "stopped", null, "Essai arrêté. Le texte reçu est gardé.");
    case "lost":
      return ended(state, "interrupted", LOST, "Essai interrompu.");
    case "refused":
      return { ...state, running: false, live: null, trouble: event.message };
    case "trouble":
      return { ...state, trouble: event.message };
    case "told":
      return { ...state, said: event.said };
    case "changed":
      return { ...state, runs: replaced(state.runs, event.run), trouble: null, said: event.said };
    case "checked":
      return { ...state, assertions: event.assertions, trouble: null, said: event.said };
    case "page":
      return { ...state, runs: merged(state.runs, event.runs), older: event.older };
    case "loaded": {
      // The page was read again: the server is right, but for the run this tab is receiving.
      const live = state.runs.filter((r) => r.id === state.live);
      const known = state.runs.filter((r) => r.seq < (event.runs.at(-1)?.seq ?? 0));
      const runs = merged(merged(event.runs, live), known);
      return {
        ...state,
        runs,
        assertions: event.assertions,
        used: event.used,
        older: known.length > 0 ? state.older : event.older,
      };
    }
  }
}

function streamed(state: BenchState, event: RunEvent): BenchState {
  switch (event.type) {
    case "start":
      return {
        ...state,
        live: event.run.id,
        used: event.used,
        runs: merged(state.runs, [event.run]),
        said: `Essai v${event.run.seq} lancé.`,
      };
    case "text":
      return {
        ...state,
        runs: state.runs.map((r) =>
          r.id === state.live ? { ...r, output: r.output + event.text } : r,
        ),
      };
    case "done":
      return finished(state, event.run, null, `Essai v${event.run.seq} terminé.`);
    case "failed":
      return {
        ...finished(state, event.run, event.message, `Essai v${event.run.seq} interrompu.`),
        used: event.used,
      };
  }
}

function finished(
  state: BenchState,
  run: RunView,
  trouble: string | null,
  said: string,
): BenchState {
  return { ...state, running: false, live: null, trouble, said, runs: replaced(state.runs, run) };
}

function ended(
  state: BenchState,
  status: RunView["status"],
  trouble: string | null,
  said: string,
): BenchState {
  const runs = state.runs.map((r) => (r.id === state.live ? { ...r, status } : r));
  return { ...state, running: false, live: null, trouble, said, runs };
}

function replaced(runs: RunView[], run: RunView): RunView[] {
  return runs.map((r) => (r.id === run.id ? run : r));
}

/** Both lists without doubles, newest first; the second wins. */
function merged(first: RunView[], second: RunView[]): RunView[] {
  const byId = new Map([...first, ...second].map((r) => [r.id, r]));
  return [...byId.values()].sort((a, b) => b.seq - a.seq);
}
