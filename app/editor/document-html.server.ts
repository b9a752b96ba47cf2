import type { DocMark, DocNode } from "~/domain/document.ts";
import { escapeHtml } from "~/domain/escape-html.ts";
import { calloutLabels } from "./callout-tones.ts";
import type { DrawDocument } from "./server-drawing.ts";

type Drawing = Parameters<DrawDocument>[1];

/**
 * What DocumentView draws, written as a string: a page of 3,000 words costs the server half as much so. Null for a
 * text with figures, which only React draws. A test holds both to the same markup, letter for letter.
 */
export const documentHtml: DrawDocument = (doc, drawing) =>
  holdsFigure(doc) ? null : all(doc.content, drawing);

function holdsFigure(node: DocNode): boolean {
  return node.type === "figure" || (node.content?.some(holdsFigure) ?? false);
}

function all(nodes: DocNode[] | undefined, drawing: Drawing): string {
  let html = "";
  for (const node of nodes ?? []) html += block(node, drawing);
  return html;
}

function block(node: DocNode, drawing: Drawing): string {
  switch (node.type) {
    case "paragraph":
      return `<p>${node.content?.length ? inline(node.content) : "<br/>"}</p>`;
    case "heading": {
      const tag = `h${Math.min(6, node.attrs.level + drawing.headingOffset)}`;
      return `<${tag}>${inline(node.content)}</${tag}>`;
    }
    case "bulletList":
      return `<ul>${all(node.content, drawing)}</ul>`;
    case "orderedList": {
      const start = node.attrs.start === 1 ? "" : ` start="${Number(node.attrs.start)}"`;
      return `<ol${start}>${all(node.content, drawing)}</ol>`;
    }
    case "listItem":
      return `<li>${all(node.content, drawing)}</li>`;
    case "taskList":
      return `<ul class="task-list">${all(node.content, drawing)}</ul>`;
    case "taskItem": {
      const { checked } = node.attrs;
      const state = `<span class="task-state" role="img" aria-label="${checked ? "Fait" : "À faire"}"></span>`;
      return `<li data-checked="${checked}">${state}<div>${all(node.content, drawing)}</div></li>`;
    }
    case "blockquote":
      return `<blockquote>${all(node.content, drawing)}</blockquote>`;
    case "callout": {
      const { tone } = node.attrs;
      const label = `<p class="callout-label">${escapeHtml(calloutLabels[tone])}</p>`;
      return `<div class="callout" data-tone="${escapeHtml(tone)}" role="note">${label}${all(node.content, drawing)}</div>`;
    }
    case "table":
      return table(node, drawing);
    case "image":
      return picture(node.attrs, drawing);
    case "horizontalRule":
      return "<hr/>";
    default:
      return "";
  }
}

const attribute = (name: string, value: string | number | null | undefined): string =>
  value == null ? "" : ` ${name}="${escapeHtml(String(value))}"`;

type ImageNode = Extract<DocNode, { type: "image" }>;

function picture(attrs: ImageNode["attrs"], { imagePath }: Drawing): string {
  const image = `<img${attribute("src", imagePath(attrs.assetId))}${attribute("alt", attrs.decorative ? "" : attrs.alt)}${attribute("width", attrs.width)}${attribute("height", attrs.height)} loading="lazy" decoding="async"/>`;
  const caption = attrs.caption && `<figcaption>${escapeHtml(attrs.caption)}</figcaption>`;
  return `<figure class="document-image">${image}${caption}</figure>`;
}

function table(node: DocNode, drawing: Drawing): string {
  const rows = node.content ?? [];
  const headRow = rows[0]?.content?.every((cell) => cell.type === "tableHeader") ? rows[0] : null;
  const head = headRow ? `<thead>${row(headRow, "col", drawing)}</thead>` : "";
  let body = "";
  for (const each of headRow ? rows.slice(1) : rows) body += row(each, "row", drawing);
  return `<section class="table-scroll" aria-label="Tableau" tabindex="0"><table>${head}<tbody>${body}</tbody></table></section>`;
}

function row(node: DocNode, scope: "col" | "row", drawing: Drawing): string {
  let cells = "";
  for (const cell of node.content ?? []) {
    if (cell.type !== "tableHeader" && cell.type !== "tableCell") continue;
    const { colspan, rowspan } = cell.attrs;
    const spans = `${attribute("colSpan", colspan > 1 ? colspan : null)}${attribute("rowSpan", rowspan > 1 ? rowspan : null)}`;
    const inside = all(cell.content, drawing);
    cells +=
      cell.type === "tableCell"
        ? `<td${spans}>${inside}</td>`
        : `<th scope="${scope}"${spans}>${inside}</th>`;
  }
  return `<tr>${cells}</tr>`;
}

const runOf = (node: DocNode) =>
  node.marks?.find((mark) => mark.type === "aiAssisted")?.attrs.run ?? null;

const AI_LABEL =
  '<span class="ai-label">IA<span class="sr-only">\u00A0: passage rédigé avec une IA. </span></span>';

/** Neighbours of one AI run are wrapped together, so that the label is said once. */
function inline(nodes: DocNode[] | undefined): string {
  let html = "";
  let open: string | null = null;
  for (const node of nodes ?? []) {
    const run = runOf(node);
    if (run !== open) {
      if (open !== null) html += "</span>";
      if (run !== null)
        html += `<span class="ai-assisted"${attribute("data-run", run)}>${AI_LABEL}`;
      open = run;
    }
    html += piece(node);
  }
  return open === null ? html : `${html}</span>`;
}

function piece(node: DocNode): string {
  if (node.type === "hardBreak") return "<br/>";
  if (node.type !== "text") return "";
  let html = escapeHtml(node.text);
  for (let i = (node.marks?.length ?? 0) - 1; i >= 0; i--) html = wrap(node.marks![i]!, html);
  return html;
}

function wrap(mark: DocMark, inside: string): string {
  switch (mark.type) {
    case "bold":
      return `<strong>${inside}</strong>`;
    case "italic":
      return `<em>${inside}</em>`;
    case "underline":
      return `<u>${inside}</u>`;
    case "strike":
      return `<s>${inside}</s>`;
    case "link":
      return `<a${attribute("href", mark.attrs.href)} rel="noopener noreferrer nofollow">${inside}</a>`;
    case "aiAssisted":
      return inside;
  }
}
