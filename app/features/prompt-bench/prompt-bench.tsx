import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { originsOf } from "~/engines/prompt-anatomy-changes.ts";
import { Button } from "~/ui/button.tsx";
import { Notice } from "~/ui/notice.tsx";
import { AssertionsPanel } from "./assertions-panel.tsx";
import { PromptForm } from "./prompt-form.tsx";
import type { Bench, RunView } from "./run.ts";
import { RunCard } from "./run-card.tsx";
import { type BenchPlace, useBench } from "./use-bench.ts";

const CompareRuns = lazy(() =>
  import("./compare-runs.tsx").then((m) => ({ default: m.CompareRuns })),
);

export type PromptBenchProps = Bench & {
  place: BenchPlace;
  /** Writes an output into the open section as AI-assisted text; null when none is open. */
  onInsert: ((text: string, runId: string) => void) | null;
  insertTarget: { key: string; title: string } | null;
};

/** The prompt bench of a step: write, run, compare, keep, insert. Everything tried stays in the list. */
export function PromptBench({ place, onInsert, insertTarget, ...bench }: PromptBenchProps) {
  const { state, url, run, stop, change, check, showOlder, tell } = useBench(place, bench);
  const [alive, setAlive] = useState(false);
  const [fill, setFill] = useState<{ prompt: string; turn: number } | null>(null);
  const [comparing, setComparing] = useState(false);
  useEffect(() => setAlive(true), []);
  // The answer is written under the form: bring it into sight when it starts.
  useEffect(() => {
    if (state.live) document.getElementById(`card-${state.live}`)?.scrollIntoView?.();
  }, [state.live]);

  // The runs change at each word that comes, their prompts do not.
  const known = state.runs.map((r) => r.id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const origins = useMemo(() => originsOf(state.runs), [known]);
  const originOf = (run: RunView) => state.runs.find((r) => r.seq === origins.get(run.seq)) ?? null;

  const answered = state.runs.filter((r) => r.status !== "running" && r.output);

  async function copy(wanted: RunView) {
    try {
      await navigator.clipboard.writeText(wanted.output);
      tell(`Version ${wanted.seq} copiée.`);
    } catch {
      tell("Le navigateur a refusé la copie\u00a0: sélectionnez le texte, puis copiez-le.");
    }
  }

  const insert =
    onInsert && insertTarget
      ? (wanted: RunView) => {
          onInsert(wanted.output, wanted.id);
          void change(
            { intent: "inserted", run: wanted.id, section: insertTarget.key },
            `Version ${wanted.seq} insérée dans «\u00a0${insertTarget.title}\u00a0», marquée comme texte assisté par IA.`,
          );
        }
      : null;

  return (
    <div className="flex flex-col gap-6">
      <p className="text-s">
        Réponses{"\u00a0"}: <strong>{bench.provider.label}</strong>.
        {bench.provider.offline
          ? " Ce n’est pas une IA\u00a0: il lit votre prompt et compose avec la fiche publique du sujet et ce que vous lui donnez."
          : " Vos prompts lui sont envoyés."}
      </p>
      <PromptForm
        drafts={"demo" in place ? "demo" : place.workspaceId}
        bench={{ ...bench, used: "demo" in place ? null : state.used, runs: state.runs }}
        url={url}
        running={state.running}
        fill={fill}
        onRun={run}
        onStop={state.live ? null : stop}
      />
      <p role="status" className="min-h-6 text-s text-muted">
        {state.said}
      </p>
      {state.trouble ? (
        <Notice tone="danger" role="alert">
          <p>{state.trouble}</p>
        </Notice>
      ) : null}
      <AssertionsPanel
        guide={bench.guide}
        assertions={state.assertions}
        answered={answered}
        runs={state.runs}
        origins={origins}
        url={url}
        check={alive ? check : null}
      />
      <section aria-labelledby="runs-title">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 id="runs-title" className="font-title text-m">
            Vos versions
          </h3>
          {alive && answered.length > 1 ? (
            <Button size="s" onClick={() => setComparing(true)}>
              Comparer des versions
            </Button>
          ) : null}
        </div>
        {state.runs.length === 0 ? (
          <p className="mt-2 text-s text-muted">
            Chaque essai garde ici son prompt, sa réponse, l’heure et le modèle{"\u00a0"}: c’est la
            trace de votre travail, que vous pourrez joindre au dossier.
          </p>
        ) : null}
        <div className="mt-3 flex flex-col gap-6">
          {state.runs.map((one) => (
            <RunCard
              key={one.id}
              run={one}
              origin={originOf(one)}
              guide={bench.guide}
              live={one.id === state.live}
              url={url}
              sections={bench.sections}
              actions={
                alive
                  ? {
                      change,
                      stop,
                      copy,
                      insert,
                      insertTitle: insertTarget?.title ?? null,
                      reuse: (prompt) => setFill((f) => ({ prompt, turn: (f?.turn ?? 0) + 1 })),
                    }
                  : null
              }
            />
          ))}
        </div>
        {alive && state.older ? (
          <Button className="mt-4" onClick={() => showOlder(state.older as string)}>
            Voir les versions plus anciennes
          </Button>
        ) : null}
      </section>
      {comparing && answered.length > 1 ? (
        <Suspense fallback={null}>
          <CompareRuns runs={answered} guide={bench.guide} onClose={() => setComparing(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
