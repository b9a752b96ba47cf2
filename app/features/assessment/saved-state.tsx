import { formatTime } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { type Draft, phaseOf } from "./rating-draft.ts";

/** Where the text is now: on the server, on its way, or on this device only. */
export function SavedState({ draft, alive }: { draft: Draft; alive: boolean }) {
  const phase = phaseOf(draft);
  // Without scripts nothing is kept here: the form itself holds the text.
  const kept = alive ? "Gardé sur cet appareil. " : "";
  switch (phase) {
    case "untouched":
      return <p className="text-s text-muted">Rien d’enregistré pour l’instant.</p>;
    case "typing":
      return (
        <State>
          {draft.restored
            ? "Texte retrouvé sur cet appareil, enregistrement…"
            : "Modification en cours…"}
        </State>
      );
    case "sending":
      return <State>Enregistrement…</State>;
    case "conflict":
      return <State>{kept}Choisissez le texte à enregistrer.</State>;
    case "failed":
      return (
        <p role="status" className="flex items-start gap-2 text-s font-semibold text-danger">
          <Icon name="offline" size={18} className="mt-0.5 shrink-0" />
          <span>
            {kept}
            {draft.failure?.message}
          </span>
        </p>
      );
    case "saved":
      return (
        <State>
          <Icon name="check" size={18} className="text-success" />
          {draft.savedAt ? `Enregistré à\u00A0${formatTime(draft.savedAt)}` : "Enregistré"}
        </State>
      );
  }
}

function State({ children }: { children: React.ReactNode }) {
  return (
    <p role="status" className="flex items-center gap-2 text-s text-muted">
      {children}
    </p>
  );
}
