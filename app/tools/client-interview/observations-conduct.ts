import { OPEN_TYPES } from "~/engines/question-types.ts";
import { type Observation, OWN_CHOICE, USAGE } from "./observation.ts";
import type { State, Turn } from "./state.ts";

/** A guide worth the name: this many questions, on this many topics. */
const GUIDE_QUESTIONS = 8;
const GUIDE_TOPICS = 5;
/** Fewer questions than this say nothing about a manner of asking. */
const ENOUGH = 5;

const asked = (state: State): Turn[] => state.turns.filter((t) => t.type !== "courtesy");
const percent = (part: number, whole: number) => Math.round((100 * part) / Math.max(1, whole));
const plural = (n: number, one: string, many: string) => `${n}\u00a0${n > 1 ? many : one}`;

/** How the interview was prepared and led. */
export function conductFindings(state: State): Observation[] {
  return [
    guide(state),
    publicFact(state),
    frame(state),
    mix(state),
    clean(state),
    dug(state),
    promise(state),
  ];
}

function guide(state: State): Observation {
  const topics = new Set(state.guide.map((q) => q.topic).filter(Boolean)).size;
  const met = state.guide.length >= GUIDE_QUESTIONS && topics >= GUIDE_TOPICS;
  const size = `${plural(state.guide.length, "question", "questions")} sur ${plural(topics, "thème", "thèmes")}`;
  return {
    rule: "guide-prepared",
    met: state.guide.length === 0 && state.phase === "prepare" ? null : met,
    note: met
      ? `Votre guide compte ${size} : il couvre assez de terrain pour conduire l’échange.`
      : `Votre guide compte ${size}. Visez au moins ${GUIDE_QUESTIONS}\u00a0questions sur ${GUIDE_TOPICS}\u00a0thèmes, les ouvertes d’abord.`,
    source: OWN_CHOICE,
  };
}

function publicFact(state: State): Observation {
  const met = asked(state).some((t) => t.publicFacts.length > 0);
  return {
    rule: "public-fact-cited",
    met: state.turns.length === 0 ? null : met,
    note: met
      ? "Vous avez cité un fait déjà public\u00a0: le client sait que vous avez préparé le rendez-vous."
      : "Aucun fait du brief ni des pages publiques n’a été cité. Partez de ce que vous avez lu\u00a0: «\u00a0Vous écrivez que…\u00a0».",
    source: USAGE,
  };
}

function frame(state: State): Observation {
  const opened = state.turns
    .slice(0, 3)
    .some((t) => t.type === "courtesy" || t.flags.includes("framing"));
  const ended = state.turns.slice(-3).some((t) => t.flags.includes("closing"));
  const note =
    opened && ended
      ? "Vous avez ouvert et conclu l’entretien\u00a0: but posé, suite annoncée."
      : opened
        ? "Bonne ouverture. Avant de terminer, annoncez la suite\u00a0: ce que vous envoyez, à qui, pour quand."
        : ended
          ? "La suite est annoncée. Ouvrez aussi l’échange\u00a0: saluez, dites le but et la durée, demandez à prendre des notes."
          : "Ni ouverture ni conclusion. Saluez, posez le but et la durée\u202f; à la fin, annoncez la prochaine étape.";
  return {
    rule: "frame-set",
    met: state.turns.length === 0 ? null : opened && ended,
    note,
    source: USAGE,
  };
}

function mix(state: State): Observation {
  const all = asked(state);
  const of = (test: (t: Turn) => boolean) => percent(all.filter(test).length, all.length);
  const open = of((t) => OPEN_TYPES.includes(t.type));
  const closed = of((t) => t.type === "closed");
  const leading = of((t) => t.flags.includes("leading"));
  const figures = `${open}\u00a0% ouvertes, ${closed}\u00a0% fermées, ${leading}\u00a0% soufflant la réponse`;
  const met = open >= 40 && open <= 60;
  const note =
    all.length < ENOUGH
      ? `Posez au moins ${ENOUGH}\u00a0questions pour que leur équilibre se lise. L’idéal\u00a0: 40 à 60\u00a0% d’ouvertes.`
      : met
        ? `Équilibre juste\u00a0: ${figures}.`
        : open < 40
          ? `${figures}. Il manque des questions ouvertes (idéal\u00a0: 40 à 60\u00a0%)\u00a0: «\u00a0comment\u00a0», «\u00a0qu’est-ce qui\u00a0», «\u00a0racontez-moi\u00a0».`
          : `${figures}. Au-delà de 60\u00a0% d’ouvertes, il manque des questions précises\u00a0: montants, dates, quantités.`;
  return {
    rule: "question-mix",
    met: all.length < ENOUGH ? null : met,
    note: capital(note),
    source: OWN_CHOICE,
  };
}

function clean(state: State): Observation {
  const all = asked(state);
  const count = (flag: Turn["flags"][number]) => all.filter((t) => t.flags.includes(flag)).length;
  const faults = [
    [count("leading"), "soufflait la réponse", "soufflaient la réponse"],
    [count("multiple"), "en contenait plusieurs", "en contenaient plusieurs"],
    [count("judging"), "sonnait comme un reproche", "sonnaient comme un reproche"],
    [count("jargon"), "contenait du jargon", "contenaient du jargon"],
  ] as const;
  const seen = faults.filter(([n]) => n > 0);
  const told = seen.map(([n, one, many]) => `${n}\u00a0${n > 1 ? many : one}`).join(", ");
  const total = seen.reduce((sum, [n]) => sum + n, 0);
  const met = total <= all.length * 0.15;
  const note =
    seen.length === 0
      ? "Vos questions étaient neutres, simples et posées une à la fois."
      : met
        ? `Presque toutes vos questions étaient neutres et simples ; ${told} seulement. Une idée par question, toujours.`
        : `Parmi vos questions, ${told}. Une idée par question, sans jugement ni mot du métier.`;
  return { rule: "clean-questions", met: all.length < ENOUGH ? null : met, note, source: USAGE };
}

function dug(state: State): Observation {
  const all = asked(state);
  const digs = all.filter(
    (t) => t.type === "follow-up" || t.type === "mirror" || t.type === "precise",
  ).length;
  const follow = all.filter((t) => t.type === "follow-up" || t.type === "mirror").length;
  const met = follow >= 2 && digs >= 5;
  return {
    rule: "answers-followed-up",
    met: all.length < ENOUGH ? null : met,
    note: met
      ? `${plural(follow, "relance", "relances")} et des questions précises\u00a0: vous n’êtes pas resté·e à la surface.`
      : `${plural(follow, "relance", "relances")}, ${plural(digs - follow, "question précise", "questions précises")}. Après une réponse vague, relancez\u00a0: «\u00a0concrètement\u202f?\u00a0», «\u00a0combien\u202f?\u00a0», «\u00a0pour quand\u202f?\u00a0».`,
    source: USAGE,
  };
}

function promise(state: State): Observation {
  const made = state.turns.some((t) => t.flags.includes("promise"));
  return {
    rule: "promise-avoided",
    met: state.turns.length === 0 ? null : !made,
    note: made
      ? "Vous avez promis un résultat. Un community manager s’engage sur des moyens et une méthode, jamais sur un nombre d’abonnés ou de ventes."
      : "Vous n’avez promis aucun résultat.",
    source: USAGE,
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
