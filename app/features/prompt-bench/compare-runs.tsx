import { useMemo, useState } from "react";
import { Dialog } from "~/ui/dialog.tsx";
import { Select } from "~/ui/field.tsx";
import type { RunView } from "./run.ts";
import { wordDiff } from "./word-diff.ts";

/** Two versions side by side: what changed in the prompt, word by word, and both outputs. */
export function CompareRuns({ runs, onClose }: { runs: RunView[]; onClose: () => void }) {
  const [after, setAfter] = useState(runs[0]!.id);
  const [before, setBefore] = useState(runs[1]!.id);
  const one = runs.find((r) => r.id === before) ?? runs[1]!;
  const two = runs.find((r) => r.id === after) ?? runs[0]!;
  const options = runs.map((r) => ({
    value: r.id,
    label: `Version ${r.seq}${r.kept ? " (retenue)" : ""}`,
  }));
  return (
    <Dialog title="Comparer deux versions" isOpen onClose={onClose} size="l">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Première version"
          name="before"
          options={options}
          value={one.id}
          onChange={(event) => setBefore(event.currentTarget.value)}
        />
        <Select
          label="Seconde version"
          name="after"
          options={options}
          value={two.id}
          onChange={(event) => setAfter(event.currentTarget.value)}
        />
      </div>
      <section className="mt-6">
        <h3 className="font-title text-m">Ce qui change dans le prompt</h3>
        <PromptDiff before={one} after={two} />
      </section>
      <section className="mt-6">
        <h3 className="font-title text-m">Ce qui change dans la réponse</h3>
        <div className="mt-2 grid gap-4 md:grid-cols-2">
          {[one, two].map((run, index) => (
            <div key={index === 0 ? "before" : "after"} className="min-w-0">
              <h4 className="font-semibold">Version {run.seq}</h4>
              <p className="text-xs text-muted">{run.providerLabel}</p>
              <p className="mt-1 rounded-m bg-sunken px-4 py-3 break-words whitespace-pre-wrap">
                {run.output || "Aucun texte reçu."}
              </p>
            </div>
          ))}
        </div>
      </section>
    </Dialog>
  );
}

function PromptDiff({ before, after }: { before: RunView; after: RunView }) {
  const parts = useMemo(() => wordDiff(before.prompt, after.prompt), [before.prompt, after.prompt]);
  if (!parts)
    return (
      <p className="mt-2 text-s text-muted">
        Ces deux prompts sont trop longs et trop différents pour être comparés mot à mot.
      </p>
    );
  if (parts.every((p) => p.change === "same"))
    return (
      <p className="mt-2 text-s text-muted">
        Le prompt est le même{"\u00a0"}: seule la part de hasard du modèle fait la différence.
      </p>
    );
  let at = 0;
  return (
    <p className="mt-2 break-words whitespace-pre-wrap">
      {parts.map((part) => {
        const key = `${at}${part.change}`;
        at += part.text.length;
        if (part.change === "added")
          return (
            <ins key={key} className="bg-success-soft">
              <span className="sr-only"> [ajout{"\u00a0"}: </span>
              {part.text}
              <span className="sr-only">] </span>
            </ins>
          );
        if (part.change === "removed")
          return (
            <del key={key} className="bg-danger-soft">
              <span className="sr-only"> [retrait{"\u00a0"}: </span>
              {part.text}
              <span className="sr-only">] </span>
            </del>
          );
        return <span key={key}>{part.text}</span>;
      })}
    </p>
  );
}
