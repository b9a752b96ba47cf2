import { readCount } from "./read-numbers.ts";

export const KINDS = [
  "post",
  "carousel",
  "email",
  "article",
  "reply",
  "alt-text",
  "subtitles",
  "easy-read",
  "storyboard",
  "ideas",
  "rewrite",
] as const;
export type Kind = (typeof KINDS)[number];

export const NETWORKS = [
  "instagram",
  "facebook",
  "linkedin",
  "tiktok",
  "threads",
  "bluesky",
  "x",
  "pinterest",
  "youtube",
] as const;
export type Network = (typeof NETWORKS)[number];

/** Words that name a task, on folded text; the earliest in the prompt wins. */
const TASKS: [Kind, RegExp][] = [
  [
    "alt-text",
    /textes? alternatifs?|alternatives? textuelles?|textes? alt\b|balises? alt\b|descri(?:s|vez|ption de) (?:l'|cette |la |une )?(?:image|photo)/,
  ],
  ["reply", /\brepon[ds](?:s|ez|re)?\b|\breponses? (?:a|au|aux)\b/],
  [
    "rewrite",
    /\bresum\w*|\breformul\w*|\braccourci\w*|\bsimplifi\w*|\bcorrig\w*|\breecri\w*|\bsynthetis\w*|\bameliore[rz]? (?:ce|le) texte/,
  ],
  [
    "ideas",
    /\bidees?\b|\bquestions? (?:pour|a poser|sur)\b|\bliste\b|\blistez?\b|\baccroches\b|\btitres\b|\bthemes\b/,
  ],
  ["email", /\be-?mails?\b|\bmails?\b|\bcourriels?\b|\bnewsletter\b|\binfolettre\b/],
  ["article", /\barticles?\b|\bblog\b|\bintroduction\b|\bintro\b|\bchapo\b/],
  [
    "post",
    /\bposts?\b|\bpublications?\b|\blegendes?\b|\btweets?\b|\bstory\b|\breels?\b|\baccroche\b/,
  ],
  ["carousel", /\bcarr?ousels?\b/],
  ["subtitles", /\bsous-titr\w*|\bweb ?vtt\b|\.vtt\b|\bfichier (?:vtt|srt)\b/],
  ["easy-read", /\bfalc\b|\bfacile a lire et a comprendre\b/],
  ["storyboard", /\bstory-?boards?\b|\bplan par plan\b|\bdecoupage (?:en|d'une|de la)\b/],
];
const NARROWER: [Kind, Kind][] = [
  ["post", "carousel"],
  ["post", "storyboard"],
  ["rewrite", "easy-read"],
  ["rewrite", "subtitles"],
];
const NETWORK_WORDS: [Network, RegExp][] = [
  ["instagram", /\binstagram\b|\binsta\b/],
  ["facebook", /\bfacebook\b/],
  ["linkedin", /\blinkedin\b/],
  ["tiktok", /\btik ?tok\b/],
  ["threads", /\bthreads\b/],
  ["bluesky", /\bbluesky\b/],
  ["x", /\btwitter\b|\btweet\b|\b(?:sur|pour) x\b/],
  ["pinterest", /\bpinterest\b/],
  ["youtube", /\byoutube\b/],
];

/** The social network named first, or null. */
export function readNetwork(folded: string): Network | null {
  return earliest(NETWORK_WORDS, folded);
}

/**
 * What is to be written. Sentences with a task verb are read first, so that « tu réponds aux commentaires »
 * in a role does not hide « rédige un e-mail ». A network alone means a post.
 */
export function readKind(folded: string, taskSentences: string[]): Kind | null {
  for (const sentence of taskSentences) {
    const kind = named(sentence);
    if (kind) return kind;
  }
  return named(folded) ?? (readNetwork(folded) ? "post" : null);
}

/** « Simplifie ce texte en FALC », « une publication en carrousel »: the form says more than the verb. */
function named(folded: string): Kind | null {
  const kind = earliest(TASKS, folded);
  const narrower = NARROWER.filter(([wide]) => wide === kind).map(([, narrow]) => narrow);
  return (
    earliest(
      TASKS.filter(([k]) => narrower.includes(k)),
      folded,
    ) ?? kind
  );
}

function earliest<T>(table: [T, RegExp][], folded: string): T | null {
  let best: { at: number; value: T } | null = null;
  for (const [value, pattern] of table) {
    const at = folded.search(pattern);
    if (at >= 0 && (!best || at < best.at)) best = { at, value };
  }
  return best?.value ?? null;
}

/** How many versions of the text, 1 to 5. */
export function readVariants(folded: string): number {
  const asked =
    readCount(folded, "versions?|variantes?|propositions?|options?") ??
    readCount(folded, "publications|posts|legendes|e-mails|reponses");
  return Math.min(5, asked ?? 1);
}

/** How many slides of a carousel or shots of a storyboard, 2 to 12; null when not asked. */
export function readParts(folded: string): number | null {
  const asked = readCount(folded, "vues?|slides?|diapos?|pages?|plans?|scenes?|images?");
  return asked === null ? null : Math.max(2, Math.min(12, asked));
}

/** How many items of a list, 1 to 20; null when not asked. */
export function readItems(folded: string): number | null {
  const asked = readCount(
    folded,
    "idees?|questions?|accroches|titres|themes|propositions?|hashtags|sujets|pistes|puces|points|elements",
  );
  return asked === null ? null : Math.min(20, asked);
}
