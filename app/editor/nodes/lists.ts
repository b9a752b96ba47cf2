import { type Editor, Node, type NodeViewRenderer, wrappingInputRule } from "@tiptap/core";
import type { Node as Block } from "@tiptap/pm/model";
import { MAX_LIST_LEVELS } from "~/domain/document.ts";

/** How many list items the selection is inside of. */
function listLevel(editor: Editor): number {
  const { $from } = editor.state.selection;
  let level = 0;
  for (let depth = $from.depth; depth > 0; depth--) {
    if ($from.node(depth).type.name.endsWith("Item")) level++;
  }
  return level;
}

/** Tab goes one level deeper, down to the deepest the document accepts; outside a list it moves the focus on. */
function sink(editor: Editor, name: string): boolean {
  if (!editor.isActive(name)) return false;
  return listLevel(editor) >= MAX_LIST_LEVELS || editor.commands.sinkListItem(name);
}

/** Backspace at the very start of an item takes its sign away first, as every word processor does. */
function liftAtStart(editor: Editor, name: string): boolean {
  const { empty, $from } = editor.state.selection;
  const atStart = empty && $from.parentOffset === 0 && $from.index(-1) === 0;
  return atStart && $from.node(-1)?.type.name === name && editor.commands.liftListItem(name);
}

/** Item keys win over the keys of the whole text. */
const itemKeys = (editor: Editor, name: string) => ({
  Enter: () => editor.commands.splitListItem(name),
  Tab: () => sink(editor, name),
  "Shift-Tab": () => editor.commands.liftListItem(name),
  Backspace: () => liftAtStart(editor, name),
});

export const BulletList = Node.create({
  name: "bulletList",
  group: "block list flow",
  content: "listItem+",
  parseHTML: () => [{ tag: "ul" }],
  renderHTML: () => ["ul", 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-8": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^\s*[-+*]\s$/, type: this.type })];
  },
});

const startOf = (value: string | null | undefined) => {
  const start = Number.parseInt(value ?? "1", 10);
  return start >= 0 && start <= 1_000_000 ? start : 1;
};

export const OrderedList = Node.create({
  name: "orderedList",
  group: "block list flow",
  content: "listItem+",
  addAttributes: () => ({
    start: { default: 1, parseHTML: (element) => startOf(element.getAttribute("start")) },
  }),
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: ({ node }) => ["ol", node.attrs.start === 1 ? {} : { start: node.attrs.start }, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-7": () => this.editor.commands.toggleList(this.name, "listItem") };
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,6})\.\s$/,
        type: this.type,
        getAttributes: (match) => ({ start: startOf(match[1]) }),
        joinPredicate: (match, node) => node.childCount + node.attrs.start === startOf(match[1]),
      }),
    ];
  },
});

export const ListItem = Node.create({
  name: "listItem",
  content: "paragraph flow*",
  defining: true,
  parseHTML: () => [{ tag: "li" }],
  renderHTML: () => ["li", 0],
  addKeyboardShortcuts() {
    return itemKeys(this.editor, this.name);
  },
});

export const TaskList = Node.create({
  name: "taskList",
  group: "block list flow",
  content: "taskItem+",
  parseHTML: () => [{ tag: 'ul[data-type="taskList"]', priority: 51 }],
  renderHTML: () => ["ul", { "data-type": "taskList" }, 0],
  addKeyboardShortcuts() {
    return { "Mod-Shift-9": () => this.editor.commands.toggleList(this.name, "taskItem") };
  },
});

export const TaskItem = Node.create({
  name: "taskItem",
  content: "paragraph flow*",
  defining: true,
  addAttributes: () => ({
    checked: {
      default: false,
      keepOnSplit: false,
      parseHTML: (element) => element.getAttribute("data-checked") === "true",
    },
  }),
  parseHTML: () => [{ tag: 'li[data-type="taskItem"]', priority: 51 }],
  renderHTML: ({ node }) => [
    "li",
    { "data-type": "taskItem", "data-checked": String(node.attrs.checked) },
    0,
  ],
  addKeyboardShortcuts() {
    return itemKeys(this.editor, this.name);
  },
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^\s*\[([ x])?\]\s$/i,
        type: this.type,
        getAttributes: (match) => ({ checked: match[1]?.toLowerCase() === "x" }),
      }),
    ];
  },
  addNodeView: () => taskView,
});

/** A task with its box: native, so that it is ticked by click, by Space and by voice. */
const taskView: NodeViewRenderer = ({ node, editor, getPos }) => {
  const dom = document.createElement("li");
  const box = document.createElement("input");
  const contentDOM = document.createElement("div");
  box.type = "checkbox";
  box.contentEditable = "false";
  box.className = "task-box";
  dom.append(box, contentDOM);
  const show = (task: Block) => {
    dom.dataset.checked = String(task.attrs.checked);
    box.checked = task.attrs.checked;
    box.ariaLabel = `Fait\u00A0: ${task.firstChild?.textContent || "tâche vide"}`;
  };
  show(node);
  box.addEventListener("change", () => {
    const pos = getPos();
    if (pos === undefined) return;
    editor.view.dispatch(editor.state.tr.setNodeMarkup(pos, undefined, { checked: box.checked }));
  });
  return {
    dom,
    contentDOM,
    update(next) {
      if (next.type.name !== "taskItem") return false;
      show(next);
      return true;
    },
    stopEvent: (event) => event.target === box,
    ignoreMutation: (mutation) => !contentDOM.contains(mutation.target),
  };
};
