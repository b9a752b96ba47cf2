import type { StepArtefact } from "./artefact.ts";
import type { Evidence, Rating } from "./assessment.ts";
import type { Block, Certification } from "./certification.ts";
import type { DocNode } from "./document.ts";
import { countWords } from "./document-text.ts";
import { buildAnnexes } from "./dossier-annexes.ts";
import { levelLabel } from "./dossier-assessment.ts";
import { type BlockContext, type DossierBlock, documentBlocks } from "./dossier-blocks.ts";
import { frenchDate, printable } from "./dossier-text.ts";
import type { Figure } from "./figure.ts";
import type { PublicSubject } from "./subject.ts";

/** A section as it was last saved. */
export type SectionDoc = { key: string; doc: DocNode };

/** A figure a tool offers, with the step where it was made. */
export type StepFigure = { stepId: string; figure: Figure };

export type DossierRating = Pick<Rating, "competency" | "level" | "justification">;

export type DossierRun = {
  id: string;
  stepId: string;
  prompt: string;
  output: string;
  /** French label of the provider, e.g. « modèle d’entraînement hors ligne ». */
  tool: string;
  model: string;
  temperature: number;
  kept: boolean;
  note: string;
  /** Key of the section it was inserted in, or null. */
  insertedIn: string | null;
  at: Date;
};

export type DossierImage = { id: string; name: string; width: number; height: number };

export type DossierInput = {
  subject: PublicSubject;
  certification: Certification;
  block: Block;
  sections: SectionDoc[];
  figures: StepFigure[];
  images: DossierImage[];
  ratings: DossierRating[];
  /** Of the current attempt. */
  evidence: Evidence[];
  promptRuns: DossierRun[];
  /** What the tools give as artefacts of the exercise. */
  artefacts: StepArtefact[];
  author: string;
  date: Date;
};

export type DossierCover = {
  /** « Dossier numérique », or « Pack de contenus » for an exercise without an oral. */
  kind: string;
  title: string;
  client: string;
  blockId: string;
  blockOrder: number;
  blockTitle: string;
  facts: { label: string; value: string }[];
  notices: string[];
};

export type Correspondence = {
  competency: string;
  title: string;
  sections: { anchor: string; number: number; title: string }[];
  evidence: number;
  level: string | null;
};

export type DossierSection = {
  key: string;
  anchor: string;
  number: number;
  title: string;
  words: number;
  competencies: string[];
  blocks: DossierBlock[];
  /** Always on a page of its own, however short. */
  ownPage?: true;
};

export type DossierAnnex = {
  anchor: string;
  letter: string;
  title: string;
  blocks: DossierBlock[];
};

/** The whole dossier, ready to be drawn by any renderer: strings are clean, numbers are French. */
export type Dossier = {
  title: string;
  author: string;
  date: string;
  subject: string;
  cover: DossierCover;
  correspondence: Correspondence[];
  sections: DossierSection[];
  annexes: DossierAnnex[];
  /** Captions of numbered figures, in reading order. */
  figures: { anchor: string; caption: string }[];
  /** Ids of the images the renderers need. */
  images: string[];
  empty: boolean;
};

/** « Dossier » or « Pack de contenus »: an exercise without an oral ends in a content pack. */
export function dossierKind(block: Block): string {
  return block.exam.oral ? "Dossier numérique" : "Pack de contenus";
}

/** Puts sections, figures, AI-use record and self-assessment together in the order the subject plans. */
export function assembleDossier(input: DossierInput): Dossier {
  const { subject, block } = input;
  const docs = new Map(input.sections.map((s) => [s.key, s.doc]));
  const context: BlockContext = {
    figures: new Map(input.figures.map((f) => [f.figure.id, f.figure])),
    images: new Map(input.images.map((i) => [i.id, i])),
    runs: new Map(recordedRuns(input).map((run, index) => [run.id, index + 1])),
    captions: [],
    usedImages: new Set(),
    usedFigures: new Set(),
  };

  const sections: DossierSection[] = [];
  for (const planned of subject.sections) {
    const doc = docs.get(planned.key);
    const blocks = doc ? documentBlocks(doc, context) : [];
    if (blocks.length === 0 && !planned.required) continue;
    sections.push({
      key: planned.key,
      anchor: `partie-${planned.key}`,
      number: sections.length + 1,
      title: printable(planned.title),
      words: doc ? countWords(doc) : 0,
      competencies: planned.competencies,
      blocks,
    });
  }

  const annexes = buildAnnexes(input, recordedRuns(input), sections, context);
  return {
    title: `${dossierKind(block)} – ${printable(subject.title)}`,
    author: printable(input.author),
    date: frenchDate(input.date),
    subject: printable(subject.title),
    cover: cover(input),
    correspondence: block.competencies.map((c) => ({
      competency: c.id,
      title: c.shortTitle,
      sections: sections
        .filter((s) => s.competencies.includes(c.id))
        .map(({ anchor, number, title }) => ({ anchor, number, title })),
      evidence: input.evidence.filter((e) => e.competency === c.id).length,
      level: levelLabel(input, c.id),
    })),
    sections,
    annexes,
    figures: context.captions,
    images: [...context.usedImages],
    empty: sections.every((s) => s.blocks.length === 0),
  };
}

/** Runs that belong in the AI-use record: kept by the learner, or inserted in a section. Oldest first. */
export function recordedRuns(input: Pick<DossierInput, "promptRuns">): DossierRun[] {
  return input.promptRuns
    .filter((run) => run.kept || run.insertedIn !== null)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What the exam of this block is, in one French line taken from its data. */
function examLine(block: Block): string {
  const kind =
    block.exam.kind === "case-study" ? "Étude de cas individuelle" : "Exercice individuel";
  return `${kind}\u00a0: ${block.exam.deliverable}${block.exam.oral ? ", puis soutenance orale" : ""}`;
}

function cover({ subject, certification, block, author, date }: DossierInput): DossierCover {
  const { accounts } = block.exam.requirements;
  return {
    kind: dossierKind(block),
    title: printable(subject.title),
    client: printable(subject.client.name),
    blockId: block.id,
    blockOrder: block.order,
    blockTitle: block.officialTitle,
    facts: [
      { label: "Candidat·e", value: printable(author) },
      { label: "Date", value: frenchDate(date) },
      {
        label: "Client",
        value: `${printable(subject.client.name)}, ${printable(subject.client.place)}`,
      },
      { label: "Certification", value: `${certification.code} – ${certification.title}` },
      { label: "Bloc", value: block.officialCode },
      { label: "Épreuve", value: examLine(block) },
      ...(accounts > 0
        ? [{ label: "Comptes", value: `au moins ${accounts} comptes simulés, textes et vidéos` }]
        : []),
    ],
    notices: [
      `Cas fictif. ${printable(subject.fiction)}`,
      `Document d’entraînement produit avec Bloc à bloc, plateforme sans lien avec ${certification.certifier.tradeName}, organisme certificateur, qui n’habilite aucun préparateur. Il ne vaut ni évaluation officielle ni certification.`,
      printable(certification.registrationNotice),
    ],
  };
}
