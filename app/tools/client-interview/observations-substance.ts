import type { Content } from "./content.ts";
import { SYNTHESIS } from "./conversation.ts";
import { type Observation, OWN_CHOICE, USAGE } from "./observation.ts";
import type { State } from "./state.ts";
import { view } from "./view-model.ts";

/** Share of the weighted topics that must have been answered. */
const COVERED = 0.7;

/** What was obtained: topics, money, dates, contradictions, agreement. */
export function substanceFindings(content: Content, state: State): Observation[] {
  return [
    coverage(content, state),
    keyTopic(content, state, "budget"),
    keyTopic(content, state, "deadline"),
    contradictions(state),
    agreement(state),
  ];
}

function coverage(content: Content, state: State): Observation {
  const topics = view(content, state).topics;
  const weight = (id: string) => {
    const t = content.topics.find((x) => x.id === id);
    // Vital topics count twice (interview.md § 5).
    return t ? t.weight * (t.vital ? 2 : 1) : 0;
  };
  const total = topics.reduce((sum, t) => sum + weight(t.id), 0);
  const done = topics
    .filter((t) => t.state === "answered")
    .reduce((sum, t) => sum + weight(t.id), 0);
  const share = total === 0 ? 0 : done / total;
  const vital = topics
    .filter((t) => t.vital && t.state !== "answered")
    .map((t) => t.label.toLowerCase());
  const met = share >= COVERED && vital.length === 0;
  const rate = `${Math.round(share * 100)}\u00a0%`;
  return {
    rule: "topics-covered",
    met: state.turns.length === 0 ? null : met,
    note: met
      ? `Thèmes couverts à ${rate} (les thèmes vitaux comptent double)\u00a0: aucun thème vital n’est resté sans réponse.`
      : vital.length > 0
        ? `Thèmes couverts à ${rate}. Thèmes vitaux sans réponse\u00a0: ${vital.join(", ")}.`
        : `Thèmes couverts à ${rate}. Visez ${COVERED * 100}\u00a0% au moins, en suivant votre guide.`,
    source: OWN_CHOICE,
  };
}

const KEY = {
  budget: {
    rule: "budget-obtained",
    met: "Le budget est obtenu\u00a0: montant, période et ce qu’il comprend.",
    half: "Le budget a été évoqué, mais pas entièrement établi. Faites préciser le montant, la période, ce qu’il inclut et ce qui est déjà engagé.",
    none: "Aucun budget n’a été obtenu. Sans enveloppe, aucune proposition ne tient\u00a0: abordez-la après les objectifs, sans gêne.",
  },
  deadline: {
    rule: "deadline-obtained",
    met: "Les échéances sont obtenues\u00a0: vous savez quelles dates ne bougent pas.",
    half: "Les dates ont été évoquées, mais pas toutes établies. Demandez lesquelles ne bougent pas.",
    none: "Aucune échéance n’a été obtenue. Demandez quelles dates ne bougent pas et quand le client n’est pas disponible.",
  },
} as const;

function keyTopic(content: Content, state: State, which: keyof typeof KEY): Observation {
  const topic = content.keyTopics[which];
  const facts = content.expected.facts.filter((f) => f.topic === topic);
  const vital = facts.filter((f) => f.vital);
  const needed = vital.length > 0 ? vital : facts;
  const met = needed.every((f) => state.levels[f.id] === 3);
  const begun = facts.some((f) => (state.levels[f.id] ?? 0) >= 2);
  const text = KEY[which];
  return {
    rule: text.rule,
    met: state.turns.length === 0 ? null : met,
    note: met ? text.met : begun ? text.half : text.none,
    source: USAGE,
  };
}

function contradictions(state: State): Observation {
  const met = state.raised.length > 0;
  return {
    rule: "contradiction-raised",
    met: state.turns.length === 0 ? null : met,
    note: met
      ? "Vous avez mis le client face à deux choses qui s’opposaient, et il a tranché."
      : "Aucune contradiction n’a été relevée. Comparez le message de départ et les réponses\u00a0: «\u00a0Vous écriviez…, mais vous me dites…\u00a0».",
    source: USAGE,
  };
}

function agreement(state: State): Observation {
  const validated = state.turns.filter((t) => t.outcome === "validated");
  const synthesis = validated.some((t) => t.held.length >= SYNTHESIS);
  const met = validated.length >= 2 && synthesis;
  return {
    rule: "reformulation-validated",
    met: state.turns.length === 0 ? null : met,
    note: met
      ? "Le client a validé plusieurs reformulations, dont une synthèse."
      : validated.length > 0
        ? `${synthesis ? "Une synthèse validée" : "Une reformulation validée, mais pas de synthèse"}. Visez deux reformulations, dont un résumé d’au moins trois points avant la fin.`
        : "Aucune reformulation validée. Résumez avec vos mots ce que le client a dit («\u00a0Si j’ai bien compris…\u00a0») et faites-le confirmer.",
    source: USAGE,
  };
}
