import type { Editor } from "@tiptap/core";

type TableLibrary = typeof import("@tiptap/pm/tables");

/** The library of tables once it has come; null before. */
export let tables: TableLibrary | null = null;
const entered = new WeakSet<Editor>();

/**
 * What only somebody in the text needs: the selection of cells, the caret beside a block that holds none, the line
 * where a drop will fall. A page that is only read does not wait for them. Throws when they cannot be had (network).
 */
export async function enterText(editor: Editor): Promise<TableLibrary> {
  const [library, { gapCursor }, { dropCursor }] = await Promise.all([
    import("@tiptap/pm/tables"),
    import("@tiptap/pm/gapcursor"),
    import("@tiptap/pm/dropcursor"),
  ]);
  tables = library;
  if (!entered.has(editor) && !editor.isDestroyed) {
    entered.add(editor);
    editor.registerPlugin(gapCursor());
    editor.registerPlugin(dropCursor({ class: "editor-dropcursor" }));
    editor.registerPlugin(library.tableEditing());
  }
  return library;
}
