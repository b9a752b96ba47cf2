import { fold, sentenceSpans, wordCount } from "~/engines/prompt-text.ts";
import { type Piece, piece } from "./draft.ts";
import { holdsWord } from "./read-quotes.ts";
import { mentionPieces, type Sheet } from "./voice.ts";

/**
 * Summary or rewriting of a text given between guillemets. Extractive on purpose: it keeps the sentences that
 * carry numbers, names or the prompt's own words, in their order, and adds nothing.
 */
export function rewritePieces(sheet: Sheet, tics: string[]): Piece[] {
  const { brief } = sheet;
  if (!brief.material)
    return [
      piece(
        "Je ne trouve pas le texte à reprendre. Collez-le dans le prompt, entre guillemets « … ».",
        90,
      ),
      piece("Chaque essai repart de zéro : je ne me souviens pas des versions précédentes.", 80, {
        joint: "space",
      }),
    ];
  const text = brief.material;
  const sentences = sentenceSpans(text).map((s) => text.slice(s.start, s.end).replace(/\s+/g, " "));
  const limited = Object.values(brief.limits).some((v) => v !== null);
  // Without a length, a third of the sentences too many: what an imprecise order gives.
  const wanted = limited ? sentences.length : Math.max(1, Math.ceil(sentences.length * 0.66));
  const topic = fold((brief.topic ?? "").normalize("NFC"))
    .split(/\W+/)
    .filter((w) => w.length > 3);
  const scored = sentences.map((sentence, order) => ({
    sentence,
    order,
    score:
      (order === 0 ? 3 : 0) +
      (/\d/.test(sentence) ? 2 : 0) +
      (/[\p{L},] \p{Lu}\p{Ll}/u.test(sentence) ? 1 : 0) +
      topic.filter((w) => fold(sentence.normalize("NFC")).includes(w)).length * 2 -
      (brief.noSuperlatives && holdsWord(sentence, tics) ? 4 : 0) -
      wordCount(sentence) / 60,
  }));
  const best = [...scored].sort((a, b) => b.score - a.score || a.order - b.order).slice(0, wanted);
  const kept = scored.filter((s) => best.includes(s));
  return [
    ...kept.map((s) =>
      piece(s.sentence, 60 + s.score, { joint: s.order === 0 ? "paragraph" : "space" }),
    ),
    ...mentionPieces(sheet),
  ];
}
