import { type ReactNode, useRef } from "react";
import type { NextThing, StepProgress } from "~/domain/workspace.ts";
import { paths } from "~/paths.ts";
import { BlockMark } from "~/ui/block-mark.tsx";
import { classNames } from "~/ui/class-names.ts";
import { Icon } from "~/ui/icon.tsx";
import { QuickLink, QuickLinks } from "~/ui/quick-link.tsx";
import { NextThingLink } from "./next-thing.tsx";
import { PanelBar, type PanelName, SidePanel } from "./side-panel.tsx";
import { StepPath } from "./step-path.tsx";

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

/** How high the sticky header is, and with it where the editor's bar stops. */
const heights =
  "[--workspace-header-height:3rem] lg:[--workspace-header-height:3.5rem] [--editor-toolbar-top:var(--workspace-header-height)]";

/** The frame of a workspace: where I am and what is next on top, the path on the left, one panel on the right. */
export function WorkspaceShell(props: ShellProps) {
  const { workspace, block, next, panel } = props;
  const page = useRef<HTMLDivElement>(null);
  return (
    <QuickLinks>
      <div className={heights}>
        <div ref={page} className="flex min-h-dvh flex-col">
          <header
            data-chrome
            className="sticky top-0 z-20 flex h-(--workspace-header-height) items-center gap-x-2 border-b border-line bg-paper px-4 lg:gap-x-4 lg:pr-[27rem]"
          >
            <QuickLink
              to={paths.dashboard()}
              className="-ml-3 grid size-11 shrink-0 place-items-center rounded-m text-muted hover:bg-sunken hover:text-ink lg:-mr-3"
            >
              <Icon name="back" size={18} />
              <span className="sr-only">Tableau de bord</span>
            </QuickLink>
            <p className="flex min-w-0 flex-1 items-center gap-2">
              <BlockMark order={block.order} label={block.id} />
              <span title={workspace.title} className="truncate font-title font-semibold">
                {workspace.title}
              </span>
            </p>
            <p className="hidden min-w-0 max-w-[50%] shrink-0 items-center gap-2 text-s lg:flex">
              <span className="shrink-0 text-muted">{"À faire\u00a0:"}</span>
              <NextThingLink
                workspaceId={workspace.id}
                next={next}
                className="truncate py-1 font-semibold"
              />
            </p>
          </header>

          <div
            className={classNames(
              "flex-1 print:block",
              panel
                ? "lg:pr-96 xl:grid xl:grid-cols-[15rem_minmax(0,1fr)] 2xl:pr-[28rem]"
                : "lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]",
            )}
          >
            <StepPath {...props} tight={panel !== null} />
            <main id="contenu" tabIndex={-1} className="min-w-0 pb-28 outline-none lg:pb-16">
              <p
                data-chrome
                className="border-b border-line px-4 py-2.5 text-s lg:hidden print:hidden"
              >
                <span className="text-muted">{"À faire\u00a0: "}</span>
                <NextThingLink workspaceId={workspace.id} next={next} className="font-semibold" />
              </p>
              {props.children}
            </main>
          </div>
        </div>

        <PanelBar open={panel?.name ?? null} />
        {panel ? (
          <SidePanel name={panel.name} behind={page}>
            {panel.content}
          </SidePanel>
        ) : null}
      </div>
    </QuickLinks>
  );
}
