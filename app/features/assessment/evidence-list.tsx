import { Form, Link } from "@remix-run/react";
import type { EvidenceState } from "~/domain/assessment.ts";
import { paths } from "~/paths.ts";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { Tag, type TagTone } from "~/ui/tag.tsx";
import { type EvidenceView, evidenceAnchor } from "./view.ts";

const states: Record<EvidenceState, { tone: TagTone; passage: string; figure: string }> = {
  found: { tone: "success", passage: "retrouvé dans le dossier", figure: "à jour" },
  changed: { tone: "warning", passage: "texte modifié depuis", figure: "figure modifiée depuis" },
  missing: { tone: "danger", passage: "introuvable", figure: "introuvable" },
};

/** The links of one competency, each with what became of it and the way to it. */
export function EvidenceList({
  workspaceId,
  competency,
  evidence,
}: {
  workspaceId: string;
  competency: string;
  evidence: readonly EvidenceView[];
}) {
  if (evidence.length === 0)
    return (
      <p className="text-muted">
        Aucune preuve liée. Un niveau se défend mieux avec un passage ou une figure de votre
        dossier.
      </p>
    );
  return (
    <ul className="flex flex-col">
      {evidence.map((item) => (
        <li key={item.id} className="border-b border-line py-3 first:pt-0 last:border-b-0">
          <EvidenceItem workspaceId={workspaceId} competency={competency} item={item} />
        </li>
      ))}
    </ul>
  );
}

function EvidenceItem({
  workspaceId,
  competency,
  item,
}: {
  workspaceId: string;
  competency: string;
  item: EvidenceView;
}) {
  const look = states[item.state];
  const kind = item.kind === "passage" ? "Passage de" : "Figure";
  const title = item.title ? `«\u00A0${item.title}\u00A0»` : "supprimée";
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <p className="font-semibold">
          {kind} {item.to ? <Link to={item.to}>{title}</Link> : title}
        </p>
        <Tag tone={look.tone}>{look[item.kind]}</Tag>
      </div>
      {item.kind === "passage" ? (
        <blockquote className="measure mt-1 border-l-4 border-line pl-3 break-words">
          {excerpt(item.quote, 280)}
        </blockquote>
      ) : null}
      {item.note ? (
        <p className="mt-1 text-s">
          Note{"\u00a0"}: {item.note}
        </p>
      ) : null}
      {item.now ? (
        <Disclosure summary="Voir le texte d’aujourd’hui" className="mt-1 text-s">
          <blockquote className="measure border-l-4 border-line pl-3 break-words">
            {excerpt(item.now, 600)}
          </blockquote>
        </Disclosure>
      ) : null}
      {item.state === "missing" ? (
        <p className="mt-1 text-s text-muted">
          {item.kind === "passage"
            ? "Ce passage n’est plus dans la partie. Retirez le lien, ou citez le texte qui le remplace."
            : "Cette figure n’est plus donnée par l’outil. Retirez le lien, ou refaites la figure."}
        </p>
      ) : null}
      <Form
        method="post"
        action={`${paths.assessment(workspaceId)}?competence=${competency}#${evidenceAnchor(competency)}`}
        preventScrollReset
        className="mt-1"
      >
        <input type="hidden" name="intent" value="remove-evidence" />
        <input type="hidden" name="evidence" value={item.id} />
        <Button type="submit" variant="quiet" size="s">
          Retirer cette preuve
          <span className="sr-only">
            {" "}
            ({item.kind === "passage" ? excerpt(item.quote, 40) : title})
          </span>
        </Button>
      </Form>
    </>
  );
}

/** The beginning of a text, cut at a word, with « … » when something is left out. */
export function excerpt(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), max / 2))}…`;
}
