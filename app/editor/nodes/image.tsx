import { Node } from "@tiptap/core";
import { useId, useState } from "react";
import type { ImageAttrs } from "~/domain/document.ts";
import { type BlockProps, reactBlock } from "../react-blocks.tsx";
import { useSurroundings } from "../surroundings.ts";

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
  addNodeView: () => reactBlock(ImageBlock, "figure", "document-image editor-block"),
});

function ImageBlock({ node, update, remove }: BlockProps) {
  const attrs = node.attrs as ImageAttrs;
  const { imagePath } = useSurroundings();
  const [editing, setEditing] = useState(false);
  const [broken, setBroken] = useState(false);
  const missing = !attrs.decorative && attrs.alt.trim() === "";
  return (
    <>
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
            update={update}
            onDone={editing ? () => setEditing(false) : undefined}
            onEdit={() => setEditing(true)}
          />
        ) : (
          <p className="editor-block-note">
            {attrs.decorative ? "Image décorative." : `Texte alternatif\u00A0: ${attrs.alt}`}{" "}
            <button type="button" onClick={() => setEditing(true)}>
              Modifier l’image
            </button>{" "}
            <button type="button" onClick={() => remove()}>
              Retirer l’image
            </button>
          </p>
        )}
      </div>
    </>
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
  const id = useId();
  const change = (changed: Partial<ImageAttrs>) => {
    onEdit();
    update(changed);
  };
  return (
    <div className="editor-block-fields">
      <label htmlFor={`${id}-alt`}>Texte alternatif</label>
      <input
        id={`${id}-alt`}
        maxLength={2000}
        value={attrs.alt}
        disabled={attrs.decorative}
        onChange={(event) => change({ alt: event.currentTarget.value })}
      />
      <label className="editor-block-check">
        <input
          type="checkbox"
          checked={attrs.decorative}
          onChange={(event) => change({ decorative: event.currentTarget.checked })}
        />
        Image décorative (elle n’apporte aucune information)
      </label>
      <label htmlFor={`${id}-caption`}>Légende, sous l’image</label>
      <input
        id={`${id}-caption`}
        maxLength={2000}
        value={attrs.caption}
        onChange={(event) => change({ caption: event.currentTarget.value })}
      />
      {onDone && (
        <button type="button" onClick={onDone}>
          Terminé
        </button>
      )}
    </div>
  );
}
