import { createElement, Fragment, type ReactNode } from "react";
import type { DocMark, DocNode } from "~/domain/document.ts";
import type { Figure } from "~/domain/figure.ts";
import { FigureView } from "~/ui/figure-view.tsx";
import { calloutLabels } from "./callout-tones.ts";
import "./document.css";

type Drawing = {
  figures: readonly Figure[];
  imagePath: (assetId: string) => string;
  headingOffset: number;
};

type Props = {
  doc: DocNode;
  figures: readonly Figure[];
  imagePath: (assetId: string) => string;
  /** Added to every heading level, so that the order is right wherever the text is shown: 0 gives h2 to h4. */
  headingOffset?: number;
};

/** A document as plain React: reading views, exports, and the editor's place before and without its script. */
export function DocumentView({ doc, figures, imagePath, headingOffset = 0 }: Props) {
  const drawing = { figures, imagePath, headingOffset };
  return <div className="document">{drawAll(doc.content, drawing)}</div>;
}

/** Children handed over as arguments need no keys: a document is drawn whole and never edited in place. */
const together = (drawn: ReactNode[]): ReactNode => createElement(Fragment, null, ...drawn);

function drawAll(nodes: DocNode[] | undefined, drawing: Drawing): ReactNode {
  return together((nodes ?? []).map((node) => drawBlock(node, drawing)));
}

function drawBlock(node: DocNode, drawing: Drawing): ReactNode {
  const inside = () => drawAll(node.content, drawing);
  switch (node.type) {
    case "paragraph":
      return <p>{node.content?.length ? drawInline(node.content) : <br />}</p>;
    case "heading":
      return createElement(
        `h${Math.min(6, node.attrs.level + drawing.headingOffset)}`,
        {},
        drawInline(node.content),
      );
    case "bulletList":
      return <ul>{inside()}</ul>;
    case "orderedList":
      return <ol start={node.attrs.start === 1 ? undefined : node.attrs.start}>{inside()}</ol>;
    case "listItem":
      return <li>{inside()}</li>;
    case "taskList":
      return <ul className="task-list">{inside()}</ul>;
    case "taskItem":
      return (
        <li data-checked={node.attrs.checked}>
          <span
            className="task-state"
            role="img"
            aria-label={node.attrs.checked ? "Fait" : "À faire"}
          />
          <div>{inside()}</div>
        </li>
      );
    case "blockquote":
      return <blockquote>{inside()}</blockquote>;
    case "callout":
      return (
        <div className="callout" data-tone={node.attrs.tone} role="note">
          <p className="callout-label">{calloutLabels[node.attrs.tone]}</p>
          {inside()}
        </div>
      );
    case "table":
      return <Table node={node} drawing={drawing} />;
    case "image":
      return <Picture attrs={node.attrs} drawing={drawing} />;
    case "figure":
      return <LiveFigure id={node.attrs.figureId} caption={node.attrs.caption} drawing={drawing} />;
    case "horizontalRule":
      return <hr />;
    default:
      return null;
  }
}

type ImageNode = Extract<DocNode, { type: "image" }>;

function Picture({ attrs, drawing }: { attrs: ImageNode["attrs"]; drawing: Drawing }) {
  return (
    <figure className="document-image">
      <img
        src={drawing.imagePath(attrs.assetId)}
        alt={attrs.decorative ? "" : attrs.alt}
        width={attrs.width ?? undefined}
        height={attrs.height ?? undefined}
        loading="lazy"
        decoding="async"
      />
      {attrs.caption && <figcaption>{attrs.caption}</figcaption>}
    </figure>
  );
}

function LiveFigure({ id, caption, drawing }: { id: string; caption: string; drawing: Drawing }) {
  const figure = drawing.figures.find((f) => f.id === id);
  return (
    <div className="document-figure">
      {figure ? <FigureView figure={figure} /> : <MissingFigure />}
      {caption && <p className="document-caption">{caption}</p>}
    </div>
  );
}

/** Stands where a figure's tool has not produced it yet. */
export function MissingFigure() {
  return (
    <p className="document-missing">
      {
        "Cette figure n’est pas encore prête\u00A0: elle apparaîtra ici dès que l’outil qui la produit aura de quoi la dessiner."
      }
    </p>
  );
}

function Table({ node, drawing }: { node: DocNode; drawing: Drawing }) {
  const rows = node.content ?? [];
  const headRow = rows[0]?.content?.every((cell) => cell.type === "tableHeader") ? rows[0] : null;
  const body = headRow ? rows.slice(1) : rows;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table must scroll by keyboard (WCAG 2.1.1).
    <section className="table-scroll" aria-label="Tableau" tabIndex={0}>
      <table>
        {headRow && <thead>{drawRow(headRow, "col", drawing)}</thead>}
        <tbody>{together(body.map((row) => drawRow(row, "row", drawing)))}</tbody>
      </table>
    </section>
  );
}

function drawRow(row: DocNode, scope: "col" | "row", drawing: Drawing): ReactNode {
  return <tr>{together((row.content ?? []).map((cell) => drawCell(cell, scope, drawing)))}</tr>;
}

function drawCell(cell: DocNode, scope: "col" | "row", drawing: Drawing): ReactNode {
  if (cell.type !== "tableHeader" && cell.type !== "tableCell") return null;
  const { colspan, rowspan } = cell.attrs;
  const spans = {
    colSpan: colspan > 1 ? colspan : undefined,
    rowSpan: rowspan > 1 ? rowspan : undefined,
  };
  const inside = drawAll(cell.content, drawing);
  if (cell.type === "tableCell") return <td {...spans}>{inside}</td>;
  return (
    <th scope={scope} {...spans}>
      {inside}
    </th>
  );
}

const runOf = (node: DocNode) =>
  node.marks?.find((mark) => mark.type === "aiAssisted")?.attrs.run ?? null;

/** Neighbours of one AI run are wrapped together, so that the label is said once. */
function drawInline(nodes: DocNode[] | undefined): ReactNode {
  const drawn: ReactNode[] = [];
  const all = nodes ?? [];
  for (let i = 0; i < all.length; ) {
    const run = runOf(all[i]!);
    let end = i + 1;
    while (end < all.length && runOf(all[end]!) === run) end++;
    const pieces = together(all.slice(i, end).map(drawPiece));
    drawn.push(run === null ? pieces : <AiAssisted run={run}>{pieces}</AiAssisted>);
    i = end;
  }
  return together(drawn);
}

function AiAssisted({ run, children }: { run: string; children: ReactNode }) {
  return (
    <span className="ai-assisted" data-run={run}>
      <span className="ai-label">
        IA<span className="sr-only">{"\u00A0: passage rédigé avec une IA. "}</span>
      </span>
      {children}
    </span>
  );
}

function drawPiece(node: DocNode): ReactNode {
  if (node.type === "hardBreak") return <br />;
  if (node.type !== "text") return null;
  let drawn: ReactNode = node.text;
  for (const mark of [...(node.marks ?? [])].reverse()) drawn = wrap(mark, drawn);
  return drawn;
}

function wrap(mark: DocMark, inside: ReactNode): ReactNode {
  switch (mark.type) {
    case "bold":
      return <strong>{inside}</strong>;
    case "italic":
      return <em>{inside}</em>;
    case "underline":
      return <u>{inside}</u>;
    case "strike":
      return <s>{inside}</s>;
    case "link":
      return (
        <a href={mark.attrs.href} rel="noopener noreferrer nofollow">
          {inside}
        </a>
      );
    case "aiAssisted":
      return inside;
  }
}
