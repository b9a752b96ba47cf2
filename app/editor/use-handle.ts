import type { Editor } from "@tiptap/core";
import { useEffect } from "react";
import { aiTextToNodes } from "./ai-text.ts";
import { insertBlock, leaveSelectedBlock, onText } from "./insert-block.ts";
import type { SectionEditorHandle } from "./section-editor.tsx";

/** What the page around may do to the text: the prompt bench, the figures, the evidence of a competency. */
export function useHandle(
  editor: Editor | null,
  give: (handle: SectionEditorHandle | null) => void,
): void {
  useEffect(() => {
    if (!editor) return;
    give(handleOf(editor));
    return () => give(null);
  }, [editor, give]);
}

function handleOf(editor: Editor): SectionEditorHandle {
  return {
    insertText(text, { run }) {
      leaveSelectedBlock(editor.view);
      const nodes = aiTextToNodes(text, run);
      const only = nodes[0];
      const inline = nodes.length === 1 && only?.type === "paragraph";
      if (only)
        onText(editor)
          .insertContent(inline ? (only.content ?? []) : nodes)
          .run();
    },
    insertFigure(figureId) {
      insertBlock(editor, { type: "figure", attrs: { figureId, caption: "" } });
    },
    selectedQuote: () => selectedQuote(editor),
  };
}

/** The selected words, blocks and line breaks being lines; null when nothing is selected. */
export function selectedQuote({ state }: Editor): string | null {
  const { from, to, empty } = state.selection;
  return empty ? null : state.doc.textBetween(from, to, "\n", "\n").trim() || null;
}
