import { useContext, useState } from "react";
import type { DocNode } from "~/domain/document.ts";
import type { Figure } from "~/domain/figure.ts";
import { DocumentView } from "./document-view.tsx";
import { ServerDrawing } from "./server-drawing.ts";

type Props = {
  doc: DocNode;
  figures: readonly Figure[];
  imagePath: (assetId: string) => string;
  headingOffset: number;
  /** Names this text in the page: another text, or another version of it, has another name. */
  name: string;
};

/**
 * A text that is read until its editor is there. The server writes it as a string, and the browser takes what the page
 * already shows: neither makes thousands of elements that live for a second.
 */
export function ReadingView({ doc, figures, imagePath, headingOffset, name }: Props) {
  const onServer = useContext(ServerDrawing);
  const id = `reading/${name}`;
  const [html] = useState(() =>
    typeof document === "undefined"
      ? (onServer?.(doc, { imagePath, headingOffset }) ?? null)
      : (document.getElementById(id)?.innerHTML ?? null),
  );
  if (html === null)
    return (
      <DocumentView
        doc={doc}
        figures={figures}
        imagePath={imagePath}
        headingOffset={headingOffset}
      />
    );
  return (
    <div
      id={id}
      className="document"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: documentHtml escapes all that was typed, held by its test.
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
