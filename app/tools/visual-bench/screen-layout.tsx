import { useState } from "react";
import { sizeOf } from "~/engines/scene/slots.ts";
import { AutosaveArea } from "~/ui/autosave-area.tsx";
import { Button } from "~/ui/button.tsx";
import { Checkbox, Select } from "~/ui/field.tsx";
import { formatNumber } from "~/ui/french.ts";
import { Icon } from "~/ui/icon.tsx";
import { MoveForm, usePlay } from "~/ui/move-form.tsx";
import { Notice } from "~/ui/notice.tsx";
import { SvgPicture } from "~/ui/svg-picture.tsx";
import { previewSvg } from "./scene-file.ts";
import type { VisualView } from "./view-model.ts";

const CHOICES = {
  place: ["Place du texte", { top: "en haut", middle: "au milieu", bottom: "en bas" }],
  align: ["Alignement", { start: "à gauche", middle: "au centre" }],
  size: ["Taille", { s: "petite", m: "moyenne", l: "grande" }],
  ground: ["Fond sous le texte", { none: "aucun", veil: "voile dégradé", band: "bandeau" }],
  ink: ["Couleur du texte", { light: "claire", dark: "sombre", accent: "accent" }],
  face: ["Caractère", { grotesque: "affiche", roman: "livre", legible: "très lisible" }],
} as const;
const WHAT: Record<string, string> = { title: "Titre", detail: "Second texte", mention: "Mention" };

/** Phase 3: the network, the words over the image, what is said beside it. */
export function LayoutScreen({
  view,
  imagesPath,
}: {
  view: VisualView;
  imagesPath: string | null;
}) {
  const { send } = usePlay();
  const [guides, setGuides] = useState(true);
  const { kept, overlay } = view;
  const received = view.received?.asset ?? null;
  if (!kept && !received)
    return (
      <p className="measure mt-4 text-muted">Gardez d’abord une image à l’étape précédente.</p>
    );
  const picture = kept
    ? {
        slots: kept.slots,
        brand: view.brand.colours.map((c) => c.hex.toLowerCase()),
        seed: kept.seed,
        overlay,
      }
    : null;
  const size = kept ? sizeOf(kept.ratio) : { width: 1, height: 1 };
  return (
    <div className="mt-4 grid gap-8 @xl:grid-cols-[minmax(0,1fr)_minmax(0,18rem)] @4xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="order-2 flex flex-col gap-4 @xl:order-1">
        <Select
          label="Réseau visé"
          name="network"
          options={view.networks.map((n) => ({ value: n.id, label: n.label }))}
          value={view.network}
          hint={`Formats\u00a0: ${view.networks.find((n) => n.id === view.network)?.formats.join(", ")}.`}
          onChange={(e) => send({ type: "choose", field: "network", value: e.target.value })}
        />
        {received ? (
          <Notice>
            {view.received?.by === "model"
              ? "Un modèle a fait cette image\u00a0: les mots, les couleurs et les marges se règlent dans le prompt. Ici, décrivez-la."
              : "Votre image vient d’ailleurs\u00a0: les mots, les couleurs et les marges se règlent dans l’outil qui l’a produite. Ici, décrivez-la."}
          </Notice>
        ) : (
          <>
            <AutosaveArea
              action={{ type: "write", field: "title" }}
              saved={overlay.title}
              label="Titre incrusté"
              line
              maxLength={300}
            />
            <AutosaveArea
              action={{ type: "write", field: "detail" }}
              saved={overlay.detail}
              label="Second texte"
              hint="Dates, lieu. Le reste va dans la légende."
              line
              maxLength={300}
            />
            <div className="grid grid-cols-2 gap-4 @4xl:grid-cols-3">
              {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((field) => (
                <Select
                  key={field}
                  label={CHOICES[field][0]}
                  name={field}
                  value={overlay[field]}
                  options={Object.entries(CHOICES[field][1]).map(([value, label]) => ({
                    value,
                    label,
                  }))}
                  onChange={(e) => send({ type: "choose", field, value: e.target.value })}
                />
              ))}
            </div>
            <AutosaveArea
              action={{ type: "write", field: "stamp" }}
              saved={overlay.mention}
              label="Mention incrustée dans l’image"
              hint="Facultative, en bas à gauche."
              line
              maxLength={300}
            />
          </>
        )}
        <AutosaveArea
          action={{ type: "write", field: "alt" }}
          saved={view.alt}
          label="Texte alternatif"
          hint={`Ce que l’image apporte, en une phrase\u00a0: ${view.altLimit} signes au plus, sans «\u00a0image de\u00a0», avec les mots incrustés.`}
          rows={3}
        />
        <div>
          <AutosaveArea
            action={{ type: "write", field: "mention" }}
            saved={view.mention}
            label="Mention d’IA qui accompagne la publication"
            rows={2}
          />
          <ul className="flex flex-wrap gap-1.5" aria-label="Mentions proposées">
            {view.mentions.map((m) => (
              <li key={m}>
                <MoveForm action={{ type: "add", field: "mention", text: m }}>
                  <button
                    type="submit"
                    className="cursor-pointer rounded-m border border-line bg-surface px-3 py-1 text-left text-s text-muted hover:border-strong hover:text-ink"
                  >
                    <span aria-hidden="true">+ </span>
                    {m}
                  </button>
                </MoveForm>
              </li>
            ))}
          </ul>
        </div>
        <AutosaveArea
          action={{ type: "write", field: "rights" }}
          saved={view.rights}
          label="Droits et limites"
          hint="D’où vient l’image, ce que vous pouvez en faire, ce qu’elle ne doit pas laisser croire."
          rows={3}
        />
      </div>
      <div className="order-1 flex flex-col gap-3 @xl:order-2 @xl:sticky @xl:top-24 @xl:self-start">
        {picture && !received ? (
          <>
            <SvgPicture
              make={() => previewSvg(picture, guides ? view.insets : undefined)}
              drawKey={JSON.stringify([picture, guides && view.insets])}
              alt={view.alt || "L’image gardée, avec ses mots."}
              {...size}
              maxHeight="74vh"
              className="rounded-m border border-line"
            />
            <Checkbox
              label="Montrer la zone que le réseau laisse libre"
              name="guides"
              checked={guides}
              onChange={(e) => setGuides(e.target.checked)}
            />
            <Measures view={view} />
          </>
        ) : received && imagesPath ? (
          <img
            src={`${imagesPath}/${encodeURIComponent(received.assetId)}`}
            alt={view.alt || "Votre image."}
            width={received.width}
            height={received.height}
            className="h-auto w-full rounded-m border border-line"
          />
        ) : null}
        {kept && view.received?.by === "declared" ? (
          <MoveForm action={{ type: "source", value: "composed" }}>
            <Button type="submit" size="s">
              {kept.generated ? "Revenir à l’image du modèle" : "Revenir à l’image composée ici"}
            </Button>
          </MoveForm>
        ) : null}
      </div>
    </div>
  );
}

function Measures({ view }: { view: VisualView }) {
  return (
    <div className="flex flex-col gap-3 text-s">
      {view.contrast.length > 0 ? (
        <ul
          className="flex flex-col gap-1"
          aria-label="Contraste du texte avec les pixels qu’il recouvre"
        >
          {view.contrast.map((c) => {
            const ok = c.worst >= c.needed;
            return (
              <li key={c.what} className="flex items-center gap-2">
                <Icon
                  name={ok ? "check" : "alert"}
                  size={16}
                  className={ok ? "text-success" : "text-warning"}
                />
                {`${WHAT[c.what]}\u00a0: contraste ${formatNumber(c.worst, 1)}:1, il en faut ${formatNumber(c.needed, 1)}:1${ok ? "." : "\u00a0: pas assez."}`}
              </li>
            );
          })}
        </ul>
      ) : null}
      {view.palette ? (
        <div>
          <p className="text-muted">{`Couleurs de l’image, écart moyen à la charte ΔE ${formatNumber(view.palette.mean, 1)}`}</p>
          <ul className="mt-1 flex h-7 overflow-hidden rounded-xs border border-line">
            {view.palette.colours.map((c) => (
              <li
                key={c.hex}
                style={{ background: c.hex, flexGrow: Math.max(0.02, c.share) }}
                title={`${c.hex}, ΔE ${formatNumber(c.distance, 1)}`}
              >
                <span className="sr-only">{`${c.hex}, ${Math.round(c.share * 100)}\u00a0%, ΔE ${formatNumber(c.distance, 1)}`}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
