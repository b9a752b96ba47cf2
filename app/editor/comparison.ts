import type { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { canonicalDocument, type DocNode } from "~/domain/document.ts";
import { goesOnTyping, isDiscarded } from "./comparison-rules.ts";
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

type Open = Comparison & {
  /** The screen came by itself over a text in which the caret stood: typing on goes back to the text. */
  interrupts: boolean;
  /** Puts the result down; `discarded` is what it leaves out of the versions that the server may not have. */
  settle: (result: DocNode, now: DocNode) => void;
};

/** A person in the middle of a sentence is not interrupted: the merge screen waits for this pause (ms). */
const PAUSE = 1500;

/** Opens and closes the merge screen, by itself when the server refuses a stale save. */
export function useComparison(editor: Editor | null, opened: Opened, saving: Saving) {
  const [open, setOpen] = useState<Open | null>(null);
  /** Goes up when the person typed on over the screen: it comes back at the next pause. */
  const [resumed, setResumed] = useState(0);
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

  function compare(other: Theirs, interrupts: boolean) {
    if (!editor || !saver) return;
    const known = saver.base();
    const base = known && canonicalDocument(known);
    setOpen({
      base,
      mine: mine(),
      theirs: { ...other, doc: canonicalDocument(other.doc) },
      otherName: "l’autre",
      interrupts,
      settle(result, now) {
        void saver.merged(other, isDiscarded(now, base, result) ? [now] : []);
      },
    });
  }
  const compareNow = useRef(compare);
  compareNow.current = compare;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `resumed` starts the wait again.
  useEffect(() => {
    if (!theirs || !editor) return;
    const timer = setInterval(() => {
      if (Date.now() - typedAt.current < PAUSE || editor.view.composing) return;
      clearInterval(timer);
      compareNow.current(theirs, editor.view.hasFocus());
    }, 200);
    return () => clearInterval(timer);
  }, [theirs, editor, resumed]);

  const interrupts = open?.interrupts ?? false;
  useEffect(() => {
    if (!interrupts || !editor) return;
    return onTypingOver(editor, typedAt, () => {
      // Before the key takes effect: it must find the text in its place.
      flushSync(() => setOpen(null));
      setResumed((times) => times + 1);
      typedAt.current = Date.now();
      editor.view.focus();
    });
  }, [interrupts, editor]);

  return {
    open,
    compareTheirs: () => theirs && compare(theirs, false),
    /** Compares with an unsaved text that another tab left on this device. */
    compareEntry(entry: JournalEntry, onSettled: () => void) {
      const doc = readEntry(entry);
      if (!doc) return onSettled();
      if (!saver) return;
      setOpen({
        base: null,
        mine: mine(),
        theirs: { doc, savedAt: new Date(entry.at).toISOString(), device: "un autre onglet" },
        otherName: "l’autre",
        interrupts: false,
        async settle(result, now) {
          onSettled();
          const left = [now, doc].filter((version) => isDiscarded(version, null, result));
          // The entry goes once its text is safe elsewhere.
          const safe = await saver.merged(null, left);
          if (safe) opened.journal.remove(entry.key, entry.at).catch(() => undefined);
        },
      });
    },
    /** `resolve` gives the text to keep, from the one the editor holds now. */
    confirm(resolve: (now: DocNode) => DocNode) {
      if (!editor || !open) return;
      const now = mine();
      const result = resolve(now);
      replaceText(editor, result, true);
      open.settle(result, now);
      setOpen(null);
      requestAnimationFrame(() => editor.commands.focus());
    },
    cancel() {
      setOpen(null);
      requestAnimationFrame(() => editor?.commands.focus());
    },
  };
}

/**
 * Calls `resume` at the first key of somebody who types on without having seen that the screen came; never once they
 * have used the screen. Returns the end of the watch.
 */
function onTypingOver(
  editor: Editor,
  typedAt: { readonly current: number },
  resume: () => void,
): () => void {
  const watch = new AbortController();
  const on = { capture: true, signal: watch.signal };
  const key = (event: KeyboardEvent) => {
    const at = event.target instanceof Element ? event.target : null;
    const elsewhere = at?.closest("a, button, input, select, summary, textarea, [contenteditable]");
    if (elsewhere && elsewhere !== editor.view.dom) return watch.abort();
    if (["Control", "Shift", "Alt", "AltGraph", "CapsLock"].includes(event.key)) return;
    watch.abort();
    if (goesOnTyping(event, Date.now() - typedAt.current)) resume();
  };
  document.addEventListener("keydown", key, on);
  document.addEventListener("pointerdown", () => watch.abort(), on);
  return () => watch.abort();
}
