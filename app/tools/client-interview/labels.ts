import type { QuestionFlag, QuestionType } from "~/engines/question-types.ts";
import type { Mark } from "./marks.ts";
import type { State } from "./state.ts";

/** French names of question types, as the learner reads them. */
export const typeLabels: Record<QuestionType, string> = {
  open: "Question ouverte",
  precise: "Question précise",
  closed: "Question fermée",
  "follow-up": "Relance",
  mirror: "Question miroir",
  reformulation: "Reformulation",
  hypothetical: "Question hypothétique",
  implication: "Question d’implication",
  projection: "Question de projection",
  courtesy: "Formule de politesse",
  statement: "Affirmation",
  "off-topic": "Question hors sujet",
};

/** What a flag means, in two or three words. */
export const flagLabels: Record<QuestionFlag, string> = {
  multiple: "plusieurs questions en une",
  judging: "ton de reproche",
  leading: "réponse soufflée",
  jargon: "jargon non expliqué",
  promise: "promesse de résultat",
  framing: "cadre posé",
  closing: "conclusion annoncée",
};

/** One piece of advice for a question just asked; null when nothing is to be said. */
export function advice(type: QuestionType, flags: readonly QuestionFlag[]): string | null {
  if (flags.includes("judging"))
    return "Votre interlocuteur se ferme quand il se sent jugé\u00a0: demandez ce qui s’est passé, sans «\u00a0pourquoi n’avez-vous pas…\u00a0».";
  if (flags.includes("promise"))
    return "Ne promettez jamais un résultat\u00a0: vous ne maîtrisez ni le marché ni les plateformes.";
  if (flags.includes("leading"))
    return "Vous avez soufflé la réponse\u00a0: un client poli acquiesce. Vérifiez ce point par une question neutre.";
  if (flags.includes("multiple"))
    return "Plusieurs questions en une\u00a0: seule la dernière a reçu une réponse. Reposez le reste, une question à la fois.";
  if (flags.includes("jargon"))
    return "Votre client n’est pas du métier\u00a0: dites la même chose avec ses mots.";
  switch (type) {
    case "closed":
      return "Une question fermée appelle oui ou non. Gardez-la pour valider\u202f; pour apprendre, commencez par «\u00a0comment\u00a0», «\u00a0qu’est-ce qui\u00a0» ou «\u00a0combien\u00a0».";
    case "statement":
      return "Ce n’était pas une question\u00a0: formulez une demande pour obtenir une réponse complète.";
    case "off-topic":
      return "Aucun thème du brief n’a été reconnu\u00a0: reformulez avec des mots simples, une seule idée à la fois.";
    default:
      return null;
  }
}

export const markLabels: Record<Mark, string> = {
  fact: "Fait dit par le client",
  data: "Donnée vérifiée",
  opinion: "Opinion du client",
  hypothesis: "Hypothèse",
  open: "Point ouvert",
};

/** One letter, as professionals mark a brief. */
export const markLetters: Record<Mark, string> = {
  fact: "F",
  data: "D",
  opinion: "O",
  hypothesis: "H",
  open: "?",
};

export const phaseLabels: Record<State["phase"], string> = {
  prepare: "Préparer",
  interview: "Interroger",
  report: "Rendre compte",
  closed: "Constats",
};
