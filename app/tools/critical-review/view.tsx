import type { ToolViewProps } from "~/tools/views.tsx";
import { PlayProvider } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PhasePanels } from "~/ui/phase-panels.tsx";
import { ReadScreen } from "./screen-read.tsx";
import { ReportScreen } from "./screen-report.tsx";
import { RewriteScreen } from "./screen-rewrite.tsx";
import type { ReviewView } from "./view-model.ts";

/** « Relecture critique »: mark, rewrite, compare. */
export function CriticalReviewView(props: ToolViewProps) {
  const view = props.view as ReviewView;
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
        label="Étapes de la relecture"
        name="relecture"
        goTo={view.finished ? "constats" : "relever"}
        phases={[
          {
            id: "relever",
            label: "Relever",
            title: "Relever les erreurs",
            done: view.marks.length > 0,
            panel: <ReadScreen view={view} />,
          },
          {
            id: "reecrire",
            label: "Réécrire",
            title: "Réécrire le texte",
            done: view.text !== view.draft,
            panel: <RewriteScreen view={view} />,
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
