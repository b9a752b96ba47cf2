import { useEffect, useState } from "react";
import { Button } from "~/ui/button.tsx";
import { Disclosure } from "~/ui/disclosure.tsx";
import { fileSize, offerFile } from "~/ui/file-download.ts";
import { formatNumber } from "~/ui/french.ts";
import { usePlay } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { keepFile } from "./keep-file.ts";
import type { RenderedFile } from "./render-film.ts";
import { formatNames } from "./state.ts";
import type { AnimationView } from "./view-model.ts";

/** Files say what made them. */
export const FILE_NAME = "animation-entrainement-hors-ligne";

/** A film just rendered, with the address of its bytes in this page. */
export type Made = { file: RenderedFile; address: string };

/** The film that was rendered: shown unless it is dangerous, downloaded, kept. */
export function RenderedFilm({
  view,
  made,
  videosPath,
}: {
  view: AnimationView;
  made: Made;
  videosPath: string | null;
}) {
  const { send } = usePlay();
  const [keeping, setKeeping] = useState<string | null>(null);
  const { file, address } = made;
  const name = `${FILE_NAME}.${file.format}`;
  const keep = async (path: string) => {
    setKeeping("Envoi de la vidéo…");
    const kept = await keepFile(path, new File([file.bytes], name, { type: file.mime }));
    if (kept.ok) send({ type: "attach", what: "video", assetId: kept.id });
    setKeeping(kept.ok ? "La vidéo est dans votre espace de travail." : kept.message);
  };
  const danger = file.flashes > view.maxFlashes;
  const size = { width: file.width, height: file.height };
  const box = filmBox(file.width, file.height);
  return (
    <>
      {danger ? (
        <Notice tone="danger" role="alert" title="Ce fichier clignote dangereusement">
          {`${file.flashes} éclairs par seconde, pour ${view.maxFlashes} admis. Il n’est pas montré ici. Corrigez le plan et rendez de nouveau.`}
        </Notice>
      ) : file.format === "gif" ? (
        <Disclosure summary="Voir le GIF (il s’anime une fois, sans pause possible)">
          <img
            src={address}
            alt={view.alternative || "L’animation rendue."}
            {...size}
            style={box}
            className="h-auto w-full rounded-m border border-line"
          />
        </Disclosure>
      ) : (
        <Film view={view} src={address} {...size} label="L’animation rendue" />
      )}
      <p role="status">
        {`Fichier ${formatNames[file.format]} de ${formatNumber(file.seconds, 1)}\u00a0s, ${file.width} × ${file.height}\u00a0px, ${fileSize(file.bytes.length)}. Modèle d’entraînement hors ligne.`}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button
          variant="primary"
          onClick={() => offerFile(name, new Blob([file.bytes], { type: file.mime }))}
        >
          {`Télécharger le ${formatNames[file.format]}`}
        </Button>
        {videosPath && file.format !== "gif" && view.fresh && !danger ? (
          <Button onClick={() => void keep(videosPath)}>
            {view.attached.video
              ? "Envoyer de nouveau dans l’espace"
              : "Garder dans l’espace de travail"}
          </Button>
        ) : null}
      </div>
      {keeping ? <p role="status">{keeping}</p> : null}
      {view.fresh ? null : (
        <Notice tone="warning">
          Le découpage a changé depuis ce rendu{"\u00a0: "}rendez de nouveau avant de publier.
        </Notice>
      )}
      <Fingerprint view={view} />
    </>
  );
}

const filmBox = (width: number, height: number) => ({
  aspectRatio: `${width} / ${height}`,
  maxWidth: `calc(64vh * ${width / height})`,
});

/** A video with its subtitles, which show by themselves only when they are not drawn on the image. */
function Film({
  view,
  src,
  width,
  height,
  label,
}: {
  view: AnimationView;
  src: string;
  width: number;
  height: number;
  label: string;
}) {
  const [track, setTrack] = useState<string | null>(null);
  useEffect(() => {
    if (!view.vtt) return;
    const url = URL.createObjectURL(new Blob([view.vtt], { type: "text/vtt" }));
    setTrack(url);
    return () => URL.revokeObjectURL(url);
  }, [view.vtt]);
  return (
    // biome-ignore lint/a11y/useMediaCaption: the track comes once its file is made; a film without words has none.
    <video
      controls
      playsInline
      preload="metadata"
      src={src}
      width={width}
      height={height}
      style={filmBox(width, height)}
      className="h-auto w-full rounded-m border border-line"
      aria-label={label}
    >
      {track ? (
        <track kind="captions" srcLang="fr" label="Français" src={track} default={!view.burnt} />
      ) : null}
    </video>
  );
}

/** What is known of a film rendered earlier, when its bytes are no longer here. */
export function LastRender({
  view,
  videosPath,
}: {
  view: AnimationView;
  videosPath: string | null;
}) {
  if (!view.rendered)
    return (
      <p className="rounded-m border border-dashed border-strong p-6 text-muted">
        Le fichier rendu apparaîtra ici.
      </p>
    );
  const { width, height } = view.rendered;
  return (
    <>
      {videosPath && view.attached.video ? (
        <Film
          view={view}
          src={`${videosPath}/${encodeURIComponent(view.attached.video)}`}
          width={width}
          height={height}
          label="L’animation gardée dans l’espace de travail"
        />
      ) : null}
      <p className="rounded-m border border-dashed border-strong p-6 text-muted">
        {view.fresh && view.attached.video
          ? "Cette vidéo est gardée dans votre espace de travail. Pour un autre format, rendez l’animation de nouveau."
          : view.fresh
            ? "Le fichier rendu plus tôt n’est pas gardé ici, mais les mêmes plans redonnent le même film\u00a0: rendez-le de nouveau pour le télécharger."
            : "Le découpage a changé depuis le dernier rendu\u00a0: rendez de nouveau."}
      </p>
      <Fingerprint view={view} />
    </>
  );
}

function Fingerprint({ view }: { view: AnimationView }) {
  const { rendered } = view;
  if (!rendered) return null;
  return (
    <p className="text-s text-muted">
      {`Dernier fichier\u00a0: ${formatNames[rendered.format]}, ${fileSize(rendered.bytes)}`}
      {rendered.sha256 ? (
        <>
          , SHA-256 <code className="break-all">{rendered.sha256}</code>
        </>
      ) : null}
    </p>
  );
}
