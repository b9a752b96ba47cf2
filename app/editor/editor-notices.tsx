import { useEffect, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { formatDateTime } from "~/ui/french.ts";
import { Notice } from "~/ui/notice.tsx";
import type { JournalEntry } from "./journal.ts";
import type { Theirs } from "./saver-machine.ts";
import type { Opened } from "./use-opening.ts";

/** Says that the server holds another version; the text in the editor stays, and nothing is overwritten. */
export function ConflictNotice({ theirs, onCompare }: { theirs: Theirs; onCompare: () => void }) {
  return (
    <Notice tone="warning" role="alert" title="Ce texte a été modifié ailleurs">
      <p>
        {`Une version plus récente existe${theirs.device ? `, depuis ${theirs.device}` : ""}. La vôtre est gardée sur cet appareil\u00A0: comparez les deux pour décider.`}
      </p>
      <Button size="s" variant="primary" onClick={onCompare}>
        Comparer les deux versions
      </Button>
    </Notice>
  );
}

type Props = {
  opened: Opened;
  onCompare: (entry: JournalEntry, onSettled: () => void) => void;
};

/** Unsaved texts that other, closed tabs left on this device: compared or deleted by the person, never by us. */
export function FoundElsewhere({ opened, onCompare }: Props) {
  const [left, setLeft] = useState(opened.opening.others);
  const settle = (entry: JournalEntry) => setLeft((entries) => entries.filter((e) => e !== entry));
  return left.map((entry) => (
    <FoundText
      key={entry.key}
      entry={entry}
      onCompare={() => onCompare(entry, () => settle(entry))}
      onGone={() => {
        opened.journal.remove(entry.key, entry.at).catch(() => undefined);
        settle(entry);
      }}
    />
  ));
}

/** How long a deleted text can be had back, in milliseconds. A tab closed before then deletes nothing. */
const REGRET = 10_000;

function FoundText({
  entry,
  onCompare,
  onGone,
}: {
  entry: JournalEntry;
  onCompare: () => void;
  onGone: () => void;
}) {
  const [going, setGoing] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one wait, from the click on.
  useEffect(() => {
    if (!going) return;
    const timer = setTimeout(onGone, REGRET);
    return () => clearTimeout(timer);
  }, [going]);
  if (going)
    return (
      <Notice tone="info" role="status" title="Cette version va être supprimée">
        <Button size="s" autoFocus onClick={() => setGoing(false)}>
          Annuler la suppression
        </Button>
      </Notice>
    );
  return (
    <Notice tone="info" title="Une autre version non enregistrée est sur cet appareil">
      <p>{`Un onglet fermé l’avait gardée le ${formatDateTime(entry.at)}.`}</p>
      <div className="editor-notice-actions">
        <Button size="s" onClick={onCompare}>
          La comparer avec ce texte
        </Button>
        <Button size="s" variant="danger" onClick={() => setGoing(true)}>
          La supprimer
        </Button>
      </div>
    </Notice>
  );
}
