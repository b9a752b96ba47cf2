import { useRevalidator } from "@remix-run/react";
import { Suspense, useCallback, useState } from "react";
import type { Figure } from "~/domain/figure.ts";
import type { Finding } from "~/domain/finding.ts";
import { paths } from "~/paths.ts";
import type { ToolProgress } from "~/tools/tool.ts";
import { toolViews } from "~/tools/views.tsx";
import { Notice } from "~/ui/notice.tsx";

type Screen = {
  version: number;
  view: unknown;
  findings: Finding[];
  figures: Figure[];
  progress: ToolProgress;
};

const UNREACHABLE =
  "Le serveur ne répond pas. Rien n’a été envoyé ; ce que vous avez tapé est encore là : réessayez dans un instant.";

/**
 * Shows one tool and carries its moves to the server. A refused or stale move changes nothing here but the
 * message and, when stale, the screen; what was typed stays in the tool's own fields.
 */
export function ToolHost({
  workspaceId,
  tool,
  title,
  initial,
  action,
  makesImages,
}: {
  workspaceId: string;
  tool: string;
  title: string;
  initial: Screen;
  action: string;
  /** Whether a model makes images on this platform. */
  makesImages: boolean;
}) {
  const [screen, setScreen] = useState(initial);
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  // A loader that ran again (another step, a form without script) brings a newer version.
  const shown = initial.version > screen.version ? initial : screen;

  const submit = useCallback(
    async (move: unknown): Promise<boolean> => {
      setPending(true);
      setRefusal(null);
      try {
        const response = await fetch(action, {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json" },
          body: JSON.stringify({ version: shown.version, action: move }),
        });
        if (response.status === 401) {
          setRefusal(
            "Votre session a expiré. Reconnectez-vous dans un autre onglet, puis réessayez : ce que vous avez tapé reste ici.",
          );
          return false;
        }
        const answer = await response.json();
        if (typeof answer.version === "number") setScreen(answer as Screen);
        if (!answer.ok) {
          setRefusal(answer.message ?? UNREACHABLE);
          return false;
        }
        revalidate();
        return true;
      } catch {
        setRefusal(UNREACHABLE);
        return false;
      } finally {
        setPending(false);
      }
    },
    [action, shown.version, revalidate],
  );

  const View = toolViews[tool];
  if (!View) return <Notice tone="danger">Cet outil n’a pas d’écran.</Notice>;
  return (
    <section aria-labelledby={`tool-${tool}`}>
      <h2
        id={`tool-${tool}`}
        className="mb-4 font-title text-xl group-data-[several]/views:sr-only"
      >
        {title}
      </h2>
      <Suspense fallback={<p className="text-muted">L’outil s’ouvre…</p>}>
        <View
          {...shown}
          submit={submit}
          pending={pending}
          refusal={refusal}
          formAction={action}
          imagesPath={paths.images(workspaceId)}
          videosPath={paths.videos(workspaceId)}
          generatedImagePath={makesImages ? paths.generatedImage(workspaceId) : null}
        />
      </Suspense>
    </section>
  );
}
