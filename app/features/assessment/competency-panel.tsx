import { isComplete, type Rating } from "~/domain/assessment.ts";
import type { Competency } from "~/domain/certification.ts";
import { paths } from "~/paths.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { formatCount, formatDate } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { EvidencePicker } from "./evidence-picker.tsx";
import type { Refusal } from "./rating-draft.ts";
import { RatingForm } from "./rating-form.tsx";
import { type AssessmentView, anchor, type EvidenceView, evidenceAnchor } from "./view.ts";

export type CompetencyPanelProps = {
  view: AssessmentView;
  competency: Competency;
  rating: Rating | null;
  /** The same competency in earlier attempts, newest first. */
  earlier: readonly Rating[];
  evidence: readonly EvidenceView[];
  refusal: Refusal | null;
  isOpen: boolean;
  onToggle: (open: boolean) => void;
  onSaved: (rating: Rating) => void;
};

/** One competency: what is asked, word for word; our criteria; the level, the justification, the evidence. */
export function CompetencyPanel(props: CompetencyPanelProps) {
  const { view, competency, rating, earlier, evidence, refusal, isOpen, onToggle, onSaved } = props;
  const aboutEvidence = refusal && refusal.intent !== "rate" ? refusal : null;
  return (
    // Not ui/disclosure: what opens inside must not turn this one's chevron, nor the other way round.
    <details
      id={anchor(competency.id)}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      className="scroll-mt-20 border-b border-line py-3"
    >
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded-xs">
        <Icon
          name="chevron"
          size={18}
          className="shrink-0 text-accent transition-transform duration-100 [details[open]>summary>&]:rotate-90"
        />
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <h2 className="font-title text-l">
            {competency.id} · {competency.shortTitle}
          </h2>
          <span className="text-s text-muted">
            {ratingSummary(view.scale, rating, evidence.length)}
          </span>
        </span>
      </summary>
      <div className="flex flex-col gap-8 pt-2 pb-6">
        <OfficialText competency={competency} />
        {earlier.length > 0 ? <Earlier ratings={earlier} view={view} /> : null}
        <RatingForm
          key={view.attempt}
          workspaceId={view.workspaceId}
          attempt={view.attempt}
          competency={competency}
          scale={view.scale}
          rating={rating}
          refusal={refusal?.intent === "rate" ? refusal : null}
          onSaved={onSaved}
        />
        <section
          id={evidenceAnchor(competency.id)}
          aria-labelledby={`${evidenceAnchor(competency.id)}-titre`}
          className="scroll-mt-20"
        >
          <h3 id={`${evidenceAnchor(competency.id)}-titre`} className="mb-3 font-title text-l">
            Preuves <span className="sr-only">pour {competency.id}</span>
          </h3>
          {aboutEvidence ? (
            <Notice tone="warning" role="alert" className="mb-4">
              <p>{aboutEvidence.message}</p>
            </Notice>
          ) : null}
          <EvidenceList
            workspaceId={view.workspaceId}
            competency={competency.id}
            evidence={evidence}
          />
          <Disclosure summary="Ce qui sert souvent de preuve ici (non officiel)" className="my-4">
            <ul className="measure list-disc pl-6">
              {competency.expectedEvidence.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          </Disclosure>
          <EvidencePicker view={view} competency={competency} linked={evidence.length} />
        </section>
      </div>
    </details>
  );
}

/** « Acquis · 2 preuves », « À évaluer », « Commencée »… */
export function ratingSummary(
  scale: AssessmentView["scale"],
  rating: Rating | null,
  evidence: number,
): string {
  const level = scale.levels.find((l) => l.level === rating?.level)?.label;
  const proofs = evidence > 0 ? ` · ${formatCount(evidence, "preuve", "preuves")}` : "";
  if (isComplete(rating ?? undefined)) return `${level ?? "Niveau"}${proofs}`;
  if (level) return `${level}, à justifier${proofs}`;
  if (rating?.justification) return `Justifiée, niveau à choisir${proofs}`;
  return `À évaluer${proofs}`;
}

function OfficialText({ competency }: { competency: Competency }) {
  return (
    <div className="flex flex-col gap-4">
      <div>
        <p className="text-s text-muted">Texte officiel, recopié mot pour mot</p>
        <blockquote className="measure mt-1 border-l-4 border-strong pl-4 whitespace-pre-wrap">
          {competency.officialText}
        </blockquote>
      </div>
      <div>
        <h3 className="font-semibold">
          Critères{" "}
          <span className="font-normal text-muted">
            (non officiels, écrits pour l’entraînement)
          </span>
          <span className="sr-only"> de {competency.id}</span>
        </h3>
        <ul className="measure mt-1 list-disc pl-6">
          {competency.criteria.map((criterion) => (
            <li key={criterion.id} className="mt-1">
              {criterion.text}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function Earlier({ ratings, view }: { ratings: readonly Rating[]; view: AssessmentView }) {
  return (
    <Disclosure summary="Vos tentatives précédentes">
      <ul className="flex flex-col gap-3">
        {ratings.map((rating) => (
          <li key={rating.attempt}>
            <p className="font-semibold">
              Tentative {rating.attempt}, {formatDate(rating.updatedAt)}
              {"\u00a0"}:{" "}
              {view.scale.levels.find((l) => l.level === rating.level)?.label ?? "sans niveau"}
            </p>
            <p className="measure break-words whitespace-pre-wrap">
              {rating.justification || "Aucune justification."}
            </p>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** Address of one competency of the page, for a browser without scripts. */
export const competencyHref = (workspaceId: string, competency: string) =>
  `${paths.assessment(workspaceId)}?competence=${encodeURIComponent(competency)}#${anchor(competency)}`;
