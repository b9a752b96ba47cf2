import { type Editor, Extension } from "@tiptap/core";
import { insertBlock } from "../insert-block.ts";
import { enterText, tables } from "../late-plugins.ts";

/** The commands of the toolbar, by their names in prosemirror-tables. */
export type TableCommand =
  | "addColumnAfter"
  | "addColumnBefore"
  | "addRowAfter"
  | "addRowBefore"
  | "deleteColumn"
  | "deleteRow"
  | "deleteTable"
  | "toggleHeaderColumn"
  | "toggleHeaderRow";

/** Runs one command on the table around the caret and gives the focus back to the text. */
export async function runTableCommand(
  editor: Editor,
  name: TableCommand,
  onProblem: (sentence: string) => void,
): Promise<void> {
  try {
    const library = await enterText(editor);
    library[name](editor.state, editor.view.dispatch);
    editor.view.focus();
  } catch {
    onProblem(
      "Les commandes du tableau n’ont pas pu être chargées. Votre texte est intact\u00A0: réessayez quand la connexion sera revenue.",
    );
  }
}

/** A table of the given size, its first row being its header, the caret in its first cell. */
export function insertTable(editor: Editor, rows: number, columns: number): void {
  const row = (cell: string) => ({
    type: "tableRow",
    content: Array.from({ length: columns }, () => ({
      type: cell,
      content: [{ type: "paragraph" }],
    })),
  });
  const content = [row("tableHeader"), ...Array.from({ length: rows - 1 }, () => row("tableCell"))];
  insertBlock(editor, { type: "table", content });
}

/** Moves from cell to cell; Tab in the last one opens a row. */
function goToCell(editor: Editor, library: NonNullable<typeof tables>, direction: 1 | -1): boolean {
  const go = () => library.goToNextCell(direction)(editor.state, editor.view.dispatch);
  if (go()) return true;
  if (direction === -1) return false;
  library.addRowAfter(editor.state, editor.view.dispatch);
  return go();
}

/** The keys of a table, and the selection of its cells, from the first time the text is entered. */
export const TableEditing = Extension.create({
  name: "tableEditing",
  onFocus() {
    // Not there (network): asked again at the next key or command.
    enterText(this.editor).catch(() => undefined);
  },
  addKeyboardShortcuts() {
    const key = (direction: 1 | -1) => () => {
      const { editor } = this;
      if (!editor.isActive("table")) return false;
      if (tables) return goToCell(editor, tables, direction);
      enterText(editor).then(
        (library) => goToCell(editor, library, direction),
        () => undefined,
      );
      return true;
    };
    return { Tab: key(1), "Shift-Tab": key(-1) };
  },
});
