import { type Artefact, noAiUse } from "~/domain/artefact.ts";
import type { Content } from "./content.ts";
import { readPassages } from "./passages.ts";
import type { State } from "./state.ts";
import { seenMark } from "./view-model.ts";

/** What the review did to the generated text; the text itself is the section its step writes. */
export function artefacts(content: Content, state: State): Artefact[] {
  if (state.marks.length === 0 && state.text === content.draft) return [];
  const passages = readPassages(content.draft);
  const marks = state.marks.map((mark) => seenMark(content, passages, mark));
  return [
    {
      id: "critical-review:text",
      kind: "text",
      title: "Texte relu",
      files: [],
      alternative: "",
      mention: null,
      origin: null,
      aiUse: {
        ...noAiUse,
        kept:
          state.text === content.draft
            ? []
            : [`Texte réécrit après relecture. Brouillon de départ\u00a0: ${content.origin}`],
        corrected: marks.map((mark) => ({
          what: `${mark.passage ? `«\u00a0${mark.passage}\u00a0»` : "Oubli"} → ${mark.correction || "retiré"}`,
          why: mark.kindLabel,
        })),
        sources: [...new Set(marks.flatMap((mark) => mark.sourceLabel ?? []))],
        mentions: [content.origins.mentions],
      },
      remarks: [],
    },
  ];
}
