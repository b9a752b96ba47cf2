import type { Editor } from "@tiptap/core";
import { type FormEvent, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { Dialog } from "~/ui/dialog.tsx";
import { TextField } from "~/ui/field.tsx";
import { onText } from "./insert-block.ts";
import { toHref } from "./nodes/link.ts";

/** Asks the address of a link, and its words when nothing is selected. */
export default function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const current = editor.getAttributes("link").href as string | undefined;
  const needsWords = editor.state.selection.empty && !current;
  const [error, setError] = useState<string>();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A dialog's form is in the page's React tree: the page's own forms must not hear it.
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const typed = String(form.get("address") ?? "");
    const href = toHref(typed);
    if (!href) {
      setError(
        "Donnez une adresse complète, par exemple https://exemple.fr, ou une adresse de courriel.",
      );
      return;
    }
    const chain = onText(editor);
    const mark = { type: "link", attrs: { href } };
    if (needsWords) {
      const text = String(form.get("words") ?? "").trim() || typed.trim();
      chain.insertContent({ type: "text", text, marks: [mark] }).run();
    } else chain.extendMarkRange("link").setMark("link", { href }).run();
    onClose();
  }

  return (
    <Dialog
      title={current ? "Modifier le lien" : "Ajouter un lien"}
      isOpen
      onClose={onClose}
      size="s"
      className="editor-dialog"
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label="Adresse"
          name="address"
          hint="Une page du web ou une adresse de courriel."
          defaultValue={current}
          inputMode="url"
          maxLength={2048}
          error={error}
        />
        {needsWords && (
          <TextField
            label="Texte du lien"
            name="words"
            hint={"Il dit où mène le lien, sans «\u00A0cliquez ici\u00A0»."}
            maxLength={300}
          />
        )}
        <div className="flex gap-3">
          <Button type="submit" variant="primary" size="s">
            {current ? "Modifier" : "Ajouter"}
          </Button>
          <Button size="s" onClick={onClose}>
            Annuler
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
