import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { MoveForm } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { ModelImage } from "./model-image.tsx";
import { RunPicture, runName } from "./run-picture.tsx";
import type { SlotView, VisualView } from "./view-model.ts";

/** Phase 1: nine slots, and the image they give. */
export function PromptScreen({
  view,
  imagesPath,
  generatedImagePath,
}: {
  view: VisualView;
  imagesPath: string | null;
  generatedImagePath: string | null;
}) {
  const last = view.runs.at(-1);
  return (
    <div className="mt-4 flex flex-col gap-6">
      <p className="measure">{view.order}</p>
      <ul
        className="flex flex-wrap gap-x-5 gap-y-2 text-s"
        aria-label={`Charte\u00a0: ${view.brand.name}`}
      >
        {view.brand.colours.map((c) => (
          <li key={c.hex} className="flex items-center gap-2">
            <span
              className="inline-block size-5 rounded-xs border border-strong"
              style={{ background: c.hex }}
              aria-hidden="true"
            />
            {c.name} <code>{c.hex}</code>
          </li>
        ))}
      </ul>
      <div className="grid gap-8 @xl:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] @4xl:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]">
        <div className="flex flex-col gap-4">
          <div className="grid gap-x-6 gap-y-4 @4xl:grid-cols-2">
            {view.slots.map((slot) => (
              <Slot key={slot.id} slot={slot} />
            ))}
          </div>
          {view.versions.length > 0 ? (
            <AutosaveArea
              action={{ type: "write", field: "why" }}
              saved={view.why}
              label="Ce que vous changez, et pourquoi"
              hint={
                view.changed.length > 0
                  ? `Modifié depuis la dernière version\u00a0: ${view.changed.join(", ")}.`
                  : "Rien n’a changé depuis la dernière version\u00a0: un nouvel essai en donnera une variante."
              }
              line
            />
          ) : null}
          {view.changed.length > 2 ? (
            <p className="text-s text-muted">
              {`Vous changez ${view.changed.length} éléments d’un coup\u00a0: composez plutôt après un ou deux changements, pour savoir ce qui compte.`}
            </p>
          ) : null}
        </div>
        <div className="flex flex-col gap-4 @xl:sticky @xl:top-24 @xl:self-start">
          <MoveForm action={{ type: "run" }}>
            <Button type="submit" variant="primary">
              Composer l’image
            </Button>
          </MoveForm>
          {generatedImagePath ? <ModelImage view={view} path={generatedImagePath} /> : null}
          <div className="flex flex-col gap-4" aria-live="polite">
            {last ? (
              <>
                <RunPicture
                  run={last}
                  brand={view.brand}
                  imagesPath={imagesPath}
                  maxHeight="58vh"
                  className="rounded-m border border-line"
                />
                <p className="text-s text-muted">
                  {`${runName(last)} · ${last.family} · ${last.ratio}.${last.generated ? "" : " Modèle d’entraînement hors ligne."}`}
                </p>
                {last.photograph ? (
                  <Notice>
                    {
                      "Vous demandez une photo\u00a0: ce moteur dessine des formes vectorielles, il n’en fait pas. Il en garde seulement les dégradés. Pour une vraie image photographique, prenez la photo, ou produisez-la avec un autre outil, puis envoyez-la à l’étape «\u00a0Choisir\u00a0»."
                    }
                  </Notice>
                ) : null}
                {last.generated ? null : (
                  <div>
                    <h4 className="text-l">Ce que le moteur a compris</h4>
                    <dl className="mt-2 flex flex-col divide-y divide-line border-y border-line text-s">
                      {last.understood.map((u) => (
                        <div key={u.label} className="grid grid-cols-[7.5rem_1fr] gap-3 py-1.5">
                          <dt className="text-muted">{u.label}</dt>
                          <dd>
                            {u.words.length > 0
                              ? u.words.join(", ")
                              : "rien de précis\u00a0: choisissez des mots plus concrets"}
                          </dd>
                        </div>
                      ))}
                    </dl>
                  </div>
                )}
              </>
            ) : (
              <p className="rounded-m border border-dashed border-strong p-6 text-muted">
                Votre image apparaîtra ici. Commencez court, avec le sujet seul, puis ajoutez un
                élément à la fois et regardez ce qu’il change.
              </p>
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

function Slot({ slot }: { slot: SlotView }) {
  return (
    <div>
      <AutosaveArea
        action={{ type: "write", field: slot.id }}
        saved={slot.text}
        label={slot.label}
        hint={slot.question}
        line
        maxLength={300}
      />
      <ul
        className="-mt-3 flex flex-wrap gap-1.5"
        aria-label={`Idées pour ${slot.label.toLowerCase()}`}
      >
        {slot.ideas.map((idea) => (
          <li key={idea}>
            <MoveForm action={{ type: "add", field: slot.id, text: idea }}>
              <button
                type="submit"
                className="min-h-8 cursor-pointer rounded-full border border-line bg-surface px-3 py-0.5 text-s text-muted hover:border-strong hover:text-ink"
              >
                <span aria-hidden="true">+ </span>
                {idea}
              </button>
            </MoveForm>
          </li>
        ))}
      </ul>
    </div>
  );
}
