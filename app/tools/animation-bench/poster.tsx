import { frame } from "~/engines/scene/film.ts";
import { filmSize, type Storyboard } from "~/engines/scene/storyboard.ts";
import { svgFile } from "~/engines/scene/svg.ts";
import { SvgPicture } from "~/ui/svg-picture.tsx";

/** One frame of the film as a picture. */
export function Poster({ board, at, alt }: { board: Storyboard; at: number; alt: string }) {
  const size = filmSize(board);
  return (
    <SvgPicture
      make={() => svgFile(frame(board, at, false), size)}
      drawKey={JSON.stringify([board, at])}
      alt={alt || "L’image d’attente choisie."}
      {...size}
      maxHeight="50vh"
      className="rounded-m border border-line"
    />
  );
}
