import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { DocNode } from "~/domain/document.ts";
import { RevisionDiff } from "./revision-diff.tsx";

const image = (assetId: string, caption: string, alt = "Vitrine"): DocNode => ({
  type: "image",
  attrs: { assetId, alt, decorative: false, caption, width: 4, height: 3 },
});
const figure = (figureId: string, caption = ""): DocNode => ({
  type: "figure",
  attrs: { figureId, caption },
});
const diff = (before: DocNode[], after: DocNode[]) =>
  renderToStaticMarkup(
    <RevisionDiff
      before={{ type: "doc", content: before }}
      after={{ type: "doc", content: after }}
      figures={[
        { id: "a:b", title: "Guide", alt: "x", body: { kind: "list", items: [{ text: "Un" }] } },
      ]}
      imagePath={(id) => `/images/${id}`}
    />,
  );
const labels = (html: string) => [...html.matchAll(/data-change="([^"]+)"/g)].map((m) => m[1]);

const line: DocNode = { type: "paragraph" };

describe("empty lines", () => {
  it("are not shown as changes", () => {
    expect(labels(diff([], [figure("a:b"), line]))).toEqual(["Ajouté"]);
    expect(diff([figure("a:b")], [figure("a:b"), line])).toContain("Seules des lignes vides");
  });
});

describe("pictures between two versions", () => {
  it("shows a live figure and an image that came", () => {
    const html = diff([], [figure("a:b"), image("i1", "Le soir")]);
    expect(labels(html)).toEqual(["Ajouté", "Ajouté"]);
    expect(html).toContain('src="/images/i1"');
    expect(html).toContain("Un");
  });

  it("still shows a picture of which only the words changed, and which words", () => {
    const html = diff([image("i1", "Le soir")], [image("i1", "Le matin")]);
    expect(labels(html)).toEqual(["Modifié"]);
    expect(html).toContain('src="/images/i1"');
    expect(html).toMatch(/<del>.*soir.*<\/del>/);
    expect(html).toMatch(/<ins>.*matin.*<\/ins>/);
  });

  it.each([
    ["an image", image("i1", "Le soir"), image("i2", "Le soir")],
    ["a figure", figure("a:b", "Le guide"), figure("a:c", "Le guide")],
  ])("shows %s and the one that took its place, never a name made for machines", (_, before, after) => {
    const html = diff([before], [after]);
    expect(labels(html)).toEqual(["Supprimé", "Ajouté"]);
    expect(html).not.toContain("a:b");
  });
});
