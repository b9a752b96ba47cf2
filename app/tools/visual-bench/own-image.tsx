import { useEffect, useId, useRef, useState } from "react";
import { acceptedImages, refuseFile, uploadImage } from "~/editor/upload.ts";
import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { MoveForm, usePlay } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { ProgressBar } from "~/ui/progress.tsx";
import type { VisualView } from "./view-model.ts";

/** The other way: an image made with another tool, declared, then kept in the workspace. */
export function OwnImage({ view, imagesPath }: { view: VisualView; imagesPath: string | null }) {
  const { send } = usePlay();
  const input = useRef<HTMLInputElement>(null);
  const fieldId = useId();
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const { asset, tool, prompt, licence } = view.own;
  const used = view.source === "own";

  const take = async (file: File) => {
    setFault(refuseFile(file));
    if (refuseFile(file) || !imagesPath) return;
    stop.current = new AbortController();
    setShare(0);
    const outcome = await uploadImage(imagesPath, file, setShare, stop.current.signal);
    setShare(null);
    if (input.current) input.current.value = "";
    if (outcome.kind === "failed") setFault(outcome.message);
    if (outcome.kind === "done") {
      const { id, width, height, name } = outcome.image;
      send({ type: "own", assetId: id, width, height, name: name.slice(0, 300) });
    }
  };

  return (
    <section aria-labelledby="ailleurs" className="border-t-2 border-ink pt-6">
      <h4 id="ailleurs" className="text-l">
        J’ai produit mon image ailleurs
      </h4>
      <p className="measure mt-2 text-muted">
        Un autre outil, un vrai modèle, un dessin retouché{"\u00a0: "}déclarez-le, envoyez l’image,
        et continuez avec elle. Ses métadonnées sont retirées à l’envoi.
      </p>
      <div className="mt-4 grid gap-x-8 gap-y-2 @2xl:grid-cols-2">
        <AutosaveArea
          action={{ type: "write", field: "tool" }}
          saved={tool}
          label="Outil et version"
          hint="Nom, version, date d’emploi."
          line
        />
        <AutosaveArea
          action={{ type: "write", field: "licence" }}
          saved={licence}
          label="Licence de l’outil"
          hint="Ce qu’elle permet, où vous l’avez lue."
          line
        />
        <AutosaveArea
          action={{ type: "write", field: "prompt" }}
          saved={prompt}
          label="Prompt employé, en entier"
          rows={4}
          className="@2xl:col-span-2"
        />
      </div>
      {imagesPath ? (
        <div className="mt-4 flex flex-col gap-3">
          <label htmlFor={fieldId} className="font-semibold">
            {asset ? "Remplacer l’image" : "Image (JPEG, PNG, WebP ou GIF, 10\u00a0Mo au plus)"}
          </label>
          <input
            id={fieldId}
            ref={input}
            type="file"
            accept={acceptedImages}
            disabled={share !== null}
            className="max-w-full text-s file:mr-3 file:min-h-11 file:cursor-pointer file:rounded-m file:border file:border-strong file:bg-surface file:px-4 file:font-semibold file:text-ink"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void take(file);
            }}
          />
          {share !== null ? (
            <div className="flex items-end gap-4">
              <ProgressBar
                className="flex-1"
                label="Envoi de l’image"
                value={Math.round(share * 100)}
                max={100}
              />
              <Button size="s" onClick={() => stop.current?.abort()}>
                Annuler
              </Button>
            </div>
          ) : null}
          {fault ? (
            <Notice tone="danger" role="alert">
              {fault}
            </Notice>
          ) : null}
        </div>
      ) : (
        <Notice className="mt-4">
          {
            "Dans la démonstration, rien n’est envoyé\u00a0: ouvrez un espace de travail pour ajouter votre image."
          }
        </Notice>
      )}
      {asset && imagesPath ? (
        <figure className="mt-4 flex max-w-md flex-col gap-2">
          <img
            src={`${imagesPath}/${encodeURIComponent(asset.assetId)}`}
            alt={view.alt || `Votre image, ${asset.name}`}
            width={asset.width}
            height={asset.height}
            className="h-auto w-full rounded-m border border-line"
          />
          <figcaption className="text-s text-muted">
            {asset.name}, {asset.width} × {asset.height}
            {"\u00a0px"}
          </figcaption>
        </figure>
      ) : null}
      {asset ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <MoveForm action={{ type: "source", value: used ? "composed" : "own" }}>
            <Button type="submit" size="s" variant={used ? "secondary" : "primary"}>
              {!used
                ? "Garder mon image"
                : view.kept?.generated
                  ? "Revenir à l’image du modèle"
                  : "Revenir à l’image composée ici"}
            </Button>
          </MoveForm>
          <MoveForm action={{ type: "drop-own" }}>
            <Button type="submit" size="s" variant="quiet">
              Retirer mon image
            </Button>
          </MoveForm>
        </div>
      ) : null}
    </section>
  );
}
