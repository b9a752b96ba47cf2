import type { Finding } from "~/domain/finding.ts";
import { foldWords, holdsPhrase } from "~/engines/text-similarity.ts";
import type { Content, Rule } from "./content.ts";
import { drafts } from "./engine.ts";
import { captionWords, judgeWork } from "./errors.ts";
import { easyPoints, measure } from "./measures.ts";
import type { State } from "./state.ts";

type Observation = { rule: Rule; met: boolean | null; note: string; source: string };

const LATER = "À lire quand vous aurez dit que votre contrôle est fini.";
const NOT_YET = "À lire quand vous aurez touché à ce brouillon.";
const some = (n: number, one: string, many: string) => `${n}\u00a0${n < 2 ? one : many}`;
const percent = (share: number) =>
  `${String(Number((share * 100).toFixed(1))).replace(".", ",")}\u00a0%`;

/** Everything the engine observed by itself; never a mark. What rests on the ground truth waits for « J’ai fini ». */
export function findings(content: Content, state: State): Finding[] {
  return [...ofForm(content, state), ...ofTruth(content, state)].map((o) => ({
    ...o,
    criterion: content.criteria[o.rule] ?? null,
  }));
}

function ofForm(content: Content, { work }: State): Observation[] {
  const { origins } = content;
  const m = measure(content, work);
  const given = drafts(content);
  const left = work.visuals.filter((v) => !v.reviewed).length;
  const alts = m.alts.filter((a) => a.faults.length > 0);
  const sameCues = JSON.stringify(work.cues) === JSON.stringify(given.cues);
  const sameEasy = work.easy.text === given.easy.text;
  const folded = foldWords(captionWords(work));
  const misspelt = content.captions.names.filter((name) => !holdsPhrase(folded, name));
  const points = easyPoints(content, m.easy).filter((p) => !p.ok);
  const sentences = points.filter((p) => ["mean", "max", "passive", "negation"].includes(p.id));
  const words = points.filter((p) => !sentences.includes(p));
  const notes = [...work.visuals.map((v) => v.note), work.captionsNote, work.easy.note].filter(
    (n) => n.trim() !== "",
  ).length;
  const { captions } = m;
  return [
    {
      rule: "alts-reviewed",
      met: left === work.visuals.length ? null : left === 0,
      note:
        left === 0
          ? "Chaque alternative proposée par l’IA a été relue."
          : `${some(left, "alternative n’a pas été relue", "alternatives n’ont pas été relues")}.`,
      source: origins.alt,
    },
    {
      rule: "alts-form",
      met: left === work.visuals.length ? null : alts.length === 0,
      note:
        alts.length === 0
          ? "La forme des alternatives est bonne\u00a0: longueur, début, ponctuation."
          : `${some(alts.length, "alternative a", "alternatives ont")} un défaut de forme\u00a0: ${alts[0]!.id}, ${alts[0]!.faults[0]!.message}`,
      source: origins.alt,
    },
    {
      rule: "captions-speed",
      met: sameCues ? null : captions.tooFast === 0,
      note: sameCues
        ? NOT_YET
        : captions.tooFast === 0
          ? `Chaque sous-titre laisse le temps de lire\u00a0; le plus rapide est à ${String(captions.fastest).replace(".", ",")} signes par seconde.`
          : `${some(captions.tooFast, "sous-titre passe", "sous-titres passent")} trop vite\u00a0: condensez, ou allongez l’affichage.`,
      source: origins.captions,
    },
    {
      rule: "captions-lines",
      met: sameCues ? null : captions.badLines + captions.badCuts + captions.other === 0,
      note: sameCues
        ? NOT_YET
        : captions.badLines + captions.badCuts + captions.other === 0
          ? "Lignes, coupes et durées suivent la charte."
          : `À reprendre\u00a0: ${some(captions.badLines, "sous-titre aux lignes trop longues ou trop nombreuses", "sous-titres aux lignes trop longues ou trop nombreuses")}, ${some(captions.badCuts, "mauvaise coupe", "mauvaises coupes")}, ${some(captions.other, "défaut de durée", "défauts de durée")}.`,
      source: origins.captions,
    },
    {
      rule: "easy-sentences",
      met: sameEasy ? null : sentences.length === 0,
      note: sameEasy
        ? NOT_YET
        : sentences.length === 0
          ? "Les phrases sont courtes, actives et positives."
          : `À reprendre\u00a0: ${sentences.map((p) => `${p.label} (${p.value})`).join("\u00a0; ")}.`,
      source: origins.easy,
    },
    {
      rule: "easy-words",
      met: sameEasy ? null : words.length === 0,
      note: sameEasy
        ? NOT_YET
        : words.length === 0
          ? "Ni grand nombre, ni sigle, ni mot étranger, et le texte parle au lecteur."
          : `À reprendre\u00a0: ${words.map((p) => `${p.label} (${p.value})`).join("\u00a0; ")}.`,
      source: origins.easy,
    },
    {
      rule: "easy-name",
      met: work.easy.name === "" ? null : work.easy.name !== "falc",
      note:
        work.easy.name === ""
          ? "Dites comment vous appelez votre version."
          : work.easy.name === "falc"
            ? "Sans relecture par des personnes concernées, cette version ne peut pas s’appeler FALC\u00a0: c’est du langage simplifié."
            : "Le nom de la version ne promet pas une relecture qui n’a pas eu lieu.",
      source: origins.easyName,
    },
    {
      rule: "human-check",
      met: sameEasy && work.easy.reviewer === "" ? null : work.easy.reviewer.trim().length > 3,
      note:
        work.easy.reviewer.trim().length > 3
          ? "Une relecture humaine est prévue et nommée."
          : "Dites qui relira la version simplifiée, et quand.",
      source: origins.easyName,
    },
    {
      rule: "log-kept",
      met: notes === 0 ? null : notes >= 3,
      note:
        notes === 0
          ? "Notez pourquoi vous corrigez\u00a0: le journal ira au dossier."
          : `${some(notes, "correction est expliquée", "corrections sont expliquées")} dans le journal.`,
      source: origins.own,
    },
    ...(misspelt.length > 0 || !sameCues
      ? [
          {
            rule: "captions-words" as const,
            met: sameCues ? null : misspelt.length === 0,
            note: sameCues
              ? NOT_YET
              : misspelt.length === 0
                ? "Les noms propres sont bien écrits dans les sous-titres."
                : `Un nom propre manque ou est mal écrit dans les sous-titres\u00a0: ${misspelt.join(", ")}.`,
            source: origins.captions,
          },
        ]
      : []),
  ];
}

function ofTruth(content: Content, state: State): Observation[] {
  const { origins, settings } = content;
  if (!state.first)
    return (
      [
        ["alts-true", origins.alt],
        ["captions-errors", origins.words],
        ["easy-sense", origins.easy],
        ["nothing-introduced", origins.own],
      ] as [Rule, string][]
    ).map(([rule, source]) => ({ rule, met: null, note: LATER, source }));
  const first = judgeWork(content, state.first);
  const now = judgeWork(content, state.work);
  const before = judgeWork(content, drafts(content)).captions.words;
  const kept = (list: { corrected: boolean }[]) => list.filter((e) => !e.corrected).length;
  const alts =
    kept(now.visuals.flatMap((v) => v.errors)) +
    now.visuals.filter((v) => !v.roleRight && v.errors.length === 0).length;
  const { words } = now.captions;
  const n = Math.max(1, words.reference);
  const wrong = (words.substitutions + words.insertions) / n;
  const condensed = words.deletions / n;
  return [
    {
      rule: "alts-true",
      met: alts === 0,
      note:
        alts === 0
          ? "Les alternatives disent ce que montrent les images, sans rien inventer."
          : `${some(alts, "erreur de l’IA reste", "erreurs de l’IA restent")} dans les alternatives\u00a0: objet inventé, information absente ou image décorative décrite.`,
      source: origins.alt,
    },
    {
      rule: "captions-errors",
      met:
        kept(now.captions.errors) === 0 &&
        wrong <= settings.wordErrors &&
        condensed <= settings.condensed,
      note: `Taux d’erreur sur les mots\u00a0: ${percent(before.rate ?? 0)} avant, ${percent(words.rate ?? 0)} après (${words.substitutions} remplacés, ${words.insertions} ajoutés, ${words.deletions} retirés sur ${words.reference}). Condenser retire des mots, c’est permis\u00a0; ${kept(now.captions.errors) === 0 ? "aucune erreur de la machine ne reste" : `${some(kept(now.captions.errors), "erreur de la machine reste", "erreurs de la machine restent")}`}.`,
      source: origins.words,
    },
    {
      rule: "easy-sense",
      met: kept(now.easy.errors) === 0,
      note:
        kept(now.easy.errors) === 0
          ? "La version simplifiée garde le sens et les informations utiles."
          : `${some(kept(now.easy.errors), "erreur de sens reste", "erreurs de sens restent")} dans la version simplifiée.`,
      source: origins.easy,
    },
    {
      rule: "nothing-introduced",
      met: now.introduced.length === 0 && first.introduced.length === 0,
      note:
        now.introduced.length > 0
          ? `Une correction a apporté une erreur. ${now.introduced[0]!}`
          : first.introduced.length > 0
            ? `Au premier passage, ${some(first.introduced.length, "correction avait apporté une erreur", "corrections avaient apporté une erreur")}\u00a0; il n’en reste pas.`
            : "Vos corrections n’ont rien inventé.",
      source: origins.own,
    },
  ];
}
