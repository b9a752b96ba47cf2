import type { DossierBlock, Inline, TableCell } from "~/domain/dossier-blocks.ts";
import { figureMarkup } from "./html-figures.ts";
import { html, type Markup } from "./markup.ts";

/** Data URI of an image by asset id. */
export type HtmlImages = ReadonlyMap<string, string>;

/** Blocks of a section or an annex; their headings start at h3, below the section's h2. */
export function drawBlocks(blocks: DossierBlock[], images: HtmlImages): Markup[] {
  return blocks.map((block) => drawBlock(block, images));
}

function drawBlock(block: DossierBlock, images: HtmlImages): Markup {
  const inside = (blocks: DossierBlock[]) => drawBlocks(blocks, images);
  switch (block.kind) {
    case "paragraph":
      return block.muted
        ? html`<p class="quiet">${inlines(block.inlines)}</p>`
        : html`<p>${inlines(block.inlines)}</p>`;
    case "heading":
      return heading(block);
    case "list": {
      const items = block.items.map(
        (item) =>
          html`<li>${block.style === "task" && html`<span class="task" role="img" aria-label="${item.checked ? "Fait" : "À faire"}">${item.checked ? "☑" : "☐"}</span> `}${inside(item.blocks)}</li>`,
      );
      if (block.style === "ordered") return html`<ol start="${block.start}">${items}</ol>`;
      return block.style === "task"
        ? html`<ul class="tasks">${items}</ul>`
        : html`<ul>${items}</ul>`;
    }
    case "quote":
      return html`<blockquote>${inside(block.blocks)}</blockquote>`;
    case "callout":
      return html`<div class="callout ${block.tone}" role="note"><p class="label">${block.label}</p>${inside(block.blocks)}</div>`;
    case "table":
      return table(block, inside);
    case "image":
      return image(block, images);
    case "figure":
      return figureMarkup(block);
    case "facts":
      return html`<dl class="facts">${block.items.map((i) => html`<div><dt>${i.term}</dt><dd>${inlines(i.inlines)}</dd></div>`)}</dl>`;
    case "verbatim":
      return html`<div class="verbatim"><p class="label">${block.label}</p><p class="lines">${block.lines.join("\n")}</p></div>`;
    case "rule":
      return html`<hr>`;
  }
}

function heading(block: Extract<DossierBlock, { kind: "heading" }>): Markup {
  const id = block.anchor && html` id="${block.anchor}"`;
  const content = inlines(block.inlines);
  if (block.level === 2) return html`<h3${id}>${content}</h3>`;
  return block.level === 3 ? html`<h4${id}>${content}</h4>` : html`<h5${id}>${content}</h5>`;
}

function table(
  block: Extract<DossierBlock, { kind: "table" }>,
  inside: (blocks: DossierBlock[]) => Markup[],
): Markup {
  const row = (cells: TableCell[], scope: "col" | "row") =>
    html`<tr>${cells.map((cell, x) => {
      const end = cells.length === block.columns && block.aligns[x] === "end";
      const spans = html`${cell.colspan > 1 && html` colspan="${cell.colspan}"`}${cell.rowspan > 1 && html` rowspan="${cell.rowspan}"`}${end && html` class="end"`}`;
      return cell.header
        ? html`<th scope="${scope}"${spans}>${inside(cell.blocks)}</th>`
        : html`<td${spans}>${inside(cell.blocks)}</td>`;
    })}</tr>`;
  const head = block.rows.slice(0, block.headerRows);
  const body = block.rows.slice(block.headerRows);
  return html`<div class="scroll" tabindex="0" role="group" aria-label="Tableau"><table>
${head.length > 0 && html`<thead>${head.map((cells) => row(cells, "col"))}</thead>`}
<tbody>${body.map((cells) => row(cells, "row"))}</tbody></table></div>`;
}

function image(block: Extract<DossierBlock, { kind: "image" }>, images: HtmlImages): Markup {
  const source = images.get(block.assetId);
  const picture = source
    ? html`<img src="${source}" alt="${block.decorative ? "" : block.alt}"${block.width > 0 && html` width="${block.width}" height="${block.height}"`}>`
    : html`<p class="missing">Image indisponible\u00a0: ${block.alt}</p>`;
  if (!block.caption) return html`<div class="picture">${picture}</div>`;
  return html`<figure${block.anchor && html` id="${block.anchor}"`}>${picture}<figcaption>${block.caption}</figcaption></figure>`;
}

/** Runs of text; neighbours of one AI run share one mark. */
export function inlines(all: Inline[]): Markup[] {
  const drawn: Markup[] = [];
  for (let i = 0; i < all.length; ) {
    const run = all[i]?.ai;
    let end = i + 1;
    while (end < all.length && all[end]?.ai === run) end += 1;
    const pieces = all.slice(i, end).map(piece);
    drawn.push(run === undefined ? html`${pieces}` : aiPassage(run, pieces));
    i = end;
  }
  return drawn;
}

function aiPassage(run: number, pieces: Markup[]): Markup {
  const mark = run > 0 ? html`<a href="#essai-${run}">IA ${run}</a>` : html`<span>IA</span>`;
  return html`<span class="ai">${pieces}<sup><span class="hidden">passage rédigé avec une </span>${mark}</sup></span>`;
}

function piece(inline: Inline): Markup {
  let drawn = html`${inline.text
    .split("\n")
    .map((line, index) => html`${index > 0 && html`<br>`}${line}`)}`;
  if (inline.strike) drawn = html`<s>${drawn}</s>`;
  if (inline.underline) drawn = html`<u>${drawn}</u>`;
  if (inline.italic) drawn = html`<em>${drawn}</em>`;
  if (inline.bold) drawn = html`<strong>${drawn}</strong>`;
  if (inline.href)
    return html`<a href="${inline.href}" rel="noopener noreferrer nofollow">${drawn}</a>`;
  return inline.to ? html`<a href="#${inline.to}">${drawn}</a>` : drawn;
}
