import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { Checkbox } from "~/ui/field.tsx";
import { formatNumber } from "~/ui/french.ts";
import { MoveForm, usePlay } from "~/ui/move-form.tsx";
import { Poster } from "./poster.tsx";
import type { AnimationView } from "./view-model.ts";

/** Phase 2: what lets everybody follow: subtitles, waiting image, equivalent text, mention. */
export function WordsScreen({ view }: { view: AnimationView }) {
  const { send } = usePlay();
  if (view.shots.length === 0)
    return <p className="measure mt-4 text-muted">Écrivez d’abord vos plans.</p>;
  return (
    <div className="mt-4 grid gap-8 @xl:grid-cols-[minmax(0,1fr)_minmax(0,16rem)] @4xl:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
      <div className="flex flex-col gap-4">
        <Checkbox
          label="Dessiner les sous-titres sur l’image"
          name="burnt"
          checked={view.burnt}
          onChange={(e) => send({ type: "burn", on: e.target.checked })}
          hint="Ils existent de toute façon dans leur propre fichier, que chacun peut afficher ou non."
        />
        <div>
          <AutosaveArea
            action={{ type: "write", field: "alternative" }}
            saved={view.alternative}
            label="Texte équivalent"
            hint="Ce que montre l’animation, plan par plan, mots à l’écran compris."
            rows={7}
          />
          {view.alternative.trim() ? null : (
            <MoveForm action={{ type: "draft-alternative" }}>
              <Button type="submit" size="s">
                Partir du découpage
              </Button>
            </MoveForm>
          )}
        </div>
        <div>
          <AutosaveArea
            action={{ type: "write", field: "mention" }}
            saved={view.mention}
            label="Mention d’IA qui accompagne la publication"
            rows={2}
          />
          <ul className="flex flex-wrap gap-1.5" aria-label="Mentions proposées">
            {view.mentions.map((m) => (
              <li key={m}>
                <MoveForm action={{ type: "add-mention", text: m }}>
                  <button
                    type="submit"
                    className="cursor-pointer rounded-m border border-line bg-surface px-3 py-1 text-left text-s text-muted hover:border-strong hover:text-ink"
                  >
                    <span aria-hidden="true">+ </span>
                    {m}
                  </button>
                </MoveForm>
              </li>
            ))}
          </ul>
        </div>
        <AutosaveArea
          action={{ type: "write", field: "stamp" }}
          saved={view.stamp}
          label="Mention dessinée sur l’image"
          hint="Facultative, en haut à gauche, pendant toute l’animation."
          line
          maxLength={400}
        />
      </div>
      <div className="flex flex-col gap-3">
        <h4 className="text-l">Image d’attente</h4>
        {view.poster === null ? (
          <p className="text-muted">
            Arrêtez l’aperçu sur une image qui dit le sujet, puis prenez-la comme image d’attente.
          </p>
        ) : (
          <>
            <Poster board={view.board} at={view.poster} alt={view.posterAlt} />
            <p className="text-s text-muted">{`Prise à ${formatNumber(view.poster, 1)}\u00a0s.`}</p>
            <AutosaveArea
              action={{ type: "write", field: "posterAlt" }}
              saved={view.posterAlt}
              label="Texte alternatif de l’image d’attente"
              rows={2}
            />
          </>
        )}
        {view.vtt ? (
          <div>
            <h4 className="text-l">Fichier de sous-titres</h4>
            <pre className="mt-2 rounded-m border border-line bg-sunken p-3 text-s whitespace-pre-wrap">
              {view.vtt}
            </pre>
          </div>
        ) : null}
      </div>
    </div>
  );
}
