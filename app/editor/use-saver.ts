import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import type { DocNode } from "~/domain/document.ts";
import type { RichEditorProps } from "./rich-editor.tsx";
import { deviceName, fetchVersion } from "./save-request.ts";
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
  /** Resolves once no save is due or under way. */
  settled: () => Promise<SaveStatus>;
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
  const waiting = useRef<((status: SaveStatus) => void)[]>([]);
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
        if (!isBusy(next)) for (const answer of waiting.current.splice(0)) answer(next);
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
  const settled = () =>
    new Promise<SaveStatus>((resolve) => {
      const now = saver.current?.status() ?? status;
      if (isBusy(now)) waiting.current.push(resolve);
      else resolve(now);
    });
  return { saver: saver.current, status, kept, restored, settled };
}

const isBusy = ({ kind }: SaveStatus) => kind === "unsaved" || kind === "saving";

/**
 * Null when the server holds the text in the editor, once the save under way is over; else a French sentence that
 * says why it does not. The server is asked even when all is saved: it may have gone since.
 */
export async function whyNotStored(saving: Saving, path: string): Promise<string | null> {
  const status = await saving.settled();
  if (status.kind !== "saved")
    return "Ce passage n’est pas encore enregistré sur le serveur. Citez-le dès que l’état du texte dit «\u00A0Enregistré\u00A0».";
  return (await fetchVersion(path))
    ? null
    : "Le serveur ne répond pas, ou votre session a expiré\u00A0: rien n’a été lié. Votre texte est intact\u00A0; réessayez dans un instant.";
}
