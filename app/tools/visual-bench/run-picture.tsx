import { sizeOf } from "~/engines/scene/slots.ts";
import { classNames } from "~/ui/class-names.ts";
import { SvgPicture } from "~/ui/svg-picture.tsx";
import { previewSvg } from "./scene-file.ts";
import type { RunView, VisualView } from "./view-model.ts";

export const runName = (run: Pick<RunView, "version" | "variant">): string =>
  `Version ${run.version}${run.variant > 0 ? `, variante ${run.variant + 1}` : ""}`;

/** The image of one run, as its prompt alone made it: composed here, or by a model. */
export function RunPicture({
  run,
  brand,
  imagesPath,
  maxHeight,
  className,
}: {
  run: RunView;
  /** Where the workspace keeps what a model made. */
  imagesPath: string | null;
  brand: VisualView["brand"];
  maxHeight?: string;
  className?: string;
}) {
  const { generated } = run;
  if (generated) {
    const alt = `${runName(run)}\u00a0: ${generated.label}, ${run.slots.sujet || "sans sujet"}.`;
    if (!imagesPath) return <p>{alt}</p>;
    const maxWidth = maxHeight && `calc(${maxHeight} * ${generated.width / generated.height})`;
    return (
      <img
        src={`${imagesPath}/${encodeURIComponent(generated.assetId)}`}
        alt={alt}
        width={generated.width}
        height={generated.height}
        style={{ maxWidth }}
        className={classNames("block h-auto w-full bg-sunken", className)}
      />
    );
  }
  const picture = {
    slots: run.slots,
    brand: brand.colours.map((c) => c.hex.toLowerCase()),
    seed: run.seed,
  };
  const { width, height } = sizeOf(run.ratio);
  return (
    <SvgPicture
      make={() => previewSvg(picture)}
      drawKey={JSON.stringify(picture)}
      alt={`${runName(run)}\u00a0: ${run.family}, ${run.slots.sujet || "sans sujet"}.`}
      width={width}
      height={height}
      maxHeight={maxHeight}
      className={className}
    />
  );
}
