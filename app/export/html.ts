import type { Correspondence, Dossier, DossierSection } from "~/domain/dossier.ts";
import { drawBlocks, type HtmlImages } from "./html-blocks.ts";
import { htmlStyle } from "./html-style.ts";
import { html, type Markup, trusted } from "./markup.ts";
import { blockLook } from "./palette.ts";

const SHAPES = {
  disc: '<circle cx="50" cy="50" r="50"/>',
  square: '<rect width="100" height="100"/>',
  triangle: '<path d="M50 0 100 100H0Z"/>',
  diamond: '<path d="M50 0 100 50 50 100 0 50Z"/>',
} as const;

/**
 * The dossier as one file that needs nothing else: styles inside, images as data, no script, no font.
 * `images` gives a data URI by asset id; one that is missing is replaced by its description.
 */
export function exportHtml(dossier: Dossier, images: HtmlImages): string {
  const look = blockLook(dossier.cover.blockOrder);
  const page = html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${dossier.author}">
<meta name="robots" content="noindex">
<title>${dossier.title}</title>
<style>${trusted(htmlStyle(look))}</style>
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header class="cover">
<svg class="mark" viewBox="0 0 100 100" aria-hidden="true" focusable="false">${trusted(SHAPES[look.shape])}</svg>
<p class="kind">${dossier.cover.blockId} · ${dossier.cover.kind}</p>
<h1>${dossier.cover.title}</h1>
<p class="lead">${dossier.cover.blockTitle}</p>
<dl class="facts">${dossier.cover.facts.map((f) => html`<div><dt>${f.label}</dt><dd>${f.value}</dd></div>`)}</dl>
<div class="notices">${dossier.cover.notices.map((n) => html`<p>${n}</p>`)}</div>
</header>
<nav aria-labelledby="sommaire"><h2 id="sommaire">Sommaire</h2>${contents(dossier)}</nav>
<main id="contenu" tabindex="-1">
${correspondence(dossier.correspondence)}
${dossier.sections.map((section) => sectionMarkup(section, dossier, images))}
${dossier.annexes.map(
  (annex) => html`<section aria-labelledby="${annex.anchor}">
<h2 id="${annex.anchor}"><span class="number">Annexe ${annex.letter}</span> ${annex.title}</h2>
${drawBlocks(annex.blocks, images)}
</section>`,
)}
</main>
<footer><p>${dossier.author} · ${dossier.date} · ${dossier.cover.kind} réalisé avec Bloc à bloc</p></footer>
</body>
</html>
`;
  return page.text;
}

/**
 * One section as a page of its own. What it points at elsewhere (a prompt run, another section) is in the whole
 * dossier's page, at `whole` from here.
 */
export function exportSectionHtml(
  dossier: Dossier,
  section: DossierSection,
  images: HtmlImages,
  whole: string,
): string {
  const look = blockLook(dossier.cover.blockOrder);
  // Every quote of a person's text is escaped: these characters only stand in links of our own making.
  const body = html`${drawBlocks(section.blocks, images)}`.text.replaceAll(
    'href="#',
    html`href="${whole}#`.text,
  );
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${dossier.author}">
<meta name="robots" content="noindex">
<title>${section.title} – ${dossier.subject}</title>
<style>${trusted(htmlStyle(look))}</style>
</head>
<body>
<main>
<h1>${section.title}</h1>
${trusted(body)}
</main>
<footer><p>${dossier.author} · ${dossier.date} · ${dossier.cover.kind} réalisé avec Bloc à bloc</p></footer>
</body>
</html>
`.text;
}

function contents(dossier: Dossier): Markup {
  return html`<ol class="contents">
<li><a href="#correspondance">Tableau de correspondance</a></li>
${dossier.sections.map((s) => html`<li><a href="#${s.anchor}">${s.number}. ${s.title}</a></li>`)}
${dossier.annexes.map((a) => html`<li><a href="#${a.anchor}">Annexe ${a.letter} – ${a.title}</a></li>`)}
</ol>`;
}

function correspondence(rows: Correspondence[]): Markup {
  return html`<section aria-labelledby="correspondance">
<h2 id="correspondance">Tableau de correspondance</h2>
<div class="scroll" tabindex="0" role="group" aria-label="Compétences et parties"><table>
<thead><tr><th scope="col">Compétence</th><th scope="col">Parties</th><th scope="col" class="end">Preuves</th><th scope="col">Auto-évaluation</th></tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>
<th scope="row">${row.competency}<br><span class="plain">${row.title}</span></th>
<td>${row.sections.length === 0 ? "Aucune partie" : row.sections.map((s) => html`<a href="#${s.anchor}">${s.number}. ${s.title}</a><br>`)}</td>
<td class="end">${row.evidence}</td><td>${row.level ?? "Non évaluée"}</td></tr>`,
  )}</tbody></table></div>
</section>`;
}

function sectionMarkup(section: DossierSection, dossier: Dossier, images: HtmlImages): Markup {
  const titles = new Map(dossier.correspondence.map((c) => [c.competency, c.title]));
  return html`<section aria-labelledby="${section.anchor}">
<h2 id="${section.anchor}"><span class="number">${section.number}</span> ${section.title}</h2>
${
  section.competencies.length > 0 &&
  html`<p class="quiet">${section.competencies.length > 1 ? "Compétences" : "Compétence"}\u00a0: ${section.competencies
    .map((id) => `${id} ${titles.get(id) ?? ""}`.trim())
    .join(" · ")}</p>`
}
${section.blocks.length > 0 ? drawBlocks(section.blocks, images) : html`<p class="quiet">Cette partie n’est pas encore rédigée.</p>`}
</section>`;
}
