import { useEffect, useRef, useState } from "react";
import { paths } from "~/paths.ts";
import { formatTime } from "~/ui/french.ts";
import { Icon, type IconName } from "~/ui/icon.tsx";
import type { JournalKind } from "./journal.ts";
import type { SaveStatus } from "./saver-machine.ts";

type Props = {
  status: SaveStatus;
  journal: JournalKind;
  /** False when this device could not keep the last text typed. */
  kept: boolean;
  onRetry: () => void;
  onMerge: () => void;
};

const icons: Record<SaveStatus["kind"], IconName> = {
  saved: "check",
  unsaved: "edit",
  saving: "cloud",
  offline: "offline",
  retrying: "alert",
  "signed-out": "lock",
  conflict: "alert",
  refused: "alert",
};

/** What the state line says; `kept`: this device holds the text that the server lacks. */
export function describeStatus(status: SaveStatus, kept: boolean): string {
  const here = kept ? "votre texte est gardé sur cet appareil" : "gardez cet onglet ouvert";
  switch (status.kind) {
    case "saved":
      return status.at
        ? `Enregistré à ${formatTime(status.at)}`
        : "Rien à enregistrer pour l’instant";
    case "unsaved":
      return "Modifications en cours";
    case "saving":
      return "Enregistrement…";
    case "offline":
      return kept ? "Hors ligne, gardé sur cet appareil" : `Hors ligne\u00A0: ${here}`;
    case "retrying":
      return `Le serveur ne répond pas\u202F; ${here}`;
    case "signed-out":
      return `Votre session a expiré\u202F; ${here}`;
    case "conflict":
      return `Ce texte a été modifié ailleurs\u202F; ${here}`;
    case "refused":
      return status.message;
  }
}

/**
 * The state line, always in sight. Work in progress is shown but not spoken, and the same sentence is not spoken
 * twice in a row: a screen reader hears when something changes for the person.
 */
export function SaveStatusLine({ status, journal, kept, onRetry, onMerge }: Props) {
  const safe = kept && journal !== "none";
  const text = describeStatus(status, safe);
  const spoken = useRef("");
  const busy = status.kind === "unsaved" || status.kind === "saving";
  const live = busy || spoken.current === text ? "off" : "polite";
  useEffect(() => {
    if (!busy) spoken.current = text;
  });
  return (
    <div className="editor-status" data-state={status.kind}>
      <Icon name={icons[status.kind]} size={16} />
      <span role="status" aria-live={live}>
        {text}
      </span>
      {status.kind === "retrying" && <Countdown until={status.retryAt} />}
      {(status.kind === "retrying" || status.kind === "refused") && (
        <button type="button" onClick={onRetry}>
          Réessayer maintenant
        </button>
      )}
      {status.kind === "signed-out" && (
        <a href={paths.signIn()} target="_blank" rel="noopener">
          Se reconnecter (nouvel onglet)
        </a>
      )}
      {status.kind === "conflict" && (
        <button type="button" onClick={onMerge}>
          Comparer les deux versions
        </button>
      )}
      {journal !== "indexeddb" && (
        <span className="editor-status-journal">
          {journal === "none"
            ? "Ce navigateur ne garde aucune copie locale\u00A0: restez en ligne."
            : "Navigation privée\u00A0: la copie locale disparaît avec la fenêtre."}
        </span>
      )}
    </div>
  );
}

/** Seconds to the next try; seen, not spoken. */
function Countdown({ until }: { until: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return (
    <span aria-hidden="true">
      {seconds > 0 ? `, nouvel essai dans ${seconds}\u00A0s` : ", nouvel essai en cours"}
    </span>
  );
}
