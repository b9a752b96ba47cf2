import { createContext } from "react";
import type { DocNode } from "~/domain/document.ts";

/** Draws a document as HTML, what was typed being escaped; null for a document it leaves to React. */
export type DrawDocument = (
  doc: DocNode,
  drawing: { imagePath: (assetId: string) => string; headingOffset: number },
) => string | null;

/** Given by the server to the pages it draws; a browser has none. */
export const ServerDrawing = createContext<DrawDocument | null>(null);
