import { useState } from "react";
import { observeChange, versionChange } from "~/engines/prompt-anatomy-changes.ts";
import { classNames } from "~/ui/class-names.ts";
import { Dialog } from "~/ui/dialog.tsx";
import { PromptDiff } from "./prompt-diff.tsx";
import type { BenchGuide, RunView } from "./run.ts";
import { settingsOf } from "./run-settings.ts";

/** How many versions can be read side by side. */
const MOST = 4;
const LEAST = 2;

const COLUMNS: Record<number, string> = {
  2: "md:grid-cols-2",
  3: "md:grid-cols-3",
  4: "md:grid-cols-2 lg:grid-cols-4",
};

/**
 * Two to four versions side by side, oldest first: each with what changed since the one to its left, and its
 * answer. On a narrow screen one is shown at a time, by a switch.
 */
export function CompareRuns({
  runs,
  guide,
  onClose,
}: {
  /** Newest first; two at least. */
  runs: RunView[];
  guide: BenchGuide;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState(() => runs.slice(0, LEAST).map((r) => r.id));
  const [wanted, setShown] = useState<string | null>(null);
  const columns = runs.filter((r) => chosen.includes(r.id)).sort((a, b) => a.seq - b.seq);
  const shown = columns.find((r) => r.id === wanted)?.id ?? columns.at(-1)?.id;

  return (
    <Dialog title="Comparer des versions" isOpen onClose={onClose} size="l">
      <fieldset className="border-0 p-0">
        <legend className="font-semibold">Versions à comparer, de deux à quatre</legend>
        <div className="mt-2 flex flex-wrap gap-x-5 gap-y-1">
          {runs.map((run) => {
            const on = chosen.includes(run.id);
            const fixed = on ? chosen.length <= LEAST : chosen.length >= MOST;
            return (
              <label key={run.id} className="inline-flex min-h-9 items-center gap-2">
                <input
                  type="checkbox"
                  className="size-5 accent-accent"
                  checked={on}
                  aria-disabled={fixed || undefined}
                  onChange={() => {
                    if (!fixed)
                      setChosen(on ? chosen.filter((id) => id !== run.id) : [...chosen, run.id]);
                  }}
                />
                <span className={fixed && !on ? "text-muted" : undefined}>
                  v{run.seq}
                  {run.kept ? " (retenue)" : ""}
                </span>
              </label>
            );
          })}
        </div>
        <p className="mt-1 text-xs text-muted">
          {chosen.length >= MOST
            ? "Quatre versions sont choisies\u00a0: décochez-en une pour en prendre une autre."
            : chosen.length <= LEAST
              ? "Deux versions au moins\u00a0: cochez-en une autre avant d’en décocher une."
              : ""}
        </p>
      </fieldset>
      <fieldset className="mt-4 border-0 p-0 md:hidden">
        <legend className="text-s font-semibold">Version affichée</legend>
        <div className="mt-1 flex rounded-m border border-strong">
          {columns.map((run) => (
            <label
              key={run.id}
              className="flex min-h-11 flex-1 cursor-pointer items-center justify-center has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="shown"
                className="sr-only"
                checked={run.id === shown}
                onChange={() => setShown(run.id)}
              />
              v{run.seq}
            </label>
          ))}
        </div>
      </fieldset>
      <div className={classNames("mt-5 grid gap-5", COLUMNS[columns.length])}>
        {columns.map((run, index) => {
          const left = columns[index - 1];
          return (
            <section
              key={run.id}
              aria-labelledby={`compare-${run.id}`}
              className={classNames("min-w-0", run.id === shown ? null : "max-md:hidden")}
            >
              <h3 id={`compare-${run.id}`} className="font-title text-m">
                Version {run.seq}
                {run.kept ? " (retenue)" : ""}
              </h3>
              <p className="text-xs text-muted">
                {run.providerLabel} · {settingsOf(guide, run)}
              </p>
              <h4 className="mt-3 text-s font-semibold">
                {left ? `Prompt, depuis la version ${left.seq}` : "Prompt"}
              </h4>
              {left ? (
                <>
                  <p className="mt-1 text-s">
                    {observeChange(versionChange(guide, left, run), left.seq)}
                  </p>
                  <PromptDiff before={left} after={run} />
                </>
              ) : (
                <p className="mt-2 break-words whitespace-pre-wrap text-s">{run.prompt}</p>
              )}
              <h4 className="mt-4 text-s font-semibold">Réponse</h4>
              <p className="mt-1 rounded-m bg-sunken px-4 py-3 break-words whitespace-pre-wrap">
                {run.output}
              </p>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
