import type { Editor } from "@tiptap/core";
import { type Ref, useImperativeHandle } from "react";
import { aiTextToNodes } from "./ai-text.ts";
import { insertBlock, leaveSelectedBlock } from "./insert-block.ts";
import type { SectionEditorHandle } from "./section-editor.tsx";

/** What the page around may do to the text: the prompt bench, the figures, the evidence of a competency. */
export function useHandle(editor: Editor | null, ref: Ref<SectionEditorHandle>): void {
  useImperativeHandle(
    ref,
    () => ({
      insertText(text, { run }) {
        if (!editor) return;
        leaveSelectedBlock(editor.view);
        const nodes = aiTextToNodes(text, run);
        const only = nodes[0];
        const inline = nodes.length === 1 && only?.type === "paragraph";
        if (only)
          editor
            .chain()
            .focus()
            .insertContent(inline ? only.content! : nodes)
            .run();
      },
      insertFigure(figureId) {
        if (editor) insertBlock(editor, { type: "figure", attrs: { figureId, caption: "" } });
      },
      selectedQuote() {
        if (!editor || editor.state.selection.empty) return null;
        const { from, to } = editor.state.selection;
        return editor.state.doc.textBetween(from, to, "\n", "\n").trim() || null;
      },
    }),
    [editor],
  );
}
