import type { SubjectFacts } from "~/ai/provider.ts";
import { fold, wordsOf } from "~/engines/prompt-text.ts";
import { capital, pointed, unpointed } from "./typography.ts";

const STOP = new Set(
  (
    "les des une aux par pour avec dans sur que qui est sont pas plus vous nous notre nos votre vos leur elle ils cette ces son ses mais donc " +
    "tout tous toute comme entre sans sous chez ton tes mon mes depuis ainsi fait faire mots signes publication post texte redige ecris"
  ).split(" "),
);

/** Words long enough to link a prompt and a fact, folded, without plural. */
function links(text: string): Set<string> {
  const words = wordsOf(fold(text.normalize("NFC")))
    .map((w) => w.replace(/^[a-z]{1,2}'/, "").replace(/[sx]$/, ""))
    .filter((w) => w.length > 3 && !STOP.has(w));
  return new Set(words);
}

const LABEL =
  /^\s*[-*•#\d.)]*\s*(?:contexte|faits?|donn[ée]es|informations?|[àa] savoir|occasion|lieu|date|prix|voici(?: les faits)?)\s*:\s*/i;
const ORDER =
  /^(?:tu es|vous etes|agis|redige|ecris|propose|resume|reformule|liste|genere|corrige|reponds|donne|fais|cree|prepare|n'invente|pose|verifie|signale|relis|si une information)/;

/**
 * The learner's own facts: the sentences that carry context, without their label; orders are left out.
 * They are used word for word: the practice model knows nothing else of the case.
 */
export function readFacts(contextSentences: string[]): string[] {
  const facts: string[] = [];
  for (const sentence of contextSentences) {
    for (const part of sentence.split(/\s;\s|;\s/)) {
      const bare = unpointed(
        part
          .replace(LABEL, "")
          .replace(/\[[^[\]]*\]/g, " ")
          .replace(/\s+/g, " "),
      );
      if (ORDER.test(fold(bare.normalize("NFC")).trim())) continue;
      if (/[«"“]/.test(bare) || wordsOf(bare).length < 2) continue;
      facts.push(pointed(capital(bare)));
    }
  }
  return [...new Set(facts)].slice(0, 12);
}

/**
 * Public facts of the subject that the prompt touches: it holds every word of the fact's label, or two of its
 * words. Most shared first.
 */
export function relatedFacts(subject: SubjectFacts, prompt: string, limit: number): string[] {
  const asked = links(prompt);
  for (const own of links(subject.organisation)) asked.delete(own);
  return subject.facts
    .map((fact, order) => {
      const label = [...links(fact.split(/[ \u00a0]: /)[0] ?? fact)];
      const shared = [...links(fact)].filter((w) => asked.has(w)).length;
      const named = label.length > 0 && label.every((w) => asked.has(w));
      return { fact, order, shared, related: named || shared >= 2 };
    })
    .filter((f) => f.related)
    .sort((a, b) => b.shared - a.shared || a.order - b.order)
    .slice(0, limit)
    .map((f) => pointed(f.fact));
}

const TOPIC =
  /\b(?:pour (?:annoncer|presenter|promouvoir|parler de|faire connaitre|inviter a|celebrer|rappeler|raconter|expliquer)|annoncant|presentant|a propos de|au sujet de|concernant|sur le theme de|sur) +/;
const END =
  /(?: pour | avec | en \d| de \d+ (?:mots|signes|caracteres)|,? (?:ton|cible|destinee? a|sans|\d+ (?:mots|signes|hashtags))\b|[.!?…:;\n«"]|$)/;
const NETWORK =
  /^(?:(?:nos |les )?reseaux|instagram|facebook|linkedin|tiktok|threads|bluesky|pinterest|youtube|twitter|x\b)/;

/** What the text is about: the words after « pour annoncer », « sur »…; null when the prompt does not say. */
export function readTopic(text: string, folded: string): string | null {
  let at = 0;
  for (;;) {
    const found = TOPIC.exec(folded.slice(at));
    if (!found) return null;
    const start = at + found.index + found[0].length;
    const rest = folded.slice(start, start + 160);
    at = start;
    if (NETWORK.test(rest)) continue;
    const topic = text.slice(start, start + rest.search(END)).replace(/\[[^[\]]*\]?/g, " ");
    const bare = unpointed(topic.replace(/\s+/g, " "));
    if (wordsOf(bare).length > 0) return bare;
  }
}

const AUDIENCE_LABEL =
  /\b(?:cibles?|publics?|lecteurs|lectrices|personas?|audience) ?: ?|\b(?:s'adresse aux?|a destination (?:de|des|d')|destinee? aux?|aupres (?:de|des)|pour (?:des|les|nos)|aux) +/g;

/** Who reads, without article: « parents de 30 à 45 ans du quartier »; null when it is not said. */
export function readAudience(
  text: string,
  folded: string,
  audienceSentences: string[],
): string | null {
  for (const sentence of audienceSentences) {
    const from = folded.indexOf(sentence);
    for (const found of sentence.matchAll(AUDIENCE_LABEL)) {
      const start = from + found.index + found[0].length;
      const rest = folded.slice(start, start + 120);
      const words = text.slice(
        start,
        start + rest.search(/[,.;:!?\n«"[]|$| pour | afin | avec | sur /),
      );
      const bare = unpointed(words.replace(/^\s*(?:les|des|nos|aux|l[’']|un public de)\s*/i, ""));
      if (wordsOf(bare).length > 0) return bare;
    }
  }
  return null;
}
