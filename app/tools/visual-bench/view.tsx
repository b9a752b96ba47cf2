import type { ToolViewProps } from "~/tools/views.tsx";
import { FindingList } from "~/ui/finding-list.tsx";
import { PlayProvider } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PhasePanels } from "~/ui/phase-panels.tsx";
import { ChooseScreen } from "./screen-choose.tsx";
import { LayoutScreen } from "./screen-layout.tsx";
import { PromptScreen } from "./screen-prompt.tsx";
import { RenderScreen } from "./screen-render.tsx";
import type { VisualView } from "./view-model.ts";

/** « Banc visuel »: prompt, choose, lay out, render, read. */
export function VisualBenchView({
  imagesPath = null,
  generatedImagePath = null,
  ...props
}: ToolViewProps) {
  const view = props.view as VisualView;
  const { version, formAction, pending, refusal, submit } = props;
  const chosen = view.source === "own" ? view.own.asset !== null : view.kept !== null;
  const received = view.received?.asset ?? null;
  return (
    <PlayProvider {...{ version, formAction, pending, refusal, submit }}>
      {refusal ? (
        <Notice
          tone="warning"
          role="alert"
          title="Votre demande n’a pas été prise en compte"
          className="mb-6"
        >
          {refusal}
        </Notice>
      ) : null}
      <div className="@container">
        <PhasePanels
          label="Étapes du banc visuel"
          name="visuel"
          goTo="prompt"
          phases={[
            {
              id: "prompt",
              label: "Écrire",
              title: "Écrire le prompt, élément par élément",
              done: view.versions.length > 1,
              panel: <PromptScreen view={view} {...{ imagesPath, generatedImagePath }} />,
            },
            {
              id: "choisir",
              label: "Choisir",
              title: "Comparer, examiner, garder une image",
              done: chosen,
              panel: <ChooseScreen view={view} imagesPath={imagesPath} />,
            },
            {
              id: "composer",
              label: "Mettre en page",
              title: "Mettre en page et décrire",
              done: chosen && view.alt.trim() !== "" && view.mention.trim() !== "",
              panel: <LayoutScreen view={view} imagesPath={imagesPath} />,
            },
            {
              id: "rendre",
              label: "Rendre",
              title: "Rendre le fichier",
              done: view.exported !== null || received !== null,
              panel: <RenderScreen view={view} imagesPath={imagesPath} />,
            },
            {
              id: "constats",
              label: "Constats",
              title: "Lire les constats",
              done: false,
              panel: (
                <div className="mt-4">
                  <FindingList findings={props.findings} />
                </div>
              ),
            },
          ]}
        />
      </div>
    </PlayProvider>
  );
}
