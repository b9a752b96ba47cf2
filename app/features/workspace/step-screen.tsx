import { Form, Link } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import type { DocNode } from "~/domain/document.ts";
import type { Figure } from "~/domain/figure.ts";
import type { Section, Step } from "~/domain/subject.ts";
import { SectionEditor, type SectionEditorHandle } from "~/editor/section-editor.tsx";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { formatNumber } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { LinkTabs } from "~/ui/tabs.tsx";
import { useRegisterEditor } from "./editor-bridge.tsx";

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

/** One step: its goal and instructions, its tools and sections as views, and the way on. */
export function StepScreen(props: StepScreenProps) {
  const { step, workspaceId, current } = props;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-6 lg:px-8 lg:pt-10">
      <header>
        <p className="text-s text-muted">
          Étape {props.number} sur {props.total} · environ {formatDuration(step.minutes)}
          {step.competencies.length > 0 ? ` · ${step.competencies.join(", ")}` : ""}
        </p>
        <h1 className="mt-1 font-title text-2xl text-balance lg:text-3xl">{step.title}</h1>
        <p className="measure mt-2 text-l text-muted text-pretty">{step.goal}</p>
      </header>

      <details className="group mt-5 rounded-m bg-sunken px-5 py-3" open={!props.done}>
        <summary className="flex min-h-8 cursor-pointer items-center gap-2 font-semibold">
          <Icon name="chevron" size={16} className="group-open:rotate-90" /> Consignes
        </summary>
        <ol className="measure mt-2 mb-2 list-decimal pl-6 marker:text-muted">
          {step.instructions.map((line) => (
            <li key={line} className="mt-1.5">
              {line}
            </li>
          ))}
        </ol>
      </details>

      {props.views.length > 1 ? (
        <LinkTabs
          label="Travaux de l’étape"
          className="mt-8"
          items={props.views.map((view) => ({
            to: `${paths.step(workspaceId, step.id)}?vue=${view.id}`,
            label: view.title,
            current: view.id === current?.id,
          }))}
        />
      ) : null}

      <div className="mt-6">{props.children}</div>

      <footer
        className="mt-12 flex flex-wrap items-center gap-3 border-t border-line pt-6"
        data-chrome
      >
        <Form method="post" action={paths.step(workspaceId, step.id)}>
          <input type="hidden" name="intent" value={props.done ? "reopen" : "finish"} />
          <Button type="submit" variant={props.done ? "secondary" : "primary"}>
            {props.done ? "Rouvrir l’étape" : "Marquer l’étape comme faite"}
          </Button>
        </Form>
        {props.nextStep ? (
          <Link to={paths.step(workspaceId, props.nextStep.id)}>
            Étape suivante{"\u00a0"}: {props.nextStep.title}
          </Link>
        ) : (
          <Link to={paths.assessment(workspaceId)}>S’auto-évaluer</Link>
        )}
      </footer>
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
  initial: { version: number; doc: DocNode; savedAt: string | null };
  figures: Figure[];
}) {
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
      <h2 id={`section-${section.key}`} className="font-title text-xl">
        {section.title}
      </h2>
      <p className="measure mt-1 text-muted">{section.guidance}</p>
      <p className="mt-1 text-s text-muted">
        Repère{"\u00a0"}: {formatNumber(section.words.min)} à {formatNumber(section.words.max)} mots
      </p>
      <div className="mt-4">
        <SectionEditor
          key={section.key}
          ref={handle}
          workspaceId={workspaceId}
          sectionKey={section.key}
          title={section.title}
          targetWords={section.words}
          initial={initial}
          figures={figures}
          imagesPath={paths.images(workspaceId)}
          savePath={paths.section(workspaceId, section.key)}
          revisionsPath={paths.revisions(workspaceId, section.key)}
        />
      </div>
    </section>
  );
}
