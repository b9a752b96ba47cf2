import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { formatNumber } from "~/ui/french.ts";
import { MoveForm } from "~/ui/move-form.tsx";
import { FinishForm } from "./finish-form.tsx";
import type { Measures } from "./measures.ts";
import { Shelf } from "./shelf.tsx";
import type { ReviewView } from "./view-model.ts";

/** Phase 2: the final text, and the instruments that read it. */
export function RewriteScreen({ view }: { view: ReviewView }) {
  return (
    <div className="mt-4 flex flex-col gap-8">
      <p className="measure">
        Reprenez vos corrections et écrivez avec vos mots. N’ajoutez aucun chiffre ni aucune
        citation que vous ne puissiez prouver.
      </p>
      {view.marks.length > 0 ? (
        <Disclosure summary={`Vos corrections (${view.marks.length})`}>
          <ul className="flex flex-col gap-2 text-s">
            {view.marks.map((mark) => (
              <li key={mark.id}>
                <span className="text-muted">{mark.passage ?? "À ajouter"}</span>
                {" → "}
                <span className="font-semibold">{mark.correction || "à retirer"}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
      {view.finished ? (
        <p className="rounded-m border border-line bg-surface p-4 whitespace-pre-line sm:p-6">
          {view.text}
        </p>
      ) : (
        <div>
          <AutosaveArea
            action={{ type: "write" }}
            saved={view.text}
            label="Texte final"
            rows={16}
            hint={`Enregistré quand vous vous arrêtez d’écrire. ${formatNumber(view.now.characters)} signes, espaces compris.`}
            spellCheck
          />
          <MoveForm action={{ type: "set-typography" }}>
            <Button type="submit" size="s">
              Mettre en typographie française
            </Button>
          </MoveForm>
        </div>
      )}
      <Instruments view={view} />
      {view.finished ? null : <FinishForm view={view} />}
      <Shelf view={view} />
    </div>
  );
}

function Instruments({ view }: { view: ReviewView }) {
  const { before, now } = view;
  const row = (label: string, read: (m: Measures) => number | null) => ({
    label,
    before: read(before) ?? "–",
    now: read(now) ?? "–",
  });
  return (
    <div className="flex flex-col gap-4">
      <h4 className="text-l">Ce que disent les instruments</h4>
      <p className="measure text-s text-muted">
        Ils comptent, vous jugez
        {"\u00a0: une redite peut être voulue, un texte facile peut être faux."}
      </p>
      <DataTable
        caption="Mesures du texte de l’IA et de votre texte"
        hideCaption
        rowHeader="label"
        columns={[
          { key: "label", label: "Mesure" },
          { key: "before", label: "Texte de l’IA", align: "end" },
          { key: "now", label: "Votre texte", align: "end" },
        ]}
        rows={[
          row("Lisibilité (Kandel-Moles)", (m) => m.readability.score),
          row("Mots par phrase", (m) => m.readability.meanSentence),
          row("Phrase la plus longue, en mots", (m) => m.readability.longestSentence),
          row("Tournures automatiques", (m) => m.tics.length),
          row("Suites de trois mots répétées", (m) => m.repeated.length),
          row("Emprunts au rayon", (m) => m.borrowed.length),
          row("Règles de typographie non suivies", (m) => m.typography.length),
        ]}
      />
      <Disclosure summary="La formule de lisibilité">
        <p className="measure text-s">
          {view.formula}. Adaptation de Flesch au français par Kandel et Moles (1958). Plus de 60
          {"\u00a0: facile\u00a0; de 30 à 60\u00a0: moyen\u00a0; moins de 30\u00a0: difficile."}{" "}
          Votre texte
          {`\u00a0: ${formatNumber(now.readability.words)} mots, ${formatNumber(now.readability.sentences)} phrases, ${formatNumber(now.readability.syllables)} syllabes comptées d’après l’orthographe.`}
        </p>
      </Disclosure>
      <dl className="flex flex-col gap-3 text-s">
        <Detail title="Tournures automatiques" items={now.tics} note={view.ticsSource} />
        <Detail
          title="Suites de mots répétées"
          items={now.repeated.map((r) => `${r.text} (${r.times} fois)`)}
        />
        <Detail
          title="Suites de mots prises dans le rayon"
          items={now.borrowed.map((b) => `${b.words} mots, ${b.source}\u00a0: ${b.text}`)}
        />
        <Detail
          title="Typographie"
          items={now.typography.map(
            (t) => `${t.message} Vu ${t.times} fois, près de «\u00a0${t.seen}\u00a0».`,
          )}
        />
      </dl>
    </div>
  );
}

function Detail({ title, items, note }: { title: string; items: string[]; note?: string }) {
  if (items.length === 0) return null;
  return (
    <div>
      <dt className="font-semibold">{title}</dt>
      {items.map((item) => (
        <dd key={item} className="measure">
          {item}
        </dd>
      ))}
      {note ? <dd className="text-muted">{note}.</dd> : null}
    </div>
  );
}
