import { Link, useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { QUOTE_MAX, QUOTE_MIN } from "~/domain/assessment.ts";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { Dialog } from "~/ui/dialog.tsx";
import { RadioGroup } from "~/ui/field.tsx";
import { formatNumber } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { Notice } from "~/ui/notice.tsx";

type Props = {
  workspaceId: string;
  sectionKey: string;
  quote: string;
  /** Ids of the competencies of the step, offered first. */
  competencies: readonly string[];
  /** Resolves when the server holds the quoted text: null, or a French sentence that says why it does not. */
  saved: () => Promise<string | null>;
  onClose: () => void;
};

/** What the self-assessment's action answers, as far as citing minds it. */
type Answer = { ok: true } | { ok: false; message: string };

/** What the block calls its competencies (routes/workspace-competencies.ts). */
type Names = { competencies: { id: string; title: string }[] };

const SHOWN = 280;

/**
 * Without their names the step's competencies can still be chosen, by their numbers. Not a fetcher: its failure would
 * put an error page in the place of the text that is being written.
 */
async function readNames(workspaceId: string, signal: AbortSignal): Promise<Names["competencies"]> {
  try {
    const headers = { accept: "application/json" };
    const response = await fetch(paths.competencies(workspaceId), { headers, signal });
    return response.ok ? ((await response.json()) as Names).competencies : [];
  } catch {
    return [];
  }
}

/** Asks which competency the selected passage is evidence of, and links it there. */
export default function CiteDialog(props: Props) {
  const { workspaceId, sectionKey, competencies, saved, onClose } = props;
  const quote = props.quote.replace(/\s+/g, " ");
  const { state, data, submit } = useFetcher<Answer>();
  const [block, setBlock] = useState<Names["competencies"]>([]);
  const [waiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [linked, setLinked] = useState<string | null>(null);
  const asked = useRef("");
  const after = useRef<HTMLDivElement>(null);
  const busy = waiting || state !== "idle";

  useEffect(() => {
    const controller = new AbortController();
    readNames(workspaceId, controller.signal).then(setBlock);
    return () => controller.abort();
  }, [workspaceId]);
  const option = (id: string) => ({
    value: id,
    label: id,
    description: block.find((c) => c.id === id)?.title,
  });
  const others = block.filter((c) => !competencies.includes(c.id));

  useEffect(() => {
    if (!data) return;
    if (data.ok) setLinked(asked.current);
    else setRefusal(data.message);
  }, [data]);
  // The button that had the focus is gone with the form.
  useEffect(() => {
    if (linked) after.current?.querySelector<HTMLElement>("button")?.focus();
  }, [linked]);

  async function link(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    if (busy) return;
    asked.current = String(new FormData(event.currentTarget).get("competency") ?? "");
    setRefusal(null);
    if (asked.current === "") return setRefusal("Choisissez une compétence.");
    if (quote.length < QUOTE_MIN) return setRefusal("Sélectionnez au moins quelques mots.");
    setWaiting(true);
    const why = await saved();
    setWaiting(false);
    if (why !== null) return setRefusal(why);
    submit(
      { intent: "add-evidence", competency: asked.current, sectionKey, quote, reply: "data" },
      { method: "post", action: paths.assessment(workspaceId) },
    );
  }

  return (
    <Dialog title="Citer comme preuve" isOpen onClose={onClose} size="s" className="editor-dialog">
      {/* In the page before they speak: a live region speaks of what enters it. */}
      <div role="status">
        {busy && <span className="sr-only">La preuve est en cours d’enregistrement.</span>}
        {linked && (
          <Notice tone="success">
            {`Ce passage est maintenant une preuve de la compétence ${linked}.`}
          </Notice>
        )}
      </div>
      <div role="alert">{refusal && <Notice tone="danger">{refusal}</Notice>}</div>
      {linked ? (
        <div ref={after} className="mt-4 flex flex-wrap items-center gap-4">
          <Button variant="primary" size="s" onClick={onClose}>
            Revenir au texte
          </Button>
          <Link to={`${paths.assessment(workspaceId)}?competence=${encodeURIComponent(linked)}`}>
            Voir l’auto-évaluation
          </Link>
        </div>
      ) : (
        <form onSubmit={link} noValidate className="mt-4 flex flex-col gap-4">
          <blockquote className="editor-quote">
            {quote.length > SHOWN ? `${quote.slice(0, SHOWN)}…` : quote}
          </blockquote>
          {quote.length > QUOTE_MAX && (
            <p className="text-s text-muted">
              {`Ce passage est long\u00A0: ses ${formatNumber(QUOTE_MAX)} premiers caractères seront cités.`}
            </p>
          )}
          <RadioGroup
            legend={"Quelle compétence ce passage montre-t-il\u00A0?"}
            name="competency"
            hint="Les compétences de cette étape."
            options={competencies.map(option)}
            defaultValue={competencies.length === 1 ? competencies[0] : null}
          />
          {others.length > 0 && (
            <details className="group">
              <summary className="flex min-h-11 cursor-pointer items-center gap-2 font-semibold">
                <Icon name="chevron" size={16} className="shrink-0 group-open:rotate-90" />
                Autres compétences du bloc
              </summary>
              <RadioGroup
                legend={<span className="sr-only">Autres compétences du bloc</span>}
                name="competency"
                options={others.map((c) => option(c.id))}
              />
            </details>
          )}
          <div className="flex gap-3">
            <Button type="submit" variant="primary" size="s" disabled={busy}>
              {busy ? "Enregistrement…" : "Lier à la compétence"}
            </Button>
            <Button size="s" onClick={onClose}>
              Annuler
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
