import { Form } from "@remix-run/react";
import type { Rating } from "~/domain/assessment.ts";
import {
  ATTEMPTS_MAX,
  type AttemptComparison,
  compareAttempts,
  mayStartAttempt,
} from "~/domain/assessment-attempts.ts";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { RadarChart } from "~/ui/charts/radar.tsx";
import { DataTable } from "~/ui/data-table.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Checkbox } from "~/ui/field.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { Refusal } from "./rating-draft.ts";
import type { AssessmentView } from "./view.ts";

/** The chart tells at most four outlines apart; older attempts stay in the table. */
const SERIES_SHOWN = 4;

/** The levels side by side: this attempt and the earlier ones, drawn and in a table. Never a mean. */
export function Attempts({
  view,
  ratings,
  refusal,
}: {
  view: AssessmentView;
  /** Of every attempt. */
  ratings: readonly Rating[];
  refusal: Refusal | null;
}) {
  const comparison = compareAttempts(view.block, ratings, view.attempt);
  const rated = ratings.some((r) => r.level !== null);
  return (
    <section aria-labelledby="niveaux" className="mt-12">
      <h2 id="niveaux" className="font-title text-xl">
        Vos niveaux
      </h2>
      {rated ? (
        <>
          <p className="measure mt-1 text-muted">
            Compétence par compétence, sans moyenne{"\u00a0"}: un niveau ne rattrape pas l’autre, et
            aucun n’est une note.
          </p>
          <LevelsRadar view={view} comparison={comparison} />
          {comparison.attempts.length > 1 ? <History view={view} comparison={comparison} /> : null}
        </>
      ) : (
        <p className="mt-1">
          Le graphique se dessinera au premier niveau choisi, puis gardera la trace de chaque
          tentative.
        </p>
      )}
      <NewAttempt view={view} ratings={ratings} refusal={refusal} />
    </section>
  );
}

const attemptLabel = (attempt: number, current: number) =>
  attempt === current ? `Tentative ${attempt} (en cours)` : `Tentative ${attempt}`;

function LevelsRadar({
  view,
  comparison,
}: {
  view: AssessmentView;
  comparison: AttemptComparison;
}) {
  const max = Math.max(...view.scale.levels.map((l) => l.level));
  const first = Math.max(0, comparison.attempts.length - SERIES_SHOWN);
  return (
    <RadarChart
      className="mt-4 max-w-2xl"
      title={`Vos niveaux sur le bloc ${view.block.id}`}
      axes={comparison.rows.map(({ competency }) => ({
        id: competency.id,
        label: `${competency.id} ${competency.shortTitle}`,
      }))}
      max={max}
      levels={Array.from({ length: max }, (_, i) => levelLabel(view, i + 1) ?? String(i + 1))}
      series={comparison.attempts.slice(first).map((attempt, index) => ({
        id: `tentative-${attempt}`,
        label: attemptLabel(attempt, view.attempt),
        values: comparison.rows.map((row) => row.levels[first + index] ?? null),
      }))}
    />
  );
}

const levelLabel = (view: AssessmentView, level: number | null) =>
  view.scale.levels.find((l) => l.level === level)?.label ?? null;

const changes = { up: "plus haut", down: "plus bas", same: "inchangé" } as const;

function History({ view, comparison }: { view: AssessmentView; comparison: AttemptComparison }) {
  return (
    <DataTable
      className="mt-6"
      caption="D’une tentative à l’autre"
      rowHeader="competency"
      columns={[
        { key: "competency", label: "Compétence" },
        ...comparison.attempts.map((attempt) => ({
          key: String(attempt),
          label: attemptLabel(attempt, view.attempt),
        })),
        { key: "change", label: "Évolution" },
      ]}
      rows={comparison.rows.map((row) => ({
        competency: `${row.competency.id} ${row.competency.shortTitle}`,
        ...Object.fromEntries(
          comparison.attempts.map((attempt, i) => [
            attempt,
            levelLabel(view, row.levels[i] ?? null) ?? "–",
          ]),
        ),
        change: row.change ? changes[row.change] : "–",
      }))}
    />
  );
}

function NewAttempt({
  view,
  ratings,
  refusal,
}: {
  view: AssessmentView;
  ratings: readonly Rating[];
  refusal: Refusal | null;
}) {
  if (view.attempt >= ATTEMPTS_MAX)
    return (
      <p className="mt-8 text-muted">
        Vous avez fait {ATTEMPTS_MAX} tentatives sur ce sujet{"\u00a0"}: continuez sur un autre.
      </p>
    );
  if (!mayStartAttempt(ratings, view.attempt))
    return (
      <p className="mt-8 text-muted">
        Vous pourrez ouvrir une nouvelle tentative dès qu’une compétence de celle-ci aura un niveau.
      </p>
    );
  return (
    <Disclosure summary="Nouvelle tentative…" className="mt-8" open={Boolean(refusal)}>
      <div className="measure flex flex-col gap-4 rounded-m bg-sunken p-5">
        <p>
          La tentative {view.attempt} sera close et gardée{"\u00a0"}: ses niveaux, ses
          justifications et ses preuves ne se modifieront plus, et resteront visibles. Les niveaux
          de la tentative {view.attempt + 1} repartent de zéro, sans preuve liée. Votre dossier ne
          change pas.
        </p>
        {refusal ? (
          <Notice tone="warning" role="alert">
            <p>{refusal.message}</p>
          </Notice>
        ) : null}
        <Form
          method="post"
          action={`${paths.assessment(view.workspaceId)}#niveaux`}
          className="flex flex-col items-start gap-4"
        >
          <input type="hidden" name="intent" value="new-attempt" />
          <input type="hidden" name="attempt" value={view.attempt} />
          <Checkbox
            name="understood"
            value="yes"
            required
            label={`Je veux clore la tentative ${view.attempt}.`}
          />
          <Button type="submit">Ouvrir la tentative {view.attempt + 1}</Button>
        </Form>
      </div>
    </Disclosure>
  );
}
