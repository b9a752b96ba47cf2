import type { DossierBlock } from "~/domain/dossier-blocks.ts";
import { radarSvg } from "~/ui/charts/svg.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { radarProps } from "./prepare.ts";

type FigureBlock = Extract<DossierBlock, { kind: "figure" }>;

/** A tool's figure, captioned and numbered; a drawing comes with its values as text. */
export function figureMarkup(block: FigureBlock): Markup {
  return html`<figure id="${block.anchor}">
${body(block)}
<figcaption>${block.caption}${block.source && html`<span class="source">Source\u00a0: ${block.source}</span>`}</figcaption>
</figure>`;
}

function body({ body, caption, alt }: FigureBlock): Markup {
  switch (body.kind) {
    case "table":
      return html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table>
<thead><tr>${body.columns.map((c) => html`<th scope="col"${c.align === "end" && html` class="end"`}>${c.label}</th>`)}</tr></thead>
<tbody>${body.rows.map(
        (row) =>
          html`<tr>${row.map((value, x) => html`<td${body.columns[x]?.align === "end" && html` class="end"`}>${value}</td>`)}</tr>`,
      )}</tbody></table></div>`;
    case "transcript":
      return html`<ol class="transcript">${body.turns.map(
        (turn) =>
          html`<li class="${turn.voice === 0 ? "own" : "other"}"><p class="label">${turn.speaker}</p><p class="lines">${turn.text}</p>${turn.note && html`<p class="quiet">${turn.note}</p>`}</li>`,
      )}</ol>`;
    case "list":
      return html`<ul>${body.items.map((i) => html`<li>${i.term && html`<strong>${i.term}\u00a0: </strong>`}${i.text}</li>`)}</ul>`;
    case "bars":
      return html`<table class="bars"><thead><tr><th scope="col">Élément</th><th scope="col">Diagramme</th><th scope="col" class="end">${body.unit}</th></tr></thead>
<tbody>${body.items.map(
        (i) =>
          html`<tr><th scope="row">${i.label}${i.note && html`<br><span class="plain">${i.note}</span>`}</th><td aria-hidden="true"><svg viewBox="0 0 100 4" preserveAspectRatio="none"><rect class="ground" width="100" height="4"/><rect width="${Math.round(i.share * 1000) / 10}" height="4"/></svg></td><td class="end">${i.value}</td></tr>`,
      )}</tbody></table>`;
    case "radar":
      return html`<div class="drawing">${trusted(radarSvg(radarProps(body, caption)))}</div><p class="hidden">${alt}</p>`;
  }
}
