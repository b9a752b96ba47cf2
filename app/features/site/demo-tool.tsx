import { Suspense } from "react";
import { paths } from "~/paths.ts";
import { toolViews } from "~/tools/views.tsx";
import { Button, LinkButton } from "~/ui/button.tsx";
import { FigureView } from "~/ui/figure-view.tsx";
import { Notice } from "~/ui/notice.tsx";
import type { DemoScreen } from "./demo-answer.ts";
import { useDemo } from "./use-demo.ts";

/** One tool, played for real on a sample case; its figures show what a dossier would receive. */
export function DemoTool({ tool, initial }: { tool: string; initial: DemoScreen }) {
  const address = paths.demoTool(tool);
  const { screen, refusal, pending, submit, restart } = useDemo(tool, address, initial);
  const View = toolViews[tool];
  if (!View) return <Notice tone="danger">Cet outil n’a pas d’écran.</Notice>;
  return (
    <>
      <noscript>
        <Notice tone="warning" className="mb-6">
          La démonstration a besoin de JavaScript. Dans un espace de travail, cet outil s’en passe.
        </Notice>
      </noscript>
      <h2 className="sr-only">L’outil</h2>
      <Suspense fallback={<p className="text-muted">L’outil s’ouvre…</p>}>
        <View
          {...screen}
          submit={submit}
          pending={pending}
          refusal={refusal}
          formAction={address}
          imagesPath={null}
          videosPath={null}
          generatedImagePath={null}
        />
      </Suspense>
      {screen.figures.length > 0 ? (
        <section aria-labelledby="figures" className="mt-14 border-t-2 border-ink pt-6">
          <h2 id="figures" className="text-2xl">
            Ce que le dossier recevrait
          </h2>
          <div className="mt-6 flex flex-col gap-6">
            {screen.figures.map((figure) => (
              <FigureView key={figure.id} figure={figure} />
            ))}
          </div>
        </section>
      ) : null}
      <div className="mt-12 flex flex-wrap items-center gap-4 border-t border-line pt-6">
        <LinkButton to={paths.subjects()}>Travailler un vrai sujet</LinkButton>
        {screen.version > 0 ? (
          <Button variant="quiet" onClick={restart} disabled={pending}>
            Recommencer la démonstration
          </Button>
        ) : null}
      </div>
    </>
  );
}
