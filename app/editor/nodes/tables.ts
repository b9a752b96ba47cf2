import { Node } from "@tiptap/core";

/** The roles by which prosemirror-tables knows the parts of a table. */
const roles: Record<string, string> = {
  table: "table",
  tableRow: "row",
  tableCell: "cell",
  tableHeader: "header_cell",
};

export const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["div", { class: "tableWrapper" }, ["table", ["tbody", 0]]],
  extendNodeSchema: ({ name }) => (roles[name] ? { tableRole: roles[name] } : {}),
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
