// @vitest-environment jsdom
import fc from "fast-check";
import { act } from "react";
import { hydrateRoot } from "react-dom/client";
import { renderToStaticMarkup, renderToString } from "react-dom/server";
import { describe, expect, it, vi } from "vitest";
import { type DocNode, listFigures, parseDocument } from "~/domain/document.ts";
import { anyDocument } from "../../tests/documents.ts";
import { documentHtml } from "./document-html.server.ts";
import { DocumentView } from "./document-view.tsx";
import { ReadingView } from "./reading-view.tsx";
import { ServerDrawing } from "./server-drawing.ts";

const imagePath = (id: string) => `/images/${id}?a=1&b=2`;

describe("a document as a string", () => {
  it("is what React draws, letter for letter, or left to React when it holds a figure", () => {
    let drawn = 0;
    fc.assert(
      fc.property(anyDocument, (input) => {
        const parsed = parseDocument(input);
        if (!parsed.ok) return;
        const html = documentHtml(parsed.value, { imagePath, headingOffset: 1 });
        if (listFigures(parsed.value).length > 0) {
          expect(html).toBeNull();
          return;
        }
        drawn++;
        const react = renderToStaticMarkup(
          <DocumentView doc={parsed.value} figures={[]} imagePath={imagePath} headingOffset={1} />,
        );
        expect(`<div class="document">${html}</div>`).toBe(react.replaceAll("&#x27;", "&#39;"));
      }),
      { numRuns: 400 },
    );
    expect(drawn).toBeGreaterThan(100);
  });

  it.each([
    ["text", { type: "paragraph", content: [{ type: "text", text: "<script>alert(1)</script>" }] }],
    [
      "a link",
      {
        type: "paragraph",
        content: [
          {
            type: "text",
            text: "ici",
            marks: [{ type: "link", attrs: { href: 'https://a.fr/"><script>alert(1)</script>' } }],
          },
        ],
      },
    ],
    [
      "an image",
      {
        type: "image",
        attrs: {
          assetId: "a",
          alt: '"><script>alert(1)</script>',
          decorative: false,
          caption: "<script>alert(1)</script>",
          width: null,
          height: null,
        },
      },
    ],
  ])("lets no script out of %s", (_what, block) => {
    const doc = { type: "doc", content: [block] } as DocNode;
    expect(documentHtml(doc, { imagePath, headingOffset: 1 })).not.toContain("<script");
  });
});

describe("the reading view", () => {
  const doc: DocNode = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text: "Une barque & un quai" }] }],
  };
  const view = (
    <ReadingView doc={doc} figures={[]} imagePath={imagePath} headingOffset={1} name="e/s/1" />
  );

  it("keeps in the browser what the server wrote, and draws by React where it wrote nothing", async () => {
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
    const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const place = document.createElement("div");
    document.body.append(place);
    place.innerHTML = `<div id="reading/e/s/1" class="document"><p>Une barque &amp; un quai</p></div>`;
    const written = place.firstElementChild?.firstElementChild;
    const root = await act(() => hydrateRoot(place, view));
    expect(place.firstElementChild?.firstElementChild).toBe(written);
    expect(errors).not.toHaveBeenCalled();
    await act(() => root.unmount());
    place.remove();
    expect(renderToString(view)).toContain("<p>Une barque &amp; un quai</p>");
    vi.unstubAllGlobals();
    errors.mockRestore();
  });

  it("is written by the server as a string", () => {
    vi.stubGlobal("document", undefined);
    const html = renderToStaticMarkup(
      <ServerDrawing.Provider value={() => "<p>écrit</p>"}>{view}</ServerDrawing.Provider>,
    );
    vi.unstubAllGlobals();
    expect(html).toBe('<div id="reading/e/s/1" class="document"><p>écrit</p></div>');
  });
});
