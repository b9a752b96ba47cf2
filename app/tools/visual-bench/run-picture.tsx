import { sizeOf } from "~/engines/scene/slots.ts";
import { SvgPicture } from "~/ui/svg-picture.tsx";
import { previewSvg } from "./scene-file.ts";
import type { RunView, VisualView } from "./view-model.ts";

export const runName = (run: Pick<RunView, "version" | "variant">): string =>
  `Version ${run.version}${run.variant > 0 ? `, variante ${run.variant + 1}` : ""}`;

/** The image of one run, as its prompt alone made it. */
export function RunPicture({
  run,
  brand,
  maxHeight,
  className,
}: {
  run: RunView;
  brand: VisualView["brand"];
  maxHeight?: string;
  className?: string;
}) {
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
