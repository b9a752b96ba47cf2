import { type Piece, piece } from "./draft.ts";
import { unpointed } from "./typography.ts";
import {
  bodyPieces,
  callPieces,
  hashtagPieces,
  hookPieces,
  mentionPieces,
  organisation,
  type Sheet,
  topicOf,
} from "./voice.ts";

/** Slides when nobody said how many, with and without an idea of the form. */
const USUAL = 5;
const TOO_MANY = 10;

/**
 * A carousel, one numbered slide a paragraph: opening, one fact a slide, call to action. Without facts the
 * slides repeat themselves; without a form there are ten of them.
 */
export function carouselPieces(sheet: Sheet): Piece[] {
  const { brief } = sheet;
  const wanted = brief.parts ?? (brief.hasFormat ? USUAL : TOO_MANY);
  const opening = hookPieces(sheet).slice(0, 1);
  const closing = callPieces(sheet).slice(0, 1);
  const middle = bodyPieces(sheet).filter((p) => !p.text.startsWith("["));
  const room = Math.max(0, wanted - opening.length - closing.length);
  const filled = Array.from(
    { length: room },
    (_, i) => middle[i] ?? spare(sheet, i - middle.length),
  );
  const slides = [...opening, ...filled, ...closing].slice(0, wanted);
  return [
    ...slides.map((slide, i) => ({
      ...slide,
      text: `Vue ${i + 1} : ${slide.text}`,
      joint: "paragraph" as const,
    })),
    ...mentionPieces(sheet),
    ...hashtagPieces(sheet),
  ];
}

/** A slide for which the prompt gave nothing: a blank where inventing is forbidden, the subject again elsewhere. */
function spare(sheet: Sheet, index: number): Piece {
  const { brief } = sheet;
  if (brief.noInvention || brief.noSuperlatives || brief.facts.length > 0)
    return piece("[À compléter : un fait de plus, ou une vue de moins.]", 30 - index);
  const said = [
    `${unpointed(topicOf(sheet))}, une expérience incontournable.`,
    `Au cœur de ${organisation(sheet)}, une véritable passion.`,
  ];
  return piece(said[index % said.length] as string, 15 - index, { fault: "cliche" });
}
