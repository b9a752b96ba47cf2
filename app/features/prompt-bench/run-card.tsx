import { type FormEvent, memo, useState } from "react";
import { observeChange, versionChange } from "~/engines/prompt-anatomy-changes.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { TextArea } from "~/ui/field.tsx";
import { formatDateTime } from "~/ui/french.ts";
import { Tag } from "~/ui/tag.tsx";
import type { Change } from "./intents.ts";
import { PromptDiff } from "./prompt-diff.tsx";
import type { BenchGuide, RunView } from "./run.ts";
import { settingsOf } from "./run-settings.ts";

const STATUS: Record<RunView["status"], string | null> = {
  running: "en cours",
  done: null,
  stopped: "arrêté",
  failed: "échec",
  interrupted: "interrompu",
};

export type RunActions = {
  change: (asked: Change, said: string) => Promise<boolean>;
  stop: () => void;
  reuse: (prompt: string) => void;
  copy: (run: RunView) => void;
  /** Null when no section is being written. */
  insert: ((run: RunView) => void) | null;
  insertTitle: string | null;
};

/** One version: what it answered, where it came from, and what can be done with it. */
export function RunCard({
  run,
  origin,
  guide,
  live,
  url,
  sections,
  actions,
}: {
  run: RunView;
  /** The version it came from; null for the first. */
  origin: RunView | null;
  guide: BenchGuide;
  /** This tab is receiving it. */
  live: boolean;
  url: string;
  sections: Record<string, string>;
  /** Null before the script runs: only plain forms are shown. */
  actions: RunActions | null;
}) {
  const name = `v${run.seq}`;
  const status = STATUS[run.status];
  const usable = run.output.trim() !== "";
  return (
    <article
      id={`card-${run.id}`}
      aria-labelledby={`run-${run.id}`}
      className="scroll-mt-16 border-t border-line pt-4"
    >
      <header className="flex flex-wrap items-center gap-2">
        <h4 id={`run-${run.id}`} className="font-title font-semibold">
          Version {run.seq}
        </h4>
        {run.kept ? <Tag tone="success">Retenue</Tag> : null}
        {status ? <Tag tone={run.status === "failed" ? "danger" : "neutral"}>{status}</Tag> : null}
        <p className="w-full text-xs text-muted">
          {formatDateTime(run.createdAt)} · {run.providerLabel} · {settingsOf(guide, run)}
        </p>
      </header>
      {run.failure ? <p className="mt-2 text-s text-danger">{run.failure}</p> : null}
      <div
        aria-busy={run.status === "running"}
        className="mt-2 min-h-6 rounded-m bg-sunken px-4 py-3 break-words whitespace-pre-wrap"
      >
        {run.output || (run.status === "running" ? "Le modèle écrit…" : "Aucun texte reçu.")}
      </div>
      {run.insertedIn ? (
        <p className="mt-1 text-xs text-muted">
          Insérée dans «{"\u00a0"}
          {sections[run.insertedIn] ?? run.insertedIn}
          {"\u00a0"}»
        </p>
      ) : null}
      {run.status === "running" ? (
        actions && live ? (
          <Button size="s" className="mt-2" onClick={actions.stop}>
            Arrêter l’essai
          </Button>
        ) : null
      ) : (
        <div className="mt-2 flex flex-wrap gap-2">
          {actions?.insert && usable ? (
            <Button size="s" onClick={() => actions.insert?.(run)}>
              Insérer dans «{"\u00a0"}
              {actions.insertTitle}
              {"\u00a0"}»<span className="sr-only"> la version {run.seq}</span>
            </Button>
          ) : null}
          <KeepForm run={run} url={url} change={actions?.change ?? null} />
          {actions && usable ? (
            <Button size="s" variant="quiet" onClick={() => actions.copy(run)}>
              Copier<span className="sr-only"> la version {run.seq}</span>
            </Button>
          ) : null}
          {actions ? (
            <Button size="s" variant="quiet" onClick={() => actions.reuse(run.prompt)}>
              Reprendre ce prompt<span className="sr-only"> ({name})</span>
            </Button>
          ) : null}
        </div>
      )}
      <Disclosure className="mt-2 text-s" summary={`Prompt de la version ${run.seq}`}>
        <p className="break-words whitespace-pre-wrap">{run.prompt}</p>
      </Disclosure>
      {origin ? (
        <Disclosure
          className="mt-1 text-s"
          summary={`Ce qui change entre v${origin.seq} et v${run.seq}`}
        >
          <Changes guide={guide} before={origin} after={run} />
        </Disclosure>
      ) : null}
      {run.status === "running" ? null : (
        <NoteForm run={run} url={url} change={actions?.change ?? null} />
      )}
    </article>
  );
}

/** Worked out for a version when it is first seen, not at each word of an answer under way. */
const Changes = memo(function Changes({
  guide,
  before,
  after,
}: {
  guide: BenchGuide;
  before: RunView;
  after: RunView;
}) {
  return (
    <>
      <p>{observeChange(versionChange(guide, before, after), before.seq)}</p>
      <PromptDiff before={before} after={after} />
    </>
  );
});

type FormProps = { run: RunView; url: string; change: RunActions["change"] | null };

function KeepForm({ run, url, change }: FormProps) {
  const kept = run.kept ? "false" : "true";
  return (
    <form
      method="post"
      action={url}
      onSubmit={(event) => {
        if (!change) return;
        event.preventDefault();
        const said = run.kept ? "n’est plus retenue" : "est retenue";
        void change({ intent: "keep", run: run.id, kept }, `La version ${run.seq} ${said}.`);
      }}
    >
      <input type="hidden" name="intent" value="keep" />
      <input type="hidden" name="run" value={run.id} />
      <input type="hidden" name="kept" value={kept} />
      <Button type="submit" size="s">
        {run.kept ? "Ne plus retenir" : "Retenir"}
        <span className="sr-only"> la version {run.seq}</span>
      </Button>
    </form>
  );
}

function NoteForm({ run, url, change }: FormProps) {
  const [note, setNote] = useState(run.note);
  const changed = note !== run.note;
  function submit(event: FormEvent<HTMLFormElement>) {
    if (!change) return;
    event.preventDefault();
    void change(
      { intent: "annotate", run: run.id, note },
      `Note de la version ${run.seq} enregistrée.`,
    );
  }
  return (
    <Disclosure
      className="mt-1 text-s"
      summary={run.note ? `Votre note sur la version ${run.seq}` : `Noter la version ${run.seq}`}
    >
      <form method="post" action={url} onSubmit={submit} className="flex flex-col gap-2">
        <input type="hidden" name="intent" value="annotate" />
        <input type="hidden" name="run" value={run.id} />
        <TextArea
          label="Ce que vous constatez, ce que vous corrigez"
          name="note"
          rows={3}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" size="s" className="self-start">
          Enregistrer la note
        </Button>
        {changed && change ? (
          <p className="text-xs text-muted">Note pas encore enregistrée.</p>
        ) : null}
      </form>
    </Disclosure>
  );
}
