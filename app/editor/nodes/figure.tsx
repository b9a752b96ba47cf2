import { Node } from "@tiptap/core";
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { FigureView } from "~/ui/figure-view.tsx";
import { MissingFigure } from "../document-view.tsx";
import { useSurroundings } from "../surroundings.ts";
import { BlockField, blockView } from "./block-view.tsx";

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
  addNodeView: () => ReactNodeViewRenderer(FigureBlock, blockView),
});

function FigureBlock({ editor, node, updateAttributes, deleteNode }: NodeViewProps) {
  const { figures } = useSurroundings();
  const figure = figures.find((f) => f.id === node.attrs.figureId);
  return (
    <NodeViewWrapper className="document-figure">
      {figure ? <FigureView figure={figure} /> : <MissingFigure />}
      <div className="editor-block-fields">
        <BlockField
          label="Légende"
          value={node.attrs.caption}
          placeholder="Ce que cette figure montre, avec vos mots"
          onValue={(caption) => updateAttributes({ caption })}
        />
        <button
          type="button"
          onClick={() => {
            deleteNode();
            editor.view.focus();
          }}
        >
          Retirer la figure
        </button>
      </div>
    </NodeViewWrapper>
  );
}
