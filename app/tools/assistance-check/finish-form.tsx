import { Button } from "~/ui/button.tsx";
import { MoveForm } from "~/ui/move-form.tsx";
import type { CheckView } from "./view-model.ts";

/** « J’ai fini »: what was left is shown after it, and the first pass is kept. */
export function FinishForm({ view }: { view: CheckView }) {
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-6">
      <p className="measure">
        {view.pass === 1
          ? "Quand vous avez contrôlé les trois ateliers, dites-le\u00a0: vous verrez les erreurs de l’IA qui sont restées, expliquées. Ce premier passage sera gardé\u00a0; vous pourrez reprendre."
          : "Second passage\u00a0: le premier reste gardé à côté."}
      </p>
      <MoveForm action={{ type: "finish" }}>
        <Button type="submit" variant="primary">
          J’ai fini mon contrôle
        </Button>
      </MoveForm>
    </div>
  );
}
