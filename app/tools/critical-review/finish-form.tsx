import { Button } from "~/ui/button.tsx";
import { MoveForm } from "~/ui/move-form.tsx";
import type { ReviewView } from "./view-model.ts";

/** « J’ai fini »: the answers are shown after it, and the first reading is kept as it is. */
export function FinishForm({ view }: { view: ReviewView }) {
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-6">
      <p className="measure">
        {view.pass === 1
          ? "Quand vous pensez avoir tout vu, dites-le\u00a0: vous verrez ce qui a échappé, expliqué. Votre première lecture sera gardée telle quelle\u00a0; vous pourrez en faire une seconde."
          : "Second passage\u00a0: la première lecture reste gardée à côté."}
      </p>
      <MoveForm action={{ type: "finish" }}>
        <Button type="submit" variant="primary">
          J’ai fini ma relecture
        </Button>
      </MoveForm>
    </div>
  );
}
