import type { Finding } from "~/domain/finding.ts";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { FindingList } from "~/ui/finding-list.tsx";
import { formatNumber } from "~/ui/french.ts";
import { MoveForm } from "~/ui/move-form.tsx";
import { Tag } from "~/ui/tag.tsx";
import type { Judged } from "./errors.ts";
import { FinishForm } from "./finish-form.tsx";
import type { CheckReport, CheckView } from "./view-model.ts";

const percent = (rate: number | null) =>
  rate === null ? "–" : `${formatNumber(rate * 100, 1)}\u00a0%`;
const kinds = { invented: "Inventé", missing: "Manquant", wrong: "Faux", form: "Forme" } as const;

/** What the AI got wrong and is still there, what the corrections brought in, then the findings. */
export function ReportScreen({ view, findings }: { view: CheckView; findings: Finding[] }) {
  return (
    <div className="mt-4 flex flex-col gap-10">
      {view.report ? <Answers report={view.report} /> : null}
      {view.finished ? (
        <MoveForm action={{ type: "resume" }}>
          <Button type="submit">Reprendre le contrôle</Button>
        </MoveForm>
      ) : (
        <FinishForm view={view} />
      )}
      <FindingList findings={findings} />
    </div>
  );
}

function Answers({ report }: { report: CheckReport }) {
  const { now, first } = report;
  return (
    <div className="flex flex-col gap-8">
      <DataTable
        caption="Bilan de votre contrôle"
        rowHeader="what"
        columns={[
          { key: "what", label: "Constat" },
          { key: "before", label: "IA", align: "end" },
          { key: "first", label: "Premier passage", align: "end" },
          { key: "now", label: "Maintenant", align: "end" },
        ]}
        rows={[
          {
            what: "Erreurs de l’IA encore là",
            before: now.total,
            first: first.untouched,
            now: now.untouched,
          },
          {
            what: "Taux d’erreur sur les mots des sous-titres",
            before: percent(report.before.rate),
            first: percent(first.words.rate),
            now: percent(now.captions.words.rate),
          },
          {
            what: "Erreurs apportées en corrigeant",
            first: first.introduced,
            now: now.introduced.length,
          },
        ]}
      />
      <p className="measure text-s text-muted">
        {`Taux d’erreur sur les mots\u00a0: (remplacés + retirés + ajoutés) ÷ mots prononcés. Maintenant\u00a0: ${now.captions.words.substitutions} remplacés, ${now.captions.words.deletions} retirés, ${now.captions.words.insertions} ajoutés sur ${now.captions.words.reference}. Un sous-titre condensé retire des mots sans être faux.`}
      </p>
      {now.introduced.length > 0 ? (
        <div>
          <h4 className="text-l">Apporté par vos corrections</h4>
          <ul className="measure mt-2 list-disc pl-6">
            {now.introduced.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <div>
        <h4 className="text-l">Images</h4>
        <ul className="mt-2 flex flex-col divide-y divide-line border-y border-line">
          {now.visuals.map((visual) => (
            <li key={visual.id} className="flex flex-col gap-1 py-3">
              <p className="font-semibold">{visual.id}</p>
              {visual.errors.length === 0 ? (
                <p className="text-s">
                  Le brouillon de l’IA était juste
                  {"\u00a0: ne rien changer était une bonne réponse."}
                </p>
              ) : (
                <ErrorList errors={visual.errors} />
              )}
              <p className="text-s text-muted">
                {"Une réponse possible\u00a0: "}
                {visual.decorative ? "image décorative, alternative vide" : visual.model}
              </p>
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h4 className="text-l">Sous-titres</h4>
        <ErrorList errors={now.captions.errors} />
        <Disclosure summary="Mot pour mot, et une version possible">
          <p className="measure text-s">{report.spoken}</p>
          <pre className="mt-2 text-s">{report.captionsModel}</pre>
        </Disclosure>
      </div>
      <div>
        <h4 className="text-l">Version simplifiée</h4>
        <ErrorList errors={now.easy.errors} />
        <Disclosure summary="Une version possible">
          <p className="measure whitespace-pre-line text-s">{report.easyModel}</p>
        </Disclosure>
      </div>
    </div>
  );
}

/** What is still there comes first. */
function ErrorList({ errors }: { errors: Judged[] }) {
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {[...errors]
        .sort((a, b) => Number(a.corrected) - Number(b.corrected))
        .map((error) => (
          <li key={error.id} className="measure">
            <Tag tone={error.corrected ? "success" : "danger"}>
              {error.corrected ? "Corrigé" : "Encore là"}
            </Tag>{" "}
            <Tag>{kinds[error.kind]}</Tag> {error.explanation}
          </li>
        ))}
    </ul>
  );
}
