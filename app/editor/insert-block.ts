import type { ChainedCommands, Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { NodeSelection, Selection, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { DocNode } from "~/domain/document.ts";

/** Puts the caret in the text block that follows `pos`, made when there is none. */
function goAfter(tr: Transaction, pos: number): Transaction {
  const next = tr.doc.resolve(pos).nodeAfter;
  if (!next?.isTextblock) {
    const paragraph = tr.doc.type.schema.nodes.paragraph?.create();
    if (paragraph) tr.insert(pos, paragraph);
  }
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1));
}

/** The nearest place after the caret where a block of this type may stand; an empty paragraph gives its place up. */
function placeFor(tr: Transaction, node: Node): { from: number; to: number } {
  const { $from, $to, empty } = tr.selection;
  for (let depth = $to.depth; depth >= 0; depth--) {
    const index = $to.indexAfter(depth);
    if (!$to.node(depth).canReplaceWith(index, index, node.type)) continue;
    const to = depth === $to.depth ? $to.pos : $to.after(depth + 1);
    const free = empty && depth === $from.depth - 1 && $from.parent.content.size === 0;
    const start = $from.index(depth);
    const replaceable = free && $from.node(depth).canReplaceWith(start, start + 1, node.type);
    return { from: replaceable ? $from.before(depth + 1) : to, to };
  }
  return { from: tr.doc.content.size, to: tr.doc.content.size };
}

/**
 * Adds a block after the one the caret is in (never in place of a selected image or figure), and goes on after it,
 * or at its first word for a block that holds text.
 */
export function insertBlock(
  editor: Editor,
  block: DocNode | { type: string; content: unknown[] },
): void {
  const { tr, schema } = editor.state;
  const node = schema.nodeFromJSON(block);
  const { from, to } = placeFor(tr, node);
  tr.replaceWith(from, to, node);
  if (node.isAtom || node.isLeaf) goAfter(tr, from + node.nodeSize);
  else tr.setSelection(Selection.near(tr.doc.resolve(from + 1)));
  editor.view.dispatch(tr.scrollIntoView());
  editor.view.focus();
}

/** Leaves a selected image or figure for the text after it, so that what is typed does not replace it. */
export function leaveSelectedBlock(view: EditorView): void {
  const { tr, selection } = view.state;
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock) return;
  view.dispatch(goAfter(tr, selection.to));
}

/** A chain of commands with the focus back in the text at once: the very next key goes there. */
export function onText(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain();
}
