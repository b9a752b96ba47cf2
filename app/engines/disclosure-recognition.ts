import { BRIEF_TOPICS } from "./brief-topics.ts";
import type { Fact, FactGraph } from "./disclosure-schema.ts";
import { type Scanned, scan, scoreCues, scoreMisspelt } from "./french-cues.ts";
import { normalise } from "./french-text.ts";

/** A topic a case may be asked about: its own words beside the common ones. */
export type TopicWords = { id: string; cues?: string[] | undefined };

export type FactScore = { fact: Fact; score: number; strong: number };
export type Recognition = {
  /** Best topic, or null: nothing was recognised. */
  topic: string | null;
  /** Facts named by their own words, best first. */
  named: FactScore[];
  /** All topics recognised with their scores, best first. */
  topics: { id: string; score: number }[];
};

const cuesOf = (topic: TopicWords): string[] => [
  ...(BRIEF_TOPICS[topic.id] ?? []),
  ...(topic.cues ?? []),
];

/** Topics of the case, then the common topics that it does not list. */
function allTopics(topics: readonly TopicWords[]): TopicWords[] {
  const own = new Set(topics.map((t) => t.id));
  return [
    ...topics,
    ...Object.keys(BRIEF_TOPICS)
      .filter((id) => !own.has(id))
      .map((id) => ({ id })),
  ];
}

/** Set phrases whose words would mislead: « par rapport à » is not what a product « rapporte ». */
const IDIOMS: [RegExp, string][] = [
  // When the work begins, not how the house did: « quand avez-vous commencé » stays what it is.
  [
    /\bquand (?:\w+ ){0,4}commencer\b|\bcommencer quand\b|\b(?:on|nous) commenc(?:e|ons) quand\b|\bquand commenc(?:e t on|ons nous)\b/g,
    " quand démarrer ",
  ],
  [/\bpar rapport (?:a|au|aux)\b/g, " comparé à "],
  [/\btemps forts?\b/g, " événement "],
  [
    /\b(?:de temps en temps|dans un (?:premier|second|deuxieme) temps|en meme temps|tout le temps)\b/g,
    " ",
  ],
  [/\b(?:quel )?temps (?:fait|fera) t? ?il\b/g, " "],
  [/\b(?:en|tenir|tient|tenez|rendre|rendez vous) compte\b/g, " "],
  [/\bcomptez vous\b/g, " voulez vous "],
  [/\bvous comptez\b/g, " vous voulez "],
  [/\ben ce moment\b|\ba l heure actuelle\b|\bpour le moment\b/g, " aujourd hui "],
  [
    /\ben termes? de\b|\bau niveau de\b|\bs il vous plait\b|\bau courant\b|\ben fait\b|\bpoints? de vue\b/g,
    " ",
  ],
  [/\b(?:se|s est|ca|cela) passe(?:nt|ra|r|nt ils)?\b/g, " se déroule "],
];

/** A topic named without any of its facts weighs a little more than its words. */
const BARE_TOPIC = 1.2;
const LEAST = 0.6;

/**
 * What a question is about. A fact's score is that of its own cues plus part of its topic's, so that
 * « avez-vous des subventions ? » finds the grant and not the whole budget. What comes first in the sentence wins a tie:
 * French puts the thing asked about before its circumstances.
 */
export function recognise(
  text: string,
  topics: readonly TopicWords[],
  graph: FactGraph,
): Recognition {
  const plain = IDIOMS.reduce((s, [pattern, by]) => s.replace(pattern, by), normalise(text));
  const scanned = scan(plain);
  const scores = allTopics(topics).map((t) => {
    const s = scoreCues(cuesOf(t), scanned);
    return { id: t.id, score: s.strong > 0 ? s.strong + s.weak : 0, first: s.first };
  });
  const byTopic = new Map(scores.map((s) => [s.id, s]));
  const named: (FactScore & { first: number })[] = [];
  for (const fact of graph.facts) {
    const s = scoreCues(fact.cues, scanned);
    const about = byTopic.get(fact.topic)?.score ?? 0;
    const own = s.strong + (s.strong > 0 || about > 0 ? s.weak : 0);
    if (own < LEAST) continue;
    named.push({
      fact,
      strong: s.strong,
      score: own * 1.3 + Math.min(about, 3) * 0.6,
      first: s.first,
    });
  }
  const order = (a: { score: number; first: number }, b: { score: number; first: number }) =>
    b.score - a.score || a.first - b.first;
  named.sort(order);
  const found = scores
    .filter((s) => s.score >= LEAST)
    .map((s) => ({ ...s, score: s.score * BARE_TOPIC }))
    .sort(order);
  const best = named[0];
  const bestTopic = found[0];
  let topic = bestTopic?.id ?? null;
  // A named fact leads, unless the sentence is plainly about another topic.
  if (best && (!bestTopic || best.score >= bestTopic.score)) topic = best.fact.topic;
  if (topic === null) topic = misspelt(scanned, topics);
  return { topic, named, topics: found.map(({ id, score }) => ({ id, score })) };
}

/** Last resort: one typing slip forgiven, « ojectifs », « consurrents ». */
function misspelt(scanned: Scanned, topics: readonly TopicWords[]): string | null {
  let best: string | null = null;
  let top = 0;
  for (const t of allTopics(topics)) {
    const score = scoreMisspelt(cuesOf(t), scanned);
    if (score > top) {
      top = score;
      best = t.id;
    }
  }
  return best;
}
