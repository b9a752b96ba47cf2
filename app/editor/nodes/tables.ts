import { type Editor, Node } from "@tiptap/core";
import type { Command } from "@tiptap/pm/state";
import { addRowAfter, goToNextCell, tableEditing } from "@tiptap/pm/tables";
import { insertBlock } from "../insert-block.ts";

/** The roles by which prosemirror-tables knows the parts of a table. */
const roles: Record<string, string> = {
  table: "table",
  tableRow: "row",
  tableCell: "cell",
  tableHeader: "header_cell",
};

/** Runs one command of prosemirror-tables and gives the focus back to the text. */
export function runTableCommand(editor: Editor, command: Command): void {
  command(editor.state, editor.view.dispatch);
  editor.view.focus();
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

export const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["div", { class: "tableWrapper" }, ["table", ["tbody", 0]]],
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) =>
      goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
    return {
      Tab: () => {
        if (!this.editor.isActive("table")) return false;
        if (go(1)) return true;
        addRowAfter(this.editor.state, this.editor.view.dispatch);
        return go(1);
      },
      "Shift-Tab": () => this.editor.isActive("table") && go(-1),
    };
  },
  addProseMirrorPlugins: () => [tableEditing()],
});

export const TableRow = Node.create({
  name: "tableRow",
  content: "(tableCell | tableHeader)*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
});

const span = (name: string, max: number) => ({
  default: 1,
  parseHTML: (element: HTMLElement) => {
    const value = Number.parseInt(element.getAttribute(name) ?? "1", 10);
    return value >= 1 && value <= max ? value : 1;
  },
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === 1 ? {} : { [name]: attributes[name] },
});

/** Only what a reader and an export need of a cell: pasted alignments and colours are left behind. */
function cell(name: string, tag: string) {
  return Node.create({
    name,
    content: "flow+",
    isolating: true,
    addAttributes: () => ({
      colspan: span("colspan", 100),
      rowspan: span("rowspan", 1000),
      colwidth: { default: null, rendered: false },
    }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });
}

export const TableCell = cell("tableCell", "td");
export const TableHeader = cell("tableHeader", "th");
