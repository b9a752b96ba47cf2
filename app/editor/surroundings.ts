import { createContext, useContext } from "react";
import type { Figure } from "~/domain/figure.ts";

/** What the blocks drawn inside the editor need from the page around it. */
export type Surroundings = {
  figures: readonly Figure[];
  imagePath: (assetId: string) => string;
};

export const SurroundingsContext = createContext<Surroundings>({
  figures: [],
  imagePath: () => "",
});

/** The figures and the image addresses of the workspace the editor stands in. */
export function useSurroundings(): Surroundings {
  return useContext(SurroundingsContext);
}
