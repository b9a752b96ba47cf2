/** Cues of a question in normalised French (see french-text.ts): no accent, no apostrophe, marks apart. */
const START = String.raw`(?:^|[.,;:!?] |\b(?:et|mais|alors|donc|savoir|dites moi|dire|bonjour|merci|d accord|ok|sinon|enfin|ensuite|puis|comprendre|preciser|rappeler|indiquer|expliquer) (?:vous |juste |un peu |aussi |bien )?)`;
export const re = (source: string) => new RegExp(source);
const at = (source: string) => new RegExp(START + String.raw`(?:${source})\b`);

export const OPEN = [
  at(
    "comment|pourquoi|pour quelle raison|pour quelles raisons|en quoi|qu est ce (?:qui|que|qu)|c est quoi|quels sont|quelles sont|de quoi|a quoi|que|qu|quoi|selon vous|d apres vous|a votre avis|que pensez vous|quel regard|de quelle (?:facon|maniere)|quel genre|quelle sorte|quel type|quels types",
  ),
  re(
    String.raw`\b(?:parlez|racontez|decrivez|presentez|expliquez|parler|raconter|decrire|presenter|expliquer|decririez|parleriez|raconteriez)\b|\bj aimerais (?:que vous|savoir|comprendre|connaitre|en savoir)|\bje (?:voudrais|souhaite|souhaiterais|veux) (?:que vous|savoir|comprendre|connaitre|en savoir|bien comprendre)|\bparlons\b|\bpourquoi\b|\bqu est ce (?:qui|que)\b|\bc est quoi\b|\bquid\b|\bdites moi (?:tout|ce)\b|\bdites m en\b|\bon en est ou\b|\bou en (?:etes|sont|est)\b|\bcomment\b|\bou vous en etes\b|\w (?:quoi|comment)(?: (?:exactement|au juste|precisement))? [?]`,
  ),
];
export const PRECISE = [
  at(
    "quand|qui|quel|quelle|quels|quelles|a quelle|a quel|de quel|de quelle|avec quel|avec quelle|sur quel|sur quelle|sur quels|pour quel|pour quelle|depuis quel|dans quel|dans quelle|d ou|ou|a qui|avec qui|pour qui|par qui|chez qui|lequel|laquelle|lesquels|lesquelles|a combien|depuis quand|jusqu a quand",
  ),
  re(
    String.raw`\bcombien\b|\b(?:comprend|inclut|contient|represente|dure) quoi\b|\b(?:pouvez|pourriez) vous (?:me |m |nous )?(?:dire|indiquer|donner|communiquer|rappeler)\b|\bvous pouvez (?:me |m |nous )?(?:dire|indiquer|donner)\b|\bdepuis quand\b|\bquel (?:est|montant|pourcentage|budget)|\bquelle (?:est|date|somme|part|proportion)|\ba quelle date\b|\bquel pourcentage\b|\bc est qui\b|\bc est quand\b|\bc est ou\b|\bcb de\b|\ba peu pres\b.*\?|\bvous avez (?:qui|quoi|quel|quelle|quels|quelles)\b|\bvous (?:visez|ciblez|touchez|voulez toucher) qui\b|\bquelle? \w+ (?:avez|avez vous|faites|pouvez)\b|\bqui (?:valide|decide|gere|s occupe|publie|a les|fait)\b`,
  ),
];
export const CLOSED = re(
  String.raw`\best ce que\b|\best ce qu\b|\b(?:avez|etes|pouvez|voulez|souhaitez|pensez|faites|connaissez|disposez|utilisez|existe|faut|aimez|vendez|travaillez|publiez|acceptez|mesurez|savez|suivez|comptez|prevoyez|envisagez|seriez|auriez|pourriez) (?:vous|t il|il)\b|\by a t il\b|\bn y a t il\b|\b(?:a|ont|est|sont|doit|peut|faut) (?:t )?(?:il|elle|ils|elles|on)\b|\bou (?:non|pas)\b`,
);
/** Where the first of these patterns is found; Infinity when none is. */
export const first = (patterns: RegExp[], s: string) =>
  Math.min(...patterns.map((p) => p.exec(s)?.index ?? Number.POSITIVE_INFINITY));

/** Does a clause carry a question word, an inversion or a request? */
export function isAsking(s: string): boolean {
  return Number.isFinite(first([...OPEN, ...PRECISE], s)) || CLOSED.test(s);
}
