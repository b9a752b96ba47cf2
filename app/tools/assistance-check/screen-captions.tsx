import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button, buttonClass } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { TextArea } from "~/ui/field.tsx";
import { formatNumber } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { MoveForm } from "~/ui/move-form.tsx";
import { Tag } from "~/ui/tag.tsx";
import { KnownFacts } from "./known-facts.tsx";
import type { CheckView, SeenCue } from "./view-model.ts";

/** A file the browser writes without asking the server; works without scripts too. */
const file = (type: string, text: string) =>
  `data:${type};charset=utf-8,${encodeURIComponent(text)}`;

/** Workshop 2: the cues as rows, their measures, and the file to take away. */
export function CaptionsScreen({ view }: { view: CheckView }) {
  const { captions } = view;
  const { rules } = captions;
  return (
    <div className="mt-4 flex flex-col gap-6">
      <p className="measure">
        {captions.title}. La machine a transcrit au son
        {"\u00a0: relisez chaque mot, puis les temps et les coupes."}
      </p>
      <div className="measure rounded-m bg-info-soft p-4 text-s">
        <p className="font-semibold">Ce qu’on entend</p>
        <ul className="list-disc pl-5">
          {captions.heard.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <KnownFacts facts={view.facts} />
      <Disclosure summary="Les règles">
        <p className="measure text-s">
          {`${rules.lines} lignes au plus, de ${rules.lineComfort} signes (${rules.lineMax} au maximum). ${rules.comfort} signes par seconde pour lire sans effort, ${rules.max} au plus. Temps de lecture de la charte\u00a0: ${rules.points.map(([s, c]) => `${c} signes en ${s}\u00a0s`).join(", ")}, avec ${Math.round(rules.tolerance * 100)}\u00a0% de tolérance. On coupe entre deux groupes de sens. Les sons utiles se décrivent entre crochets. Condenser est permis\u00a0; changer le sens, non.`}
        </p>
        <p className="mt-1 text-s text-muted">{view.origins.captions}.</p>
      </Disclosure>
      <ol className="flex flex-col gap-4">
        {captions.cues.map((cue, i) => (
          <CueRow key={cue.id} cue={cue} number={i + 1} closed={view.finished} />
        ))}
      </ol>
      <DataTable
        caption="Mesures des sous-titres"
        rowHeader="label"
        columns={[
          { key: "label", label: "Mesure" },
          { key: "before", label: "Machine", align: "end" },
          { key: "now", label: "Votre version", align: "end" },
        ]}
        rows={(
          [
            ["Le plus rapide, en signes par seconde", "fastest"],
            ["Sous-titres trop rapides", "tooFast"],
            ["Lignes trop longues ou trop nombreuses", "badLines"],
            ["Mauvaises coupes", "badCuts"],
            ["Durée, recouvrement ou vide", "other"],
          ] as const
        ).map(([label, key]) => ({ label, before: captions.before[key], now: captions.now[key] }))}
      />
      <div className="flex flex-wrap gap-3">
        <a
          className={buttonClass("primary")}
          href={file("text/vtt", captions.vtt)}
          download={`${captions.fileName}.vtt`}
        >
          <Icon name="download" size={18} />
          Télécharger le fichier WebVTT
        </a>
        <a
          className={buttonClass("secondary")}
          href={file("application/x-subrip", captions.srt)}
          download={`${captions.fileName}.srt`}
        >
          Télécharger en SRT
        </a>
      </div>
      {view.finished ? null : (
        <>
          <AutosaveArea
            action={{ type: "write", field: "captions-note" }}
            saved={captions.note}
            label="Ce que la machine a mal fait"
            hint="Une ou deux phrases pour le journal des corrections."
            rows={2}
          />
          <Disclosure summary="Remplacer par un fichier corrigé ailleurs">
            <MoveForm action={{ type: "import-cues" }} clears className="flex flex-col gap-3">
              <TextArea
                label="Contenu du fichier SRT ou WebVTT"
                name="text"
                rows={6}
                hint="Il remplace tous les sous-titres ci-dessus."
              />
              <div>
                <Button type="submit" size="s">
                  Remplacer
                </Button>
              </div>
            </MoveForm>
          </Disclosure>
        </>
      )}
    </div>
  );
}

function CueRow({ cue, number, closed }: { cue: SeenCue; number: number; closed: boolean }) {
  const { reading } = cue;
  const serious = reading.faults.some((f) => f.serious);
  return (
    <li className="rounded-m border border-line bg-surface p-3 sm:p-4">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h4 className="text-m">Sous-titre {number}</h4>
        <Tag tone={serious ? "danger" : reading.faults.length > 0 ? "warning" : "success"}>
          {reading.speed === null
            ? "sans durée"
            : `${formatNumber(reading.speed, 1)} signes par seconde`}
        </Tag>
      </div>
      {closed ? (
        <p className="whitespace-pre-line">
          <span className="font-mono text-s text-muted">
            {cue.start} → {cue.end}
          </span>
          {"\n"}
          {cue.text}
        </p>
      ) : (
        <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[10rem_1fr]">
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-1 sm:gap-0">
            <AutosaveArea
              action={{ type: "write", field: `start:${cue.id}` }}
              saved={cue.start}
              label={<span className="text-s">Début</span>}
              line
            />
            <AutosaveArea
              action={{ type: "write", field: `end:${cue.id}` }}
              saved={cue.end}
              label={<span className="text-s">Fin</span>}
              line
            />
          </div>
          <AutosaveArea
            action={{ type: "write", field: `cue:${cue.id}` }}
            saved={cue.text}
            label={<span className="text-s">Texte, une ligne par ligne d’écran</span>}
            rows={3}
            spellCheck
          />
        </div>
      )}
      {reading.faults.length > 0 ? (
        <ul className="text-s">
          {reading.faults.map((fault) => (
            <li key={fault.rule} className={fault.serious ? "text-danger" : "text-warning"}>
              {fault.message}
            </li>
          ))}
        </ul>
      ) : null}
      {closed ? null : (
        <div className="mt-2 flex flex-wrap gap-2">
          <MoveForm action={{ type: "add-cue", after: cue.id }}>
            <Button type="submit" size="s" aria-label={`Ajouter un sous-titre après le ${number}`}>
              Ajouter après
            </Button>
          </MoveForm>
          <MoveForm action={{ type: "remove-cue", id: cue.id }}>
            <Button
              type="submit"
              size="s"
              variant="quiet"
              aria-label={`Retirer le sous-titre ${number}`}
            >
              Retirer
            </Button>
          </MoveForm>
        </div>
      )}
    </li>
  );
}
