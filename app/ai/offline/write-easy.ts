import { sentenceSpans, wordCount } from "~/engines/prompt-text.ts";
import { type Piece, piece } from "./draft.ts";
import { capital, pointed, unpointed } from "./typography.ts";
import { callPieces, mentionPieces, organisation, type Sheet, topicOf } from "./voice.ts";

/** A sentence of an easy text holds one idea; longer ones are opened at their commas. */
const LONG = 10;

/** Long, flattering, and told by nobody. */
const PROMISES = [
  "Découvrez une prestation incontournable, gratuite et ouverte à toutes et à tous, dans une démarche véritablement inclusive.",
  "Dans un monde où l’accessibilité compte, profitez d’une offre entièrement gratuite, sans aucune condition préalable.",
  "Plongez au cœur d’un dispositif gratuit, spécifiquement conceptualisé pour l’ensemble des publics concernés.",
];

/**
 * An easy-to-read version (FALC): a title, then one idea a line. It rewrites the text given between guillemets,
 * else the facts. Without any form asked, sentences stay as long as they came; without matter, it promises
 * what nobody said.
 */
export function easyPieces(sheet: Sheet): Piece[] {
  const { brief } = sheet;
  const told = brief.material ? sentencesOf(brief.material) : brief.facts;
  const lines = brief.hasFormat ? told.flatMap(opened) : told;
  const title = piece(unpointed(topicOf(sheet)), 95);
  const body = lines.map((line, i) =>
    piece(line, 70 - i * 0.1, { joint: i === 0 ? "paragraph" : "line" }),
  );
  const who = brief.inside ? [piece(`Nous sommes ${organisation(sheet)}.`, 75)] : [];
  const reader = brief.audience ? [piece(`Ce texte est pour vous : ${brief.audience}.`, 76)] : [];
  const unasked: Piece[] =
    told.length > 0
      ? brief.hasFormat || brief.noSuperlatives
        ? []
        : [
            piece(
              "Il est important de noter que ces modalités sont susceptibles d’évolution ultérieure.",
              20,
              { fault: "hard-words", joint: "line" },
            ),
          ]
      : brief.noInvention
        ? [piece("[À compléter : le texte à rendre facile, entre guillemets.]", 60)]
        : [piece(sheet.pick("claim", PROMISES), 30, { fault: "invented-claim" })];
  const call = brief.goal ? callPieces(sheet) : [];
  return [title, ...reader, ...who, ...body, ...unasked, ...call, ...mentionPieces(sheet)];
}

function sentencesOf(text: string): string[] {
  return sentenceSpans(text).map((s) => text.slice(s.start, s.end).replace(/\s+/g, " "));
}

/** One idea a line: a long sentence is cut at its commas, semicolons and brackets. */
function opened(sentence: string): string[] {
  if (wordCount(sentence) <= LONG) return [pointed(capital(sentence))];
  return sentence
    .split(/\s*(?:[;()]|,(?!\d)|\s–\s)\s*/u)
    .map((part) => unpointed(part).replace(/^(?:et|mais|donc|puis)\s+/iu, ""))
    .filter((part) => wordCount(part) > 0)
    .map((part) => pointed(capital(part)));
}
