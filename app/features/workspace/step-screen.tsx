import { Form, Link, useRouteLoaderData, useSearchParams } from "@remix-run/react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { DocNode } from "~/domain/document.ts";
import type { Figure } from "~/domain/figure.ts";
import type { Section, Step } from "~/domain/subject.ts";
import type { NextThing, StepProgress } from "~/domain/workspace.ts";
import { SectionEditor, type SectionEditorHandle } from "~/editor/section-editor.tsx";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { classNames } from "~/ui/class-names.ts";
import { formatNumber } from "~/ui/french.ts";
import { LinkTabs } from "~/ui/tabs.tsx";
import { useRegisterEditor } from "./editor-bridge.tsx";
import { Instructions } from "./instructions.tsx";
import { STEP_END } from "./next-thing.tsx";

export type StepView =
  | { kind: "tool"; id: string; title: string }
  | { kind: "section"; id: string; title: string };

export type StepScreenProps = {
  workspaceId: string;
  step: Step;
  number: number;
  total: number;
  done: boolean;
  views: StepView[];
  current: StepView | null;
  nextStep: { id: string; title: string } | null;
  children: ReactNode;
};

/** What of the workspace's page is used here. */
type FrameData = { steps: StepProgress[]; next: NextThing };

/** One step: its goal and instructions, its tools and sections as views, and the way on. */
export function StepScreen(props: StepScreenProps) {
  const { step, workspaceId, current, done } = props;
  const frame = useRouteLoaderData<FrameData>("routes/workspace");
  const [search] = useSearchParams();
  const panel = search.get("panneau");
  const beside = panel === null;
  const here = paths.step(workspaceId, step.id);
  const kept = panel ? `&panneau=${panel}` : "";
  const status = frame?.steps.find((s) => s.id === step.id)?.status ?? "todo";
  const finish = frame?.next.kind === "finish-step";
  return (
    <div
      className={classNames(
        "mx-auto w-full max-w-3xl px-4 pt-4 lg:px-8 lg:pt-7",
        beside && "xl:grid xl:max-w-[66rem] xl:grid-cols-[minmax(0,1fr)_17rem] xl:gap-x-10",
      )}
    >
      <header>
        <p className="text-s text-muted">
          {`Étape ${props.number} sur ${props.total} · environ ${formatDuration(step.minutes)}`}
          {step.competencies.length > 0 ? ` · ${step.competencies.join(", ")}` : ""}
        </p>
        <h1 className="mt-0.5 font-title text-2xl text-balance">{step.title}</h1>
        <p className="measure mt-1 text-muted text-pretty">{step.goal}</p>
      </header>

      <div className={beside ? "xl:col-start-2 xl:row-span-2 xl:row-start-1" : undefined}>
        <Instructions
          key={step.id}
          lines={step.instructions}
          place={`${workspaceId}/${step.id}`}
          begun={status !== "todo"}
          beside={beside}
        />
      </div>

      <div className="group/views min-w-0" data-several={props.views.length > 1 || undefined}>
        {props.views.length > 1 ? (
          <LinkTabs
            label="Travaux de l’étape"
            className="mt-4"
            items={props.views.map((view) => ({
              to: `${here}?vue=${view.id}${kept}`,
              label: view.title,
              current: view.id === current?.id,
            }))}
          />
        ) : null}

        <div className="mt-5">{props.children}</div>

        <footer
          id={STEP_END}
          className="mt-12 flex flex-wrap items-center gap-x-5 gap-y-3 border-t border-line pt-6"
          data-chrome
        >
          <Form method="post" action={here}>
            <input type="hidden" name="intent" value={done ? "reopen" : "finish"} />
            <Button type="submit" variant={finish && !done ? "primary" : "secondary"}>
              {done ? "Rouvrir l’étape" : "Marquer l’étape comme faite"}
            </Button>
          </Form>
          {props.nextStep ? (
            <Link to={paths.step(workspaceId, props.nextStep.id)}>
              {`Étape suivante\u00a0: ${props.nextStep.title}`}
            </Link>
          ) : (
            <Link to={paths.assessment(workspaceId)}>S’auto-évaluer</Link>
          )}
        </footer>
      </div>
    </div>
  );
}

/** « 45 min », « 1 h 30 ». */
function formatDuration(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest ? `\u00a0${rest}` : ""}`;
}

/** The editor of one section, announced to the side panel while it is on screen. */
export function SectionWork({
  workspaceId,
  section,
  initial,
  figures,
}: {
  workspaceId: string;
  section: Section;
  /** The text as JSON: one string travels and wakes faster than a tree of objects. */
  initial: { version: number; json: string; savedAt: string | null };
  figures: Figure[];
}) {
  const { version, json, savedAt } = initial;
  const text = useMemo(
    () => ({ version, doc: JSON.parse(json) as DocNode, savedAt }),
    [version, json, savedAt],
  );
  const handle = useRef<SectionEditorHandle>(null);
  const register = useRegisterEditor();
  useEffect(
    () =>
      register({
        sectionKey: section.key,
        sectionTitle: section.title,
        insertText: (text, origin) => handle.current?.insertText(text, origin),
      }),
    [register, section.key, section.title],
  );
  return (
    <section aria-labelledby={`section-${section.key}`}>
      <h2
        id={`section-${section.key}`}
        className="font-title text-xl group-data-[several]/views:sr-only"
      >
        {section.title}
      </h2>
      <p className="measure text-s text-muted text-pretty">
        {section.guidance}{" "}
        <span className="whitespace-nowrap">
          {`Repère\u00a0: ${formatNumber(section.words.min)} à ${formatNumber(section.words.max)} mots.`}
        </span>
      </p>
      <div className="mt-4">
        <SectionEditor
          key={section.key}
          ref={handle}
          workspaceId={workspaceId}
          sectionKey={section.key}
          title={section.title}
          targetWords={section.words}
          initial={text}
          figures={figures}
          imagesPath={paths.images(workspaceId)}
          savePath={paths.section(workspaceId, section.key)}
          revisionsPath={paths.revisions(workspaceId, section.key)}
        />
      </div>
    </section>
  );
}
