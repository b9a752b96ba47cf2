import { cleanText, type DocNode } from "~/domain/document.ts";

/**
 * A model's answer as blocks of the document, every word marked with its run: paragraphs, « - » and « 1. » lists,
 * « # » headings. The words are kept exactly; only these line signs are read.
 */
export function aiTextToNodes(answer: string, run: string): DocNode[] {
  const nodes: DocNode[] = [];
  const marked = (text: string): DocNode[] => {
    const words = text.trim();
    return words
      ? [{ type: "text", text: words, marks: [{ type: "aiAssisted", attrs: { run } }] }]
      : [];
  };
  for (const line of cleanText(answer).split("\n")) {
    if (line.trim() === "") continue;
    const heading = /^(#{1,4})\s+(.+)/.exec(line);
    const bullet = /^\s*[-*•]\s+(.+)/.exec(line);
    const ordered = /^\s*(\d{1,6})[.)]\s+(.+)/.exec(line);
    if (heading) {
      const level = Math.max(2, heading[1]!.length) as 2 | 3 | 4;
      nodes.push({ type: "heading", attrs: { level }, content: marked(heading[2]!) });
    } else if (bullet || ordered) {
      const type = bullet ? "bulletList" : "orderedList";
      const words = bullet?.[1] ?? ordered?.[2] ?? "";
      const item: DocNode = {
        type: "listItem",
        content: [{ type: "paragraph", content: marked(words) }],
      };
      const last = nodes[nodes.length - 1];
      if (last?.type === type) last.content?.push(item);
      else if (type === "bulletList") nodes.push({ type, content: [item] });
      else nodes.push({ type, attrs: { start: Number(ordered?.[1] ?? 1) }, content: [item] });
    } else nodes.push({ type: "paragraph", content: marked(line) });
  }
  return nodes;
}
