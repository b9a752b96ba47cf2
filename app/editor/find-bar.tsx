import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { useEffect, useId, useRef, useState } from "react";
import { Icon } from "~/ui/icon.tsx";
import { findCount, setQuery, step } from "./find.ts";

const readCount = ({ editor }: { editor: Editor }) => findCount(editor.state);

/** The search line: Enter and Shift+Enter go round the places found, Escape comes back to the text. */
export default function FindBar({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [query, setTyped] = useState("");
  const found = useEditorState({ editor, selector: readCount });

  useEffect(() => {
    input.current?.focus();
    return () => {
      if (!editor.isDestroyed) setQuery(editor, "");
    };
  }, [editor]);

  const said =
    query === ""
      ? ""
      : found.total === 0
        ? "Introuvable dans cette partie"
        : `${found.current} sur ${found.total}`;

  return (
    <search className="editor-find">
      <label htmlFor={id}>Rechercher</label>
      <input
        ref={input}
        id={id}
        type="search"
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setQuery(editor, event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") step(editor, event.shiftKey ? -1 : 1);
          else if (event.key === "Escape") onClose();
          else return;
          event.preventDefault();
        }}
      />
      <button type="button" onClick={() => step(editor, -1)} disabled={found.total === 0}>
        Précédent
      </button>
      <button type="button" onClick={() => step(editor, 1)} disabled={found.total === 0}>
        Suivant
      </button>
      <span role="status" className="editor-find-count">
        {said}
      </span>
      <button type="button" onClick={onClose}>
        <Icon name="close" size={16} /> Fermer
      </button>
    </search>
  );
}
