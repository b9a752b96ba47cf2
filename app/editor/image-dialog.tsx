import { type FormEvent, useEffect, useRef, useState } from "react";
import type { ImageAttrs } from "~/domain/document.ts";
import { Button } from "~/ui/button.tsx";
import { Dialog } from "~/ui/dialog.tsx";
import { Checkbox, TextField } from "~/ui/field.tsx";
import { Notice } from "~/ui/notice.tsx";
import { ProgressBar } from "~/ui/progress.tsx";
import { acceptedImages, refuseFile, uploadImage } from "./upload.ts";

type Props = {
  imagesPath: string;
  /** The image pasted or dropped; null lets the person choose one. */
  file: File | null;
  onInsert: (image: ImageAttrs) => void;
  onClose: () => void;
};

/** Takes an image and its text alternative at the same moment: what is asked later is not written. */
export default function ImageDialog({ imagesPath, file, onInsert, onClose }: Props) {
  const [chosen, setChosen] = useState(file);
  const [decorative, setDecorative] = useState(false);
  const [errors, setErrors] = useState<{ file?: string; alt?: string }>({});
  const [share, setShare] = useState<number | null>(null);
  const sending = useRef<AbortController | null>(null);
  useEffect(() => () => sending.current?.abort(), []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    const form = new FormData(event.currentTarget);
    const alt = String(form.get("alt") ?? "").trim();
    const caption = String(form.get("caption") ?? "").trim();
    const found: typeof errors = {};
    if (!chosen) found.file = "Choisissez une image.";
    else found.file = refuseFile(chosen) ?? undefined;
    if (!decorative && alt === "") {
      found.alt =
        "Dites en une phrase ce que l’image apporte, ou cochez «\u00A0Image décorative\u00A0».";
    }
    setErrors(found);
    if (found.file || found.alt || !chosen) return;

    sending.current = new AbortController();
    setShare(0);
    const outcome = await uploadImage(imagesPath, chosen, setShare, sending.current.signal);
    setShare(null);
    if (outcome.kind === "failed") setErrors({ file: outcome.message });
    if (outcome.kind !== "done") return;
    const { id, width, height } = outcome.image;
    onInsert({
      assetId: id,
      alt: decorative ? "" : alt,
      decorative,
      caption,
      width: width > 0 ? width : null,
      height: height > 0 ? height : null,
    });
  }

  return (
    <Dialog title="Ajouter une image" isOpen onClose={onClose} size="s" className="editor-dialog">
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {errors.file && (
          <Notice tone="danger" role="alert">
            {errors.file}
          </Notice>
        )}
        {file ? (
          <p>Image&nbsp;: {file.name}</p>
        ) : (
          <label className="flex flex-col gap-1">
            <span className="font-semibold">Image</span>
            <span className="text-s text-muted">JPEG, PNG, WebP ou GIF, 10&nbsp;Mo au plus.</span>
            <input
              type="file"
              accept={acceptedImages}
              onChange={(event) => setChosen(event.currentTarget.files?.[0] ?? null)}
            />
          </label>
        )}
        <TextField
          label="Texte alternatif"
          name="alt"
          hint="Lu à la place de l’image par qui ne la voit pas."
          error={errors.alt}
          maxLength={2000}
          disabled={decorative}
        />
        <Checkbox
          label="Image décorative (elle n’apporte aucune information)"
          name="decorative"
          checked={decorative}
          onChange={(event) => setDecorative(event.currentTarget.checked)}
        />
        <TextField label="Légende, sous l’image (facultatif)" name="caption" maxLength={2000} />
        {share !== null && (
          <ProgressBar label="Envoi de l’image" value={Math.round(share * 100)} max={100} />
        )}
        <div className="flex gap-3">
          <Button type="submit" variant="primary" size="s" disabled={share !== null}>
            Ajouter l’image
          </Button>
          {share === null ? (
            <Button size="s" onClick={onClose}>
              Annuler
            </Button>
          ) : (
            <Button size="s" onClick={() => sending.current?.abort()}>
              Arrêter l’envoi
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
