import { useCallback, useEffect, useMemo, useState } from "react";
import type { Rating } from "~/domain/assessment.ts";
import { suggestNext } from "~/domain/assessment-attempts.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Notice } from "~/ui/notice.tsx";
import { Attempts } from "./attempts.tsx";
import { CompetencyPanel } from "./competency-panel.tsx";
import type { Outcome } from "./intents.ts";
import { AssessmentOverview } from "./overview.tsx";
import { type AssessmentView, anchor } from "./view.ts";

/** Ratings of the loader, with those saved since by this page. */
function useRatings(view: AssessmentView) {
  const [saved, setSaved] = useState<Rating[]>([]);
  const onSaved = useCallback((rating: Rating) => setSaved((before) => [...before, rating]), []);
  const ratings = useMemo(() => {
    const byKey = new Map<string, Rating>();
    for (const rating of [...view.ratings, ...saved]) {
      const key = `${rating.attempt} ${rating.competency}`;
      const known = byKey.get(key);
      if (!known || known.version < rating.version) byKey.set(key, rating);
    }
    return [...byKey.values()];
  }, [view.ratings, saved]);
  return { ratings, onSaved };
}

/** The page of self-assessment: where I am, each competency in turn, my levels over the attempts. */
export function AssessmentScreen({ view, outcome }: { view: AssessmentView; outcome?: Outcome }) {
  const { ratings, onSaved } = useRatings(view);
  const current = ratings.filter((r) => r.attempt === view.attempt);
  const refused = outcome && !outcome.ok ? outcome : null;
  const [openIds, setOpenIds] = useState<ReadonlySet<string>>(() => {
    const first =
      refused?.competency ??
      view.open ??
      suggestNext(view.block, current, view.evidence)?.competency.id;
    return new Set(first ? [first] : []);
  });
  const setOpen = useCallback((id: string, open: boolean) => {
    setOpenIds((before) => {
      if (before.has(id) === open) return before;
      const after = new Set(before);
      if (open) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);

  useEffect(() => {
    if (view.open) setOpen(view.open, true);
  }, [view.open, setOpen]);

  const go = (id: string) => {
    setOpen(id, true);
    const panel = document.getElementById(anchor(id));
    panel?.scrollIntoView({ block: "start" });
    panel?.querySelector("summary")?.focus({ preventScroll: true });
  };

  const placed =
    refused?.intent === "new-attempt" ||
    view.block.competencies.some((c) => c.id === refused?.competency);
  const unplaced = placed ? null : refused;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-4 lg:px-8 lg:pt-7">
      <header>
        <p className="text-s text-muted">
          {view.block.id} · tentative {view.attempt}
        </p>
        <h1 className="mt-0.5 font-title text-2xl text-balance">Auto-évaluation</h1>
        <p className="measure mt-1 text-muted text-pretty">
          Situez votre travail sur chaque compétence du bloc, dites pourquoi, et montrez-le dans le
          dossier.
        </p>
      </header>
      {view.done ? (
        <Notice tone="success" role="status" className="mt-5">
          <p>{view.done}</p>
        </Notice>
      ) : null}
      {unplaced ? (
        <Notice tone="warning" role="alert" className="mt-5">
          <p>{unplaced.message}</p>
        </Notice>
      ) : null}
      <div className="mt-5">
        <AssessmentOverview view={view} ratings={current} onGo={go} />
      </div>
      <Notice className="mt-6" title="Une échelle à nous, non officielle, et jamais une note">
        <p className="text-s">
          Personne d’autre ne voit vos réponses tant que vous n’exportez pas votre dossier.
        </p>
        <Disclosure summary="D’où vient cette échelle" className="mt-1 text-s">
          <p>{view.scale.note}</p>
          <p className="mt-1">
            Les niveaux et les critères sont ceux de la plateforme{"\u00a0"}: ils vous aident à vous
            situer, ils ne notent ni ne classent personne.
          </p>
        </Disclosure>
      </Notice>
      <div className="mt-8 border-t border-line">
        {view.block.competencies.map((competency) => (
          <CompetencyPanel
            key={competency.id}
            view={view}
            competency={competency}
            rating={current.find((r) => r.competency === competency.id) ?? null}
            earlier={ratings
              .filter((r) => r.competency === competency.id && r.attempt < view.attempt)
              .sort((a, b) => b.attempt - a.attempt)}
            evidence={view.evidence.filter((e) => e.competency === competency.id)}
            refusal={refused?.competency === competency.id ? refused : null}
            isOpen={openIds.has(competency.id)}
            onToggle={(open) => setOpen(competency.id, open)}
            onSaved={onSaved}
          />
        ))}
      </div>
      <Attempts
        view={view}
        ratings={ratings}
        refusal={refused?.intent === "new-attempt" ? refused : null}
      />
    </div>
  );
}
