import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { canonicalDocument, type DocNode } from "~/domain/document.ts";
import type { JournalEntry } from "./journal.ts";
import { readEntry } from "./opening.ts";
import type { Theirs } from "./saver-machine.ts";
import { documentJson } from "./snapshot.ts";
import type { Opened } from "./use-opening.ts";
import { replaceText, type Saving } from "./use-saver.ts";

/** Two versions being compared on the merge screen. */
export type Comparison = {
  base: DocNode | null;
  mine: DocNode;
  theirs: { doc: DocNode; savedAt: string; device: string };
  otherName: string;
};

/** A person in the middle of a sentence is not interrupted: the merge screen waits for this pause (ms). */
const PAUSE = 1500;

/** Opens and closes the merge screen, by itself when the server refuses a stale save. */
export function useComparison(editor: Editor | null, opened: Opened, saving: Saving) {
  const [open, setOpen] = useState<(Comparison & { settle: () => void }) | null>(null);
  const typedAt = useRef(0);
  const { saver, status } = saving;
  const theirs = status.kind === "conflict" ? status.theirs : null;

  useEffect(() => {
    if (!editor) return;
    const typed = () => {
      typedAt.current = Date.now();
    };
    editor.on("update", typed);
    return () => {
      editor.off("update", typed);
    };
  }, [editor]);

  const mine = () =>
    canonicalDocument(JSON.parse(documentJson((editor as Editor).state.doc)) as DocNode);

  function compare(other: Theirs) {
    if (!editor || !saver) return;
    const base = saver.base();
    setOpen({
      base: base && canonicalDocument(base),
      mine: mine(),
      theirs: { ...other, doc: canonicalDocument(other.doc) },
      otherName: "l’autre",
      settle: () => saver.merged(other),
    });
  }
  const compareNow = useRef(compare);
  compareNow.current = compare;

  useEffect(() => {
    if (!theirs) return;
    const timer = setInterval(() => {
      if (Date.now() - typedAt.current < PAUSE) return;
      clearInterval(timer);
      compareNow.current(theirs);
    }, 200);
    return () => clearInterval(timer);
  }, [theirs]);

  return {
    open,
    compareTheirs: () => theirs && compare(theirs),
    /** Compares with an unsaved text that another tab left on this device. */
    compareEntry(entry: JournalEntry, onSettled: () => void) {
      const doc = readEntry(entry);
      if (!doc) return onSettled();
      setOpen({
        base: null,
        mine: mine(),
        theirs: { doc, savedAt: new Date(entry.at).toISOString(), device: "un autre onglet" },
        otherName: "l’autre",
        settle: () => {
          opened.journal.remove(entry.key, entry.at).catch(() => undefined);
          onSettled();
        },
      });
    },
    confirm(merged: DocNode) {
      if (!editor || !open) return;
      replaceText(editor, merged, true);
      open.settle();
      setOpen(null);
      requestAnimationFrame(() => editor.commands.focus());
    },
    cancel() {
      setOpen(null);
      requestAnimationFrame(() => editor?.commands.focus());
    },
  };
}
