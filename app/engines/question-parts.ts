import { normalise } from "./french-text.ts";
import { isAsking } from "./question-cues.ts";

/*
 * How many things a message asks. French hides its subordinate clauses behind the words that ask: « quand il faut
 * trancher » is no question after « Qui décide », « quand faut-il trancher » is one. What tells them apart is what
 * follows the word (a subject, or a verb), what stands before it, and the word that links both.
 * Everything here reads normalised text: no accent, no apostrophe, no hyphen, marks apart; « où » and « ou » are one.
 */

const SUBJECT =
  /^(?:je|j|tu|il|elle|on|l on|nous|vous|ils|elles|ce|c|ca|cela|le|la|les|l|un|une|des|du|votre|vos|notre|nos|mon|ma|mes|son|sa|ses|leur|leurs|cet|cette|ces|quelqu|personne|chaque|plusieurs|tout|toute|tous|toutes|certains|aucun|aucune|rien)\b/;
/** A clause turned round: « faut-il », « voulez-vous », « viennent-ils ». */
const INVERTED =
  /\best ce qu|\b(?:(?!chez|assez)\w+ez|etes|faites|dites) vous\b|\b\w+ t (?:il|elle|on)\b|\b(?!(?:qu|si|quand|ou|lorsqu|puisqu|comme|comment|combien|pourquoi|dont|et|que|pour|avec|chez|par|sur|sans|d|c est) )[a-z]+[td] (?:il|elle|ils|elles|on)\b/;
/** Verbs that follow « quand » or « où » at once when they ask: « quand ouvre le salon ». */
const VERB_FIRST =
  /^(?:est|sont|a|ont|aura|sera|seront|aurait|faut|doit|va|vont|se|s|en|commence\w*|debute\w*|demarr\w*|ouvr\w*|ferme\w*|finit|arriv\w*|part|partent|vient|viennent|tombe\w*|sort|sortent|trouve\w*|vend|vendent|publie\w*|livre\w*|lance\w*|prend|prennent)\b/;
/** The word that asks stands alone: « …, où et quand ? ». */
const ALONE =
  /^(?: (?:exactement|au juste|precisement|cela|ca|donc|surtout))*(?: ?$| (?:,|et|puis)(?: |$))/;

const LINK =
  / (?:[,;.!:] )?(?:et(?: puis| aussi| enfin)?|ainsi que|puis|mais aussi|mais|ou bien)(?: ,)? | [,;.!] /g;
/** Said before the word that asks; a condition on the first answer makes the second a question of its own. */
const LEAD =
  /^(?:(?:et|alors|donc|sinon|aussi|enfin|ensuite|surtout|d ailleurs|plus precisement|si (?:oui|non)|dans ce cas|le cas echeant)(?: ,)? )+/;
const CONDITION = /\b(?:si (?:oui|non)|sinon|dans ce cas|le cas echeant) ?,? ?$/;

/** Words that only frame what is asked. */
const ADJUNCT =
  /^(?:selon vous|d apres vous|a votre avis|pour vous|chez vous|de votre cote|concretement|idealement|au fond|en fait|par exemple)$/;
/** A request without its object: « dites-moi », « pouvez-vous m’expliquer », « savez-vous ». */
const BARE_REQUEST =
  /^(?:(?:bonjour|alors|donc|et|merci|ah|bien|ok) )*(?:(?:dites|racontez|expliquez|parlez|decrivez|precisez|rappelez|indiquez)(?: (?:moi|nous|m en))?|(?:(?:pouvez|pourriez|voulez|voudriez|sauriez|savez) vous|est ce que vous (?:pouvez|savez))(?: (?:me|nous|m))?(?: (?:dire|expliquer|preciser|rappeler|indiquer|raconter|decrire|parler))?|(?:j aimerais|je (?:voudrais|souhaite|souhaiterais|veux))(?: bien)? (?:savoir|comprendre|connaitre))(?: (?:donc|aussi|un peu|peut etre))*$/;
const REQUEST =
  /^(?:(?:bonjour|alors|donc|et|aussi) )*(?:dites|racontez|expliquez|parlez|decrivez|presentez|precisez|rappelez|indiquez) (?:moi|nous|m en)\b|^(?:pouvez|pourriez) vous (?:me |m |nous )?(?:dire|expliquer|preciser|rappeler|indiquer|raconter|decrire|parler)\b/;
/** What asks through its verb, so that the clause after it is what is asked: « dites-moi quand… ». */
const GOVERNED =
  /\b(?:dites moi|dire|savoir|savez vous|sait on|expliquer|expliquez(?: moi)?|preciser|precisez(?: moi)?|comprendre|rappeler|rappelez moi|indiquer|indiquez moi|raconter|racontez moi)(?: aussi| donc| juste)? (?:quand|ou|qui)\b/;
const SEASON =
  /\b(?:semaine|week end|soir|matin|midi|nuit|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ete|hiver|printemps|automne|saison|vacances|noel)\b/;
const TIME_CLAUSE =
  /(?:^|\b(?!(?:depuis|jusqu a) )[a-z]+ |[,;] )(?:quand|lorsqu?e?|des qu?e?) (?!meme\b)/;
/** « la personne qui gère » : a relative, not « dites-moi qui » nor « avec qui ». */
const RELATIVE_WHO =
  /\b(?!(?:et|moi|dire|savoir|vous|a|avec|pour|par|chez|de|sur|contre|expliquer|preciser|comprendre|ce) )[a-z]+ qui \w/;
const PERSON =
  /(?:associee?|gerante?|patronne?|responsable|stagiaire|agence|frere|soeur|mari|femme|fille|fils|pere|mere|equipe|personne|client|cliente|clients|gens|collegue|salariee?|directeur|directrice|prestataire|comptable|benevoles?|celui|celle|ceux)$/;
const ROLE =
  /^(?:(?:le|la|les|l|lui|y|en) )?(?:decide|valide|publie|gere|paie|relit|repond|signe|achete|tranche|fournit|tient|s occupe|fait|a les)\b/;

/** A chunk that only seeks assent, or reacts, or asks leave. */
const NOT_ASKED =
  /^(?:(?:et|ah|oh|mais) )*(?:n est ce pas|non|oui|si|hein|pas vrai|c est (?:bien )?ca|d accord|ok|ou (?:pas|non)|oui ou non|je me trompe|vraiment|ah bon|ah|pardon|comment|bonjour|salut|quoi)$|\b(?:puis je|est ce que je peux|je peux|vous permettez que je|ca vous va si je) (?:prendre|prenne|prends|noter|note|enregistrer|enregistre)\b/;
/** An answer put into the other’s mouth after a question: « Qui décide ? Vous ? ». */
const SUGGESTION =
  /^(?:ou )?(?:vous|vous meme|vous seule?|vous deux|lui|elle|eux|nous|personne|aucun|aucune|rien)$/;
const GREETING_ONLY =
  /^(?:(?:bonjour|bonsoir|salut|merci|comment allez vous|comment ca va|vous allez bien|ca va|enchantee?) ?[,.!;]? ?)+$/;

/** Is « quand », « où » or « qui » opening a clause that depends on what precedes it? */
function depends(word: string, rest: string, left: string, comma: boolean): boolean {
  const clause = rest.split(/ (?:[,;.]|et) /)[0] ?? "";
  if (ALONE.test(rest) || INVERTED.test(clause)) return false;
  const after = rest.trim();
  if (/^(?:meme|que)\b/.test(after)) return true;
  switch (word) {
    case "quand":
      if (comma) return !VERB_FIRST.test(after);
      if (!SUBJECT.test(after)) return false;
      // « le week-end et quand vous fermez » adds a moment, « et quand vous voulez commencer » asks for one.
      return !GOVERNED.test(left) && (SEASON.test(left) || TIME_CLAUSE.test(left));
    case "ou":
      if (VERB_FIRST.test(after)) return false;
      return (
        comma || !SUBJECT.test(after) || / \w+ ou (?:l on|on|ils?|elles?|vous|nous) /.test(left)
      );
    default: {
      if (/^est ce\b/.test(after)) return false;
      if (!comma) return RELATIVE_WHO.test(left) && !GOVERNED.test(left);
      const listed = /^qui (?:\S+ ?){1,3}$/.test(left.trim());
      return !(ROLE.test(after) && (listed || !PERSON.test(left.trim())));
    }
  }
}

const PREPOSITION = "(?:a|avec|pour|par|chez|de|d|sur|dans|depuis|jusqu a|en|vers|contre)";
const WHO = /^(quand|ou|qui)\b(.*)$/;
const THROUGH = new RegExp(
  `^${PREPOSITION} (?:qui|quels?|quelles?|quoi|combien|quand|ou|lequel|laquelle|lesquels|lesquelles)\\b(.*)$`,
);
const ALWAYS =
  /^(?:combien|pourquoi|comment(?! dire)|quels?(?! que)|quelles?(?! que)|lequel|laquelle|lesquels|lesquelles|quoi|c est (?:quoi|qui|quand|ou|combien|comment)|qu est ce|est ce qu)\b/;
const YES_NO =
  /^(?:(?!pensez |croyez |dites |diriez |imaginez |voyez |chez |assez )\w+ez|etes|faites) vous\b|^(?:y a|n y a|\w+) t (?:il|elle|on)\b|^(?:est|sont|ont|doit|peut|faut) (?:il|elle|ils|elles|on)\b/;
const IN_PLACE =
  /^(?:vous|on|ca|c est|il|elle|ils|elles) [^,;.]{2,60} (?:quoi|quand|combien|comment|ou|qui)$/;

/** Does what follows a link ask something more than what precedes it? */
function opens(link: string, from: string, left: string): boolean {
  const comma = link.trim() === ",";
  const sentence = /^[.!;]$/.test(link.trim());
  const lead = LEAD.exec(from)?.[0] ?? "";
  const right = from.slice(lead.length);
  const conditional = CONDITION.test(lead);
  const who = WHO.exec(right);
  if (who) return conditional || sentence || !depends(who[1]!, who[2]!, left, comma);
  const through = THROUGH.exec(right);
  if (through) {
    const clause = through[1]!.split(/ (?:[,;.]|et) /)[0] ?? "";
    const relative = /^\w+ (?:qui|quoi|lequel|laquelle|lesquel)/.test(right);
    return !comma || !relative || ALONE.test(through[1]!) || INVERTED.test(clause);
  }
  // An alternative offered is no second question.
  if (ALWAYS.test(right)) return !(/^est ce/.test(right) && /ou bien/.test(link));
  if (/^(?:que|qu)\b/.test(right)) return INVERTED.test(right.split(/ [,;.] /)[0]!);
  if (YES_NO.test(right)) return !/ou bien/.test(link);
  if (!comma && IN_PLACE.test(right.trim())) return true;
  return REQUEST.test(right) && !comma;
}

/** Does a stretch before a link hold a question of its own, and not only its frame? */
function asks(left: string, comma: boolean): boolean {
  const pieces = left.split(/ [,;:.!] /).map((p) => p.trim());
  return pieces.some((piece, i) => {
    if (!piece || ADJUNCT.test(piece) || BARE_REQUEST.test(piece)) return false;
    const moment = /^(?:quand|lorsqu?e?) (.*)$/.exec(piece);
    if (moment && !INVERTED.test(piece) && SUBJECT.test(moment[1]!) && (i > 0 || comma))
      return false;
    const who = i > 0 ? WHO.exec(piece) : null;
    if (who && depends(who[1]!, who[2]!, pieces.slice(0, i).join(" , "), true)) return false;
    return isAsking(piece);
  });
}

/** Cuts one stretch (up to a question mark) where a further question opens. */
function cut(chunk: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const found of chunk.matchAll(LINK)) {
    const left = chunk.slice(start, found.index).trim();
    const end = found.index + found[0].length;
    const link = found[0];
    const sentence = /^ [.!;] $/.test(link);
    if (!asks(left, /^ , $/.test(link))) continue;
    if (sentence && !REQUEST.test(left.split(/ [.!;] /).at(-1)!)) continue;
    if (!opens(link, chunk.slice(end), left)) continue;
    parts.push(left);
    start = end;
  }
  return [...parts, chunk.slice(start).trim()];
}

/**
 * The parts of a normalised message that ask something, in order, each with its « ? » when it had one. Tags
 * (« n’est-ce pas ? »), greetings, reactions and suggested answers are no parts, unless there is nothing else.
 * A message without « ? » gives at least itself. Linear in the length of the message, within the engine's cap.
 */
export function askedParts(s: string): string[] {
  const chunks = s.split("?").map((c) => c.trim());
  const tail = chunks.pop() ?? "";
  const asked = chunks.filter((c) => /\p{L}/u.test(c));
  if (asked.length === 0) return tail ? cut(tail) : [];
  const real = asked.filter(
    (c, i) => !NOT_ASKED.test(c) && !GREETING_ONLY.test(c) && !(i > 0 && SUGGESTION.test(c)),
  );
  const counted = real.length > 0 ? real : asked.slice(-1);
  return counted.flatMap((c) => cut(c).map((p) => `${p} ?`));
}

/** How many questions a text really asks; 0 for an empty text. */
export function countQuestions(text: string): number {
  return askedParts(normalise(text)).length;
}
