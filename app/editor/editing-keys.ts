import { Extension } from "@tiptap/core";
import { NodeSelection, Plugin } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { leaveSelectedBlock } from "./insert-block.ts";

export type EditingKeysOptions = {
  placeholder: string;
  onFind: () => void;
  onToolbar: () => void;
  onLink: () => void;
  /** Escape: closes what is open, else takes a keyboard user out of the text. */
  onEscape: () => void;
};

/** Keys that lead out of the text, and the invitation shown in an empty one. */
export const EditingKeys = Extension.create<EditingKeysOptions>({
  name: "editingKeys",
  addOptions: () => ({
    placeholder: "",
    onFind: () => undefined,
    onToolbar: () => undefined,
    onLink: () => undefined,
    onEscape: () => undefined,
  }),
  addKeyboardShortcuts() {
    const run = (act: () => void) => () => {
      act();
      return true;
    };
    return {
      "Mod-f": run(this.options.onFind),
      "Mod-k": run(this.options.onLink),
      "Alt-F10": run(this.options.onToolbar),
      Escape: run(this.options.onEscape),
    };
  },
  addProseMirrorPlugins() {
    const { placeholder } = this.options;
    return [
      new Plugin({
        props: {
          decorations({ doc }) {
            const first = doc.firstChild;
            if (doc.childCount !== 1 || !first || first.content.size > 0) return null;
            if (first.type.name !== "paragraph") return null;
            const attrs = { class: "editor-empty", "data-placeholder": placeholder };
            return DecorationSet.create(doc, [Decoration.node(0, first.nodeSize, attrs)]);
          },
          /** Typing with an image or a figure selected goes on after it; only Delete removes it. */
          handleTextInput(view, _from, _to, text) {
            const { selection } = view.state;
            if (!(selection instanceof NodeSelection) || !selection.node.isBlock) return false;
            leaveSelectedBlock(view);
            view.dispatch(view.state.tr.insertText(text));
            return true;
          },
          /** A click below a last table or figure opens a paragraph to go on writing. */
          handleClick(view, _pos, event) {
            const last = view.dom.lastElementChild;
            const { doc, schema, tr } = view.state;
            if (!last || event.target !== view.dom) return false;
            if (event.clientY < last.getBoundingClientRect().bottom || doc.lastChild?.isTextblock)
              return false;
            const paragraph = schema.nodes.paragraph?.create();
            if (paragraph) view.dispatch(tr.insert(doc.content.size, paragraph).scrollIntoView());
            return false;
          },
        },
      }),
    ];
  },
});
