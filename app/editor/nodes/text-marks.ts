import { Mark, markInputRule } from "@tiptap/core";

/** A mark drawn by one tag, toggled by one shortcut, typed between two signs. */
function textMark(name: string, tags: string[], shortcut: string, typed?: RegExp) {
  return Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [tags[0] as string, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(name) };
    },
    addInputRules() {
      return typed ? [markInputRule({ find: typed, type: this.type })] : [];
    },
  });
}

export const Bold = textMark("bold", ["strong", "b"], "Mod-b", /(?:^|\s)(\*\*([^*\s][^*]*)\*\*)$/);
export const Italic = textMark("italic", ["em", "i"], "Mod-i");
export const Underline = textMark("underline", ["u"], "Mod-u");
export const Strike = textMark("strike", ["s", "del", "strike"], "Mod-Shift-x");

/**
 * A passage written with an AI, `run` being the trial it came from. Outermost of all marks, so that one passage
 * is one element whatever else is in bold; what is typed after its end is the learner's own.
 */
export const AiAssisted = Mark.create({
  name: "aiAssisted",
  priority: 1100,
  inclusive: false,
  addAttributes: () => ({
    run: {
      default: "",
      parseHTML: (element) => element.getAttribute("data-run") ?? "",
      renderHTML: (attributes) => ({ "data-run": attributes.run }),
    },
  }),
  parseHTML: () => [
    {
      tag: "span[data-run]",
      getAttrs: (element) =>
        /^[\w:.-]{1,80}$/.test(element.getAttribute("data-run") ?? "") ? null : false,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    "span",
    { ...HTMLAttributes, class: "ai-assisted", title: "Passage rédigé avec une IA" },
    0,
  ],
});
