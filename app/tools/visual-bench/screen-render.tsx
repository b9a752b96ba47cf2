import { useState } from "react";
import { uploadImage } from "~/editor/upload.ts";
import { sizeOf } from "~/engines/scene/slots.ts";
import { Button } from "~/ui/button.tsx";
import { fileSize, offerFile, sha256 } from "~/ui/file-download.ts";
import { usePlay } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { SvgPicture } from "~/ui/svg-picture.tsx";
import { bitmapWithProvenance, previewSvg, svgWithProvenance } from "./scene-file.ts";
import { type Format, formatNames } from "./state.ts";
import type { VisualView } from "./view-model.ts";

const TYPES: Record<Format, string> = {
  png: "image/png",
  webp: "image/webp",
  svg: "image/svg+xml",
};

/** Phase 4: the file, with its provenance, and its place in the workspace. */
export function RenderScreen({
  view,
  imagesPath,
}: {
  view: VisualView;
  imagesPath: string | null;
}) {
  const { send } = usePlay();
  const [busy, setBusy] = useState(false);
  const [message, setMessage] = useState<{ tone: "success" | "danger"; text: string } | null>(null);
  const { kept } = view;
  const received = view.received?.asset;
  if (received)
    return (
      <div className="mt-4 flex flex-col gap-4">
        <Notice tone="success">
          Votre image est déjà dans l’espace de travail. Insérez-la dans la partie du dossier avec
          son texte alternatif et sa mention.
        </Notice>
        {kept?.generated && view.received?.by === "model" ? (
          <p className="measure">
            {`Faite par\u00a0: ${kept.generated.label}. ${received.width} × ${received.height}\u00a0px. Le fichier porte sa provenance\u00a0: type de source IPTC «\u00a0trainedAlgorithmicMedia\u00a0».`}
          </p>
        ) : null}
        <Texts view={view} />
      </div>
    );
  if (!kept) return <p className="measure mt-4 text-muted">Gardez d’abord une image.</p>;
  const picture = {
    slots: kept.slots,
    brand: view.brand.colours.map((c) => c.hex.toLowerCase()),
    seed: kept.seed,
    overlay: view.overlay,
  };
  const about = {
    title: view.overlay.title || kept.slots.sujet,
    alt: view.alt,
    prompt: kept.prompt,
    mention: view.mention,
  };
  const size = sizeOf(kept.ratio);
  const name = `visuel-v${kept.version}-entrainement-hors-ligne`;

  const make = async (format: Format): Promise<Uint8Array<ArrayBuffer> | null> => {
    if (format === "svg") return new TextEncoder().encode(svgWithProvenance(picture, about));
    return bitmapWithProvenance(picture, about, format);
  };
  const download = async (format: Format) => {
    setBusy(true);
    setMessage(null);
    const bytes = await make(format);
    setBusy(false);
    if (!bytes) {
      setMessage({
        tone: "danger",
        text: `Ce navigateur ne sait pas écrire le format ${formatNames[format]}\u00a0: prenez-en un autre.`,
      });
      return;
    }
    offerFile(`${name}.${format}`, new Blob([bytes], { type: TYPES[format] }));
    send({ type: "exported", format, bytes: bytes.length, sha256: await sha256(bytes) });
    setMessage({
      tone: "success",
      text: `Fichier ${formatNames[format]} de ${fileSize(bytes.length)}, avec sa provenance.`,
    });
  };
  const keep = async () => {
    if (!imagesPath) return;
    setBusy(true);
    setMessage(null);
    const bytes = await make("png");
    if (!bytes) {
      setBusy(false);
      setMessage({
        tone: "danger",
        text: "Ce navigateur ne sait pas écrire le PNG\u00a0: téléchargez le SVG.",
      });
      return;
    }
    const file = new File([bytes], `${name}.png`, { type: "image/png" });
    const outcome = await uploadImage(imagesPath, file, () => {}, new AbortController().signal);
    setBusy(false);
    if (outcome.kind === "done") {
      send({
        type: "attach",
        assetId: outcome.image.id,
        width: outcome.image.width,
        height: outcome.image.height,
      });
      setMessage({
        tone: "success",
        text: "L’image est dans votre espace de travail\u00a0: elle peut être insérée dans la partie du dossier.",
      });
    } else if (outcome.kind === "failed") setMessage({ tone: "danger", text: outcome.message });
  };

  return (
    <div className="mt-4 grid gap-8 @xl:grid-cols-[minmax(0,16rem)_minmax(0,1fr)] @4xl:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
      <SvgPicture
        make={() => previewSvg(picture)}
        drawKey={JSON.stringify(picture)}
        alt={view.alt || "L’image gardée, avec ses mots."}
        {...size}
        className="rounded-m border border-line"
      />
      <div className="flex flex-col gap-5">
        <p className="measure">
          {`${size.width} × ${size.height}\u00a0px. Chaque fichier porte sa provenance\u00a0: modèle d’entraînement hors ligne, type de source IPTC «\u00a0algorithmicMedia\u00a0», prompt, texte alternatif et mention.`}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="primary" disabled={busy} onClick={() => void download("png")}>
            Télécharger le PNG
          </Button>
          <Button disabled={busy} onClick={() => void download("webp")}>
            Télécharger le WebP
          </Button>
          <Button disabled={busy} onClick={() => void download("svg")}>
            Télécharger le SVG
          </Button>
          {imagesPath ? (
            <Button disabled={busy} onClick={() => void keep()}>
              {view.attached
                ? "Envoyer de nouveau dans l’espace"
                : "Garder dans l’espace de travail"}
            </Button>
          ) : null}
        </div>
        {message ? (
          <Notice tone={message.tone} role="status">
            {message.text}
          </Notice>
        ) : null}
        {view.exported ? (
          <p className="text-s text-muted">
            {`Dernier fichier\u00a0: ${formatNames[view.exported.format]}, ${fileSize(view.exported.bytes)}`}
            {view.exported.sha256 ? (
              <>
                , SHA-256 <code className="break-all">{view.exported.sha256}</code>
              </>
            ) : null}
          </p>
        ) : null}
        <Texts view={view} />
      </div>
    </div>
  );
}

function Texts({ view }: { view: VisualView }) {
  return (
    <dl className="measure flex flex-col divide-y divide-line border-y border-line">
      {[
        ["Texte alternatif", view.alt],
        ["Mention", view.mention],
        ["Droits et limites", view.rights],
      ].map(([term, text]) => (
        <div key={term} className="py-2">
          <dt className="text-s text-muted">{term}</dt>
          <dd>{text || "À écrire à l’étape précédente."}</dd>
        </div>
      ))}
    </dl>
  );
}
