import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import type { StepProgress } from "~/domain/workspace.ts";
import { paths } from "~/paths.ts";
import { blockHue } from "~/ui/block-mark.tsx";
import { classNames } from "~/ui/class-names.ts";
import { Icon } from "~/ui/icon.tsx";
import { ProgressBar } from "~/ui/progress.tsx";
import { QuickLink } from "~/ui/quick-link.tsx";

/** Where the list is: a column that stays in view, from a width on; below it, under the disclosure. */
const beside =
  "max-lg:border-b max-lg:bg-surface max-lg:pb-4 max-lg:peer-not-open:hidden lg:sticky lg:top-(--workspace-header-height) lg:h-[calc(100dvh-var(--workspace-header-height))] lg:overflow-y-auto lg:border-r lg:py-6";
const besideWide =
  "max-xl:border-b max-xl:bg-surface max-xl:pb-4 max-xl:peer-not-open:hidden xl:sticky xl:top-(--workspace-header-height) xl:h-[calc(100dvh-var(--workspace-header-height))] xl:overflow-y-auto xl:border-r xl:py-6";

const statusWords = { todo: "à faire", started: "commencée", done: "faite" } as const;

export type StepPathProps = {
  workspace: { id: string };
  block: { order: number };
  steps: StepProgress[];
  /** Competencies of the block already rated, of how many. */
  rated: number;
  competencies: number;
  currentStep: string | null;
  /** A side panel takes its room: the list stays beside the work on wider screens only. */
  tight: boolean;
};

/** The path of the exercise: beside the work, or behind a disclosure where there is no room. */
export function StepPath({
  workspace,
  block,
  steps,
  currentStep,
  rated,
  competencies,
  tight,
}: StepPathProps) {
  const { pathname } = useLocation();
  const doneCount = steps.filter((s) => s.status === "done").length;
  const list = (
    <>
      <ProgressBar label="Étapes faites" value={doneCount} max={steps.length} className="mb-4" />
      <ol className="flex flex-col">
        {steps.map((step, index) => (
          <li key={step.id}>
            <PathLink to={paths.step(workspace.id, step.id)} current={step.id === currentStep}>
              <StepDot
                number={index + 1}
                status={step.status}
                share={step.share}
                order={block.order}
              />
              <span className="min-w-0 flex-1">
                {step.title}
                <span className="sr-only">{` (${statusWords[step.status]})`}</span>
              </span>
            </PathLink>
          </li>
        ))}
      </ol>
      <ul className="mt-3 border-t border-line pt-3">
        <li>
          <PathLink
            to={paths.assessment(workspace.id)}
            current={pathname === paths.assessment(workspace.id)}
          >
            <Icon name="star" size={20} className="shrink-0" />
            <span className="flex-1">Auto-évaluation</span>
            <span className="text-s text-muted tabular-nums">{`${rated}/${competencies}`}</span>
          </PathLink>
        </li>
        <li>
          <PathLink
            to={paths.dossier(workspace.id)}
            current={pathname === paths.dossier(workspace.id)}
          >
            <Icon name="document" size={20} className="shrink-0" />
            <span className="flex-1">Dossier et contrôle</span>
          </PathLink>
        </li>
      </ul>
    </>
  );
  // One list for both places: on a small screen the disclosure before it shows and hides it, without a script.
  return (
    <>
      <details
        // Closes again on the page it led to.
        key={pathname}
        data-chrome
        className={classNames(
          "peer group border-b border-line bg-surface px-4 open:border-b-0 lg:px-6",
          tight ? "xl:hidden" : "lg:hidden",
        )}
      >
        <summary className="flex min-h-12 cursor-pointer items-center gap-2 font-semibold">
          <Icon name="list" size={20} />
          <span className="flex-1">
            Étapes{" "}
            <span className="font-normal text-muted">
              {`(${doneCount} sur ${steps.length} faites)`}
            </span>
          </span>
          <Icon name="chevron" size={18} className="group-open:rotate-90" />
        </summary>
      </details>
      <nav
        aria-label="Étapes"
        data-chrome
        className={classNames("border-line px-4 lg:px-3", tight ? besideWide : beside)}
      >
        {list}
      </nav>
    </>
  );
}

function PathLink({
  to,
  current,
  children,
}: {
  to: string;
  current: boolean;
  children: ReactNode;
}) {
  return (
    <QuickLink
      to={to}
      aria-current={current ? "page" : undefined}
      className={classNames(
        "flex min-h-11 items-center gap-3 rounded-m px-2 py-1.5 leading-snug text-ink no-underline hover:bg-sunken",
        current && "bg-sunken font-semibold",
      )}
    >
      {children}
    </QuickLink>
  );
}

/** Number of a step in a ring that fills; a tick when it is done. */
function StepDot({
  number,
  status,
  share,
  order,
}: {
  number: number;
  status: StepProgress["status"];
  share: number;
  order: number;
}) {
  const hue = blockHue(order);
  if (status === "done")
    return (
      <span
        aria-hidden="true"
        className={classNames(
          "grid size-7 shrink-0 place-items-center rounded-full text-on-block",
          hue.fill,
        )}
      >
        <Icon name="check" size={16} />
      </span>
    );
  if (share === 0)
    return (
      <span
        aria-hidden="true"
        className="grid size-7 shrink-0 place-items-center rounded-full border border-strong text-xs font-semibold"
      >
        {number}
      </span>
    );
  const length = 2 * Math.PI * 12.5;
  return (
    <svg viewBox="0 0 28 28" className="size-7 shrink-0" aria-hidden="true">
      <circle cx="14" cy="14" r="12.5" fill="none" stroke="var(--color-strong)" />
      <circle
        cx="14"
        cy="14"
        r="12.5"
        fill="none"
        stroke={hue.value}
        strokeWidth="3"
        strokeDasharray={`${(length * share).toFixed(1)} ${length.toFixed(1)}`}
        transform="rotate(-90 14 14)"
      />
      <text
        x="14"
        y="14"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="12"
        fontWeight="600"
        fill="currentColor"
      >
        {number}
      </text>
    </svg>
  );
}
