import { Node } from "@tiptap/core";
import type { CalloutTone } from "~/domain/document.ts";
import { calloutLabels } from "../callout-tones.ts";

const toneOf = (value: unknown): CalloutTone =>
  typeof value === "string" && Object.hasOwn(calloutLabels, value)
    ? (value as CalloutTone)
    : "info";

/** A box apart from the text, in one of three tones, its name written in it. */
export const Callout = Node.create({
  name: "callout",
  group: "block",
  content: "flow+",
  defining: true,
  addAttributes: () => ({
    tone: {
      default: "info",
      parseHTML: (element) => toneOf(element.getAttribute("data-tone")),
      renderHTML: (attributes) => ({ "data-tone": attributes.tone }),
    },
  }),
  parseHTML: () => [
    {
      tag: "div.callout[data-tone]",
      // Copied from a reading view there is no inner box; the label is then dropped by paste/clean.ts.
      contentElement: (element) => element.querySelector<HTMLElement>(".callout-body") ?? element,
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    "div",
    { ...HTMLAttributes, class: "callout", role: "note" },
    [
      "p",
      { class: "callout-label", contenteditable: "false" },
      calloutLabels[toneOf(node.attrs.tone)],
    ],
    ["div", { class: "callout-body" }, 0],
  ],
});
