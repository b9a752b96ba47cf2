import type { Editor } from "@tiptap/core";
import { useEffect, useState } from "react";
import { formatNumber, formatWords } from "~/ui/french.ts";
import { documentWords } from "./snapshot.ts";

const DELAY = 500;

type Target = { min: number; max: number };

/** « 320 mots sur 400 à 600 »: said aloud only when asked, so that typing stays quiet. */
export function WordCount({ editor, target }: { editor: Editor; target: Target }) {
  const [words, setWords] = useState(() => documentWords(editor.state.doc));
  const [announced, setAnnounced] = useState("");

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const count = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        setWords(documentWords(editor.state.doc));
      }, DELAY);
    };
    editor.on("update", count);
    return () => {
      editor.off("update", count);
      clearTimeout(timer);
    };
  }, [editor]);

  const sentence = describeCount(words, target);
  return (
    <div className="editor-count">
      <button type="button" onClick={() => setAnnounced(sentence)} title="Dire le nombre de mots">
        {formatWords(words)}
        <span className="editor-count-target">
          {" "}
          · objectif {formatNumber(target.min)} à {formatNumber(target.max)}
        </span>
      </button>
      <meter
        aria-label="Longueur du texte par rapport à l’objectif"
        min={0}
        max={Math.max(target.max, 1)}
        low={target.min}
        value={Math.min(words, target.max)}
      />
      <span role="status" className="sr-only">
        {announced}
      </span>
    </div>
  );
}

/** Where the text stands against its target, in one French sentence. */
export function describeCount(words: number, { min, max }: Target): string {
  if (words < min)
    return `${formatWords(words)}. Il en manque ${formatNumber(min - words)} pour l’objectif.`;
  if (words > max)
    return `${formatWords(words)}. C’est ${formatNumber(words - max)} de plus que l’objectif.`;
  return `${formatWords(words)}. L’objectif est atteint.`;
}
