import { aiPassages } from "./document-text.ts";
import type { DossierAnnex, DossierInput, DossierRun, DossierSection } from "./dossier.ts";
import { assembleArtefacts } from "./dossier-artefacts.ts";
import { selfAssessment } from "./dossier-assessment.ts";
import { type BlockContext, type DossierBlock, type Inline, toolFigure } from "./dossier-blocks.ts";
import { artefactRecord } from "./dossier-record.ts";
import { cleanLines, excerpt, frenchDateTime, printable } from "./dossier-text.ts";

/** Annexes in order, lettered: tool figures left out of the text, AI-use record, self-assessment, image credits. */
export function buildAnnexes(
  input: DossierInput,
  runs: DossierRun[],
  sections: DossierSection[],
  context: BlockContext,
): DossierAnnex[] {
  const found: { key: string; title: string; blocks: DossierBlock[] }[] = [
    { key: "figures", title: "Productions des outils", blocks: toolFigures(input, context) },
    { key: "ia", title: "Relevé d’usage de l’IA", blocks: aiRecord(input, runs, sections) },
    {
      key: "evaluation",
      title: "Auto-évaluation",
      blocks: selfAssessment(input, sections, context),
    },
    { key: "images", title: "Crédits et droits des images", blocks: imageCredits(input, sections) },
  ];
  return found
    .filter((annex) => annex.blocks.length > 0)
    .map(({ key, title, blocks }, index) => ({
      anchor: `annexe-${key}`,
      letter: String.fromCharCode(65 + index),
      title,
      blocks,
    }));
}

function muted(text: string): DossierBlock {
  return { kind: "paragraph", muted: true, inlines: [{ text }] };
}

/** Figures no section shows: the interview's transcript first of all. */
function toolFigures(input: DossierInput, context: BlockContext): DossierBlock[] {
  const left = input.figures.filter((f) => !context.usedFigures.has(f.figure.id));
  if (left.length === 0) return [];
  return [
    muted(
      "Ces figures viennent des outils de l’espace de travail\u202f; le texte ne les reprend pas.",
    ),
    ...left.map(({ figure }) => toolFigure(figure, printable(figure.title), context)),
  ];
}

function aiRecord(
  input: DossierInput,
  runs: DossierRun[],
  sections: DossierSection[],
): DossierBlock[] {
  const wanted = input.block.exam.requirements.aiUseRecord;
  const records = wanted
    ? assembleArtefacts(input).flatMap((artefact): DossierBlock[] => [
        { kind: "heading", level: 2, inlines: [{ text: printable(artefact.title) }] },
        ...artefactRecord(artefact, 3),
      ])
    : [];
  if (runs.length === 0)
    return wanted
      ? [
          ...records,
          muted(
            `Aucun essai n’a été gardé ni inséré\u00a0: ${records.length > 0 ? "le journal" : "ce relevé"} est vide.`,
          ),
        ]
      : [];
  return [
    ...records,
    muted(
      "Chaque essai gardé ou inséré est recopié tel quel. Dans le texte, les passages marqués « IA » suivis d’un numéro renvoient ici.",
    ),
    ...runJournal(input, runs, sections),
  ];
}

/** Every recorded run in full, as it was, with what became of it. */
export function runJournal(
  input: DossierInput,
  runs: DossierRun[],
  sections: DossierSection[],
): DossierBlock[] {
  const passages = passagesByRun(input);
  const steps = new Map(input.subject.steps.map((step) => [step.id, step.title]));
  return runs.flatMap((run, index): DossierBlock[] => [
    {
      kind: "heading",
      level: 2,
      anchor: `essai-${index + 1}`,
      inlines: [{ text: `IA ${index + 1} – ${frenchDateTime(run.at)}` }],
    },
    {
      kind: "facts",
      items: [
        { term: "Outil", inlines: [{ text: printable(`${run.tool} (${run.model})`) }] },
        {
          term: "Étape",
          inlines: [{ text: printable(steps.get(run.stepId) ?? run.stepId) }],
        },
        {
          term: "Température",
          inlines: [{ text: String(run.temperature).replace(".", ",") }],
        },
        { term: "Usage", inlines: usage(run, passages.get(run.id) ?? [], sections) },
        ...(run.note.trim() ? [{ term: "Note", inlines: [{ text: printable(run.note) }] }] : []),
      ],
    },
    { kind: "verbatim", label: "Prompt", lines: cleanLines(run.prompt) },
    { kind: "verbatim", label: "Réponse brute", lines: cleanLines(run.output) },
  ]);
}

function passagesByRun(input: DossierInput): Map<string, { key: string; text: string }[]> {
  const found = new Map<string, { key: string; text: string }[]>();
  for (const { key, doc } of input.sections)
    for (const passage of aiPassages(doc))
      found.set(passage.run, [...(found.get(passage.run) ?? []), { key, text: passage.text }]);
  return found;
}

/** What became of the answer: the passages still marked in the text, section by section. */
function usage(
  run: DossierRun,
  passages: { key: string; text: string }[],
  sections: DossierSection[],
): Inline[] {
  if (passages.length > 0)
    return passages.flatMap(({ key, text }, index): Inline[] => {
      const section = sections.find((s) => s.key === key);
      const quote = `«\u00a0${excerpt(text, 160)}\u00a0»`;
      return [
        { text: index > 0 ? " · " : "" },
        section
          ? { text: `partie ${section.number}`, to: section.anchor }
          : { text: "partie non publiée" },
        { text: `\u00a0: ${quote}` },
      ].filter((inline) => inline.text !== "");
    });
  if (run.insertedIn) return [{ text: "Inséré, puis retiré ou entièrement réécrit." }];
  return [{ text: "Gardé pour comparaison, non inséré." }];
}

/** Each informative image with its caption (where the learner writes author and licence) and its file. */
function imageCredits(input: DossierInput, sections: DossierSection[]): DossierBlock[] {
  const names = new Map(input.images.map((image) => [image.id, image.name]));
  const items = sections.flatMap((section) =>
    imagesIn(section.blocks).map((image) => ({
      blocks: [
        {
          kind: "paragraph" as const,
          inlines: [
            { text: image.caption || image.alt },
            {
              text: ` (fichier «\u00a0${printable(names.get(image.assetId) ?? "inconnu")}\u00a0», `,
            },
            { text: `partie ${section.number}`, to: section.anchor },
            { text: ")" },
          ],
        },
      ],
      checked: false,
    })),
  );
  if (items.length === 0) return [];
  return [
    muted("Auteur, source et droits se lisent dans la légende de chaque image."),
    { kind: "list", style: "bullet", start: 1, items },
  ];
}

function imagesIn(blocks: DossierBlock[]): Extract<DossierBlock, { kind: "image" }>[] {
  return blocks.flatMap((block) => {
    if (block.kind === "image") return block.decorative ? [] : [block];
    if (block.kind === "list") return block.items.flatMap((item) => imagesIn(item.blocks));
    if (block.kind === "table") return block.rows.flat().flatMap((cell) => imagesIn(cell.blocks));
    return "blocks" in block ? imagesIn(block.blocks) : [];
  });
}
