import { Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { Plugin } from "@tiptap/pm/state";
import { typeFrench } from "~/domain/typography.ts";

/** How far back the paragraph is read to decide (an open « quote », an address). */
const LOOK_BACK = 600;

/**
 * French typography while typing. The key goes in as it was typed, then is replaced in a step of its own: one
 * Ctrl+Z gives the typed character back.
 */
export const FrenchTyping = Extension.create<{ enabled: () => boolean }>({
  name: "frenchTyping",
  // After the input rules: « - » or « > » and a space make lists and quotes first.
  priority: 50,
  addOptions: () => ({ enabled: () => true }),
  addProseMirrorPlugins() {
    const { enabled } = this.options;
    return [
      new Plugin({
        props: {
          handleTextInput(view, from, to, typed) {
            if (typed.length !== 1 || view.composing || !enabled()) return false;
            const { $from } = view.state.selection;
            if (!$from.parent.isTextblock || from !== view.state.selection.from) return false;
            const marks = view.state.storedMarks ?? $from.marks();
            if (marks.some((mark) => mark.type.name === "link")) return false;
            const offset = $from.parentOffset;
            const start = Math.max(0, offset - LOOK_BACK);
            const before = $from.parent.textBetween(start, offset, undefined, "\uFFFC");
            const change = typeFrench(before, typed);
            if (!change) return false;
            view.dispatch(view.state.tr.insertText(typed, from, to));
            const replaced = view.state.tr.insertText(
              change.insert,
              from - change.remove,
              from + 1,
            );
            view.dispatch(closeHistory(replaced).scrollIntoView());
            view.dispatch(closeHistory(view.state.tr));
            return true;
          },
        },
      }),
    ];
  },
});

const REMEMBERED = "bloc-a-bloc:typographie";

/** Whether this device wants French typography while typing; yes until told otherwise. */
export function readTypingChoice(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) !== "non";
  } catch {
    return true;
  }
}

/** Remembers the choice on this device. */
export function writeTypingChoice(on: boolean): void {
  try {
    localStorage.setItem(REMEMBERED, on ? "oui" : "non");
  } catch {
    // A browser that keeps nothing asks again next time; the choice holds until then.
  }
}
