/** Word writes list items as paragraphs that carry a level and a drawn marker: this makes lists of them again. */

type ListStyle = { level: number; marker: string };

/** The list level (1 and up) and marker of a Word paragraph, or null when it is no list item. */
function listStyle(element: Element): ListStyle | null {
  const level = /mso-list:\s*\S+\s+level(\d)/i.exec(element.getAttribute("style") ?? "")?.[1];
  if (!level || element.tagName !== "P") return null;
  const drawn = [...element.querySelectorAll("span")].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute("style") ?? ""),
  );
  const marker = drawn?.textContent?.trim() ?? "";
  drawn?.remove();
  return { level: Number(level), marker };
}

const ORDERED = /^\(?(\d{1,6}|[a-z]{1,2}|[ivxlcdm]{1,6})[.)°]/i;

/** Replaces runs of Word list paragraphs by nested ul and ol, in place. */
export function convertWordLists(root: Element): void {
  const document = root.ownerDocument;
  for (const parent of new Set([...root.querySelectorAll("p")].map((p) => p.parentElement))) {
    if (!parent) continue;
    let open: { list: Element; level: number }[] = [];
    for (const child of [...parent.childNodes]) {
      if (child.nodeType !== 1) {
        if (child.textContent?.trim()) open = [];
        continue;
      }
      const paragraph = child as Element;
      const style = listStyle(paragraph);
      if (!style) {
        open = [];
        continue;
      }
      while (open.length > 0 && open[open.length - 1]!.level > style.level) open.pop();
      const ordered = ORDERED.exec(style.marker);
      const tag = ordered ? "OL" : "UL";
      let current = open[open.length - 1];
      if (current && current.level === style.level && current.list.tagName !== tag) {
        open.pop();
        current = open[open.length - 1];
      }
      if (!current || current.level < style.level) {
        const list = document.createElement(tag);
        const start = Number(ordered?.[1]);
        if (start > 1) list.setAttribute("start", String(start));
        if (current) (current.list.lastElementChild ?? current.list).append(list);
        else paragraph.before(list);
        current = { list, level: style.level };
        open.push(current);
      }
      const item = document.createElement("li");
      current.list.append(item);
      paragraph.removeAttribute("style");
      item.append(paragraph);
    }
  }
}
