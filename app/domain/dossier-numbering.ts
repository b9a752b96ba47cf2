import type { DocNode } from "./document.ts";

/**
 * The same documents with their captions numbered in reading order (« Figure 3 – … »), as the exports number
 * them: informative images with a caption, and figures that their tool still gives.
 */
export function numberCaptions(docs: DocNode[], figureIds: ReadonlySet<string>): DocNode[] {
  let number = 0;
  const caption = (text: string) => {
    number += 1;
    return text.trim() ? `Figure ${number} – ${text.trim()}` : `Figure ${number}`;
  };
  const visit = (node: DocNode): DocNode => {
    if (node.type === "image") {
      const { decorative, caption: text } = node.attrs;
      return decorative || !text.trim()
        ? node
        : { ...node, attrs: { ...node.attrs, caption: caption(text) } };
    }
    if (node.type === "figure")
      return figureIds.has(node.attrs.figureId)
        ? { ...node, attrs: { ...node.attrs, caption: caption(node.attrs.caption) } }
        : node;
    return node.content ? ({ ...node, content: node.content.map(visit) } as DocNode) : node;
  };
  return docs.map(visit);
}
