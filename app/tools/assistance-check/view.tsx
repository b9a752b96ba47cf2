import type { ToolViewProps } from "~/tools/views.tsx";
import { PlayProvider } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PhasePanels } from "~/ui/phase-panels.tsx";
import { CaptionsScreen } from "./screen-captions.tsx";
import { EasyScreen } from "./screen-easy.tsx";
import { ImagesScreen } from "./screen-images.tsx";
import { ReportScreen } from "./screen-report.tsx";
import type { CheckView } from "./view-model.ts";

/** « Contrôle de l’aide »: three workshops, then what was left. */
export function AssistanceCheckView(props: ToolViewProps) {
  const view = props.view as CheckView;
  const { version, formAction, pending, refusal, submit } = props;
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
      <PhasePanels
        label="Ateliers du contrôle"
        name="controle"
        goTo={view.finished ? "constats" : "images"}
        phases={[
          {
            id: "images",
            label: "Images",
            title: "Contrôler les textes alternatifs",
            done: view.visuals.every((v) => v.reviewed),
            panel: <ImagesScreen view={view} />,
          },
          {
            id: "sous-titres",
            label: "Sous-titres",
            title: "Corriger les sous-titres",
            done: view.captions.changed,
            panel: <CaptionsScreen view={view} />,
          },
          {
            id: "simplifier",
            label: "Langage simplifié",
            title: "Corriger la version simplifiée",
            done: view.easy.name !== "" && view.easy.text !== view.easy.draft,
            panel: <EasyScreen view={view} />,
          },
          {
            id: "constats",
            label: "Constats",
            title: "Comparer et lire les constats",
            done: view.report !== null,
            panel: <ReportScreen view={view} findings={props.findings} />,
          },
        ]}
      />
    </PlayProvider>
  );
}
