import { InputRule, Mark } from "@tiptap/core";
import { isSafeHref } from "~/domain/document.ts";

/**
 * A typed address made into one the document accepts: « exemple.fr » gets https, « lea@exemple.fr » gets mailto.
 * Null when it is no address of the web or of a mailbox.
 */
export function toHref(typed: string): string | null {
  const text = typed.trim();
  if (isSafeHref(text)) return text;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  const href = `https://${text}`;
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]\S*)?$/u.test(text) && isSafeHref(href)
    ? href
    : null;
}

/** An address of the web or of a mailbox; anything else is not a link, whoever pasted it. */
export const Link = Mark.create({
  name: "link",
  priority: 1050,
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ href: { default: "" } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => {
        const href = element.getAttribute("href")?.trim();
        return isSafeHref(href) ? { href } : false;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    "a",
    { href: HTMLAttributes.href, rel: "noopener noreferrer nofollow" },
    0,
  ],
  addInputRules() {
    return [
      new InputRule({
        find: /(?:^|\s)((?:https?:\/\/|www\.)[^\s<>"«»]{4,})\s$/i,
        handler: ({ state, range, match }) => {
          const typed = (match[1] ?? "").replace(/[.,;:!?)\]’]+$/, "");
          const href = toHref(typed);
          if (!href) return null;
          const from = range.from + match[0].indexOf(match[1] ?? "");
          const { tr } = state;
          tr.addMark(from, from + typed.length, this.type.create({ href }));
          tr.removeStoredMark(this.type);
        },
      }),
    ];
  },
});
