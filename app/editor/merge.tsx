import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { DocNode } from "~/domain/document.ts";
import { blockText, diffWords } from "~/domain/document-diff.ts";
import {
  applyChoices,
  type MergeChoice,
  type MergeDifference,
  mergeDocuments,
  proposedChoice,
} from "~/domain/document-merge.ts";
import { Button } from "~/ui/button.tsx";
import { classNames } from "~/ui/class-names.ts";
import { Disclosure } from "~/ui/disclosure.tsx";
import { formatDateTime } from "~/ui/french.ts";
import { carryOver } from "./carry-over.ts";
import { DocumentView } from "./document-view.tsx";
import { ChangedWords } from "./revision-diff.tsx";
import { useSurroundings } from "./surroundings.ts";

export type MergeProps = {
  base: DocNode | null;
  mine: DocNode;
  theirs: { doc: DocNode; savedAt: string; device: string };
  /** What the other version is called, e.g. « l’autre version ». */
  otherName: string;
  /** Receives how to make the text to keep from the one the editor holds now: typing may have gone on meanwhile. */
  onConfirm: (resolve: (now: DocNode) => DocNode) => void;
  /** Both versions stay as they are: mine on this device, the other on the server. */
  onCancel: () => void;
};

const names: Record<MergeChoice, string> = {
  mine: "Garder la mienne",
  theirs: "Garder l’autre",
  both: "Garder les deux",
};

/** Two versions of one text, difference by difference: the person chooses, nothing is overwritten. */
export default function Merge(props: MergeProps) {
  const { base, mine, theirs, onConfirm, onCancel } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  const [choices, setChoices] = useState<ReadonlyMap<number, MergeChoice>>(new Map());
  const parts = useMemo(() => mergeDocuments(base, mine, theirs.doc), [base, mine, theirs.doc]);
  const merged = useMemo(() => applyChoices(parts, choices), [parts, choices]);
  const differences = parts.flatMap((part, index) =>
    part.kind === "settled" ? [] : [{ part, index }],
  );
  useEffect(() => {
    // The screen may come while somebody writes in a field beside the text: their words stay there.
    if (!writesElsewhere()) heading.current?.focus();
  }, []);

  return (
    <section className="editor-merge" aria-labelledby={headingId}>
      <h3 id={headingId} ref={heading} tabIndex={-1}>
        Deux versions de ce texte
      </h3>
      <p>
        {`La vôtre est sur cet appareil\u202F; ${describeOther(props)}. Choisissez, différence par différence, ce que le texte doit garder\u00A0: ce que vous écartez reste dans les versions de cette partie.`}
      </p>
      <p>{summary(differences.map(({ part }) => part))}</p>
      <ol className="editor-merge-list">
        {differences.map(({ part, index }, position) => (
          <li key={index}>
            <Difference
              part={part}
              title={`Différence ${position + 1} sur ${differences.length}`}
              choice={choices.get(index) ?? proposedChoice(part)}
              onChoose={(choice) => setChoices(new Map(choices).set(index, choice))}
            />
          </li>
        ))}
      </ol>
      <Disclosure summary="Voir le texte tel qu’il sera enregistré">
        <Version doc={merged} />
      </Disclosure>
      <div className="editor-merge-actions">
        <Button variant="primary" onClick={() => onConfirm((now) => carryOver(mine, merged, now))}>
          Enregistrer ce texte
        </Button>
        <Button onClick={onCancel}>Plus tard, garder les deux versions</Button>
      </div>
    </section>
  );
}

function writesElsewhere(): boolean {
  const field = document.activeElement?.closest("input, textarea, select, [contenteditable=true]");
  return field != null && !field.closest("[hidden]");
}

function describeOther({ theirs, otherName }: MergeProps): string {
  const when = theirs.savedAt
    ? ` a été enregistrée le ${formatDateTime(theirs.savedAt)}`
    : " attend";
  return `${otherName}${when}${theirs.device ? ` depuis ${theirs.device}` : ""}`;
}

function summary(differences: MergeDifference[]): string {
  if (differences.length === 0) return "Les deux versions disent la même chose.";
  const open = differences.filter((part) => part.kind === "conflict").length;
  const settled = differences.length - open;
  const said: string[] = [];
  if (open > 0) {
    said.push(
      open === 1
        ? "Un passage a été écrit des deux côtés\u00A0: les deux sont gardés si vous ne choisissez pas."
        : `${open} passages ont été écrits des deux côtés\u00A0: les deux sont gardés si vous ne choisissez pas.`,
    );
  }
  if (settled > 0) {
    said.push(
      settled === 1
        ? "Un passage n’a changé que d’un côté\u00A0: ce changement est repris."
        : `${settled} passages n’ont changé que d’un côté\u00A0: ces changements sont repris.`,
    );
  }
  return said.join(" ");
}

type DifferenceProps = {
  part: MergeDifference;
  title: string;
  choice: MergeChoice;
  onChoose: (choice: MergeChoice) => void;
};

function Difference({ part, title, choice, onChoose }: DifferenceProps) {
  const name = useId();
  const textOf = (blocks: DocNode[]) => blocks.map(blockText).join("\n");
  const [mineText, theirText] = [textOf(part.mine), textOf(part.theirs)];
  const comparable = mineText !== "" && theirText !== "" && mineText !== theirText;
  return (
    <fieldset>
      <legend>{title}</legend>
      <div className="editor-merge-sides">
        <Side label="La vôtre" kept={choice !== "theirs"} blocks={part.mine} />
        <Side label="L’autre" kept={choice !== "mine"} blocks={part.theirs} />
      </div>
      {comparable && (
        <div className="mt-2">
          <Disclosure summary="Voir les mots qui changent, de l’autre à la vôtre">
            <ChangedWords words={diffWords(theirText, mineText)} />
          </Disclosure>
        </div>
      )}
      <div className="editor-merge-choices max-sm:flex-col">
        {(Object.keys(names) as MergeChoice[]).map((value) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              checked={choice === value}
              onChange={() => onChoose(value)}
            />
            {names[value]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type SideProps = { label: string; kept: boolean; blocks: DocNode[] };

function Side({ label, kept, blocks }: SideProps) {
  return (
    <div
      className={classNames(
        "editor-merge-side flex flex-wrap content-start items-baseline justify-between gap-x-3",
        kept && "outline-2 outline-success",
      )}
    >
      <h4>{label}</h4>
      <p className={classNames("text-s", kept ? "font-semibold text-success" : "text-muted")}>
        {kept ? "gardée" : "écartée"}
      </p>
      <div className="min-w-0 basis-full">
        {blocks.length > 0 ? (
          <Version doc={{ type: "doc", content: blocks }} />
        ) : (
          <p className="editor-merge-nothing">Ce passage n’y est pas.</p>
        )}
      </div>
    </div>
  );
}

function Version({ doc }: { doc: DocNode }) {
  const { figures, imagePath } = useSurroundings();
  return <DocumentView doc={doc} figures={figures} imagePath={imagePath} headingOffset={2} />;
}
