import { Editor, type EditorOptions } from "@tiptap/core";
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";

/**
 * An editor for as long as the caller is on screen; null before the first effect. Made once, in an element of its
 * own that the page takes in: React never draws again because of a key.
 */
export function useEditor(options: Partial<EditorOptions>): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const first = useRef(options);
  useEffect(() => {
    const element = document.createElement("div");
    const made = new Editor({ ...first.current, element, injectCSS: false });
    setEditor(made);
    return () => made.destroy();
  }, []);
  return editor;
}

/** A flat reading of the editor, drawn again only when one of its values changes. */
export function useReading<T extends object>(editor: Editor, read: (editor: Editor) => T): T {
  const last = useRef<T | null>(null);
  const listen = useCallback(
    (changed: () => void) => {
      editor.on("transaction", changed);
      return () => {
        editor.off("transaction", changed);
      };
    },
    [editor],
  );
  return useSyncExternalStore(listen, () => {
    const next = read(editor);
    if (!last.current || !sameValues(last.current, next)) last.current = next;
    return last.current;
  });
}

function sameValues<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((key) => a[key] === b[key]);
}
