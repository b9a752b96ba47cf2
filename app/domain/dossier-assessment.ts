import { type Evidence, type EvidenceState, evidenceState } from "./assessment.ts";
import type { DossierInput, DossierSection } from "./dossier.ts";
import {
  type BlockContext,
  type DossierBlock,
  type Inline,
  numberFigure,
} from "./dossier-blocks.ts";
import { excerpt, printable } from "./dossier-text.ts";

/** The self-assessment annex: a radar of the levels, then each competency with justification and evidence. */
export function selfAssessment(
  input: DossierInput,
  sections: DossierSection[],
  context: BlockContext,
): DossierBlock[] {
  const rated = input.ratings.some((r) => r.level !== null || r.justification.trim() !== "");
  if (!rated && input.evidence.length === 0) return [];
  const { scale } = input.certification;
  const states = evidenceStates(input);
  const linked = input.evidence.map((proof, index) => ({ proof, state: states[index] ?? "found" }));
  return [
    { kind: "paragraph", muted: true, inlines: [{ text: printable(scale.note) }] },
    ...radar(input, context),
    ...input.block.competencies.flatMap((competency): DossierBlock[] => {
      const rating = input.ratings.find((r) => r.competency === competency.id);
      const proofs = linked.filter((e) => e.proof.competency === competency.id);
      const justification = printable(rating?.justification ?? "").trim();
      return [
        {
          kind: "heading",
          level: 2,
          inlines: [{ text: `${competency.id} – ${competency.shortTitle}` }],
        },
        {
          kind: "facts",
          items: [
            { term: "Compétence", inlines: [{ text: competency.officialText }] },
            {
              term: "Niveau",
              inlines: [
                { text: levelLabel(input, competency.id) ?? "Non évalué", bold: true as const },
              ],
            },
            {
              term: "Justification",
              inlines: [{ text: justification || "Aucune justification écrite." }],
            },
            ...proofs.map(({ proof, state }, index) => ({
              term: proofs.length > 1 ? `Preuve ${index + 1}` : "Preuve",
              inlines: evidenceLine(proof, state, input, sections),
            })),
          ],
        },
      ];
    }),
  ];
}

/** The self-rated level of a competency in words, or null when it was not rated. */
export function levelLabel(
  input: Pick<DossierInput, "ratings" | "certification">,
  competency: string,
): string | null {
  const level = input.ratings.find((r) => r.competency === competency)?.level;
  return input.certification.scale.levels.find((l) => l.level === level)?.label ?? null;
}

/** What became of each link, in the order of `input.evidence`. */
export function evidenceStates(input: DossierInput): EvidenceState[] {
  const docs = new Map(input.sections.map((s) => [s.key, s.doc]));
  const figures = input.figures.map((f) => f.figure);
  return input.evidence.map((one) => evidenceState(one, docs, figures));
}

function radar(input: DossierInput, context: BlockContext): DossierBlock[] {
  const levels = [...input.certification.scale.levels].sort((a, b) => a.level - b.level);
  const axes = input.block.competencies.map((competency) => ({
    label: competency.id,
    value: input.ratings.find((r) => r.competency === competency.id)?.level ?? null,
  }));
  const known = axes.filter((axis) => axis.value !== null);
  if (known.length < 3 || axes.length < 3) return [];
  const said = axes.map((axis) => {
    const label = levels.find((l) => l.level === axis.value)?.label ?? "non évalué";
    return `${axis.label}\u00a0: ${label}`;
  });
  return [
    {
      kind: "figure",
      ...numberFigure(context, "Niveaux que je m’attribue, par compétence"),
      alt: `Diagramme en radar de l’auto-évaluation. ${said.join("\u202f; ")}.`,
      source: "",
      body: { kind: "radar", levels: levels.map((l) => l.label), axes },
    },
  ];
}

const CHANGED: Record<Evidence["kind"], Record<EvidenceState, string | null>> = {
  passage: { found: null, changed: "texte modifié depuis", missing: "texte retiré depuis" },
  figure: { found: null, changed: "figure modifiée depuis", missing: "figure retirée depuis" },
};

/** « citation », partie 3 – texte modifié depuis – note. */
function evidenceLine(
  proof: Evidence,
  state: EvidenceState,
  input: DossierInput,
  sections: DossierSection[],
): Inline[] {
  const line: Inline[] = [];
  if (proof.kind === "passage") {
    line.push({ text: `«\u00a0${excerpt(proof.quote)}\u00a0»` });
    const section = sections.find((s) => s.key === proof.sectionKey);
    if (section)
      line.push({ text: ", " }, { text: `partie ${section.number}`, to: section.anchor });
  } else {
    const title = input.figures.find((f) => f.figure.id === proof.figureId)?.figure.title;
    line.push({ text: `Figure «\u00a0${printable(title ?? proof.figureId)}\u00a0»` });
  }
  const changed = CHANGED[proof.kind][state];
  if (changed) line.push({ text: " – " }, { text: changed, italic: true });
  if (proof.note.trim()) line.push({ text: ` – ${printable(proof.note)}` });
  return line;
}
