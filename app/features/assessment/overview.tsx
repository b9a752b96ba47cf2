import { isComplete, type Rating, ratingProgress } from "~/domain/assessment.ts";
import { type Suggestion, suggestNext } from "~/domain/assessment-attempts.ts";
import { blockHue } from "~/ui/block-mark.tsx";
import { classNames } from "~/ui/class-names.ts";
import { Icon } from "~/ui/icon.tsx";
import { ProgressRing } from "~/ui/progress.tsx";
import { competencyHref, ratingSummary } from "./competency-panel.tsx";
import type { AssessmentView } from "./view.ts";

const reasons: Record<Suggestion["reason"], string> = {
  unfinished: "à terminer",
  unrated: "à évaluer",
  "evidence-broken": "une preuve a changé dans le dossier",
  "no-evidence": "sans preuve liée",
};

/** How far the person is, what to do next, and the way to each competency. */
export function AssessmentOverview({
  view,
  ratings,
  onGo,
}: {
  view: AssessmentView;
  /** Of the current attempt. */
  ratings: readonly Rating[];
  /** Opens a competency without leaving the page. */
  onGo: (competency: string) => void;
}) {
  const progress = ratingProgress(view.block, ratings);
  const next = suggestNext(view.block, ratings, view.evidence);
  const proofs = (id: string) => view.evidence.filter((e) => e.competency === id).length;
  const go = (id: string) => (event: React.MouseEvent) => {
    event.preventDefault();
    onGo(id);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <ProgressRing
          value={progress.complete}
          max={progress.total}
          label="Compétences évaluées"
          size={84}
          className={blockHue(view.block.order).text}
        />
        <div className="min-w-0 flex-1 basis-56">
          <p className="text-l font-semibold">
            {progress.complete} sur {progress.total} évaluées
          </p>
          {next ? (
            <p>
              <span className="text-muted">À faire{"\u00a0"}: </span>
              <a
                href={competencyHref(view.workspaceId, next.competency.id)}
                onClick={go(next.competency.id)}
                className="font-semibold"
              >
                {next.competency.id} {next.competency.shortTitle}
              </a>{" "}
              <span className="text-muted">({reasons[next.reason]})</span>
            </p>
          ) : (
            <p>Tout est évalué et chaque preuve se retrouve dans le dossier.</p>
          )}
        </div>
      </div>
      <nav aria-label="Compétences du bloc" className="mt-6">
        <ol className="grid gap-x-6 sm:grid-cols-2">
          {view.block.competencies.map((competency) => {
            const rating = ratings.find((r) => r.competency === competency.id) ?? null;
            const complete = isComplete(rating ?? undefined);
            return (
              <li key={competency.id}>
                <a
                  href={competencyHref(view.workspaceId, competency.id)}
                  onClick={go(competency.id)}
                  className="flex min-h-11 items-center gap-3 rounded-m px-2 py-1.5 leading-snug text-ink no-underline hover:bg-sunken"
                >
                  <Icon
                    name={complete ? "check" : "minus"}
                    size={18}
                    className={classNames("shrink-0", complete ? "text-success" : "text-muted")}
                  />
                  <span className="min-w-0 flex-1">
                    {competency.id} {competency.shortTitle}
                    <span className="block text-s text-muted">
                      {ratingSummary(view.scale, rating, proofs(competency.id))}
                    </span>
                  </span>
                </a>
              </li>
            );
          })}
        </ol>
      </nav>
    </>
  );
}
