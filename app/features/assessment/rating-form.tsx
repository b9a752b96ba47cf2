import { Form } from "@remix-run/react";
import {
  JUSTIFICATION_MAX,
  JUSTIFICATION_MIN,
  justificationLength,
  type Rating,
} from "~/domain/assessment.ts";
import type { Certification } from "~/domain/certification.ts";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { RadioGroup, TextArea } from "~/ui/field.tsx";
import { formatCount } from "~/ui/french.ts";
import { RatingConflict } from "./rating-conflict.tsx";
import type { Refusal } from "./rating-draft.ts";
import { SavedState } from "./saved-state.tsx";
import { useRatingDraft } from "./use-rating-draft.ts";
import { anchor } from "./view.ts";

export type RatingFormProps = {
  workspaceId: string;
  attempt: number;
  competency: { id: string; shortTitle: string };
  scale: Certification["scale"];
  rating: Rating | null;
  /** The server's refusal of this very form, sent without scripts. */
  refusal: Refusal | null;
  onSaved: (rating: Rating) => void;
};

/** Level and justification of one competency: saved as they are typed, or by the button. */
export function RatingForm(props: RatingFormProps) {
  const { workspaceId, attempt, competency, scale, rating, refusal, onSaved } = props;
  const { draft, alive, edit, saveNow, choose } = useRatingDraft({
    workspaceId,
    attempt,
    competency: competency.id,
    rating,
    refusal,
    onSaved,
  });
  const shown = draft.content;
  const length = justificationLength(shown.justification);
  return (
    <div className="flex flex-col gap-4">
      {draft.conflict ? (
        <RatingConflict
          mine={shown}
          theirs={draft.conflict}
          scale={scale}
          onChoose={alive ? choose : undefined}
        />
      ) : null}
      <Form
        method="post"
        action={`${paths.assessment(workspaceId)}?competence=${competency.id}#${anchor(competency.id)}`}
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          saveNow();
        }}
      >
        <input type="hidden" name="intent" value="rate" />
        <input type="hidden" name="competency" value={competency.id} />
        <input type="hidden" name="attempt" value={attempt} />
        <input type="hidden" name="version" value={draft.conflict?.version ?? draft.version} />
        <RadioGroup
          legend={`Votre niveau pour ${competency.id}`}
          hint="Échelle de la plateforme, non officielle."
          name="level"
          value={shown.level === null ? "" : String(shown.level)}
          onChange={(value) => edit({ level: value === "" ? null : Number(value) })}
          options={scale.levels.map((level) => ({
            value: String(level.level),
            label: level.label,
            description: level.description,
          }))}
        />
        <div>
          <TextArea
            label="Votre justification"
            name="justification"
            hint="Dites ce qui, dans votre travail, montre ce niveau, et ce qui manque encore."
            rows={5}
            maxLength={JUSTIFICATION_MAX}
            value={shown.justification}
            onChange={(event) => edit({ justification: event.currentTarget.value })}
          />
          <p className="mt-1 text-s text-muted">
            {length < JUSTIFICATION_MIN
              ? `Une évaluation compte à partir de ${JUSTIFICATION_MIN} caractères (${formatCount(length, "caractère", "caractères")} pour l’instant).`
              : `${formatCount(length, "caractère", "caractères")} sur ${JUSTIFICATION_MAX} au plus.`}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {draft.conflict && alive ? null : (
            <Button type="submit" size="s">
              Enregistrer
            </Button>
          )}
          <SavedState draft={draft} alive={alive} />
        </div>
      </Form>
    </div>
  );
}
