import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Icon } from "./icon.tsx";

export type Phase = { id: string; label: string; title: string; done: boolean; panel: ReactNode };

/**
 * The phases of a tool, all in the page: with scripts one shows at a time, without them they follow each other and the
 * steps are plain anchors. `goTo` changes the phase from outside when its value changes.
 */
export function PhasePanels({
  label,
  name,
  phases,
  goTo,
}: {
  label: string;
  /** Prefix of the panels' ids. */
  name: string;
  phases: readonly Phase[];
  goTo: string;
}) {
  const [shown, setShown] = useState(goTo);
  const headings = useRef<Record<string, HTMLElement | null>>({});
  const asked = useRef(goTo);
  useEffect(() => {
    if (asked.current === goTo) return;
    asked.current = goTo;
    setShown(goTo);
  }, [goTo]);
  // A hidden heading takes no focus: it waits until its panel is drawn.
  const focused = useRef(shown);
  useEffect(() => {
    if (focused.current === shown) return;
    focused.current = shown;
    headings.current[shown]?.focus();
  }, [shown]);
  const open = (event: MouseEvent, to: string) => {
    event.preventDefault();
    if (to === shown) headings.current[to]?.focus();
    else setShown(to);
  };
  return (
    <div className="flex flex-col gap-6">
      <nav aria-label={label}>
        <ol className="flex flex-wrap gap-x-3 border-b border-line text-s sm:gap-x-6 sm:text-m">
          {phases.map((phase, i) => (
            <li key={phase.id} className="-mb-px">
              <a
                href={`#${name}-${phase.id}`}
                onClick={(event) => open(event, phase.id)}
                aria-current={shown === phase.id ? "step" : undefined}
                className={`inline-flex min-h-11 items-center gap-1 border-b-3 sm:gap-2 no-underline hover:text-ink ${
                  shown === phase.id
                    ? "border-accent font-semibold text-ink"
                    : "border-transparent text-muted hover:border-strong"
                }`}
              >
                {phase.done ? <Icon name="check" size={16} /> : <span>{i + 1}</span>}
                {phase.label}
                {phase.done ? <span className="sr-only"> (fait)</span> : null}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {phases.map((phase) => (
        <section
          key={phase.id}
          id={`${name}-${phase.id}`}
          aria-labelledby={`${name}-${phase.id}-titre`}
          className={shown === phase.id ? undefined : "hidden noscript:block"}
        >
          <h3
            id={`${name}-${phase.id}-titre`}
            tabIndex={-1}
            ref={(element) => {
              headings.current[phase.id] = element;
            }}
            className="text-xl"
          >
            {phase.title}
          </h3>
          {phase.panel}
        </section>
      ))}
    </div>
  );
}
