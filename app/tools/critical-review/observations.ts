import type { Finding } from "~/domain/finding.ts";
import type { Proofread, Spelling } from "~/engines/spelling.ts";
import type { Content, Rule } from "./content.ts";
import { introducedFaults, remainingFaults } from "./final-text.ts";
import { measure } from "./measures.ts";
import { score } from "./scoring.ts";
import type { State } from "./state.ts";

type Observation = { rule: Rule; met: boolean | null; note: string; source: string };

const LATER = "À lire quand vous aurez dit que votre relecture est finie.";
const UNTOUCHED = "À lire quand vous aurez commencé à réécrire le texte.";
const some = (n: number, one: string, many: string) => `${n}\u00a0${n < 2 ? one : many}`;
const fr = (n: number) => String(n).replace(".", ",");

/** Everything the engine observed by itself; never a mark. What rests on the answers waits for the first « J’ai fini ». */
export function findings(content: Content, state: State, spelling?: Spelling): Finding[] {
  return [
    ...fromMarks(content, state),
    ...fromAnswers(content, state),
    ...fromText(content, state),
    ...(spelling ? [fromDictionary(content, state, spelling)] : []),
  ].map((o) => ({ ...o, criterion: content.criteria[o.rule] ?? null }));
}

function fromMarks(content: Content, state: State): Observation[] {
  const claims = state.marks.filter((m) => content.kinds.find((k) => k.id === m.kind)?.claim);
  const bare = claims.filter((m) => m.source === "");
  return [
    {
      rule: "claims-sourced",
      met: claims.length === 0 ? null : bare.length === 0,
      note:
        claims.length === 0
          ? "Aucune affirmation relevée pour l’instant."
          : bare.length === 0
            ? `Chaque affirmation relevée (${claims.length}) s’appuie sur une source.`
            : `${some(bare.length, "affirmation relevée est", "affirmations relevées sont")} sans source\u00a0: nommez celle qui tranche, ou dites dans la correction que rien ne l’établit.`,
      source: content.origins.verification,
    },
  ];
}

function fromAnswers(content: Content, state: State): Observation[] {
  const { origins, settings } = content;
  const waiting = (rule: Rule, source: string): Observation => ({
    rule,
    met: null,
    note: LATER,
    source,
  });
  if (!state.first)
    return [
      waiting("faults-found", origins.own),
      waiting("kinds-named", origins.own),
      waiting("false-alarms", origins.own),
      waiting("sources-reliable", origins.verification),
      waiting("faults-corrected", origins.verification),
      waiting("nothing-introduced", origins.verification),
      waiting("mentions-kept", origins.mentions),
    ];
  const total = content.expected.faults.length;
  const first = score(content, state.first.marks);
  const now = score(content, state.marks);
  const hits = now.verdicts.filter((v) => v.hit);
  const otherKind = hits.filter((v) => !v.kindRight).length;
  const share = state.first.marks.length === 0 ? 0 : first.falseAlarms / state.first.marks.length;
  const unreliable = state.marks.filter((m) =>
    content.expected.sources.some((s) => s.id === m.source && !s.reliable),
  );
  const left = remainingFaults(content, state.text);
  const brought = introducedFaults(content, state.text);
  const dropped = brought.filter((i) => i.kind === "mention");
  const added = brought.filter((i) => i.kind !== "mention");
  return [
    {
      rule: "faults-found",
      met: first.found.size >= total * settings.foundShare,
      note: `Première lecture\u00a0: ${first.found.size} erreurs relevées sur ${total}${
        now.found.size > first.found.size ? `, ${now.found.size} après la seconde` : ""
      }.${first.missed.length > 0 ? " Relisez les explications de celles qui ont échappé." : ""}`,
      source: origins.own,
    },
    {
      rule: "kinds-named",
      met: hits.length === 0 ? null : otherKind === 0,
      note:
        hits.length === 0
          ? "Aucune erreur relevée\u00a0: rien à classer."
          : otherKind === 0
            ? "La nature de chaque erreur relevée se défend."
            : `${some(otherKind, "erreur relevée porte", "erreurs relevées portent")} une autre nature que celle attendue\u00a0: comparez.`,
      source: origins.own,
    },
    {
      rule: "false-alarms",
      met: share <= settings.falseAlarmShare,
      note:
        first.falseAlarms === 0
          ? "Première lecture\u00a0: aucune fausse alerte."
          : `Première lecture\u00a0: ${some(first.falseAlarms, "fausse alerte", "fausses alertes")} sur ${state.first.marks.length} relevés. Un passage juste qu’on corrige devient une erreur.`,
      source: origins.own,
    },
    {
      rule: "sources-reliable",
      met: state.marks.every((m) => m.source === "") ? null : unreliable.length === 0,
      note:
        unreliable.length === 0
          ? "Aucun relevé ne s’appuie sur une source douteuse."
          : `${some(unreliable.length, "relevé s’appuie", "relevés s’appuient")} sur une source sans auteur, sans date ou périmée.`,
      source: origins.verification,
    },
    {
      rule: "faults-corrected",
      met: left.length === 0,
      note:
        left.length === 0
          ? "Le texte final ne contient plus aucune des erreurs du brouillon."
          : `Le texte final contient encore ${some(left.length, "erreur", "erreurs")} du brouillon.`,
      source: origins.verification,
    },
    {
      rule: "nothing-introduced",
      met: added.length === 0,
      note:
        added.length === 0
          ? "Votre réécriture n’apporte ni chiffre, ni citation, ni emprunt sans source."
          : `Votre réécriture apporte ${some(added.length, "erreur nouvelle", "erreurs nouvelles")}\u00a0: ${added[0]!.message}`,
      source: origins.verification,
    },
    {
      rule: "mentions-kept",
      met: dropped.length === 0,
      note:
        dropped.length === 0
          ? "Les informations justes et nécessaires sont restées."
          : `Une information juste a disparu\u00a0: ${dropped[0]!.message}`,
      source: origins.mentions,
    },
  ];
}

/** What the instruments read in the final text: no answer in it, so it is said at any time. */
function fromText(content: Content, state: State): Observation[] {
  const { origins, settings } = content;
  const untouched = state.text === content.draft;
  const m = measure(content, state.text);
  const before = measure(content, content.draft).readability.score;
  const told = (rule: Rule, met: boolean, note: string, source: string): Observation =>
    untouched ? { rule, met: null, note: UNTOUCHED, source } : { rule, met, note, source };
  const { score: ease, meanSentence } = m.readability;
  return [
    told(
      "tics-removed",
      m.tics.length === 0,
      m.tics.length === 0
        ? "Aucune tournure automatique de la liste dans votre texte."
        : `Il reste des tournures automatiques\u00a0: ${m.tics.slice(0, 4).join(", ")}.`,
      `${content.tics.source}, ${content.tics.date}`,
    ),
    told(
      "repetition",
      m.repeated.length === 0,
      m.repeated.length === 0
        ? "Aucune suite de trois mots pleins ne revient."
        : `Des suites de mots reviennent, par exemple «\u00a0${m.repeated[0]!.text}\u00a0».`,
      origins.repetition,
    ),
    told(
      "borrowing",
      m.borrowed.length === 0,
      m.borrowed.length === 0
        ? `Aucune suite de ${settings.borrowing} mots n’est reprise du rayon.`
        : `${m.borrowed[0]!.words} mots de suite viennent de «\u00a0${m.borrowed[0]!.source}\u00a0»\u00a0: citez entre guillemets, ou reformulez.`,
      origins.originality,
    ),
    told(
      "typography",
      m.typography.length === 0,
      m.typography.length === 0
        ? "La typographie française est en place."
        : `${some(m.typography.length, "règle de typographie n’est pas suivie", "règles de typographie ne sont pas suivies")}\u00a0: ${m.typography[0]!.message}`,
      origins.typography,
    ),
    told(
      "readability",
      ease !== null && ease >= settings.readable,
      ease === null
        ? "Le texte est vide."
        : `Lisibilité de Kandel-Moles\u00a0: ${fr(ease)} (brouillon\u00a0: ${before === null ? "–" : fr(before)})\u00a0; phrases de ${fr(meanSentence)} mots en moyenne.`,
      origins.readability,
    ),
  ];
}

/** The learner's text; the words of the draft, the facts and the shelf are not the learner's own. */
export function proofread({ draft, facts, sources }: Content, { text }: State): Proofread {
  return {
    text,
    given: [
      draft,
      ...facts.map((fact) => `${fact.text} ${fact.source}`),
      ...sources.map((source) => `${source.title} ${source.author} ${source.extract}`),
    ],
  };
}

/** How many unknown words a note names; those after are counted. */
const NAMED = 5;

/** The words the learner brought in that the dictionary does not know: possible faults, never sure ones. */
function fromDictionary(content: Content, state: State, { source, words }: Spelling): Observation {
  const told = (met: boolean | null, note: string): Observation => ({
    rule: "spelling",
    met,
    note,
    source,
  });
  if (state.text === content.draft) return told(null, UNTOUCHED);
  if (words === null)
    return told(
      null,
      "Le dictionnaire n’a pas répondu\u00a0: l’orthographe sera relue à votre prochaine visite.",
    );
  if (words.length === 0)
    return told(true, "Le dictionnaire connaît tous les mots que vous avez apportés.");
  const named = words.slice(0, NAMED).map(({ word, suggestions }) => {
    const others = suggestions.map((other) => `«\u00a0${other}\u00a0»`).join(", ");
    return `«\u00a0${word}\u00a0»${others ? ` (proche de ${others})` : ""}`;
  });
  const more = words.length - named.length;
  return told(
    false,
    `${some(words.length, "mot apporté n’est pas dans le dictionnaire, faute possible", "mots apportés ne sont pas dans le dictionnaire, fautes possibles")}\u00a0: ${named.join("\u00a0; ")}${more > 0 ? `\u00a0; et ${some(more, "autre", "autres")}` : ""}. Corrigez, sauf s’il s’agit d’un nom propre ou d’un terme du métier.`,
  );
}
