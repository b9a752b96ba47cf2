import { useEffect, useRef } from "react";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { TextArea } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Tag } from "~/ui/tag.tsx";
import { MoveForm, sendOnEnter, usePlay } from "./move-form.tsx";
import { TopicMap } from "./topic-map.tsx";
import type { InterviewView } from "./view-model.ts";

/** A question mark never opens a line, however it was typed. */
const unbroken = (text: string) => text.replace(/ (?=[?!;:»])/g, "\u00a0");

const FIELD = "entretien-question";

/** Phase 2: the conversation, read from top to bottom, with the field under the last answer. */
export function InterviewScreen({ view }: { view: InterviewView }) {
  const { pending } = usePlay();
  const talking = view.phase === "interview";
  const end = useRef<HTMLDivElement>(null);
  const turns = useRef(view.turns.length);
  useEffect(() => {
    if (view.turns.length > turns.current) end.current?.scrollIntoView({ block: "nearest" });
    turns.current = view.turns.length;
  }, [view.turns.length]);

  if (view.phase === "prepare")
    return (
      <div className="mt-4 flex flex-col gap-4">
        <p className="measure">
          {view.client.name} vous attend. Préparez d’abord quelques questions
          {"\u00a0: un entretien improvisé oublie le budget une fois sur deux."}
        </p>
        <MoveForm action={{ type: "begin" }}>
          <Button type="submit" disabled={pending}>
            Commencer l’entretien
          </Button>
        </MoveForm>
      </div>
    );

  return (
    <div className="mt-2 flex flex-col gap-5">
      <p className="text-muted">
        {view.client.role}, {view.client.organisation}
      </p>
      <div role="log" aria-live="polite" aria-label="Conversation" aria-busy={pending}>
        <ol className="flex flex-col gap-5">
          <li>
            <Said by={view.client.name}>{view.opening}</Said>
          </li>
          {view.turns.map((turn, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: what was said is never reordered.
            <li key={i} className="flex flex-col gap-3">
              <div className="flex flex-col items-end gap-1.5">
                <p className="measure max-w-[92%] rounded-lg rounded-br-xs bg-accent-soft px-4 py-2.5 wrap-anywhere whitespace-pre-line">
                  <span className="sr-only">Vous{"\u00a0: "}</span>
                  <bdi>{unbroken(turn.said)}</bdi>
                </p>
                <p className="flex flex-wrap justify-end gap-1.5">
                  <span className="sr-only">Votre question{"\u00a0: "}</span>
                  {turn.feedback.map((word) => (
                    <Tag key={word}>{word}</Tag>
                  ))}
                </p>
                {turn.advice ? (
                  <p className="measure max-w-[92%] text-right text-s text-muted">{turn.advice}</p>
                ) : null}
              </div>
              <Said by={view.client.name} note={turn.byModel ? "formulé par un modèle" : undefined}>
                {turn.answer}
              </Said>
            </li>
          ))}
        </ol>
      </div>
      <div ref={end}>
        {pending ? <p className="text-s text-muted">{view.client.name} vous écoute…</p> : null}
      </div>
      {talking && view.turnsLeft > 0 ? <Composer view={view} /> : null}
      {talking && view.turnsLeft === 0 ? (
        <p className="measure">Le temps du rendez-vous est écoulé. Passez au compte rendu.</p>
      ) : null}
      {talking && view.turns.length > 0 ? (
        <MoveForm action={{ type: "end" }}>
          <Button
            type="submit"
            variant={view.turnsLeft === 0 ? "primary" : "secondary"}
            disabled={pending}
          >
            Terminer l’entretien et rédiger le compte rendu
          </Button>
        </MoveForm>
      ) : null}
      {view.phase === "report" && view.turnsLeft > 0 ? (
        <MoveForm action={{ type: "resume" }}>
          <Button type="submit" disabled={pending}>
            Rappeler {view.client.name} ({view.turnsLeft} question{view.turnsLeft > 1 ? "s" : ""})
          </Button>
        </MoveForm>
      ) : null}
      {talking && view.guide.length > 0 ? <Guide view={view} /> : null}
      <TopicMap view={view} />
    </div>
  );
}

function Said({ by, note, children }: { by: string; note?: string | undefined; children: string }) {
  return (
    <div className="measure max-w-[92%]">
      <p className="mb-1 text-s font-semibold">
        {by}
        {note ? <span className="font-normal text-muted"> · {note}</span> : null}
      </p>
      <p className="rounded-lg rounded-tl-xs border border-line bg-surface px-4 py-2.5">
        {children}
      </p>
    </div>
  );
}

function Composer({ view }: { view: InterviewView }) {
  const { pending, refusal } = usePlay();
  const left = view.turnsLeft;
  return (
    <div className="flex flex-col gap-4 border-t border-line pt-5">
      <MoveForm
        action={{ type: "ask" }}
        draft="question"
        className="flex flex-col gap-3"
        onAccepted={() => document.getElementById(FIELD)?.focus()}
      >
        <TextArea
          id={FIELD}
          label="Votre question"
          name="text"
          rows={3}
          required
          onKeyDown={sendOnEnter}
          hint="Une seule idée par question. Ctrl (ou ⌘) + Entrée pour envoyer."
        />
        {refusal ? (
          <Notice tone="warning" role="alert" title="Votre message n’est pas parti">
            {refusal}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" disabled={pending}>
            <Icon name="send" size={18} /> Poser la question
          </Button>
          <Button type="submit" name="type" value="reformulate" disabled={pending}>
            Faire valider comme reformulation
          </Button>
          <p className="text-s text-muted">
            {left > 1 ? `Il reste ${left}\u00a0questions` : "Dernière question"}
            {view.mood ? ` · ${view.client.name} ${view.mood}` : ""}
          </p>
        </div>
      </MoveForm>
    </div>
  );
}

/** The prepared questions at hand; one click puts one in the field, where it can still be changed. */
function Guide({ view }: { view: InterviewView }) {
  const use = (text: string) => {
    const field = document.getElementById(FIELD) as HTMLTextAreaElement | null;
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  };
  return (
    <Disclosure summary="Votre guide" open>
      <ul className="flex flex-col divide-y divide-line border-y border-line">
        {view.guide.map((question) => (
          <li key={question.id} className="flex flex-wrap items-center justify-between gap-2 py-2">
            <span className="min-w-0 flex-1 basis-60">{question.text}</span>
            <Button
              size="s"
              variant="quiet"
              className="noscript:hidden"
              onClick={() => use(question.text)}
              aria-label={`Reprendre la question\u00a0: ${question.text}`}
            >
              Reprendre
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
