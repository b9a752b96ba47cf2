import { type Editor, useEditor } from "@tiptap/react";
import { useState } from "react";
import { EditingKeys } from "./editing-keys.ts";
import { Find } from "./find.ts";
import { FrenchTyping } from "./french-typing.ts";
import { TableEditing } from "./nodes/table-editing.ts";
import { Paste } from "./paste/paste-extension.ts";
import type { RichEditorProps } from "./rich-editor.tsx";
import { extensions } from "./schema.ts";
import type { Opened } from "./use-opening.ts";

/** What the keys and the paste of the editor ask of the desk around it. */
export type DeskCalls = {
  find: () => void;
  link: () => void;
  toolbar: () => void;
  escape: () => void;
  notice: (sentence: string) => void;
  images: (files: File[]) => void;
  frenchTyping: () => boolean;
};

/** The caret is brought into sight clear of the bars that stick to the top of the window (px). */
const CLEAR = { top: 150, right: 5, bottom: 80, left: 5 };

/**
 * The Tiptap editor, made once, null before the first effect; it reaches the desk through `calls`, so that nothing
 * makes it again, and no key draws the desk again.
 */
export function useDeskEditor(
  props: RichEditorProps & { opened: Opened },
  id: string,
  calls: { readonly current: DeskCalls },
): Editor | null {
  const { opened, initial, title } = props;
  const [options] = useState(() => ({
    immediatelyRender: false as const,
    shouldRerenderOnTransaction: false,
    // Tiptap's own sheet is an inline style, which the content security policy forbids; editor.css holds it.
    injectCSS: false,
    // What comes in was judged by parseDocument; a mistake must show in tests, not as an empty page.
    enableContentCheck: true,
    content: opened.opening.kind === "server" ? initial.doc : opened.opening.doc,
    extensions: [
      ...extensions,
      Find,
      TableEditing,
      FrenchTyping.configure({ enabled: () => calls.current.frenchTyping() }),
      Paste.configure({
        onNotice: (sentence) => calls.current.notice(sentence),
        onImages: (files) => calls.current.images(files),
      }),
      EditingKeys.configure({
        placeholder: "Écrivez ici. Votre texte est enregistré au fil de la frappe.",
        onFind: () => calls.current.find(),
        onLink: () => calls.current.link(),
        onToolbar: () => calls.current.toolbar(),
        onEscape: () => calls.current.escape(),
      }),
    ],
    editorProps: {
      scrollThreshold: CLEAR,
      scrollMargin: CLEAR,
      attributes: {
        id: `${id}-text`,
        class: "document editor-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": title,
        "aria-describedby": `${id}-hint`,
        lang: "fr",
        spellcheck: "true",
      },
    },
  }));
  return useEditor(options);
}
