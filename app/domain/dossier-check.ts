import { isComplete, JUSTIFICATION_MIN, justificationLength } from "./assessment.ts";
import { countWords, listFigures } from "./document-text.ts";
import type { DossierInput } from "./dossier.ts";
import { evidenceStates } from "./dossier-assessment.ts";
import { formLines } from "./dossier-form.ts";
import { requirementLines } from "./dossier-requirements.ts";
import { count } from "./dossier-text.ts";
import type { Section } from "./subject.ts";

export type CheckTarget = { kind: "section" | "step" | "assessment"; id: string };

/** One observation of the « contrôle »: never a mark. */
export type CheckLine = {
  /** Stable: the same observation seen from two competencies has one id. */
  id: string;
  severity: "blocking" | "advisory";
  /** false: the platform cannot see it; the learner is asked to look. */
  observed: boolean;
  /** French: what was seen, or what to look at. */
  sentence: string;
  target: CheckTarget | null;
};

export type CompetencyCheck = {
  id: string;
  title: string;
  /** Sections planned to show it, with the words written so far. */
  sections: { key: string; title: string; words: number }[];
  lines: CheckLine[];
};

export type DossierCheck = {
  competencies: CompetencyCheck[];
  /** What the exam of the block asks for. */
  block: CheckLine[];
  /** Sections that show no competency of the block, images, headings, tables, AI traces. */
  form: CheckLine[];
  /** Different observations of each kind. */
  blocking: number;
  advisory: number;
  toLookAt: number;
};

/** Lists what is missing before handing in, competency by competency, then for the block and the form. */
export function checkDossier(input: DossierInput): DossierCheck {
  const docs = new Map(input.sections.map((s) => [s.key, s.doc]));
  const words = new Map(input.sections.map((s) => [s.key, countWords(s.doc)]));
  const ids = new Set(input.block.competencies.map((c) => c.id));
  const inserted = new Set(input.sections.flatMap((s) => listFigures(s.doc)));
  const states = evidenceStates(input);

  const competencies = input.block.competencies.map((competency): CompetencyCheck => {
    const sections = input.subject.sections.filter((s) => s.competencies.includes(competency.id));
    const lines: CheckLine[] = [];
    if (sections.length === 0)
      lines.push({
        id: `no-section:${competency.id}`,
        severity: "advisory",
        observed: true,
        sentence: "Le plan de ce sujet ne prévoit aucune partie pour cette compétence.",
        target: null,
      });
    for (const section of sections)
      lines.push(...lengthLines(section, words.get(section.key) ?? 0));
    lines.push(...figureLines(input, competency.id, inserted));
    lines.push(...ratingLines(input, competency.id));
    lines.push(...evidenceLines(input, states, competency.id));
    return {
      id: competency.id,
      title: competency.shortTitle,
      sections: sections.map((s) => ({ key: s.key, title: s.title, words: words.get(s.key) ?? 0 })),
      lines,
    };
  });

  const block = requirementLines(input, docs);
  const form = [
    ...input.subject.sections
      .filter((s) => !s.competencies.some((id) => ids.has(id)))
      .flatMap((s) => lengthLines(s, words.get(s.key) ?? 0)),
    ...formLines(input),
  ];
  const all = new Map(
    [...competencies.flatMap((c) => c.lines), ...block, ...form].map((line) => [line.id, line]),
  );
  const tally = (match: (line: CheckLine) => boolean) => [...all.values()].filter(match).length;
  return {
    competencies,
    block,
    form,
    blocking: tally((l) => l.severity === "blocking"),
    advisory: tally((l) => l.severity === "advisory" && l.observed),
    toLookAt: tally((l) => !l.observed),
  };
}

/** Empty, too short, or longer than the subject plans. An optional section is never blocking. */
export function lengthLines(section: Section, words: number): CheckLine[] {
  const target: CheckTarget = { kind: "section", id: section.key };
  const name = `«\u00a0${section.title}\u00a0»`;
  const severity = section.required ? "blocking" : "advisory";
  const { min, max } = section.words;
  if (words === 0)
    return [
      {
        id: `empty:${section.key}`,
        severity,
        observed: true,
        sentence: section.required
          ? `La partie ${name} est vide.`
          : `La partie ${name}, facultative, est vide\u00a0: elle n’apparaîtra pas.`,
        target,
      },
    ];
  if (words < min)
    return [
      {
        id: `short:${section.key}`,
        severity,
        observed: true,
        sentence: `La partie ${name} compte ${count(words, "mot")}\u202f; le sujet en demande au moins ${count(min, "mot")}.`,
        target,
      },
    ];
  if (words > max)
    return [
      {
        id: `long:${section.key}`,
        severity: "advisory",
        observed: true,
        sentence: `La partie ${name} compte ${count(words, "mot")}, plus que les ${count(max, "mot")} conseillés\u00a0: voyez ce qui peut aller en annexe.`,
        target,
      },
    ];
  return [];
}

/** Figures that the tools of this competency's steps offer and no section shows. */
function figureLines(input: DossierInput, competency: string, inserted: Set<string>): CheckLine[] {
  const lines: CheckLine[] = [];
  for (const step of input.subject.steps) {
    if (!step.competencies.includes(competency) || step.tools.length === 0) continue;
    const own = input.figures.filter((f) => f.stepId === step.id);
    if (own.some((f) => inserted.has(f.figure.id))) continue;
    const titles = own.map((f) => `«\u00a0${f.figure.title}\u00a0»`);
    lines.push({
      id: `figure:${step.id}`,
      severity: "advisory",
      observed: true,
      sentence:
        own.length > 0
          ? `Aucune figure de l’étape «\u00a0${step.title}\u00a0» n’est dans le texte. Vous pouvez insérer\u00a0: ${titles.join(", ")}.`
          : `L’outil de l’étape «\u00a0${step.title}\u00a0» n’a encore produit aucune figure.`,
      target: { kind: "step", id: step.id },
    });
  }
  return lines;
}

function ratingLines(input: DossierInput, competency: string): CheckLine[] {
  const rating = input.ratings.find((r) => r.competency === competency);
  if (isComplete(rating)) return [];
  const target: CheckTarget = { kind: "assessment", id: competency };
  const line = { severity: "blocking" as const, observed: true, target };
  if (!rating || rating.level === null)
    return [
      {
        ...line,
        id: `level:${competency}`,
        sentence: "Aucun niveau n’est encore choisi dans l’auto-évaluation.",
      },
    ];
  return [
    {
      ...line,
      id: `justification:${competency}`,
      sentence:
        justificationLength(rating.justification) === 0
          ? "Votre niveau n’est pas justifié."
          : `Votre justification est trop courte\u00a0: il faut au moins ${JUSTIFICATION_MIN} caractères.`,
    },
  ];
}

function evidenceLines(
  input: DossierInput,
  states: ReturnType<typeof evidenceStates>,
  competency: string,
): CheckLine[] {
  const target: CheckTarget = { kind: "assessment", id: competency };
  const own = input.evidence
    .map((proof, index) => ({ proof, state: states[index] }))
    .filter(({ proof }) => proof.competency === competency);
  if (own.length === 0)
    return [
      {
        id: `evidence:${competency}`,
        severity: "blocking",
        observed: true,
        sentence: "Aucune preuve n’est reliée à cette compétence.",
        target,
      },
    ];
  const stale = own.filter(({ state }) => state !== "found").length;
  if (stale === 0) return [];
  return [
    {
      id: `evidence-changed:${competency}`,
      severity: stale === own.length ? "blocking" : "advisory",
      observed: true,
      sentence: `${count(stale, "preuve")} ${stale < 2 ? "ne correspond" : "ne correspondent"} plus au dossier\u00a0: texte modifié depuis.`,
      target,
    },
  ];
}
