import { Node } from "@tiptap/core";
import { useId } from "react";
import { FigureView } from "~/ui/figure-view.tsx";
import { MissingFigure } from "../document-view.tsx";
import { type BlockProps, reactBlock } from "../react-blocks.tsx";
import { useSurroundings } from "../surroundings.ts";

/** A live figure: the document keeps its id, the tool gives its drawing, always the latest. */
export const Figure = Node.create({
  name: "figure",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    figureId: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-figure") ?? "",
      renderHTML: (attributes) => ({ "data-figure": attributes.figureId }),
    },
    caption: {
      default: "",
      parseHTML: (element) => (element.getAttribute("data-caption") ?? "").slice(0, 2000),
      renderHTML: (attributes) => ({ "data-caption": attributes.caption }),
    },
  }),
  parseHTML: () => [
    {
      tag: "div[data-figure]",
      getAttrs: (element) =>
        /^[a-z0-9-]{1,80}:[a-z0-9-]{1,120}$/.test(element.getAttribute("data-figure") ?? "")
          ? null
          : false,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["div", HTMLAttributes],
  addNodeView: () => reactBlock(FigureBlock, "div", "document-figure editor-block"),
});

function FigureBlock({ node, update, remove }: BlockProps) {
  const { figures } = useSurroundings();
  const captionId = useId();
  const figure = figures.find((f) => f.id === node.attrs.figureId);
  return (
    <>
      {figure ? <FigureView figure={figure} /> : <MissingFigure />}
      <div className="editor-block-fields">
        <label htmlFor={captionId}>Légende</label>
        <input
          id={captionId}
          maxLength={2000}
          value={node.attrs.caption}
          placeholder="Ce que cette figure montre, avec vos mots"
          onChange={(event) => update({ caption: event.currentTarget.value })}
        />
        <button type="button" onClick={() => remove()}>
          Retirer la figure
        </button>
      </div>
    </>
  );
}
