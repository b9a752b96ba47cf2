import { useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { usePlay } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { askModel } from "./ask-model.ts";
import { runName } from "./run-picture.tsx";
import type { Generated } from "./state.ts";
import type { VisualView } from "./view-model.ts";

type Made = Generated & { version: number };
type Phase =
  | { at: "rest" }
  /** The bench fixes the draft as a version first; `before`: how many times it was asked until now. */
  | { at: "fixing"; before: number; refusals: number }
  | { at: "making"; version: number }
  | { at: "keeping" | "unkept"; made: Made; refusals: number }
  | { at: "stopped"; version: number | null }
  | { at: "done"; assetId: string }
  | { at: "failed"; version: number; message: string };

const REST: Phase = { at: "rest" };

/** Asks the platform's model for an image of the draft, and keeps its answer as a run. Shown where there is a model. */
export function ModelImage({ view, path }: { view: VisualView; path: string }) {
  const { send, refusals } = usePlay();
  const [phase, setPhase] = useState<Phase>(REST);
  // Without script this button could do nothing: it comes with the script.
  const [ready, setReady] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  // The stop goes away under the finger: the keyboard stays in the same place.
  useEffect(() => {
    if (phase.at === "stopped") button.current?.focus();
  }, [phase]);
  useEffect(() => {
    setReady(true);
    return () => stop.current?.abort();
  }, []);

  // Read when the model answers, long after the click.
  const now = useRef(refusals);
  useEffect(() => {
    now.current = refusals;
  }, [refusals]);

  const keep = (made: Made) => {
    setPhase({ at: "keeping", made, refusals: now.current });
    send({ type: "generated", ...made });
  };
  const make = async (asked: NonNullable<VisualView["asked"]>) => {
    const { version } = asked;
    const controller = new AbortController();
    stop.current = controller;
    setPhase({ at: "making", version });
    const answer = await askModel(path, asked, controller.signal);
    if (answer.kind === "done") keep({ ...answer.image, version });
    else if (answer.kind === "failed") setPhase({ at: "failed", version, message: answer.message });
    else setPhase({ at: "stopped", version });
  };

  const { asked, runs } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the bench's answer is what moves it on.
  useEffect(() => {
    if (phase.at === "fixing") {
      if (asked && asked.n > phase.before) void make(asked);
      else if (refusals > phase.refusals) setPhase(REST);
    }
    if (phase.at === "keeping" || phase.at === "unkept") {
      const { assetId } = phase.made;
      if (runs.some((r) => r.generated?.assetId === assetId)) setPhase({ at: "done", assetId });
      else if (phase.at === "keeping" && refusals > phase.refusals)
        setPhase({ ...phase, at: "unkept" });
    }
  }, [phase, asked, runs, refusals]);

  if (!ready) return null;
  const busy = phase.at === "fixing" || phase.at === "making" || phase.at === "keeping";
  const done =
    phase.at === "done" ? runs.find((r) => r.generated?.assetId === phase.assetId) : undefined;
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Button
          ref={button}
          disabled={busy || phase.at === "unkept"}
          onClick={() => {
            setPhase({ at: "fixing", before: asked?.n ?? 0, refusals });
            send({ type: "ask" });
          }}
        >
          Générer avec le modèle
        </Button>
      </div>
      <p className="text-s text-muted">
        Votre prompt part vers le modèle d’images de la plateforme et compte dans vos demandes du
        jour. L’essai dira quel modèle l’a fait.
      </p>
      <div role="status">
        {busy ? <Working key={phase.at} phase={phase} /> : null}
        {phase.at === "stopped" ? (
          <Notice>
            {`Génération arrêtée\u00a0: aucun essai n’a été ajouté. ${keptWords(phase.version)}`}
          </Notice>
        ) : null}
        {done ? (
          <p className="text-s">{`Image reçue\u00a0: ${runName(done).toLowerCase()}.`}</p>
        ) : null}
      </div>
      {phase.at === "fixing" || phase.at === "making" ? (
        <Button
          className="self-start"
          size="s"
          onClick={() => {
            if (phase.at === "making") stop.current?.abort();
            else setPhase({ at: "stopped", version: null });
          }}
        >
          Arrêter
        </Button>
      ) : null}
      {phase.at === "failed" ? (
        <Notice tone="danger" role="alert" title="L’image n’a pas été générée">
          <p>{phase.message}</p>
          <p>{keptWords(phase.version)}</p>
        </Notice>
      ) : null}
      {phase.at === "unkept" ? (
        <Notice tone="warning" role="alert" title="L’image n’est pas encore dans vos essais">
          <p>
            Elle est faite et gardée dans l’espace de travail, mais le banc visuel ne l’a pas
            inscrite.
          </p>
          <Button size="s" className="mt-2" onClick={() => keep(phase.made)}>
            Inscrire cet essai
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}

const keptWords = (version: number | null): string =>
  version === null
    ? "Gardés\u00a0: votre prompt et vos essais."
    : `Gardés\u00a0: la version ${version} du prompt et vos essais.`;

/** What goes on, and for how long: a model tells nothing of its progress. */
function Working({ phase }: { phase: Phase }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const words =
    phase.at === "making"
      ? `Le modèle travaille sur la version ${phase.version}, une minute parfois…`
      : phase.at === "keeping"
        ? "Image reçue\u00a0: elle rejoint vos essais…"
        : "Le prompt est enregistré…";
  return (
    <p className="flex items-center gap-3 text-s">
      <span
        aria-hidden="true"
        className="size-4 shrink-0 animate-spin rounded-full border-2 border-line border-t-ink motion-reduce:animate-none"
      />
      {words}
      {phase.at === "making" ? (
        <span aria-hidden="true" className="text-muted tabular-nums">{`${seconds}\u00a0s`}</span>
      ) : null}
    </p>
  );
}
