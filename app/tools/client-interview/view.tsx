import { type MouseEvent, useEffect, useMemo, useRef, useState } from "react";
import type { ToolViewProps } from "~/tools/views.tsx";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";
import { phaseLabels } from "./labels.ts";
import { PlayContext } from "./move-form.tsx";
import { FindingsScreen } from "./screen-findings.tsx";
import { InterviewScreen } from "./screen-interview.tsx";
import { PrepareScreen } from "./screen-prepare.tsx";
import { ReportScreen } from "./screen-report.tsx";
import type { InterviewView } from "./view-model.ts";

const phases = ["prepare", "interview", "report", "closed"] as const;
type Phase = (typeof phases)[number];

/**
 * « Entretien client » in four panels, all in the page: with scripts one shows at a time, without them they follow each
 * other and the steps are plain anchors.
 */
export function ClientInterviewView(props: ToolViewProps) {
  const { findings, version, submit, pending, refusal, formAction } = props;
  const view = props.view as InterviewView;
  const [shown, setShown] = useState<Phase>(view.phase);
  const headings = useRef<Partial<Record<Phase, HTMLElement | null>>>({});
  const play = useMemo(
    () => ({ version, formAction, pending, refusal, submit }),
    [version, formAction, pending, refusal, submit],
  );

  // The work moves on (interview begun, report handed in): the screen follows.
  const phase = useRef(view.phase);
  useEffect(() => {
    if (phase.current === view.phase) return;
    phase.current = view.phase;
    setShown(view.phase);
  }, [view.phase]);

  // A hidden heading takes no focus: it waits until its panel is drawn.
  const focused = useRef(shown);
  useEffect(() => {
    if (focused.current === shown) return;
    focused.current = shown;
    headings.current[shown]?.focus();
  }, [shown]);

  const open = (event: MouseEvent, to: Phase) => {
    event.preventDefault();
    if (to === shown) headings.current[to]?.focus();
    else setShown(to);
  };
  const reached = phases.indexOf(view.phase);
  // Under a long conversation, the top of the tool is out of sight: the field says it itself.
  const nearField = shown === "interview" && view.phase === "interview" && view.turnsLeft > 0;

  return (
    <PlayContext.Provider value={play}>
      <div className="flex flex-col gap-6">
        <nav aria-label="Étapes de l’entretien">
          <ol className="flex flex-wrap gap-x-2.5 gap-y-1 border-b border-line text-s sm:gap-x-6 sm:text-m">
            {phases.map((p, i) => (
              <li key={p} className="-mb-px">
                <a
                  href={`#entretien-${p}`}
                  onClick={(event) => open(event, p)}
                  aria-current={shown === p ? "step" : undefined}
                  className={`inline-flex min-h-11 items-center gap-1 border-b-3 sm:gap-2 no-underline hover:text-ink ${
                    shown === p
                      ? "border-accent font-semibold text-ink"
                      : "border-transparent text-muted hover:border-strong"
                  }`}
                >
                  {i < reached ? <Icon name="check" size={16} /> : <span>{i + 1}</span>}
                  {phaseLabels[p]}
                  {i < reached ? <span className="sr-only"> (fait)</span> : null}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        {refusal && !nearField ? (
          <Notice tone="warning" role="alert" title="Votre demande n’a pas été prise en compte">
            {refusal}
          </Notice>
        ) : null}
        {phases.map((p) => (
          <section
            key={p}
            id={`entretien-${p}`}
            aria-labelledby={`entretien-${p}-titre`}
            className={shown === p ? undefined : "hidden noscript:block"}
          >
            <h3
              id={`entretien-${p}-titre`}
              tabIndex={-1}
              ref={(element) => {
                headings.current[p] = element;
              }}
              className="text-xl"
            >
              {titleOf(p, view)}
            </h3>
            {p === "prepare" ? <PrepareScreen view={view} /> : null}
            {p === "interview" ? <InterviewScreen view={view} /> : null}
            {p === "report" ? <ReportScreen view={view} /> : null}
            {p === "closed" ? <FindingsScreen view={view} findings={findings} /> : null}
          </section>
        ))}
      </div>
    </PlayContext.Provider>
  );
}

function titleOf(phase: Phase, view: InterviewView): string {
  switch (phase) {
    case "prepare":
      return "Préparer le guide d’entretien";
    case "interview":
      return `Interroger ${view.client.name}`;
    case "report":
      return "Rédiger le compte rendu";
    case "closed":
      return "Lire les constats";
  }
}
