import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { RadioGroup, TextArea } from "~/ui/field.tsx";
import { findText, keepText } from "~/ui/kept-text.ts";
import { AnatomyView } from "./anatomy-view.tsx";
import type { Bench } from "./run.ts";

export type Asked = { prompt: string; temperature: number; maxTokens: number };

/**
 * The prompt being written, its anatomy, its settings. What is typed survives a reload (kept on this device).
 * A plain form: without a script it runs the prompt and comes back.
 */
export function PromptForm({
  drafts,
  bench,
  url,
  running,
  fill,
  onRun,
  onStop,
}: {
  /** Names the place whose unsent prompts are kept on this device. */
  drafts: string;
  /** `used` is null where runs are not counted. */
  bench: Pick<Bench, "stepId" | "guide" | "starter" | "runs"> & { used: number | null };
  url: string;
  running: boolean;
  /** A prompt to take up again, with a number that changes each time it is asked. */
  fill: { prompt: string; turn: number } | null;
  onRun: (asked: Asked) => void;
  /** Null once the run has its own card, which holds the button. */
  onStop: (() => void) | null;
}) {
  const { stepId, guide, starter } = bench;
  const { settings, limits } = guide;
  const [prompt, setPrompt] = useState("");
  const [alive, setAlive] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const field = useRef<HTMLDivElement>(null);
  const kept = `prompt:${drafts}:${stepId}`;
  const { runs } = bench;

  function write(next: string) {
    setPrompt(next);
    setError(null);
    keepText(kept, next);
  }
  const focus = () => field.current?.querySelector("textarea")?.focus();

  // Text typed before the script came is in the field already: it wins over the kept one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the script arrives.
  useEffect(() => {
    const typed = field.current?.querySelector("textarea")?.value;
    write(typed || findText(kept) || "");
    setAlive(true);
  }, []);
  // A prompt that was run is on the server: it need not stay on this device once its writer signs out.
  useEffect(() => {
    if (alive && runs.some((run) => run.prompt === prompt)) keepText(kept, prompt, true);
  }, [alive, runs, prompt, kept]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked.
  useEffect(() => {
    if (!fill) return;
    write(fill.prompt);
    focus();
  }, [fill]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (running) return;
    if (!prompt.trim()) {
      setError("Écrivez d’abord ce que vous demandez au modèle.");
      focus();
      return;
    }
    const data = new FormData(event.currentTarget);
    onRun({
      prompt,
      temperature: Number(data.get("temperature")),
      maxTokens: Number(data.get("maxTokens")),
    });
  }

  const options = (list: typeof settings.lengths) =>
    list.map((c) => ({ value: String(c.value), label: c.label, description: c.description }));

  return (
    <form method="post" action={url} onSubmit={submit} className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="run" />
      <div ref={field}>
        <TextArea
          label="Votre prompt"
          name="prompt"
          rows={8}
          required={alive ? undefined : true}
          hint="Ni nom, ni adresse, ni message privé d’une personne réelle. Vérifiez chaque fait de la réponse."
          error={error}
          value={prompt}
          onChange={(event) => write(event.currentTarget.value)}
        />
      </div>
      {alive && !prompt && bench.runs.length === 0 ? (
        <div className="rounded-m bg-sunken px-4 py-3 text-s">
          <p>
            Un bon prompt dit qui parle, ce qu’il faut écrire, avec quels faits, pour qui, sous
            quelle forme. Essayez d’abord une demande d’une ligne, puis ajoutez un élément à la fois
            {"\u00a0"}: vous verrez ce que chacun change.
          </p>
          <Button
            size="s"
            className="mt-2"
            onClick={() => {
              write(starter);
              focus();
            }}
          >
            Partir d’un modèle à trous
          </Button>
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" aria-disabled={running || undefined}>
          Lancer l’essai
        </Button>
        {running && onStop ? <Button onClick={onStop}>Arrêter l’essai</Button> : null}
        {bench.used === null ? null : (
          <span className="text-s text-muted">
            {bench.used} sur {limits.runsPerDay} essais aujourd’hui
          </span>
        )}
      </div>
      <AnatomyView
        guide={guide}
        prompt={prompt}
        onAdd={
          alive
            ? (line) => {
                write(`${prompt.trimEnd()}\n${line}`);
                focus();
              }
            : null
        }
      />
      <Disclosure summary="Réglages">
        <div className="flex flex-col gap-5">
          <RadioGroup
            legend="Température"
            hint="Part de hasard dans le choix des mots. Elle ne rend pas le texte plus juste."
            name="temperature"
            defaultValue={String(settings.defaultTemperature)}
            options={options(settings.temperatures)}
          />
          <RadioGroup
            legend="Longueur maximale"
            hint="Le modèle s’arrête là, même s’il n’a pas fini. Pour un texte court, demandez-le aussi dans le prompt."
            name="maxTokens"
            defaultValue={String(settings.defaultLength)}
            options={options(settings.lengths)}
          />
        </div>
      </Disclosure>
    </form>
  );
}
