import {
  type AiUse,
  type Artefact,
  type ArtefactKind,
  joinAiUse,
  mainFile,
  noAiUse,
  type PromptUse,
} from "./artefact.ts";
import type { Block } from "./certification.ts";
import { aiPassages, countWords, listImages } from "./document-text.ts";
import { type DossierInput, type DossierRun, recordedRuns } from "./dossier.ts";
import { excerpt, printable } from "./dossier-text.ts";
import type { Provision, Section } from "./subject.ts";

type Demand = Block["exam"]["requirements"]["artefacts"][number];

const KINDS: Record<Demand, ArtefactKind> = {
  text: "text",
  image: "visual",
  video: "animation",
  animation: "animation",
};
const PROVIDES: Record<ArtefactKind, readonly Provision[]> = {
  text: ["text"],
  visual: ["image"],
  animation: ["animation", "video"],
};

/** An exercise without an oral ends in files to hand over. */
export function endsInPack(block: Block): boolean {
  return !block.exam.oral;
}

/** The kinds the block's exam asks for, once each. */
export function requiredKinds(block: Block): ArtefactKind[] {
  return [...new Set(block.exam.requirements.artefacts.map((demand) => KINDS[demand]))];
}

/** An artefact with the places that made it: they say which prompt runs are its own. */
type Placed = { artefact: Artefact; steps: string[]; section: string | null };

/**
 * The artefacts of a workspace, in the order the exam names them, each with its AI-use record: written sections that
 * provide a text, what the tools give, and the pictures of the text when no tool gives one. None when the exam
 * neither ends in a pack nor asks for an AI-use record.
 */
export function assembleArtefacts(input: DossierInput): Artefact[] {
  if (!endsInPack(input.block) && !input.block.exam.requirements.aiUseRecord) return [];
  const placed = requiredKinds(input.block).flatMap((kind) => {
    if (kind === "text") return texts(input);
    const made = fromTools(input, kind);
    return kind === "visual" && !made.some((p) => mainFile(p.artefact))
      ? [...made, ...pictures(input)]
      : made;
  });
  const owned = ownRuns(input, placed);
  return placed.map(({ artefact }, index) => ({
    ...artefact,
    aiUse: joinAiUse(artefact.aiUse, runsUse(owned[index] ?? [])),
  }));
}

function providing(input: DossierInput, kind: ArtefactKind): Section[] {
  return input.subject.sections.filter((s) => s.provides?.some((p) => PROVIDES[kind].includes(p)));
}

const stepsOf = (input: DossierInput, section: string) =>
  input.subject.steps.filter((step) => step.sections.includes(section)).map((step) => step.id);

function texts(input: DossierInput): Placed[] {
  return providing(input, "text").flatMap((section) => {
    const doc = input.sections.find((s) => s.key === section.key)?.doc;
    if (!doc || countWords(doc) === 0) return [];
    const steps = stepsOf(input, section.key);
    const reviews = input.artefacts.filter(
      ({ stepId, artefact }) => artefact.kind === "text" && steps.includes(stepId),
    );
    const passages = aiPassages(doc).map((p) => excerpt(p.text, 160));
    const kept = passages.map((text) => `Repris dans le texte\u00a0: «\u00a0${text}\u00a0»`);
    return {
      artefact: {
        id: `section:${section.key}`,
        kind: "text",
        title: printable(section.title),
        files: [],
        alternative: "",
        mention: null,
        origin: null,
        aiUse: reviews.reduce((all, r) => joinAiUse(all, r.artefact.aiUse), { ...noAiUse, kept }),
        remarks: reviews.flatMap((r) => r.artefact.remarks),
      },
      steps,
      section: section.key,
    };
  });
}

function fromTools(input: DossierInput, kind: ArtefactKind): Placed[] {
  const sections = providing(input, kind);
  return input.artefacts
    .filter(({ artefact }) => artefact.kind === kind)
    .map(({ stepId, artefact }) => {
      const step = input.subject.steps.find((s) => s.id === stepId);
      const section = sections.find((s) => step?.sections.includes(s.key))?.key ?? null;
      return { artefact, steps: [stepId], section };
    });
}

/** Pictures that the section itself shows: made elsewhere and put in the text, without a bench. */
function pictures(input: DossierInput): Placed[] {
  const known = new Set(input.images.map((image) => image.id));
  return providing(input, "visual").flatMap((section) => {
    const doc = input.sections.find((s) => s.key === section.key)?.doc;
    const shown = doc ? listImages(doc) : [];
    const seen = new Map(
      shown.filter((i) => !i.decorative && known.has(i.assetId)).map((i) => [i.assetId, i]),
    );
    return [...seen.values()].map((image, index) => ({
      artefact: {
        id: `section:${section.key}:${index + 1}`,
        kind: "visual" as const,
        title: printable(section.title) + (seen.size > 1 ? `, image ${index + 1}` : ""),
        files: [{ role: "image" as const, name: "visuel", assetId: image.assetId }],
        alternative: printable(image.alt).trim(),
        mention: null,
        origin: null,
        aiUse: noAiUse,
        remarks: [],
      },
      steps: stepsOf(input, section.key),
      section: section.key,
    }));
  });
}

/**
 * Whose each recorded run is: the artefact it was inserted in, else those of the step it was made in, else the texts.
 */
function ownRuns(input: DossierInput, placed: Placed[]): { run: DossierRun; number: number }[][] {
  const owned: { run: DossierRun; number: number }[][] = placed.map(() => []);
  for (const [index, run] of recordedRuns(input).entries()) {
    const matches = [
      (p: Placed) => p.section !== null && p.section === run.insertedIn,
      (p: Placed) => p.steps.includes(run.stepId),
      (p: Placed) => p.artefact.kind === "text",
    ];
    const match = matches.find((m) => placed.some(m));
    for (const [at, one] of placed.entries())
      if (match?.(one)) owned[at]?.push({ run, number: index + 1 });
  }
  return owned;
}

function runsUse(runs: { run: DossierRun; number: number }[]): AiUse {
  const noted = runs.filter(({ run }) => run.note.trim());
  return {
    ...noAiUse,
    prompts: runs.map(
      ({ run, number }): PromptUse => ({
        version: `IA ${number}`,
        run: number,
        text: run.prompt,
        provider: run.tool,
        model: run.model,
        at: run.at,
        kept: run.kept || run.insertedIn !== null,
      }),
    ),
    corrected: noted.map(({ run, number }) => ({ what: `Note sur IA ${number}`, why: run.note })),
  };
}
