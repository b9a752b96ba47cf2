import { useEffect, useRef, useState } from "react";
import { pngWithXmp, SOURCE_TYPES, xmpPacket } from "~/engines/provenance.ts";
import { Button } from "~/ui/button.tsx";
import { RadioGroup } from "~/ui/field.tsx";
import { offerFile, sha256 } from "~/ui/file-download.ts";
import { formatNumber } from "~/ui/french.ts";
import { usePlay } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { ProgressBar } from "~/ui/progress.tsx";
import { keepFile } from "./keep-file.ts";
import { type Format, renderFilm, stillPng, videoFormats } from "./render-film.ts";
import { LastRender, type Made, FILE_NAME as NAME, RenderedFilm } from "./rendered-film.tsx";
import type { AnimationView } from "./view-model.ts";

/** Where the workspace takes images and videos; null where there is no workspace. */
export type Places = { imagesPath: string | null; videosPath: string | null };

const TOOL = "Modèle d’entraînement hors ligne";
const CODEC: Record<string, string> = { avc: "H.264", vp9: "VP9", vp8: "VP8" };

/** Phase 3: a real file, made in the browser, with its subtitles, poster and equivalent text. */
export function FilmScreen({ view, imagesPath, videosPath }: { view: AnimationView } & Places) {
  const { send } = usePlay();
  const [formats, setFormats] = useState<{ format: Format; label: string }[] | null>(null);
  const [format, setFormat] = useState<Format | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const stop = useRef<AbortController | null>(null);
  const address = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what can be encoded depends on the size only.
  useEffect(() => {
    let here = true;
    videoFormats(view.board)
      .catch(() => [])
      .then((list) => {
        if (!here) return;
        const all = [
          ...list.map((f) => ({
            format: f.format as Format,
            label: `${f.format === "mp4" ? "MP4" : "WebM"}, codec ${CODEC[f.codec]}`,
          })),
          { format: "gif" as const, label: "GIF animé, plus petit, sans son" },
        ];
        setFormats(all);
        setFormat((old) => (old && all.some((f) => f.format === old) ? old : all[0]!.format));
      });
    return () => {
      here = false;
    };
  }, [view.ratio]);
  useEffect(
    () => () => {
      stop.current?.abort();
      if (address.current) URL.revokeObjectURL(address.current);
    },
    [],
  );

  if (view.shots.length === 0)
    return <p className="measure mt-4 text-muted">Écrivez d’abord vos plans.</p>;
  const { least, most } = view.bounds;
  const wrongLength =
    view.seconds < least
      ? `L’animation dure ${formatNumber(view.seconds, 1)}\u00a0s\u00a0: il en faut ${least} au moins.`
      : view.seconds > most
        ? `L’animation dure ${formatNumber(view.seconds, 1)}\u00a0s\u00a0: ${most} au plus.`
        : null;

  const render = async () => {
    if (!format) return;
    setMessage(null);
    setShare(0);
    stop.current = new AbortController();
    const board = view.board;
    const about = {
      title: view.shots.find((s) => s.title)?.title ?? "Animation",
      comment: `${TOOL}. ${view.mention}`.trim(),
    };
    const outcome = await renderFilm(board, format, about, setShare, stop.current.signal);
    setShare(null);
    if (!outcome.ok) {
      setMessage(outcome.message);
      return;
    }
    const { file } = outcome;
    if (address.current) URL.revokeObjectURL(address.current);
    address.current = URL.createObjectURL(new Blob([file.bytes], { type: file.mime }));
    setMade({ file, address: address.current });
    const { bytes, mime: _mime, ...rest } = file;
    send({ type: "rendered", ...rest, bytes: bytes.length, sha256: await sha256(bytes) });
  };
  const poster = async (to: "device" | "workspace") => {
    const png = await stillPng(view.board, view.poster ?? 0);
    if (!png) {
      setMessage("L’image d’attente n’a pas pu être écrite dans ce navigateur.");
      return;
    }
    const packet = xmpPacket({
      sourceType: SOURCE_TYPES.rules,
      title: "Image d’attente",
      alt: view.posterAlt,
      prompt: view.shots.map((s) => s.line).join(" / "),
      tool: TOOL,
      mention: view.mention,
    });
    const file = new File([pngWithXmp(png, packet)], `${NAME}-image-d-attente.png`, {
      type: "image/png",
    });
    if (to === "device" || !imagesPath) {
      offerFile(file.name, file);
      return;
    }
    const kept = await keepFile(imagesPath, file);
    if (kept.ok) send({ type: "attach", what: "poster", assetId: kept.id });
    setMessage(kept.ok ? "L’image d’attente est dans votre espace de travail." : kept.message);
  };
  const text = (name: string, content: string, type: string) =>
    offerFile(name, new Blob([content], { type: `${type};charset=utf-8` }));

  return (
    <div className="mt-4 grid gap-8 @xl:grid-cols-[minmax(0,18rem)_minmax(0,1fr)] @4xl:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
      <div className="flex flex-col gap-4">
        {formats ? (
          <RadioGroup
            legend="Format du fichier"
            name="format"
            options={formats.map((f) => ({ value: f.format, label: f.label }))}
            value={format}
            onChange={(v) => setFormat(v as Format)}
            disabled={share !== null}
          />
        ) : (
          <p className="text-muted">Le navigateur dit ce qu’il sait écrire…</p>
        )}
        {formats && formats.length === 1 ? (
          <Notice>
            Ce navigateur ne sait pas écrire de vidéo ici{"\u00a0: "}le GIF reste possible.
          </Notice>
        ) : null}
        {share === null ? (
          <div>
            <Button
              variant="primary"
              whyDisabled={wrongLength}
              disabled={!format}
              onClick={() => void render()}
            >
              Rendre l’animation
            </Button>
          </div>
        ) : (
          <div className="flex items-end gap-4">
            <ProgressBar
              className="flex-1"
              label="Images rendues, en %"
              value={Math.round(share * 100)}
              max={100}
            />
            <Button size="s" onClick={() => stop.current?.abort()}>
              Annuler
            </Button>
          </div>
        )}
        <p className="text-s text-muted">
          Tout se passe dans votre navigateur, sans réseau. La page reste utilisable pendant le
          rendu.
        </p>
        {message ? (
          <Notice tone="warning" role="status">
            {message}
          </Notice>
        ) : null}
        <div className="flex flex-col items-start gap-2">
          <h4 className="text-l">Ce qui l’accompagne</h4>
          <Button
            size="s"
            whyDisabled={view.vtt ? null : "Aucun sous-titre n’est écrit."}
            onClick={() => view.vtt && text(`${NAME}.vtt`, view.vtt, "text/vtt")}
          >
            Sous-titres (WebVTT)
          </Button>
          <Button
            size="s"
            whyDisabled={view.poster === null ? "Choisissez une image d’attente." : null}
            onClick={() => void poster("device")}
          >
            Image d’attente (PNG)
          </Button>
          {imagesPath && view.poster !== null ? (
            <Button size="s" onClick={() => void poster("workspace")}>
              {view.attached.poster
                ? "Envoyer de nouveau l’image d’attente"
                : "Garder l’image d’attente dans l’espace"}
            </Button>
          ) : null}
          <Button
            size="s"
            whyDisabled={view.alternative.trim() ? null : "Écrivez le texte équivalent."}
            onClick={() =>
              text(
                `${NAME}-texte-equivalent.txt`,
                [view.alternative, view.mention, `${TOOL}.`].filter(Boolean).join("\n\n"),
                "text/plain",
              )
            }
          >
            Texte équivalent (.txt)
          </Button>
        </div>
      </div>
      <div className="flex flex-col gap-3">
        {made ? (
          <RenderedFilm view={view} made={made} videosPath={videosPath} />
        ) : (
          <LastRender view={view} videosPath={videosPath} />
        )}
      </div>
    </div>
  );
}
