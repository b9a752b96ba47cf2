import { Link, useLocation, useSearchParams } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import type { NextThing, StepProgress } from "~/domain/workspace.ts";
import { paths } from "~/paths.ts";
import { BlockMark, blockHue } from "~/ui/block-mark.tsx";
import { classNames } from "~/ui/class-names.ts";
import { Icon, type IconName } from "~/ui/icon.tsx";
import { ProgressBar } from "~/ui/progress.tsx";

export const panels = ["sujet", "competences", "constats", "essais"] as const;
export type PanelName = (typeof panels)[number];

const panelLabels: Record<PanelName, { label: string; icon: IconName }> = {
  sujet: { label: "Sujet", icon: "document" },
  competences: { label: "Compétences", icon: "list" },
  constats: { label: "Constats", icon: "check" },
  essais: { label: "Banc de prompts", icon: "speech" },
};

export type ShellProps = {
  workspace: { id: string; title: string };
  block: { id: string; order: number; title: string };
  steps: StepProgress[];
  next: NextThing;
  rated: number;
  competencies: number;
  currentStep: string | null;
  /** The open side panel and its content. */
  panel: { name: PanelName; content: ReactNode } | null;
  children: ReactNode;
};

/** Where a next thing is done. */
export function nextHref(workspaceId: string, next: NextThing): string {
  switch (next.kind) {
    case "tool":
      return `${paths.step(workspaceId, next.step)}?vue=${next.tool}`;
    case "section":
      return `${paths.step(workspaceId, next.step)}?vue=${next.section}`;
    case "finish-step":
    case "step":
      return paths.step(workspaceId, next.step);
    case "assessment":
      return paths.assessment(workspaceId);
    case "dossier":
      return paths.dossier(workspaceId);
  }
}

/** The frame of a workspace: where I am and what is next on top, the path on the left, one panel on the right. */
export function WorkspaceShell(props: ShellProps) {
  const { workspace, block, next } = props;
  return (
    <div className="flex min-h-dvh flex-col">
      <header data-chrome className="sticky top-0 z-20 border-b border-line bg-paper">
        <div className="flex min-h-14 items-center gap-x-4 gap-y-1 px-4 py-2 lg:px-6">
          <Link
            to={paths.dashboard()}
            className="inline-flex min-h-8 shrink-0 items-center gap-2 text-s text-muted no-underline hover:text-ink"
          >
            <Icon name="back" size={18} />
            <span className="sr-only sm:not-sr-only">Tableau de bord</span>
          </Link>
          <p className="flex min-w-0 items-center gap-2">
            <BlockMark order={block.order} label={block.id} />
            <span className="truncate font-title font-semibold">{workspace.title}</span>
          </p>
          <p className="ml-auto hidden min-w-0 max-w-md shrink-0 items-center gap-2 text-s lg:flex">
            <span className="text-muted">À faire{"\u00a0"}:</span>
            <Link to={nextHref(workspace.id, next)} className="truncate font-semibold">
              {next.text}
            </Link>
          </p>
        </div>
      </header>

      <div className="flex-1 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
        <StepPath {...props} />
        <main id="contenu" tabIndex={-1} className="min-w-0 pb-28 outline-none lg:pb-16">
          <p className="mx-4 mt-4 rounded-m bg-sunken px-4 py-2 text-s lg:hidden">
            <span className="text-muted">À faire{"\u00a0"}: </span>
            <Link to={nextHref(workspace.id, next)} className="font-semibold">
              {next.text}
            </Link>
          </p>
          {props.children}
        </main>
      </div>

      {props.panel ? (
        <SidePanel name={props.panel.name}>{props.panel.content}</SidePanel>
      ) : (
        <PanelBar />
      )}
    </div>
  );
}

const statusWords = { todo: "à faire", started: "commencée", done: "faite" } as const;

function StepPath({ workspace, block, steps, currentStep, rated, competencies }: ShellProps) {
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
                <span className="sr-only"> ({statusWords[step.status]})</span>
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
            <span className="text-s text-muted tabular-nums">
              {rated}/{competencies}
            </span>
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
  return (
    <>
      <nav
        aria-label="Étapes"
        data-chrome
        className="sticky top-14 hidden max-h-[calc(100dvh-3.5rem)] self-start overflow-y-auto border-r border-line px-4 py-6 lg:block"
      >
        {list}
      </nav>
      <details data-chrome className="group border-b border-line bg-surface px-4 lg:hidden">
        <summary className="flex min-h-12 cursor-pointer items-center gap-2 font-semibold">
          <Icon name="list" size={20} />
          <span className="flex-1">
            Étapes{" "}
            <span className="font-normal text-muted">
              ({doneCount} sur {steps.length} faites)
            </span>
          </span>
          <Icon name="chevron" size={18} className="group-open:rotate-90" />
        </summary>
        <nav aria-label="Étapes (menu)" className="pb-4">
          {list}
        </nav>
      </details>
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
    <Link
      to={to}
      aria-current={current ? "page" : undefined}
      className={classNames(
        "flex min-h-11 items-center gap-3 rounded-m px-2 py-1.5 leading-snug text-ink no-underline hover:bg-sunken",
        current && "bg-sunken font-semibold",
      )}
    >
      {children}
    </Link>
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
  const length = 2 * Math.PI * 12.5;
  return (
    <svg viewBox="0 0 28 28" className="size-7 shrink-0" aria-hidden="true">
      <circle cx="14" cy="14" r="12.5" fill="none" stroke="var(--color-strong)" />
      {share > 0 ? (
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
      ) : null}
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

/** The address of this page with a panel opened, or closed. */
function usePanelHref() {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  return (name: PanelName | null) => {
    const next = new URLSearchParams(search);
    if (name) next.set("panneau", name);
    else next.delete("panneau");
    const query = next.toString();
    return query ? `${pathname}?${query}` : pathname;
  };
}

/** The four panels in a row; the open one's link closes it. */
function PanelLinks({ open, className }: { open: PanelName | null; className: string }) {
  const href = usePanelHref();
  return (
    <ul className={classNames("grid grid-cols-4", className)}>
      {panels.map((name) => (
        <li key={name}>
          <Link
            to={href(open === name ? null : name)}
            preventScrollReset
            data-panel={name}
            aria-current={open === name ? "true" : undefined}
            className={classNames(
              "flex min-h-14 flex-col items-center justify-center gap-0.5 px-2 py-1.5 text-center text-xs leading-tight no-underline hover:bg-sunken",
              open === name ? "font-semibold text-accent" : "text-ink",
              open === null && "lg:w-24 lg:py-3",
            )}
          >
            <Icon name={panelLabels[name].icon} size={20} />
            {panelLabels[name].label}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function PanelBar() {
  return (
    <nav
      aria-label="Panneau latéral"
      data-chrome
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:inset-x-auto lg:top-1/2 lg:right-0 lg:bottom-auto lg:-translate-y-1/2 lg:rounded-l-lg lg:border lg:border-r-0 lg:shadow-raised"
    >
      <PanelLinks open={null} className="lg:grid-cols-1" />
    </nav>
  );
}

function SidePanel({ name, children }: { name: PanelName; children: ReactNode }) {
  const href = usePanelHref();
  const heading = useRef<HTMLHeadingElement>(null);
  const close = useRef<HTMLAnchorElement>(null);

  // A panel opened by a click takes the focus, so that a screen reader and the keyboard follow.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    return () => {
      document.querySelector<HTMLElement>(`[data-panel="${name}"]`)?.focus({ preventScroll: true });
    };
  }, [name]);

  return (
    <aside
      aria-labelledby="panel-title"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) close.current?.click();
      }}
      className="fixed inset-0 z-30 overflow-y-auto bg-surface pb-8 lg:top-14 lg:left-auto lg:w-[27rem] lg:border-l lg:border-line lg:shadow-raised print:hidden"
    >
      <div className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-line bg-surface px-5 py-3">
        <h2 id="panel-title" ref={heading} tabIndex={-1} className="font-title text-l outline-none">
          {panelLabels[name].label}
        </h2>
        <Link
          ref={close}
          to={href(null)}
          preventScrollReset
          className="inline-flex min-h-8 items-center gap-1.5 text-s text-muted no-underline hover:text-ink"
        >
          Fermer <Icon name="close" size={18} />
        </Link>
      </div>
      {/* The bar lies under the open panel: its links are here meanwhile. */}
      <nav aria-label="Panneau latéral" className="border-b border-line">
        <PanelLinks open={name} className="" />
      </nav>
      <div className="px-5 py-5">{children}</div>
    </aside>
  );
}
