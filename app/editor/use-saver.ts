import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import type { DocNode } from "~/domain/document.ts";
import type { RichEditorProps } from "./rich-editor.tsx";
import { deviceName } from "./save-request.ts";
import { isFromThisPage, type Saver, startSaver } from "./saver.ts";
import type { SaveStatus } from "./saver-machine.ts";
import { documentJson } from "./snapshot.ts";
import type { Opened } from "./use-opening.ts";

export type Saving = {
  saver: Saver | null;
  status: SaveStatus;
  /** False when this device could not keep the last text. */
  kept: boolean;
  /** The text shown was found on this device, not on the server. */
  restored: boolean;
};

/** Puts another text in the editor, the caret staying about where it was. */
export function replaceText(editor: Editor, doc: DocNode, undoable: boolean): void {
  const at = editor.state.selection.from;
  editor
    .chain()
    .setMeta("addToHistory", undoable)
    .setContent(doc, { emitUpdate: undoable })
    .setTextSelection(Math.min(at, editor.state.doc.content.size))
    .run();
}

/** Ties an editor to its saver for as long as both are on screen. */
export function useSaver(editor: Editor | null, opened: Opened, props: RichEditorProps): Saving {
  const { initial, section, savePath, onState } = props;
  const saver = useRef<Saver | null>(null);
  const tell = useRef(onState);
  tell.current = onState;
  const [status, setStatus] = useState<SaveStatus>({ kind: "saved", at: initial.savedAt });
  const [kept, setKept] = useState(true);
  const { opening } = opened;

  useEffect(() => {
    if (!editor) return;
    const found = opening.kind === "server" ? null : opening.entry;
    const conflict = opening.kind === "conflict";
    const started = startSaver({
      path: savePath,
      section,
      // Saves of one tab fold into one revision; two machines of a same kind must stay apart.
      device: `${deviceName(navigator.userAgent)}#${opened.tab.id}`,
      journal: opened.journal,
      tab: opened.tab,
      initial: conflict
        ? { version: opening.entry.base, savedAt: initial.savedAt, doc: opened.foundBase }
        : initial,
      sent: found?.sent,
      read: () => documentJson(editor.state.doc),
      adopt: (doc) => replaceText(editor, doc, false),
      onStatus: (next) => {
        setStatus(next);
        tell.current?.(next);
      },
      onJournal: setKept,
    });
    saver.current = started;
    editor.on("update", started.edited);
    if (found) {
      const theirs = { ...initial, savedAt: initial.savedAt ?? "", device: "" };
      started.takeOver(found, conflict ? theirs : null);
    }
    opened.onNews(started.heard);
    return () => {
      editor.off("update", started.edited);
      started.close();
      saver.current = null;
    };
  }, [editor, opened, opening, section, savePath, initial]);

  const restored = opening.kind === "restore" && !isFromThisPage(opening.entry);
  return { saver: saver.current, status, kept, restored };
}
