import type { ToolViewProps } from "~/tools/views.tsx";
import { FindingList } from "~/ui/finding-list.tsx";
import { PlayProvider } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { PhasePanels } from "~/ui/phase-panels.tsx";
import { FilmScreen } from "./screen-film.tsx";
import { ShotsScreen } from "./screen-shots.tsx";
import { WordsScreen } from "./screen-words.tsx";
import type { AnimationView } from "./view-model.ts";

/** « Banc d’animation »: shots, words for all, the file, what was observed. */
export function AnimationBenchView({
  imagesPath = null,
  videosPath = null,
  ...props
}: ToolViewProps) {
  const view = props.view as AnimationView;
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
      <div className="@container">
        <PhasePanels
          label="Étapes du banc d’animation"
          name="animation"
          goTo="plans"
          phases={[
            {
              id: "plans",
              label: "Découper",
              title: "Écrire les plans",
              done: view.shots.length > 1 && view.shots.every((s) => s.faults.length === 0),
              panel: <ShotsScreen view={view} />,
            },
            {
              id: "mots",
              label: "Accompagner",
              title: "Rendre l’animation accessible",
              done:
                view.alternative.trim() !== "" &&
                view.mention.trim() !== "" &&
                view.poster !== null,
              panel: <WordsScreen view={view} />,
            },
            {
              id: "rendre",
              label: "Rendre",
              title: "Rendre le fichier",
              done: view.fresh,
              panel: <FilmScreen view={view} imagesPath={imagesPath} videosPath={videosPath} />,
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
