/** Small moves on a pasted tree, before the editor's schema reads it. */

/** Takes an element away and leaves what it held in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Gives what an element holds to a new element of another name, in its place. */
export function rename(element: Element, tag: string): Element {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** Puts what an element holds inside a new inner element. */
export function wrapInside(element: Element, tag: string): void {
  const inner = element.ownerDocument.createElement(tag);
  inner.append(...element.childNodes);
  element.append(inner);
}

/** The value of one declaration of a style attribute, lower case, "" when absent. */
export function declaration(element: Element, property: string): string {
  for (const part of (element.getAttribute("style") ?? "").toLowerCase().split(";")) {
    const colon = part.indexOf(":");
    if (part.slice(0, colon).trim() === property) return part.slice(colon + 1).trim();
  }
  return "";
}
