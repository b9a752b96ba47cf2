/** Escapes a text for HTML, and for an attribute's value in double or single quotes. */
export function escapeHtml(text: string): string {
  // Most of what is written holds none of them.
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
