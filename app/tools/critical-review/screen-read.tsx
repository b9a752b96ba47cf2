import { useRef, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Select, TextArea, TextField } from "~/ui/field.tsx";
import { MoveForm, usePlay } from "~/ui/move-form.tsx";
import { Tag } from "~/ui/tag.tsx";
import { quoted, type Span, spanLength, spanText } from "./passages.ts";
import { Shelf } from "./shelf.tsx";
import { TextPicker } from "./text-picker.tsx";
import type { ReviewView, SeenMark } from "./view-model.ts";

/** Phase 1: point at a passage, say what is wrong, correct it, name the source. */
export function ReadScreen({ view }: { view: ReviewView }) {
  const { pending } = usePlay();
  const [span, setSpan] = useState<Span | null>(null);
  const [quote, setQuote] = useState("");
  const [kind, setKind] = useState(view.kinds[0]!.id);
  const form = useRef<HTMLDivElement>(null);
  const select = (next: Span | null) => {
    setSpan(next);
    setQuote(next ? spanText(view.passages, next) : "");
  };
  const chosen = view.kinds.find((k) => k.id === kind);
  const marks = [...view.marks].sort((a, b) => (a.span?.from ?? 1e6) - (b.span?.from ?? 1e6));
  return (
    <div className="mt-4 flex flex-col gap-8">
      <p className="measure">{view.order}</p>
      <div className="flex flex-col gap-2">
        <TextPicker
          passages={view.passages}
          marks={view.marks}
          longest={view.longestPassage}
          selection={span}
          onSelect={select}
          onDone={() => form.current?.querySelector<HTMLElement>("select")?.focus()}
        />
        <p className="text-s text-muted">{view.origin}</p>
      </div>

      {view.finished ? (
        <div className="flex flex-col gap-3">
          <p className="measure">
            Votre première lecture est gardée. Vous pouvez reprendre, avec les explications sous les
            yeux.
          </p>
          <MoveForm action={{ type: "resume" }}>
            <Button type="submit">Reprendre la relecture</Button>
          </MoveForm>
        </div>
      ) : (
        <div ref={form}>
          <MoveForm
            action={{ type: "mark" }}
            clears
            onAccepted={() => select(null)}
            label="Relever une erreur"
            className="flex flex-col gap-4 rounded-m border border-line p-4 sm:p-6"
          >
            <h4 className="text-l">Relever une erreur</h4>
            <input type="hidden" name="from" value={span?.from ?? ""} />
            <input type="hidden" name="to" value={span?.to ?? ""} />
            <TextField
              label="Passage"
              name="quote"
              value={quote}
              onChange={(event) => {
                setSpan(null);
                setQuote(event.target.value);
              }}
              hint="Choisi dans le texte, ou recopié ici. Laissez vide s’il s’agit d’un oubli."
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <Select
                label="Nature"
                name="kind"
                value={kind}
                onChange={(event) => setKind(event.target.value)}
                options={view.kinds.map((k) => ({ value: k.id, label: k.label }))}
                hint={chosen?.help}
              />
              <Select
                label="Source qui tranche"
                name="source"
                options={sourceOptions(view)}
                hint="Prise dans le rayon ou dans les faits, plus bas. Une source peut être mauvaise."
              />
            </div>
            <TextArea
              label="Correction"
              name="correction"
              rows={2}
              hint="Ce que vous écririez à la place, ou « à retirer »."
            />
            <div>
              <Button
                type="submit"
                variant="primary"
                aria-disabled={pending}
                disabled={span !== null && spanLength(span) > view.longestPassage}
              >
                Ajouter au relevé
              </Button>
            </div>
          </MoveForm>
        </div>
      )}

      <div>
        <h4 className="text-l">
          Votre relevé{view.marks.length > 0 ? ` (${view.marks.length})` : ""}
        </h4>
        {marks.length === 0 ? (
          <p className="mt-2 text-muted">
            Rien encore. Commencez par ce qui se vérifie{"\u00a0: dates, nombres, noms."}
          </p>
        ) : (
          <ul className="mt-2 flex flex-col divide-y divide-line border-y border-line">
            {marks.map((mark) => (
              <MarkLine key={mark.id} mark={mark} view={view} />
            ))}
          </ul>
        )}
      </div>
      <Shelf view={view} />
    </div>
  );
}

const sourceOptions = (view: ReviewView) => [
  { value: "", label: "Aucune" },
  ...view.facts.map((f) => ({ value: f.id, label: `${f.id} · ${f.text.slice(0, 60)}` })),
  ...view.sources.map((s) => ({ value: s.id, label: `${s.id} · ${s.title.slice(0, 60)}` })),
];

function MarkLine({ mark, view }: { mark: SeenMark; view: ReviewView }) {
  return (
    <li className="flex flex-col gap-1 py-3">
      <p>
        <Tag tone="warning">{mark.kindLabel}</Tag>{" "}
        {mark.passage ? quoted(mark.passage) : <em>Absent du texte</em>}
      </p>
      <p className="text-s">
        <span className="text-muted">{"Correction\u00a0: "}</span>
        {mark.correction || "à retirer"}
        <span className="text-muted">{" · Source\u00a0: "}</span>
        {mark.sourceLabel ?? "aucune"}
        {mark.pass === 2 ? <span className="text-muted"> · second passage</span> : null}
      </p>
      {view.finished ? null : (
        <Disclosure summary="Modifier" className="text-s">
          <MoveForm
            action={{ type: "edit-mark", id: mark.id }}
            className="flex flex-col gap-3"
            label="Modifier ce relevé"
          >
            <div className="grid gap-3 sm:grid-cols-2">
              <Select
                label="Nature"
                name="kind"
                defaultValue={mark.kind}
                options={view.kinds.map((k) => ({ value: k.id, label: k.label }))}
              />
              <Select
                label="Source"
                name="source"
                defaultValue={mark.source}
                options={sourceOptions(view)}
              />
            </div>
            <TextArea
              label="Correction"
              name="correction"
              rows={2}
              defaultValue={mark.correction}
            />
            <div>
              <Button type="submit" size="s">
                Enregistrer
              </Button>
            </div>
          </MoveForm>
          <MoveForm action={{ type: "remove-mark", id: mark.id }} className="mt-2">
            <Button type="submit" size="s" variant="quiet">
              Retirer du relevé
            </Button>
          </MoveForm>
        </Disclosure>
      )}
    </li>
  );
}
