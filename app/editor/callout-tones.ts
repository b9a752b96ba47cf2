import type { CalloutTone } from "~/domain/document.ts";

/** What each tone of a callout is called, said in the text so that colour is never alone. */
export const calloutLabels: Record<CalloutTone, string> = {
  info: "À savoir",
  attention: "Attention",
  example: "Exemple",
};
