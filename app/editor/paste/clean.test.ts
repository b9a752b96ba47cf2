// @vitest-environment jsdom
import { DOMParser as SchemaParser } from "@tiptap/pm/model";
import { describe, expect, it } from "vitest";
import { type DocNode, parseDocument } from "~/domain/document.ts";
import { editorSchema } from "../schema.ts";
import { cleanPastedHtml, cleanPastedText } from "./clean.ts";

/** Cleans as the paste does, reads with the editor's schema, and writes the tree in a short form. */
function pasted(html: string, room = 100_000): string {
  const body = document.createElement("div");
  body.innerHTML = cleanPastedHtml(html, room).html;
  const doc = SchemaParser.fromSchema(editorSchema).parse(body).toJSON() as DocNode;
  expect(parseDocument(doc), JSON.stringify(doc)).toMatchObject({ ok: true });
  return (doc.content ?? []).map(short).join(" ");
}
const tags: Record<string, string> = {
  paragraph: "p",
  bulletList: "ul",
  orderedList: "ol",
  listItem: "li",
  taskList: "tasks",
  tableRow: "tr",
  tableCell: "td",
  tableHeader: "th",
};
function short(node: DocNode): string {
  if (node.type === "text") {
    const marks = (node.marks ?? []).map((m) => (m.type === "link" ? m.attrs.href : m.type));
    return marks.length ? `${node.text}{${marks.join(",")}}` : node.text;
  }
  const inside = (node.content ?? []).map(short).join(node.type === "paragraph" ? "" : " ");
  const name = node.type === "heading" ? `h${node.attrs.level}` : (tags[node.type] ?? node.type);
  const state = node.type === "taskItem" ? (node.attrs.checked ? "x" : "o") : "";
  return `${name}${state}(${inside})`;
}

/** What Word for Windows puts on the clipboard, cut down to what matters. */
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]--><style><!-- /* Style Definitions */
p.MsoNormal{margin:0cm;font-family:"Calibri",sans-serif;} --></style></head>
<body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoToc1><a href="#_Toc1">Le contexte<span style='mso-tab-count:1 dotted'>. </span>3</a></p>
<h1><a name="_Toc1"></a><b>Le contexte<o:p></o:p></b></h1>
<p class=MsoNormal><span style='color:red'>La <b style='mso-bidi-font-weight:normal'>cliente</b> vend du <i>pain</i>.</span><o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Un<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Un bis</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>Deux</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>Trois</p>
<h2>Détail</h2>
<table class=MsoTableGrid border=1><tr><td width=100 valign=top style='border:solid'><p class=MsoNormal>A<o:p></o:p></p></td>
<td colspan=2><p class=MsoNormal>B</p></td></tr></table>
<p class=MsoNormal><img width=20 height=20 src="file:///C:/temp/image001.png"></p>
<!--EndFragment--></body></html>`;

/** What Google Docs puts on the clipboard. */
const GOOGLE = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b">
<h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt;font-weight:400">Titre</span></h1>
<p dir="ltr"><span style="font-weight:700">Gras</span><span style="font-weight:400">, </span><span style="font-style:italic">italique</span>
<a href="https://www.google.com/url?q=https://exemple.fr/a%3Fb&amp;sa=D" style="text-decoration:none"><span style="text-decoration:underline;color:#1155cc">lien</span></a></p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>un</span></p></li>
<ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>un bis</span></p></li></ul><li dir="ltr"><p><span>deux</span></p></li></ul>
<ul><li role="checkbox" aria-checked="true"><p><span>fait</span></p></li><li role="checkbox" aria-checked="false"><p>à faire</p></li></ul>
<div dir="ltr"><table><colgroup><col width="200"></colgroup><tbody><tr><th><p>Réseau</p></th><td><p>12</p></td></tr></tbody></table></div>
<p><img src="https://lh7-rt.googleusercontent.com/docsz/abc" width="300"></p><br class="Apple-interchange-newline"></b>`;

describe("cleanPastedHtml", () => {
  it("Word: headings under the section's, real lists, a plain table, no trace of styles", () => {
    expect(pasted(WORD)).toBe(
      "h2(Le contexte) p(La cliente{bold} vend du pain{italic}.) " +
        "ul(li(p(Un) ul(li(p(Un bis)))) li(p(Deux))) ol(li(p(Trois))) " +
        "h3(Détail) table(tr(td(p(A)) td(p(B))))",
    );
    const cleaned = cleanPastedHtml(WORD, 100_000);
    expect(cleaned.html).not.toMatch(/mso|style|class|xml|<!--/i);
    expect(cleaned.html).toContain('<ol start="3">');
    expect(cleaned.droppedImages).toBe(1);
  });

  it("Google Docs: styles become marks, the false bold goes, inner lists go in, links go straight", () => {
    expect(pasted(GOOGLE)).toBe(
      "h2(Titre) p(Gras{bold}, italique{italic} lien{https://exemple.fr/a?b}) " +
        "ul(li(p(un) ul(li(p(un bis)))) li(p(deux))) tasks(taskItemx(p(fait)) taskItemo(p(à faire))) " +
        "table(tr(th(p(Réseau)) td(p(12))))",
    );
  });

  it.each([
    [
      "scripts and handlers",
      `<p onclick="x()">a<script>x()</script></p><iframe src="x"></iframe>`,
      "p(a)",
    ],
    ["a link that runs code", `<p><a href="javascript:x()">a</a></p>`, "p(a)"],
    ["a heading level kept when there is no h1", "<h3>a</h3><p>b</p>", "h3(a) p(b)"],
    ["a deep heading", "<h6>a</h6>", "h4(a)"],
    [
      "a heading in a cell",
      "<table><tr><td><h2>a</h2></td></tr></table>",
      "table(tr(td(p(a{bold}))))",
    ],
    [
      "a table in a cell",
      "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>",
      "table(tr(td(p(a · b))))",
    ],
    ["a quote in a list", "<ul><li><blockquote><p>a</p></blockquote></li></ul>", "ul(li(p(a)))"],
    ["divs of a web page", "<div><div>a</div><div>b</div></div>", "p(a) p(b)"],
    [
      "a reading view's callout",
      `<div class="callout" data-tone="attention"><p class="callout-label">Attention</p><p>a</p></div>`,
      "callout(p(a))",
    ],
    [
      "an AI passage",
      `<p><span class="ai-assisted" data-run="r1"><span class="ai-label">IA</span>a</span> b</p>`,
      "p(a{aiAssisted} b)",
    ],
    ["an image of ours", `<img data-asset="a1" alt="Vitrine">`, "image()"],
    ["characters no database takes", "<p>a\u0007b</p>", "p(ab)"],
  ])("%s", (_, html, expected) => expect(pasted(html)).toBe(expected));

  it("brings lists deeper than six levels up to the sixth", () => {
    const deep = `${"<ul><li>x".repeat(9)}${"</li></ul>".repeat(9)}`;
    const shape = pasted(deep);
    expect(shape.match(/ul\(/g)).toHaveLength(6);
    expect(shape.match(/x/g)).toHaveLength(9);
  });

  it("keeps the start of a text too long, whole words of structure included", () => {
    const cleaned = cleanPastedHtml(`<p>${"a".repeat(50)}</p>`.repeat(100), 1000);
    expect(cleaned).toMatchObject({ truncated: true });
    expect(cleaned.kept).toBeGreaterThan(300);
    expect(cleaned.kept).toBeLessThan(1000);
    expect(cleanPastedHtml("<p>a</p>", 0)).toMatchObject({ truncated: true, kept: 0 });
  });

  it("does not hang on 5 MB of Word", () => {
    const one = `<p class=MsoNormal style='margin:0cm'><span style='font-family:Arial'>${"mot ".repeat(400)}</span></p>`;
    const cleaned = cleanPastedHtml(one.repeat(Math.ceil(5_000_000 / one.length)), 200_000);
    expect(cleaned.truncated).toBe(true);
  }, 30_000);
});

describe("cleanPastedText", () => {
  it.each([
    ["a\r\nb\rc", 1000, "a\nb\nc", false],
    ["a\u0000b", 1000, "ab", false],
    ["abcdef", 3, "abc", true],
    ["", 3, "", false],
  ])("%j in %i → %j", (text, room, kept, truncated) => {
    expect(cleanPastedText(text, room)).toEqual({ text: kept, truncated });
  });

  it("counts lines as what they cost", () => {
    expect(cleanPastedText("a\n".repeat(1000), 6600).text.length).toBeLessThan(300);
  });
});
