/**
 * Plain words from a model's answer: no bold, heading, list mark, code fence or link syntax, no surrounding
 * quotes. Linear in the text's length.
 */
export function stripMarkdown(text: string): string {
  const plain = text
    .slice(0, 20_000)
    .replace(/^```[^\n]*$/gm, "")
    .replace(/^ {0,3}#{1,6} +/gm, "")
    .replace(/^ {0,3}(?:[-*+•]|\d{1,3}[.)]) +/gm, "")
    .replace(/^ {0,3}> ?/gm, "")
    .replace(/!?\[([^[\]\n]{0,500})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/(\*\*|__|~~|`)/g, "")
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}*])/gu, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  const quoted = /^["“«]\s*([^"“”«»]+?)\s*["”»]$/u.exec(plain);
  return quoted?.[1] ?? plain;
}
