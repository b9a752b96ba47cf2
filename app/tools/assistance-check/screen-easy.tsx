import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { RadioGroup } from "~/ui/field.tsx";
import { Icon } from "~/ui/icon.tsx";
import { MoveForm } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { FinishForm } from "./finish-form.tsx";
import { KnownFacts } from "./known-facts.tsx";
import type { CheckView } from "./view-model.ts";

/** Workshop 3: the simplified text, what the rules count, and the name it may bear. */
export function EasyScreen({ view }: { view: CheckView }) {
  const { easy, finished } = view;
  return (
    <div className="mt-4 flex flex-col gap-6">
      <p className="measure">
        Une idée par phrase, des mots de tous les jours, et rien de faux
        {"\u00a0: une personne préparera sa sortie avec ce texte."}
      </p>
      <KnownFacts facts={view.facts} />
      {finished ? (
        <p className="rounded-m border border-line bg-surface p-4 whitespace-pre-line">
          {easy.text}
        </p>
      ) : (
        <AutosaveArea
          action={{ type: "write", field: "easy" }}
          saved={easy.text}
          label="Version simplifiée"
          hint="Une phrase par ligne quand c’est possible."
          rows={14}
          spellCheck
        />
      )}
      <Disclosure summary="Le brouillon de l’IA">
        <p className="measure whitespace-pre-line text-s">{easy.draft}</p>
      </Disclosure>
      <div>
        <DataTable
          caption="Ce que comptent les règles"
          rowHeader="label"
          columns={[
            { key: "label", label: "Règle" },
            { key: "before", label: "IA" },
            { key: "now", label: "Votre version" },
          ]}
          rows={easy.now.map((point, i) => ({
            label: point.label,
            before: easy.before[i]!.value,
            now: (
              <span className={`inline-flex items-start gap-1 ${point.ok ? "" : "text-warning"}`}>
                <Icon name={point.ok ? "check" : "alert"} size={16} className="mt-0.5 shrink-0" />
                <span>
                  {point.value}
                  <span className="sr-only">{point.ok ? ", suivie" : ", à revoir"}</span>
                </span>
              </span>
            ),
          }))}
        />
        <p className="mt-2 text-s text-muted">
          {view.origins.easy}. La voix passive et la négation sont devinées à la forme
          {"\u00a0: relisez."}
        </p>
      </div>
      <Notice tone="info" title="Comment l’appeler">
        <p>{easy.nameRule}</p>
      </Notice>
      {easy.name === "falc" ? (
        <Notice tone="warning" role="status">
          <p>
            Personne ne l’a relue
            {"\u00a0: dans le dossier, votre version s’appellera langage simplifié."}
          </p>
        </Notice>
      ) : null}
      {finished ? (
        <p>
          <span className="font-semibold">{"Nom donné\u00a0: "}</span>
          {easy.names.find((n) => n.id === easy.name)?.label ?? "aucun"}
        </p>
      ) : (
        <>
          <MoveForm action={{ type: "name" }} className="flex flex-col gap-3">
            <RadioGroup
              key={easy.name}
              legend="Nom de votre version"
              name="name"
              defaultValue={easy.name}
              required
              options={easy.names.map((n) => ({ value: n.id, label: n.label }))}
            />
            <div>
              <Button type="submit" size="s">
                Garder ce nom
              </Button>
            </div>
          </MoveForm>
          <AutosaveArea
            action={{ type: "write", field: "reviewer" }}
            saved={easy.reviewer}
            label="Qui relira, et quand"
            hint="Par exemple un atelier de personnes concernées, avec une date."
            line
          />
          <AutosaveArea
            action={{ type: "write", field: "easy-note" }}
            saved={easy.note}
            label="Ce que l’IA a mal fait"
            hint="Une ou deux phrases pour le journal des corrections."
            rows={2}
          />
          <FinishForm view={view} />
        </>
      )}
    </div>
  );
}
