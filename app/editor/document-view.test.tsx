import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { DocNode } from "~/domain/document.ts";
import { DocumentView } from "./document-view.tsx";
import { RevisionDiff } from "./revision-diff.tsx";

const text = (value: string, ...marks: DocNode["marks"] & object): DocNode =>
  marks.length > 0 ? { type: "text", text: value, marks } : { type: "text", text: value };
const p = (...content: DocNode[]): DocNode => ({ type: "paragraph", content });
const draw = (content: DocNode[], headingOffset = 0) =>
  renderToStaticMarkup(
    <DocumentView
      doc={{ type: "doc", content }}
      figures={[
        { id: "a:b", title: "Guide", alt: "x", body: { kind: "list", items: [{ text: "Un" }] } },
      ]}
      imagePath={(id) => `/images/${id}`}
      headingOffset={headingOffset}
    />,
  );
const cell = { colspan: 1, rowspan: 1, colwidth: null };
const image = {
  assetId: "i1",
  alt: "Vitrine",
  decorative: false,
  caption: "Le soir",
  width: 4,
  height: 3,
};

describe("DocumentView", () => {
  it("escapes what was typed", () => {
    expect(draw([p(text('<script>alert("x")</script>'))])).toContain("&lt;script&gt;");
  });
  it("shifts headings, six at most", () => {
    const headings = ([2, 3, 4] as const).map(
      (level): DocNode => ({ type: "heading", attrs: { level }, content: [text("t")] }),
    );
    expect(draw(headings, 3).match(/<h\d/g)).toEqual(["<h5", "<h6", "<h6"]);
  });
  it("gives header cells a scope, by column in a header row, by row elsewhere", () => {
    const html = draw([
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: [{ type: "tableHeader", attrs: cell, content: [p(text("A"))] }],
          },
          {
            type: "tableRow",
            content: [
              { type: "tableHeader", attrs: { ...cell, colspan: 2 }, content: [p(text("B"))] },
            ],
          },
        ],
      },
    ]);
    expect(html).toContain('<thead><tr><th scope="col"><p>A</p></th></tr></thead>');
    expect(html).toContain('<th scope="row" colSpan="2">');
  });
  it("gives images their text, or an empty one when decorative", () => {
    expect(draw([{ type: "image", attrs: image }])).toContain('src="/images/i1" alt="Vitrine"');
    expect(draw([{ type: "image", attrs: { ...image, decorative: true } }])).toContain('alt=""');
  });
  it("says once that a passage was written with an AI", () => {
    const ai = { type: "aiAssisted" as const, attrs: { run: "r1" } };
    const html = draw([p(text("a", ai), text("b", ai, { type: "bold" }), text(" c"))]);
    expect(html.match(/passage rédigé avec une IA/g)).toHaveLength(1);
    expect(html).toContain('data-run="r1"');
  });
  it("draws a figure, or says that its tool has not made it yet", () => {
    expect(draw([{ type: "figure", attrs: { figureId: "a:b", caption: "" } }])).toContain("Guide");
    expect(draw([{ type: "figure", attrs: { figureId: "a:z", caption: "" } }])).toContain(
      "n’est pas encore prête",
    );
  });
  it("never trusts a link", () => {
    expect(draw([p(text("a", { type: "link", attrs: { href: "https://a.fr" } }))])).toContain(
      'rel="noopener noreferrer nofollow"',
    );
  });
});

describe("RevisionDiff", () => {
  const doc = (...content: DocNode[]): DocNode => ({ type: "doc", content });
  it("tells changes by words, not by colour alone", () => {
    const html = renderToStaticMarkup(
      <RevisionDiff
        before={doc(p(text("Le pain est bon")), p(text("Va")))}
        after={doc(p(text("Le pain est très bon")))}
      />,
    );
    expect(html).toContain("Modifié");
    expect(html).toMatch(/<ins><span class="sr-only"> \[ajouté/);
    expect(html).toContain("Supprimé");
  });
  it("says when nothing changed", () => {
    expect(renderToStaticMarkup(<RevisionDiff before={doc(p())} after={doc(p())} />)).toContain(
      "identiques",
    );
  });
});
