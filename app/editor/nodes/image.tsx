import { Node } from "@tiptap/core";
import { type NodeViewProps, NodeViewWrapper, ReactNodeViewRenderer } from "@tiptap/react";
import { useState } from "react";
import type { ImageAttrs } from "~/domain/document.ts";
import { useSurroundings } from "../surroundings.ts";
import { BlockField, blockView } from "./block-view.tsx";

const text = (attribute: string, name: string) => ({
  default: "",
  parseHTML: (element: HTMLElement) => (element.getAttribute(name) ?? "").slice(0, 2000),
  renderHTML: (attributes: Record<string, unknown>) => ({ [name]: attributes[attribute] }),
});
const size = (name: "width" | "height") => ({
  default: null,
  parseHTML: (element: HTMLElement) => {
    const value = Number.parseInt(element.getAttribute(name) ?? "", 10);
    return value >= 1 && value <= 30_000 ? value : null;
  },
});

/** An image of this workspace, by its id: no address comes from the text, so none can be smuggled in. */
export const Image = Node.create({
  name: "image",
  group: "block flow",
  atom: true,
  draggable: true,
  addAttributes: () => ({
    assetId: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-asset") ?? "",
      renderHTML: (attributes) => ({ "data-asset": attributes.assetId }),
    },
    alt: text("alt", "alt"),
    decorative: {
      default: false,
      parseHTML: (element) => element.getAttribute("data-decorative") === "true",
      renderHTML: (attributes) => ({ "data-decorative": String(attributes.decorative) }),
    },
    caption: text("caption", "data-caption"),
    width: size("width"),
    height: size("height"),
  }),
  parseHTML: () => [
    {
      tag: "img[data-asset]",
      getAttrs: (element) =>
        /^[A-Za-z0-9_-]{1,64}$/.test(element.getAttribute("data-asset") ?? "") ? null : false,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["img", HTMLAttributes],
  addNodeView: () => ReactNodeViewRenderer(ImageBlock, blockView),
});

function ImageBlock({ editor, node, updateAttributes, deleteNode }: NodeViewProps) {
  const attrs = node.attrs as ImageAttrs;
  const { imagePath } = useSurroundings();
  const [editing, setEditing] = useState(false);
  const [broken, setBroken] = useState(false);
  const missing = !attrs.decorative && attrs.alt.trim() === "";
  return (
    <NodeViewWrapper>
      <figure className="document-image">
        {broken ? (
          <p className="document-missing">
            Cette image n’est pas dans cet espace de travail. Ajoutez-la de nouveau par
            «&nbsp;Image&nbsp;».
          </p>
        ) : (
          <img
            src={imagePath(attrs.assetId)}
            alt={attrs.decorative ? "" : attrs.alt}
            width={attrs.width ?? undefined}
            height={attrs.height ?? undefined}
            decoding="async"
            onError={() => setBroken(true)}
          />
        )}
        {attrs.caption && !editing && <figcaption>{attrs.caption}</figcaption>}
        <div>
          {missing && (
            <p className="editor-block-warning" role="note">
              <strong>Texte alternatif manquant.</strong> Dites ce que l’image apporte à qui ne la
              voit pas, ou cochez «&nbsp;Image décorative&nbsp;».
            </p>
          )}
          {missing || editing ? (
            <ImageFields
              attrs={attrs}
              update={updateAttributes}
              onDone={editing ? () => setEditing(false) : undefined}
              onEdit={() => setEditing(true)}
            />
          ) : (
            <p className="editor-block-note">
              {attrs.decorative ? "Image décorative." : `Texte alternatif\u00A0: ${attrs.alt}`}{" "}
              <button type="button" onClick={() => setEditing(true)}>
                Modifier l’image
              </button>{" "}
              <button
                type="button"
                onClick={() => {
                  deleteNode();
                  editor.view.focus();
                }}
              >
                Retirer l’image
              </button>
            </p>
          )}
        </div>
      </figure>
    </NodeViewWrapper>
  );
}

type FieldsProps = {
  attrs: ImageAttrs;
  update: (attrs: Partial<ImageAttrs>) => void;
  /** Called at the first change, so that the fields stay open while they are filled in. */
  onEdit: () => void;
  onDone?: () => void;
};

function ImageFields({ attrs, update, onEdit, onDone }: FieldsProps) {
  const change = (changed: Partial<ImageAttrs>) => {
    onEdit();
    update(changed);
  };
  return (
    <div className="editor-block-fields">
      <BlockField
        label="Texte alternatif"
        value={attrs.alt}
        disabled={attrs.decorative}
        onValue={(alt) => change({ alt })}
      />
      <label className="editor-block-check">
        <input
          type="checkbox"
          checked={attrs.decorative}
          onChange={(event) => change({ decorative: event.currentTarget.checked })}
        />
        Image décorative (elle n’apporte aucune information)
      </label>
      <BlockField
        label="Légende, sous l’image"
        value={attrs.caption}
        onValue={(caption) => change({ caption })}
      />
      {onDone && (
        <button type="button" onClick={onDone}>
          Terminé
        </button>
      )}
    </div>
  );
}
