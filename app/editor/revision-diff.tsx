import { createElement, Fragment, type ReactNode } from "react";
import type { DocNode } from "~/domain/document.ts";
import {
  type BlockDiff,
  diffDocuments,
  diffWords,
  type WordPiece,
} from "~/domain/document-diff.ts";
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
  const shown = diffs.filter((diff) => !isEmptyLine(diff));
  if (shown.every((diff) => diff.kind === "same")) {
    return <p>Seules des lignes vides diffèrent entre ces deux versions.</p>;
  }
  const blocks = shown.map((diff) => drawDiff(diff, { figures, imagePath }));
  return <div className="revision-diff">{createElement(Fragment, null, ...blocks)}</div>;
}

type Drawing = { figures: readonly Figure[]; imagePath: (assetId: string) => string };

/** An empty paragraph that came or went: nothing to read. */
function isEmptyLine(diff: BlockDiff): boolean {
  return (
    (diff.kind === "added" || diff.kind === "removed") &&
    diff.block.type === "paragraph" &&
    !diff.block.content?.length
  );
}

function drawDiff(diff: BlockDiff, drawing: Drawing): ReactNode {
  switch (diff.kind) {
    case "same":
      return drawBlock(diff.block, drawing);
    case "added":
      return <Marked label="Ajouté">{drawBlock(diff.block, drawing)}</Marked>;
    case "removed":
      return <Marked label="Supprimé">{drawBlock(diff.block, drawing)}</Marked>;
    case "changed":
      if (isPicture(diff.before) && isPicture(diff.after)) {
        return <ChangedPicture before={diff.before} after={diff.after} drawing={drawing} />;
      }
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

type Picture = Extract<DocNode, { type: "image" | "figure" }>;

function isPicture(block: DocNode): block is Picture {
  return block.type === "image" || block.type === "figure";
}

/** What the picture shows, whatever is said of it. */
function shownBy(block: Picture): string {
  return block.type === "image" ? block.attrs.assetId : block.attrs.figureId;
}

/** The words about a picture: its alternative text when it has one to read, then its caption. */
function saidOf({ attrs }: Picture): string {
  const alt = "alt" in attrs && attrs.alt ? `Texte alternatif\u00A0: ${attrs.alt}\n` : "";
  return `${alt}${attrs.caption}`;
}

function ChangedPicture({
  before,
  after,
  drawing,
}: {
  before: Picture;
  after: Picture;
  drawing: Drawing;
}) {
  if (shownBy(before) !== shownBy(after)) {
    return (
      <>
        <Marked label="Supprimé">{drawBlock(before, drawing)}</Marked>
        <Marked label="Ajouté">{drawBlock(after, drawing)}</Marked>
      </>
    );
  }
  return (
    <Marked label="Modifié">
      {drawBlock(after, drawing)}
      {saidOf(before) !== saidOf(after) && (
        <ChangedWords words={diffWords(saidOf(before), saidOf(after))} />
      )}
    </Marked>
  );
}

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
