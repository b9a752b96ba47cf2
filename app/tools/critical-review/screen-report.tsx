import type { Finding } from "~/domain/finding.ts";
import { Button } from "~/ui/button.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { FindingList } from "~/ui/finding-list.tsx";
import { MoveForm } from "~/ui/move-form.tsx";
import { Tag } from "~/ui/tag.tsx";
import { FinishForm } from "./finish-form.tsx";
import { quoted } from "./passages.ts";
import type { Report, ReviewView, SeenFault } from "./view-model.ts";

/** Phase 3: what was found, missed, wrongly accused or brought in; then the findings. Never a mark. */
export function ReportScreen({ view, findings }: { view: ReviewView; findings: Finding[] }) {
  return (
    <div className="mt-4 flex flex-col gap-10">
      {view.report ? <Answers report={view.report} /> : null}
      {view.finished ? (
        <MoveForm action={{ type: "resume" }}>
          <Button type="submit">Reprendre la relecture</Button>
        </MoveForm>
      ) : (
        <FinishForm view={view} />
      )}
      <FindingList findings={findings} />
    </div>
  );
}

function Answers({ report }: { report: Report }) {
  const missed = report.faults.filter((f) => f.found === "no");
  const found = report.faults.filter((f) => f.found !== "no");
  return (
    <div className="flex flex-col gap-8">
      <DataTable
        caption="Bilan de votre relecture"
        rowHeader="what"
        columns={[
          { key: "what", label: "Constat" },
          { key: "first", label: "Première lecture", align: "end" },
          { key: "now", label: "Maintenant", align: "end" },
        ]}
        rows={[
          {
            what: `Erreurs relevées, sur ${report.total}`,
            first: report.first.found,
            now: report.now.found,
          },
          { what: "Fausses alertes", first: report.first.falseAlarms, now: report.now.falseAlarms },
          {
            what: "Erreurs absentes du texte final",
            first: report.first.corrected,
            now: report.now.corrected,
          },
          { what: "Erreurs apportées par la réécriture", now: report.introduced.length },
        ]}
      />
      <Group title="Ce qui a échappé" faults={missed} />
      {report.falseAlarms.length > 0 ? (
        <div>
          <h4 className="text-l">Fausses alertes</h4>
          <ul className="mt-2 flex flex-col divide-y divide-line border-y border-line">
            {report.falseAlarms.map((alarm) => (
              <li key={alarm.id} className="py-3">
                <p>
                  <Tag>{alarm.kind}</Tag> {quoted(alarm.passage)}
                </p>
                <p className="measure text-s">
                  {alarm.why ??
                    "Aucune des erreurs placées dans le texte n’est là. Vérifiez avec les faits\u00a0; si votre remarque se défend, gardez-la."}
                </p>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {report.introduced.length > 0 ? (
        <div>
          <h4 className="text-l">Apporté par votre réécriture</h4>
          <ul className="measure mt-2 list-disc pl-6">
            {report.introduced.map((i) => (
              <li key={i.message}>{i.message}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <Group title="Ce que vous avez vu" faults={found} />
      <Disclosure summary="Ce que valaient les sources">
        <ul className="flex flex-col gap-2 text-s">
          {report.shelf.map((source) => (
            <li key={source.id}>
              <Tag tone={source.reliable ? "success" : "danger"}>
                {source.reliable ? "Fiable" : "À écarter"}
              </Tag>{" "}
              <span className="font-semibold">
                {source.id} · {source.title}.
              </span>{" "}
              {source.why}
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Group({ title, faults }: { title: string; faults: SeenFault[] }) {
  if (faults.length === 0) return null;
  return (
    <div>
      <h4 className="text-l">
        {title} ({faults.length})
      </h4>
      <ul className="mt-2 flex flex-col divide-y divide-line border-y border-line">
        {faults.map((fault) => (
          <li key={fault.id} className="flex flex-col gap-1 py-3">
            <p>
              <Tag tone="info">{fault.kind}</Tag>{" "}
              {fault.excerpts.length > 0 ? (
                quoted(fault.excerpts.join(" … "))
              ) : (
                <em>Absent du texte</em>
              )}
            </p>
            <p className="measure">{fault.explanation}</p>
            <p className="text-s">
              <span className="text-muted">{"Correction\u00a0: "}</span>
              {fault.correction}
              {fault.settledBy.length > 0 ? (
                <span className="text-muted">{` · Source\u00a0: ${fault.settledBy.join("\u00a0; ")}`}</span>
              ) : null}
            </p>
            <p className="flex flex-wrap gap-2 text-s">
              {fault.found === "second" ? <Tag>Vu au second passage</Tag> : null}
              {fault.otherKind ? (
                <Tag tone="warning">{`Vous aviez dit\u00a0: ${fault.otherKind}`}</Tag>
              ) : null}
              <Tag tone={fault.corrected ? "success" : "danger"}>
                {fault.corrected ? "Absente du texte final" : "Encore dans le texte final"}
              </Tag>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
