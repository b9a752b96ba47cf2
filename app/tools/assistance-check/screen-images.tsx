import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { MoveForm } from "~/ui/move-form.tsx";
import { Tag } from "~/ui/tag.tsx";
import { KnownFacts } from "./known-facts.tsx";
import type { CheckView, SeenVisual } from "./view-model.ts";

/** Workshop 1: each image, what it shows, what the AI wrote, what is kept. */
export function ImagesScreen({ view }: { view: CheckView }) {
  const left = view.visuals.filter((v) => !v.reviewed).length;
  return (
    <div className="mt-4 flex flex-col gap-6">
      <p className="measure">{view.order}</p>
      <p className="text-muted" aria-live="polite">
        {left === 0
          ? "Toutes les images sont relues."
          : `${left} ${left > 1 ? "images restent" : "image reste"} à relire.`}
      </p>
      <KnownFacts facts={view.facts} />
      <ul className="flex flex-col gap-6">
        {view.visuals.map((visual) => (
          <Visual key={visual.id} visual={visual} closed={view.finished} />
        ))}
      </ul>
    </div>
  );
}

function Visual({ visual, closed }: { visual: SeenVisual; closed: boolean }) {
  const { id } = visual;
  return (
    <li className="flex flex-col gap-3 rounded-m border border-line bg-surface p-4 sm:p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h4 className="text-l">
          Image {id} <span className="font-normal text-muted text-s">{visual.place}</span>
        </h4>
        <Tag tone={visual.reviewed ? "success" : "neutral"}>
          {visual.reviewed ? "Relue" : "À relire"}
        </Tag>
      </div>
      <dl className="measure grid gap-x-4 gap-y-1 text-s sm:grid-cols-[8rem_1fr]">
        <dt className="font-semibold">Ce qu’on y voit</dt>
        <dd>{visual.shown}</dd>
        <dt className="font-semibold">Ce qu’a écrit l’IA</dt>
        <dd>{visual.draft}</dd>
      </dl>
      {closed ? (
        <p>
          <span className="font-semibold">{"Retenu\u00a0: "}</span>
          {visual.decorative ? "image décorative, alternative vide." : visual.alt}
        </p>
      ) : (
        <>
          {visual.decorative ? (
            <p className="text-s">
              Image déclarée décorative
              {"\u00a0: l’alternative est vide, le lecteur d’écran la passe."}
            </p>
          ) : (
            <AutosaveArea
              action={{ type: "write", field: `alt:${id}` }}
              saved={visual.alt}
              label={`Texte alternatif de ${id}`}
              rows={2}
              hint={`${visual.alt.length} signes`}
              spellCheck
            />
          )}
          {visual.reviewed && visual.faults.length > 0 ? (
            <ul className="text-s text-warning">
              {visual.faults.map((fault) => (
                <li key={fault.rule}>{fault.message}</li>
              ))}
            </ul>
          ) : null}
          <AutosaveArea
            action={{ type: "write", field: `note:${id}` }}
            saved={visual.note}
            label={`Pourquoi (${id})`}
            hint="Ce qui n’allait pas, pour le journal des corrections."
            line
          />
          <div className="flex flex-wrap gap-3">
            <MoveForm action={{ type: "decorative", id, on: !visual.decorative }}>
              <Button type="submit" size="s" aria-pressed={visual.decorative}>
                {visual.decorative ? "Cette image informe" : "Image décorative"}
              </Button>
            </MoveForm>
            {visual.reviewed ? null : (
              <MoveForm action={{ type: "review", id, on: true }}>
                <Button type="submit" size="s">
                  Relue, rien à changer
                </Button>
              </MoveForm>
            )}
          </div>
        </>
      )}
    </li>
  );
}
