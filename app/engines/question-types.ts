import { normalise, STOP_WORDS, stem, words } from "./french-text.ts";
import { CLOSED, first, isAsking, OPEN, PRECISE, re } from "./question-cues.ts";
import { askedParts } from "./question-parts.ts";

/** What a question does, after interview.md § 4. `statement` asks nothing; `off-topic` is set by the caller. */
export const questionTypes = [
  "open",
  "precise",
  "closed",
  "follow-up",
  "mirror",
  "reformulation",
  "hypothetical",
  "implication",
  "projection",
  "courtesy",
  "statement",
  "off-topic",
] as const;
export type QuestionType = (typeof questionTypes)[number];

/** What is noticed beside the type. */
export type QuestionFlag =
  | "multiple"
  | "judging"
  | "leading"
  | "jargon"
  | "promise"
  | "framing"
  | "closing";

export type Question = {
  type: QuestionType;
  flags: QuestionFlag[];
  /** The part the client answers: the last one of a multiple question. */
  part: string;
  /** What comes before the answered part: context, or the parts left unanswered. */
  before: string;
};

/** Types that make the other person talk. */
export const OPEN_TYPES: readonly QuestionType[] = [
  "open",
  "hypothetical",
  "implication",
  "projection",
];

const REFORMULATION = re(
  String.raw`\bsi (?:j ai |je vous ai |on a )?bien (?:compris|suivi|entendu)|\bai je bien (?:compris|saisi|note)|\bsi je (?:resume|comprends|vous suis|vous comprends|reformule|recapitule|synthetise|ne me trompe)|\bautrement dit\b|\bvous me dites (?:donc )?que\b|\bdonc votre priorite\b|\b(?:en|pour) resume[r]?\b|\bje (?:vais )?(?:resume|reformule|recapitule|synthetise)r?\b|\bpour (?:recapituler|reformuler|synthetiser|faire le point)\b|\brecapitul|\bce que je (?:comprends|retiens)\b|\bj ai (?:bien )?(?:compris|retenu|note) que\b|\bje (?:comprends|retiens|note) (?:donc )?que\b|\bj entends que\b|\b(?:vous )?(?:me )?confirmez(?: vous)?(?: bien)? que\b|\bsi je reprends\b|\ben gros (?:vous|votre|c est)\b|\bpour etre (?:sur|sure|certain) d avoir (?:bien )?compris\b|\best ce (?:bien )?(?:exact|juste|fidele|cela|ca)\b`,
);
const VALIDATION = re(
  String.raw`\bc est bien (?:ca|cela|ce que|le|la|les|l|un|une|votre|\d)|\bvous (?:me )?(?:le )?confirmez\b|\bon est (?:bien )?d accord sur\b|\bnous sommes (?:bien )?d accord sur\b`,
);
const HYPOTHETICAL = re(
  String.raw`\bsi vous (?:ne )?(?:deviez|pouviez|aviez|vouliez|n aviez|etiez)\b|\bsi (?:l )?on (?:devait|ne devait|pouvait|avait|vous donnait|faisait)\b|\bimagin(?:ons|ez)\b(?! vous)|\bsupposons\b|\bet si\b|\bsi demain\b|\bsi (?:la|votre|cette) (?:marque|entreprise|maison|boutique|musee|atelier|lieu|etablissement)(?: \w+)? (?:etait|devait)\b|\bsi votre \w+ etait\b|\bdans l hypothese\b|\bsi je vous (?:donnais|proposais|disais)\b|\ben admettant\b`,
);
const IMPLICATION = re(
  String.raw`\bque se passe(?:rait)? t il si\b|\bqu est ce qui se passe(?:rait)? si\b|\bquelles? (?:\w+ )?(?:consequence|repercussion|incidence|impact)|\bqu(?:e|oi)? ?(?:est ce que )?(?:cela|ca) (?:vous |nous )?(?:coute|entraine|implique|provoque|change)|\bquels? (?:est )?(?:l )?(?:impact|effet)s?\b|\bque risquez vous\b|\bqu est ce que vous risquez\b|\bsi rien ne change\b|\bsi vous ne faites rien\b`,
);
const PROJECTION = re(
  String.raw`\bdans (?:un|deux|trois|six|\d+) (?:an|ans|mois)\b|\bidealement\b|\ba quoi (?:est ce que vous )?(?:verrez|verriez|saurez|reconnaitrez)|\bcomment (?:est ce que vous )?(?:saurez|sauriez|verrez|verriez)\b|\bdans l ideal\b|\bl ideal\b|\bvotre reve\b|\breveriez\b|\bou (?:vous )?(?:voyez|imaginez)(?: vous)?\b|\bcomment (?:vous )?(?:voyez|imaginez)(?: vous)? (?:la suite|l avenir)|\bd ici (?:un|deux|trois|\d+) (?:an|ans|mois)\b|\bque serait (?:pour vous )?(?:une )?(?:reussite|un succes)|\bce serait quoi (?:une|un)? ?(?:reussite|succes)`,
);
const FOLLOW_UP = re(
  String.raw`\bc est a dire\b|\bconcretement\b|\bpar exemple\b|\bun exemple\b|\bet (?:ensuite|apres|alors)\b|\ben (?:dire |savoir )?(?:un peu )?plus\b|\b(?:pouvez vous|vous pouvez|pourriez vous) (?:me |m |nous |l )?(?:le |la |un peu |en )?(?:preciser|detailler|developper|expliquer ca|en dire)|\b(?:precisez|developpez|detaillez)\b|\bracontez m en\b|\bqu entendez vous\b|\bque voulez vous dire\b|\bvous voulez dire\b|\bdans quel sens\b|\bah bon\b|\bcomment ca\b|\b(?:quoi|rien|qui) d autre\b|\bautre chose\b|\bvraiment\b|\bc est tout\b|\bplus precisement\b|\ba ce point\b|\bqu est ce que vous entendez par\b|\bqu est ce qui vous fait dire\b`,
);
const ALONE_WHY =
  /^(?:et |mais |ah |ok |d accord |[.,;:!?] )*(?:pourquoi|comment|combien|quand|lesquels|lesquelles|laquelle|lequel|depuis quand|et donc|et|ah oui|c est quoi|qui ca|qui)(?: (?:cela|ca|donc|exactement|au juste|precisement))?(?: [?!.])*$/;

const LEADING = re(
  String.raw`\bvous etes d accord (?:que|pour dire|avec)|\bn est ce pas\b|\bvous voulez donc\b|\bvous voulez (?:bien sur|evidemment|surement|sans doute|forcement|certainement)\b|\bevidemment\b|\bforcement\b|\bbien sur\b.*\?|\bj imagine (?:que|bien que)\b|\bje suppose que\b|\bon est d accord que\b|\bne (?:pensez|croyez|trouvez) vous pas\b|\bvous ne (?:pensez|croyez|trouvez) pas\b|, (?:non|hein|pas vrai|c est ca|j imagine|je suppose|d accord) [?]|(?<!\b(?:quand|lorsqu|ce qu|combien|comment|ou|quoi|qui|si) )\b(?:il faudrait|il faut|vous devez|vous devriez)\b.*\b(?:non|hein|n est ce pas)? ?[?]|\bc est evident\b|\bsurement\b.*\?|\bvous voulez (?:sans doute|plutot) (?:du|de la|des)\b|\ble mieux (?:c est|serait|ce serait)\b.*\?|\bc est (?:vraiment )?(?:sur )?(?:tiktok|instagram|facebook)\b.*\bqu il faut\b|\bdonc vous voulez\b`,
);
const JUDGING = re(
  String.raw`\bpourquoi (?:est ce que )?(?:vous )?(?:n |ne )(?:avez|faites|repondez|publiez|mesurez|demandez|proposez|postez|suivez|utilisez|vous)\b.{0,60}\b(?:pas|jamais|rien)\b|\bpourquoi vous (?:avez|faites|etes|repondez|publiez|mesurez) (?:pas|jamais|rien)\b|\bc est une (?:grosse |grave |enorme |belle )?erreur\b|\bvous auriez du\b|\bvous n auriez pas du\b|\bcomment avez vous pu\b|\bce n est pas (?:serieux|professionnel|normal)\b|\bc est pas (?:serieux|professionnel|normal|malin|terrible)\b|\bn importe quoi\b|\bvous avez (?:tort|eu tort)\b|\bc est (?:nul|ridicule|stupide|idiot|absurde|honteux|n importe|catastrophique|dommage de|bete)|\bvous n y connaissez\b|\bvous (?:etes|n etes) (?:\w+ )?(?:nul|nulle|idiot|idiote|stupide|incompetent|ridicule|irresponsable|naif|naive)|\bc est de votre faute\b|\bfranchement\b.*\b(?:pas|nul|mal|dommage)\b|\bquelle erreur\b|\bmal gere|\bvous vous y prenez mal\b`,
);
const JARGON =
  /\b(?:kpi|kpis|ctr|roas|roi|funnel|funnels|cpm|cpc|cpa|seo|sea|smo|ugc|inbound|outbound|leads?|nurturing|benchmark|reach|insights?|brand content|brand|branding|persona|personas|growth|lookalike|retargeting|remarketing|sov|nps|tofu|bofu|copywriting|snack content|call to action|cta|earned|owned|paid media|engagement rate|crm|b2b|b2c|storytelling|top of mind|usp|cac|ltv|swot|okr|okrs|touchpoints?|customer journey|ads)\b/;
const EXPLAINED =
  /\bc est a dire\b|\bautrement dit\b|\bje veux dire\b|\bce qu on appelle\b|\ben clair\b|\bpar la j entends\b/;
const PROMISE = re(
  String.raw`\bje (?:vous )?(?:garantis|promets|jure|assure que)\b|\bon vous (?:garantit|promet)\b|\bje m engage a (?:vous )?(?:faire|apporter|donner|obtenir|atteindre|doubler|tripler|gagner)|\bnous (?:vous )?(?:garantissons|promettons)\b|\bresultats? garantis?\b|\bvous aurez (?:au moins |facilement |surement )?\d|\bje vous (?:fais|ferai) (?:gagner|doubler|tripler)`,
);
const FRAMING = re(
  String.raw`\bje (?:vous )?propose\b|\bnous avons (?:\w+ )?(?:heure|minutes|\d)|\b(?:puis je|est ce que je peux|je peux|puis je me permettre de|vous permettez que je|ca vous va si je|cela vous derange si je) (?:prendre|prends|prenne|enregistrer|enregistre|noter|note)|\bprendre des notes\b|\bl objectif de (?:cet|notre) (?:entretien|echange|rendez vous)|\bpour (?:cet|notre) (?:entretien|echange)|\bje (?:me presente|suis (?:community|charge|chargee|etudiant|etudiante|consultant|consultante|votre))|\bje m appelle\b|\bmerci de (?:me |nous )?(?:recevoir|votre accueil|m accorder|nous accorder)|\bavant de commencer\b|\bnotre echange (?:durera|va durer)|\bon a (?:une heure|\d+ minutes|trois quarts)`,
);
const CLOSING = re(
  String.raw`\bprochaines? etapes?\b|\bje vous (?:envoie|enverrai|transmets|transmettrai|ferai parvenir|fais parvenir|adresse|adresserai|recontacte|recontacterai|rappelle|rappellerai|tiens au courant)|\bcompte rendu\b|\bmerci (?:beaucoup )?(?:pour|de) (?:votre temps|cet echange|vos reponses|votre disponibilite|cet entretien|tout)|\bau revoir\b|\bbonne (?:journee|soiree|fin de)|\bpour (?:conclure|terminer|finir)\b|\bavant de (?:terminer|conclure|nous quitter|finir|se quitter)|\bon se (?:revoit|rappelle|recontacte)|\bnous nous revoyons\b|\ba bientot\b|\bsous (?:\d+|huit|quinze|une) (?:h|heures|jours|semaine)`,
);
const GREETING =
  /\b(?:bonjour|bonsoir|salut|coucou|hello|enchantee?|ravie?|merci|beaucoup|d accord|tres bien|parfait|super|ok|entendu|comment allez vous|comment ca va|ca va)\b/g;
/** Takes 1 to 6 words of the client's own last answer up again, with nothing new and no question word. */
function isMirror(s: string, lastAnswer: string): boolean {
  const said = words(s);
  const content = said.filter((w) => !STOP_WORDS.has(w));
  if (said.length > 8 || content.length === 0 || !s.includes("?") || isAsking(s)) return false;
  const known = new Set(words(lastAnswer).map(stem));
  return content.every((w) => known.has(stem(w)));
}

function formOf(s: string, lastAnswer: string): QuestionType {
  if (REFORMULATION.test(s) || VALIDATION.test(s)) return "reformulation";
  if (HYPOTHETICAL.test(s)) return "hypothetical";
  if (IMPLICATION.test(s)) return "implication";
  if (PROJECTION.test(s)) return "projection";
  const length = words(s).length;
  if (ALONE_WHY.test(s) || (FOLLOW_UP.test(s) && length <= 9)) return "follow-up";
  if (lastAnswer && isMirror(s, lastAnswer)) return "mirror";
  const open = first(OPEN, s);
  const precise = first(PRECISE, s);
  if (precise <= open && Number.isFinite(precise)) {
    // « Pouvez-vous me parler de ce qui… » begins open; « quels sont » invites a list.
    return /\bquel(?:le)?s sont\b/.test(s) ? "open" : "precise";
  }
  if (Number.isFinite(open)) {
    // « Pouvez-vous me dire combien » is precise, whatever politeness comes first.
    const polite = /\b(?:j aimerais|je voudrais|je souhaite\w*|expliquez|expliquer|parler)\b/.exec(
      s,
    );
    return Number.isFinite(precise) && polite && polite.index <= open ? "precise" : "open";
  }
  if (CLOSED.test(s)) return "closed";
  if (s.includes("?")) {
    return length <= 5 && /^(?:et|votre|vos|le|la|les|l|un|des|du cote)\b/.test(s)
      ? "precise"
      : "closed";
  }
  return "statement";
}

/**
 * Classifies what a learner typed. `lastAnswer` is what the client said just before (mirror questions).
 * Never throws; cost is linear in the (capped) length of the text.
 */
export function classifyQuestion(text: string, lastAnswer = ""): Question {
  const s = normalise(text.slice(0, 2000));
  const flags: QuestionFlag[] = [];
  if (JUDGING.test(s)) flags.push("judging");
  if (PROMISE.test(s)) flags.push("promise");
  if (FRAMING.test(s)) flags.push("framing");
  if (CLOSING.test(s)) flags.push("closing");
  const reformulates = REFORMULATION.test(s);
  if (JARGON.test(s) && !EXPLAINED.test(s) && !text.includes("(")) flags.push("jargon");
  if (LEADING.test(s) && !reformulates) flags.push("leading");

  const parts = askedParts(s);
  const bare = s
    .replace(GREETING, " ")
    .replace(/[?!.,;: ]+/g, " ")
    .trim();
  const asks = parts.some(isAsking) || reformulates || VALIDATION.test(s);
  if (!asks) {
    const polite = bare === "" || flags.includes("framing") || flags.includes("closing");
    const question = s.replace(GREETING, " ").includes("?") && bare.length > 0;
    if (polite && !question) return { type: "courtesy", flags, part: s, before: "" };
    if (/\bcomment allez vous\b|\bca va\b/.test(s) && bare === "")
      return { type: "courtesy", flags, part: s, before: "" };
  }
  if (
    /^(?:bonjour|bonsoir)?[ ,.!]*(?:comment allez vous|comment ca va|vous allez bien)[ ?!.]*$/.test(
      s,
    )
  )
    return { type: "courtesy", flags, part: s, before: "" };
  // Asking leave to take notes, or announcing the report, is framing and not a question on the case.
  if (parts.length === 1 && flags.includes("framing") && /\bnote[rs]?\b|\benregistre/.test(s))
    return { type: "courtesy", flags, part: s, before: "" };

  if (reformulates) return { type: "reformulation", flags, part: s, before: "" };
  if (parts.length > 1 && !VALIDATION.test(s)) flags.push("multiple");
  const part = parts[parts.length - 1] ?? s;
  const before = s.slice(0, Math.max(0, s.lastIndexOf(part.replace(/ \?$/, ""))));
  const form = formOf(part, lastAnswer);
  // A question that holds its answer closes, however it begins.
  const type = flags.includes("leading") && OPEN_TYPES.includes(form) ? "closed" : form;
  return { type, flags, part, before };
}
