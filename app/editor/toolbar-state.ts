import type { Editor } from "@tiptap/core";
import { redoDepth, undoDepth } from "@tiptap/pm/history";
import { AllSelection, type EditorState, TextSelection } from "@tiptap/pm/state";
import type { CalloutTone } from "~/domain/document.ts";

export type BlockStyle = "paragraph" | "heading-2" | "heading-3" | "heading-4";
export type ListStyle = "bulletList" | "orderedList" | "taskList";

/** What the toolbar shows of the place where the caret stands. Flat, so that it compares cheaply. */
export type ToolbarState = {
  style: BlockStyle;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  link: string | null;
  list: ListStyle | null;
  quote: boolean;
  callout: CalloutTone | null;
  table: boolean;
  /** Words are selected, not only a place. */
  selected: boolean;
  canUndo: boolean;
  canRedo: boolean;
};

function markAt(state: EditorState, name: string) {
  const type = state.schema.marks[name];
  if (!type) return null;
  const { $from, $to, empty } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) ?? null;
  if ($from.sameParent($to)) {
    const after = $from.nodeAfter;
    return (after && type.isInSet(after.marks)) ?? null;
  }
  return type.isInSet($from.nodeAfter?.marks ?? []) ?? null;
}

/** Reads the caret's surroundings; costs the depth of the tree, never its length. */
export function readToolbarState({ state }: Editor): ToolbarState {
  const { $from, empty } = state.selection;
  const ofText =
    state.selection instanceof TextSelection || state.selection instanceof AllSelection;
  const found: ToolbarState = {
    style: "paragraph",
    bold: markAt(state, "bold") !== null,
    italic: markAt(state, "italic") !== null,
    underline: markAt(state, "underline") !== null,
    strike: markAt(state, "strike") !== null,
    link: (markAt(state, "link")?.attrs.href as string | undefined) ?? null,
    list: null,
    quote: false,
    callout: null,
    table: false,
    selected: ofText && !empty,
    canUndo: undoDepth(state) > 0,
    canRedo: redoDepth(state) > 0,
  };
  for (let depth = 1; depth <= $from.depth; depth++) {
    const node = $from.node(depth);
    const name = node.type.name;
    if (name === "heading") found.style = `heading-${node.attrs.level as 2 | 3 | 4}`;
    else if (name === "blockquote") found.quote = true;
    else if (name === "callout") found.callout = node.attrs.tone as CalloutTone;
    else if (name === "table") found.table = true;
    else if (name === "bulletList" || name === "orderedList" || name === "taskList")
      found.list = name;
  }
  return found;
}
