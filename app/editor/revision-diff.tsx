import { createElement, Fragment, type ReactNode } from "react";
import type { DocNode } from "~/domain/document.ts";
import { type BlockDiff, diffDocuments, type WordPiece } from "~/domain/document-diff.ts";
import type { Figure } from "~/domain/figure.ts";
import { DocumentView } from "./document-view.tsx";

type Props = {
  before: DocNode;
  after: DocNode;
  figures?: readonly Figure[];
  imagePath?: (assetId: string) => string;
};

const noImage = () => "";

/** What changed between two versions, word by word, told by words and signs as well as by colour. */
export function RevisionDiff({ before, after, figures = [], imagePath = noImage }: Props) {
  const diffs = diffDocuments(before, after);
  if (diffs.every((diff) => diff.kind === "same")) {
    return <p>Ces deux versions sont identiques.</p>;
  }
  const blocks = diffs.map((diff) => drawDiff(diff, { figures, imagePath }));
  return <div className="revision-diff">{createElement(Fragment, null, ...blocks)}</div>;
}

type Drawing = { figures: readonly Figure[]; imagePath: (assetId: string) => string };

function drawDiff(diff: BlockDiff, drawing: Drawing): ReactNode {
  switch (diff.kind) {
    case "same":
      return drawBlock(diff.block, drawing);
    case "added":
      return <Marked label="Ajouté">{drawBlock(diff.block, drawing)}</Marked>;
    case "removed":
      return <Marked label="Supprimé">{drawBlock(diff.block, drawing)}</Marked>;
    case "changed":
      return diff.words ? (
        <Marked label="Modifié">
          <ChangedWords words={diff.words} />
        </Marked>
      ) : (
        <Marked label="Mise en forme modifiée">{drawBlock(diff.after, drawing)}</Marked>
      );
  }
}

const drawBlock = (block: DocNode, drawing: Drawing) => (
  <DocumentView doc={{ type: "doc", content: [block] }} {...drawing} headingOffset={1} />
);

function Marked({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="revision-change" data-change={label}>
      <p className="revision-label">{label}</p>
      {children}
    </div>
  );
}

/** One text in which what went is struck and what came is underlined, each announced. */
export function ChangedWords({ words }: { words: readonly WordPiece[] }) {
  return (
    <p className="document revision-words">
      {createElement(Fragment, null, ...words.map(drawPiece))}
    </p>
  );
}

function drawPiece({ kind, text }: WordPiece): ReactNode {
  if (kind === "same") return text;
  return createElement(
    kind === "added" ? "ins" : "del",
    null,
    <span className="sr-only">{kind === "added" ? " [ajouté\u00A0: " : " [supprimé\u00A0: "}</span>,
    text,
    <span className="sr-only">] </span>,
  );
}
