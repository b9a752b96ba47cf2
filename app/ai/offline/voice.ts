import type { SubjectFacts } from "~/ai/provider.ts";
import type { Brief } from "./brief.ts";
import { type Fault, type Piece, piece } from "./draft.ts";
import {
  AUDIENCE_HOOKS,
  DRIFTS,
  HOLLOW_BODY,
  HOLLOW_CALLS,
  HOLLOW_HASHTAGS,
  HOLLOW_HOOKS,
  INVENTED_FIGURES,
  MOOD_HOOKS,
  type Said,
} from "./phrases.ts";
import type { Pick } from "./seeded.ts";
import { capital, pointed, unpointed } from "./typography.ts";

/** What a writer works with. */
export type Sheet = {
  brief: Brief;
  subject: SubjectFacts;
  pick: Pick;
  temperature: number;
  turn: number;
};

/** The organisation's name, or an honest blank when no subject was given. */
export function organisation({ subject }: Sheet): string {
  return subject.organisation || "[nom de l’organisation]";
}

/** What it is about: the prompt's words, else the organisation. */
export function topicOf(sheet: Sheet): string {
  return capital(sheet.brief.topic ?? organisation(sheet));
}

/** Says a sentence in the register asked for; unasked, hooks say « tu » and the rest « vous »: the classic slip. */
export function say(sheet: Sheet, said: Said, unasked: "tu" | "vous" = "vous"): string {
  const { brief } = sheet;
  const filled = said[brief.tone.address ?? (brief.tone.mood ? "vous" : unasked)]
    .replaceAll("{org}", organisation(sheet))
    .replaceAll("{topic}", topicOf(sheet))
    .replaceAll("{audience}", capital(brief.audience ?? ""));
  return calm(brief, filled);
}

const LOUD = new Set(["lively", "playful", null]);

/** No exclamation mark where the tone or an order forbids it. */
export function calm(brief: Brief, text: string): string {
  return brief.noExclamation || !LOUD.has(brief.tone.mood) ? text.replace(/ ?!+/g, ".") : text;
}

/** No hollow sentence when an order rules out superlatives or ready-made formulas. */
function hollowAllowed(brief: Brief): boolean {
  return !brief.noSuperlatives;
}

/** The opening sentence: by example, audience or tone; a cliché when none of them is known. */
export function hookPieces(sheet: Sheet): Piece[] {
  const { brief, pick } = sheet;
  const pieces: Piece[] = [];
  if (brief.example) pieces.push(piece(say(sheet, shapedLike(brief.example)), 80));
  if (brief.audience) {
    const hooks = AUDIENCE_HOOKS[brief.tone.mood ?? "lively"];
    const slip = brief.tone.address || brief.tone.mood ? undefined : ("register" as const);
    pieces.push(piece(say(sheet, pick("audience", hooks), "tu"), 78, { fault: slip }));
  }
  if (pieces.length === 0 && (brief.tone.mood || !hollowAllowed(brief)))
    pieces.push(piece(say(sheet, pick("mood", MOOD_HOOKS[brief.tone.mood ?? "sober"])), 78));
  if (pieces.length === 0)
    pieces.push(piece(say(sheet, pick("hook", HOLLOW_HOOKS), "tu"), 30, { fault: "cliche" }));
  const first = pieces[0] as Piece;
  const limit = brief.limits.hook;
  if (limit !== null && first.text.length > limit) {
    const short = pointed(topicOf(sheet));
    pieces[0] = piece(
      short.length <= limit ? short : `${short.slice(0, limit - 1).trimEnd()}…`,
      80,
    );
  }
  return pieces;
}

/** The form of a sample: a question stays a question, a short sentence stays short. */
function shapedLike(example: string): Said {
  if (example.includes("?"))
    return { vous: "{topic} ? On vous dit tout.", tu: "{topic} ? On te dit tout." };
  if (example.includes("!")) return { vous: "{topic} !", tu: "{topic} !" };
  return { vous: "{topic}.", tu: "{topic}." };
}

/** The facts given, in order; else hollow sentences and, unless forbidden, a figure out of nowhere. */
export function bodyPieces(sheet: Sheet): Piece[] {
  const { brief, turn } = sheet;
  const facts = brief.facts.map((_, i) => brief.facts[(i + turn) % brief.facts.length] as string);
  const pieces = facts.map((fact, i) =>
    piece(fact, 70 - i, { joint: i === 0 ? "paragraph" : "space" }),
  );
  if (brief.topic && brief.facts.length === 0 && !brief.tone.mood)
    pieces.push(
      piece(`${topicOf(sheet)} : ${brief.inside ? "nous vous en parlons" : "à découvrir"}.`, 60),
    );
  pieces.push(...padding(sheet));
  return pieces;
}

function padding(sheet: Sheet): Piece[] {
  const { brief, pick, temperature } = sheet;
  const pieces: Piece[] = [];
  const bare = brief.facts.length === 0;
  if (bare && brief.noInvention)
    pieces.push(piece("[À compléter : les faits, la date, le lieu, le prix.]", 40));
  if (hollowAllowed(brief)) {
    const count = (bare ? 2 : 0) + (brief.hasFormat ? 0 : 2);
    for (let i = 0; i < count; i++) {
      const chosen = pick("body", rotated(HOLLOW_BODY, i));
      const said = brief.inside ? chosen.inside : chosen.outside;
      const fault = bare ? "cliche" : "too-long";
      pieces.push(
        piece(say(sheet, said), 20 - i, { fault, joint: i % 2 === 0 ? "paragraph" : "space" }),
      );
    }
    if (temperature > 1)
      pieces.push(piece(say(sheet, pick("drift", DRIFTS)), 10, { fault: "drift", joint: "space" }));
  }
  if ((bare || brief.wantsFigures) && !brief.noInvention && !/\d/.test(brief.facts.join(" "))) {
    const figure = pick("figure", INVENTED_FIGURES);
    const text = calm(brief, `Déjà ${figure} de satisfaits !`);
    pieces.push(piece(text, 25, { fault: "invented-figure", joint: "space" }));
  }
  return pieces;
}

function rotated<T>(list: readonly T[], by: number): T[] {
  return list.map((_, i) => list[(i + by) % list.length] as T);
}

/** One clear call to action when the objective names one; else a hollow one. */
export function callPieces(sheet: Sheet): Piece[] {
  const { brief, pick } = sheet;
  if (brief.goal) {
    const { vous, tu, channel } = brief.goal;
    const end = channel && !vous.includes(channel) ? ` ${channel}.` : ".";
    return [piece(say(sheet, { vous: `${vous}${end}`, tu: `${tu}${end}` }), 75)];
  }
  if (!hollowAllowed(brief)) return [];
  return [piece(say(sheet, pick("call", HOLLOW_CALLS)), 28, { fault: "vague-call" })];
}

/** Mentions that must stand, word for word. */
export function mentionPieces({ brief }: Sheet): Piece[] {
  return brief.mentions.map((text) => piece(text, 100, { verbatim: true }));
}

/** Exactly the hashtags asked for, from the prompt, the name, the place and the topic; else eight hollow ones. */
export function hashtagPieces(sheet: Sheet): Piece[] {
  const { brief, subject } = sheet;
  const asked =
    brief.hashtags ?? (brief.givenHashtags.length > 0 ? brief.givenHashtags.length : null);
  if (asked === 0) return [];
  if (asked === null)
    return brief.hasFormat || !hollowAllowed(brief)
      ? []
      : [piece(HOLLOW_HASHTAGS.join(" "), 5, { fault: "generic-hashtags", verbatim: true })];
  const made = [
    ...brief.givenHashtags,
    hashtag(subject.organisation),
    hashtag(subject.place.replace(/\(.*$/, "")),
    ...(brief.topic ?? "").split(/\s+/).filter(isTag).map(hashtag),
    ...subject.sector.split(/[,;]| et /).map(hashtag),
    ...(brief.audience ?? "").split(/\s+/).filter(isTag).map(hashtag),
    ...(hollowAllowed(brief)
      ? HOLLOW_HASHTAGS
      : HOLLOW_HASHTAGS.filter((h) => h !== "#Incontournable")),
  ];
  const seen = [
    ...new Map(made.filter((h) => h.length > 2).map((h) => [h.toLowerCase(), h])).values(),
  ];
  return [piece(seen.slice(0, asked).join(" "), 90, { verbatim: true })];
}

const NO_TAG = /^(?:notre|votre|leurs?|cette|avec|dans|chez|entre|pour|prochaine?s?)$/i;
const isTag = (word: string) => word.length > 4 && !NO_TAG.test(word);

function hashtag(words: string): string {
  const joined = (words.match(/[\p{L}\p{N}]+/gu) ?? []).map(capital).join("");
  return joined && !/^\d+$/.test(joined) ? `#${joined.slice(0, 40)}` : "";
}

const EMOJI = ["✨", "👉", "📅", "💬", "🙌"];

/** As many emoji as asked; three when nobody said anything and no tone holds them back. */
export function withEmoji(sheet: Sheet, pieces: Piece[], usual: number): Piece[] {
  const { brief } = sheet;
  const count =
    brief.emoji ?? (brief.tone.mood === null || brief.tone.mood === "lively" ? usual : 0);
  const open = pieces.filter((p) => !p.verbatim);
  return pieces.map((p) => {
    const at = open.indexOf(p);
    if (at < 0 || at >= Math.min(count, 12)) return p;
    // The last sentence takes what is left when there are more emoji than sentences.
    const extra = at === open.length - 1 ? count - at : 1;
    const signs = Array.from(
      { length: Math.min(12, extra) },
      (_, i) => EMOJI[(at + i) % EMOJI.length],
    );
    return {
      ...p,
      text: `${p.text} ${signs.join("")}`,
      keep: brief.emoji === null ? p.keep : p.keep + 1,
    };
  });
}

/** What is wrong in the pieces that stayed. */
export function faultsOf(pieces: Piece[]): Fault[] {
  return pieces.flatMap((p) => (p.fault ? [{ kind: p.fault, excerpt: unpointed(p.text) }] : []));
}
