import type { SubjectFacts } from "~/ai/provider.ts";
import { findCues, holds, readAnatomy } from "~/engines/prompt-anatomy.ts";
import type { PromptGuide } from "~/engines/prompt-guide.ts";
import { blank, fold, quotedSpans } from "~/engines/prompt-text.ts";
import { readAudience, readFacts, readTopic, relatedFacts } from "./read-facts.ts";
import { type Goal, readGoal } from "./read-goal.ts";
import { type Limits, readCount, readLimits } from "./read-numbers.ts";
import { type Quotes, readQuotes } from "./read-quotes.ts";
import {
  type Kind,
  type Network,
  readItems,
  readKind,
  readNetwork,
  readParts,
  readVariants,
} from "./read-task.ts";
import { readTone, type Tone } from "./read-tone.ts";

/** Everything the practice model understood of a prompt. */
export type Brief = Quotes & {
  kind: Kind | null;
  /** A task verb was found, even if the kind of text was not. */
  hasTask: boolean;
  network: Network | null;
  topic: string | null;
  /** The learner's own facts, word for word, then related public facts of the subject. */
  facts: string[];
  audience: string | null;
  /** « nous » when a role inside the organisation was given. */
  inside: boolean;
  hasRole: boolean;
  goal: Goal | null;
  tone: Tone;
  limits: Limits;
  hasFormat: boolean;
  variants: number;
  items: number | null;
  /** Slides or shots asked for; null: not said. */
  parts: number | null;
  /** Length of a film, in seconds; null: not said. */
  seconds: number | null;
  /** Number of hashtags asked for; null: not said. */
  hashtags: number | null;
  givenHashtags: string[];
  /** Number of emoji asked for; null: not said. */
  emoji: number | null;
  noInvention: boolean;
  noExclamation: boolean;
  noSuperlatives: boolean;
  noImageOf: boolean;
  wantsFigures: boolean;
  /** Wants what is missing to be said, or claims to be checked. */
  asksFirst: boolean;
  checks: boolean;
  /** Ids of the guide's components that are absent. */
  missing: string[];
};

const INSIDE =
  /community|charge|responsable|gerant|directeur|directrice|mediat|equipe|patron|fondat|animat|redact|createur|creatrice/;

/** The longest prompt that is read; anything beyond is ignored. */
export const READ_CHARACTERS = 20_000;

/** Reads a prompt. Pure: the same prompt, guide and subject always give the same brief. */
export function readBrief(guide: PromptGuide, subject: SubjectFacts, prompt: string): Brief {
  const anatomy = readAnatomy(guide, prompt.slice(0, READ_CHARACTERS));
  const { text } = anatomy;
  const bare = blank(text, quotedSpans(text));
  const folded = fold(bare);
  const sentences = (id: string, from = folded) =>
    anatomy.components.find((c) => c.id === id)?.sentences.map((s) => from.slice(s.start, s.end)) ??
    [];
  const has = (id: string) => holds(anatomy, id);

  const role = sentences("role").join(" ");
  const own = has("contexte") ? readFacts(sentences("contexte", text)) : [];
  const related = has("contexte") ? relatedFacts(subject, bare, Math.max(0, 4 - own.length)) : [];
  const constraints = sentences("contraintes").join(" ");
  return {
    ...readQuotes(text, fold(text)),
    kind: readKind(folded, sentences("tache")),
    hasTask: has("tache"),
    network: readNetwork(folded),
    topic: readTopic(bare, folded),
    facts: [...own, ...related],
    audience: has("audience") ? readAudience(bare, folded, sentences("audience")) : null,
    inside: has("role") && INSIDE.test(role),
    hasRole: has("role"),
    goal: has("objectif") ? readGoal(sentences("objectif")) : null,
    tone: readTone(folded, sentences("ton")),
    limits: readLimits(folded),
    hasFormat: has("format"),
    variants: readVariants(folded),
    items: readItems(folded),
    parts: readParts(folded),
    seconds: readCount(folded, "secondes?"),
    hashtags: readHashtags(folded),
    givenHashtags: [...new Set(text.match(/#[\p{L}][\p{L}\p{N}_]{1,40}/gu) ?? [])].slice(0, 15),
    emoji: /(?:sans|aucun|pas d'|zero) ?(?:d')?emojis?/.test(folded)
      ? 0
      : (readCount(folded, "emojis?") ?? (/\bemojis?\b/.test(folded) ? 2 : null)),
    noInvention:
      /n'invent\w+|sans inventer|aucun chiffre|pas de chiffre|uniquement (?:les|des) (?:faits|informations)/.test(
        folded,
      ),
    noExclamation: /(?:sans|aucun|pas de|evite[rz]?(?: les)?) points? d'exclamation/.test(folded),
    noSuperlatives: /superlatif|cliche|formule toute faite|jargon|publicitaire|langue de bois/.test(
      constraints,
    ),
    noImageOf: /image de|photo de/.test(fold(text)) && has("contraintes"),
    wantsFigures: /chiffres?|statistiques?|pourcentages?/.test(folded),
    asksFirst:
      /pose[zr]?-moi|si une information manque|s'il manque|demande-la|questions? avant/.test(
        folded,
      ),
    checks: /verifi\w+|\brelis\b|signal\w+|a verifier|source[rz]?\b/.test(
      sentences("iteration").join(" "),
    ),
    missing: guide.components.filter((c) => !has(c.id)).map((c) => c.id),
  };
}

function readHashtags(folded: string): number | null {
  if (/(?:sans|aucun|pas de|zero) hashtags?/.test(folded)) return 0;
  const asked = readCount(folded, "hashtags?");
  if (asked !== null) return Math.min(30, asked);
  return /\bhashtags?\b/.test(folded) ? 3 : null;
}

/** Does the prompt ask the practice model for something it turns down? Gives the French reason, or null. */
export function refusal(guide: PromptGuide, prompt: string): string | null {
  const folded = fold(prompt.slice(0, READ_CHARACTERS).normalize("NFC"));
  for (const rule of guide.refusals) {
    const asked = findCues(folded, rule.cues).some(
      (cue) =>
        !/(?:pas|jamais|aucun|sans|ni|contre|non|signaler|repondre a un?) (?:d'|de |le |les |un )?$/.test(
          folded.slice(Math.max(0, cue.start - 24), cue.start),
        ),
    );
    if (asked) return rule.message;
  }
  return null;
}
