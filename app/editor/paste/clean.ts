import { cleanText, MAX_LIST_LEVELS } from "~/domain/document.ts";
import { declaration, rename, unwrap, wrapInside } from "./dom.ts";
import { convertWordLists } from "./word-lists.ts";

/** Beyond this many characters of HTML nothing is read: Word writes ten times the text it holds. */
const MAX_HTML = 3_000_000;
/** What one block adds to the document's JSON, about. */
const BLOCK_COST = 65;

export type Cleaned = {
  html: string;
  /** Images that could not come along: they live on a site or in a file this page cannot read. */
  droppedImages: number;
  /** Characters kept. */
  kept: number;
  truncated: boolean;
};

const REMOVED =
  "style,script,meta,link,title,base,xml,iframe,object,embed,svg,math,canvas,template,noscript," +
  "input,button,select,textarea,video,audio,col,colgroup,[hidden],p[class*=MsoToc],.ai-label,.callout-label," +
  "br.Apple-interchange-newline";
const BLOCKS = "p,h1,h2,h3,h4,h5,h6,li,td,th,blockquote,div,hr,img";

/**
 * Pasted HTML (Word, Google Docs, a web page) reduced to what a document may hold: headings, real lists, tables,
 * links, bold and italic. At most `room` characters are kept, from the start.
 */
export function cleanPastedHtml(html: string, room: number): Cleaned {
  const body = new DOMParser().parseFromString(html.slice(0, MAX_HTML), "text/html").body;
  // Copied from an editor like this one: the schema knows every bit of it, down to its open ends.
  if (body.querySelector("[data-pm-slice]")) return result(body, html, room, 0);
  for (const element of body.querySelectorAll(REMOVED)) element.remove();
  removeComments(body);
  convertWordLists(body);
  stylesToTags(body);
  repairLists(body);
  shiftHeadings(body);
  simplifyInside(body);
  const droppedImages = dropForeignImages(body);
  stripAttributes(body);
  dropEmptyParagraphs(body);
  return result(body, html, room, droppedImages);
}

function result(body: Element, html: string, room: number, droppedImages: number): Cleaned {
  const { kept, truncated } = cut(body, room);
  return {
    html: body.innerHTML,
    droppedImages,
    kept,
    truncated: truncated || html.length > MAX_HTML,
  };
}

/** Pasted plain text, cleaned and cut to `room` characters, each line counted as a block. */
export function cleanPastedText(text: string, room: number): { text: string; truncated: boolean } {
  const clean = cleanText(text.slice(0, room + 1).replace(/\r\n?/g, "\n"));
  let spent = 0;
  let end = 0;
  for (; end < clean.length && spent < room; end++) spent += clean[end] === "\n" ? BLOCK_COST : 1;
  const kept = clean.slice(0, end);
  return { text: kept, truncated: end < clean.length || text.length > room + 1 };
}

function removeComments(body: Element): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
}

/** Google Docs says bold, italic and struck by style alone, and wraps everything in a « bold » that is not. */
function stylesToTags(body: Element): void {
  for (const bold of body.querySelectorAll("b,strong")) {
    if (/^(normal|[1-4]00)$/.test(declaration(bold, "font-weight"))) unwrap(bold);
  }
  for (const span of body.querySelectorAll("span[style]")) {
    if (/^(bold|bolder|[6-9]00)$/.test(declaration(span, "font-weight")))
      wrapInside(span, "strong");
    if (declaration(span, "font-style") === "italic") wrapInside(span, "em");
    const line = declaration(span, "text-decoration") || declaration(span, "text-decoration-line");
    if (line.includes("underline") && !span.closest("a")) wrapInside(span, "u");
    if (line.includes("line-through")) wrapInside(span, "s");
  }
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h1");
  for (const subtitle of body.querySelectorAll("p.MsoSubtitle")) rename(subtitle, "h2");
}

function repairLists(body: Element): void {
  // Google Docs puts an inner list beside its item, not in it.
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const item = list.previousElementSibling;
    if (item?.tagName === "LI") item.append(list);
    else unwrap(list);
  }
  for (const item of body.querySelectorAll("li[role=checkbox]")) {
    item.parentElement?.setAttribute("data-type", "taskList");
    item.setAttribute("data-type", "taskItem");
    item.setAttribute("data-checked", item.getAttribute("aria-checked") ?? "false");
  }
  for (const list of body.querySelectorAll("ul,ol")) {
    let level = 1;
    for (let up = list.parentElement; up; up = up.parentElement) {
      if (up.tagName === "UL" || up.tagName === "OL") level++;
    }
    if (level > MAX_LIST_LEVELS) {
      list.closest("li")?.after(...list.children);
      list.remove();
    }
  }
}

/** A section starts at h2: when the pasted text starts at h1, everything goes down one level. */
function shiftHeadings(body: Element): void {
  const by = body.querySelector("h1") ? 1 : 0;
  for (const heading of body.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const level = Math.min(4, Number(heading.tagName[1]) + by);
    const renamed = rename(heading, `h${level}`);
    for (const bold of renamed.querySelectorAll("strong,b")) unwrap(bold);
  }
}

/** Inside cells, items and quotes only paragraphs, lists and images may stand; the words stay. */
function simplifyInside(body: Element): void {
  for (const table of body.querySelectorAll("td table, th table, li table, blockquote table")) {
    for (const row of table.querySelectorAll("tr")) {
      const line = body.ownerDocument.createElement("p");
      line.textContent = [...row.children].map((cell) => cell.textContent?.trim()).join(" · ");
      table.before(line);
    }
    table.remove();
  }
  for (const heading of body.querySelectorAll(":is(td,th,li,blockquote) :is(h2,h3,h4)")) {
    wrapInside(rename(heading, "p"), "strong");
  }
  for (const block of body.querySelectorAll(":is(td,th,li,blockquote) :is(blockquote,hr)")) {
    unwrap(block);
  }
}

function dropForeignImages(body: Element): number {
  const foreign = body.querySelectorAll("img:not([data-asset])");
  for (const image of foreign) image.remove();
  return foreign.length;
}

const KEPT_ATTRIBUTES = new Set(["data-pm-slice", "data-type", "data-checked", "data-run"]);
const KEPT_BY_TAG: Record<string, Set<string>> = {
  A: new Set(["href"]),
  OL: new Set(["start"]),
  TD: new Set(["colspan", "rowspan"]),
  TH: new Set(["colspan", "rowspan"]),
  IMG: new Set(["data-asset", "data-decorative", "data-caption", "alt", "width", "height"]),
  DIV: new Set(["data-figure", "data-caption", "data-tone"]),
};

function stripAttributes(body: Element): void {
  for (const element of body.querySelectorAll("*")) {
    const ours = [...element.classList].filter((c) => c === "callout" || c === "callout-body");
    for (const { name } of [...element.attributes]) {
      const kept = KEPT_ATTRIBUTES.has(name) || KEPT_BY_TAG[element.tagName]?.has(name);
      if (!kept) element.removeAttribute(name);
    }
    if (ours.length > 0) element.className = ours.join(" ");
    if (element.tagName === "A") element.setAttribute("href", directHref(element));
    const plain =
      element.tagName === "SPAN" || element.tagName === "FONT" || /:/.test(element.tagName);
    if (plain && element.attributes.length === 0) unwrap(element);
  }
}

/** Google wraps the links of its documents in a redirection. */
function directHref(link: Element): string {
  const href = link.getAttribute("href") ?? "";
  if (!href.startsWith("https://www.google.com/url?")) return href;
  return new URLSearchParams(href.slice(href.indexOf("?"))).get("q") ?? href;
}

function dropEmptyParagraphs(body: Element): void {
  for (const paragraph of body.querySelectorAll("p,div")) {
    if (paragraph.textContent?.trim() || paragraph.querySelector("img,hr,table,div[data-figure]")) {
      continue;
    }
    if (!paragraph.hasAttribute("data-figure") && !paragraph.closest("td,th,li"))
      paragraph.remove();
  }
}

/** Keeps the first `room` characters of the tree, cleaned; everything after goes. */
function cut(body: Element, room: number): { kept: number; truncated: boolean } {
  const walker = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  let spent = 0;
  let kept = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === 1) {
      if ((node as Element).matches(BLOCKS)) spent += BLOCK_COST;
    } else {
      const text = cleanText(node.nodeValue ?? "");
      const fits = text.slice(0, Math.max(0, room - spent));
      node.nodeValue = fits;
      spent += text.length;
      kept += fits.trim() ? fits.length : 0;
    }
    if (spent <= room) continue;
    removeAfter(node, body);
    return { kept, truncated: true };
  }
  return { kept, truncated: false };
}

function removeAfter(last: Node, root: Node): void {
  for (let node: Node | null = last; node && node !== root; node = node.parentNode) {
    while (node.nextSibling) node.parentNode?.removeChild(node.nextSibling);
  }
  if (last.nodeType === 1) (last as Element).replaceChildren();
}
