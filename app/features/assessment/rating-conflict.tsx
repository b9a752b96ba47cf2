import type { Certification } from "~/domain/certification.ts";
import { Button } from "~/ui/button.tsx";
import { formatDateTime } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";
import type { RatingContent } from "./intents.ts";
import { bothTexts, type StoredRating } from "./rating-draft.ts";

/**
 * Two texts for one competency, typed in two places: both in sight, and a person decides.
 * Without `onChoose` (no scripts), the stored text is shown above the form, which holds one's own.
 */
export function RatingConflict({
  mine,
  theirs,
  scale,
  onChoose,
}: {
  mine: RatingContent;
  theirs: StoredRating;
  scale: Certification["scale"];
  onChoose?: (content: RatingContent) => void;
}) {
  const stored = { level: theirs.level, justification: theirs.justification };
  return (
    <Notice tone="warning" title="Deux versions de cette évaluation" role="alert">
      <p>
        Elle a été modifiée dans un autre onglet ou sur un autre appareil. Rien n’a été remplacé
        {"\u00a0"}: comparez, puis choisissez.
      </p>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        <Version title="Ce que vous avez écrit ici" content={mine} scale={scale} />
        <Version
          title={
            theirs.savedAt
              ? `Ce qui est enregistré (${formatDateTime(theirs.savedAt)})`
              : "Ce qui est enregistré"
          }
          content={stored}
          scale={scale}
        />
      </div>
      {onChoose ? (
        <div className="mt-4 flex flex-wrap gap-3">
          <Button size="s" onClick={() => onChoose(mine)}>
            Garder ce que j’ai écrit ici
          </Button>
          <Button size="s" onClick={() => onChoose(stored)}>
            Reprendre ce qui est enregistré
          </Button>
          <Button size="s" onClick={() => onChoose(bothTexts(mine, stored))}>
            Réunir les deux textes
          </Button>
        </div>
      ) : (
        <p className="mt-3">
          Le formulaire contient ce que vous avez écrit{"\u00a0"}: complétez-le si besoin, puis
          enregistrez.
        </p>
      )}
    </Notice>
  );
}

function Version({
  title,
  content,
  scale,
}: {
  title: string;
  content: RatingContent;
  scale: Certification["scale"];
}) {
  const level = scale.levels.find((l) => l.level === content.level);
  return (
    <div className="min-w-0">
      <p className="font-semibold">{title}</p>
      <p className="text-s">
        Niveau{"\u00a0"}: {level?.label ?? "non choisi"}
      </p>
      <p className="mt-1 max-h-60 overflow-y-auto rounded-m border border-line bg-surface p-3 break-words whitespace-pre-wrap">
        {content.justification || "Aucune justification."}
      </p>
    </div>
  );
}
