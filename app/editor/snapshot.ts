import type { Node } from "@tiptap/pm/model";
import { countWords } from "~/domain/document.ts";

/**
 * The JSON and the word count of the text in the editor, kept block by block: ProseMirror shares the blocks that
 * did not change, so a keystroke costs one paragraph, whatever the length of the text.
 */
const jsonOf = new WeakMap<Node, string>();
const wordsOf = new WeakMap<Node, number>();

function blockJson(block: Node): string {
  let json = jsonOf.get(block);
  if (json === undefined) {
    json = JSON.stringify(block.toJSON());
    jsonOf.set(block, json);
  }
  return json;
}

/** The document as JSON text, the same as JSON.stringify(doc.toJSON()). */
export function documentJson(doc: Node): string {
  const blocks: string[] = [];
  doc.forEach((block) => {
    blocks.push(blockJson(block));
  });
  return `{"type":"doc","content":[${blocks.join(",")}]}`;
}

/** The number of words in the document. */
export function documentWords(doc: Node): number {
  let words = 0;
  doc.forEach((block) => {
    let count = wordsOf.get(block);
    if (count === undefined) {
      count = countWords(block.textBetween(0, block.content.size, "\n", "\n"));
      wordsOf.set(block, count);
    }
    words += count;
  });
  return words;
}
