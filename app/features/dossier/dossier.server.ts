import { artefactGaps } from "~/domain/artefact.ts";
import { countWords, listFigures } from "~/domain/document-text.ts";
import { assembleDossier, type DossierInput, dossierKind } from "~/domain/dossier.ts";
import { assembleArtefacts, endsInPack, requiredKinds } from "~/domain/dossier-artefacts.ts";
import { type CheckLine, checkDossier } from "~/domain/dossier-check.ts";
import { numberCaptions } from "~/domain/dossier-numbering.ts";
import { paths } from "~/paths.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { database } from "~db/client.server.ts";
import { listSubmissions } from "~db/queries/submissions.ts";
import { exportRefusals } from "./export.server.ts";
import { loadMaterial } from "./material.server.ts";
import type { CheckView, DossierView, LinkedLine, ReadingView } from "./view.ts";

/** The page: the « contrôle », or the dossier as it reads with `?vue=lecture`. */
export async function loadDossier(
  access: WorkspaceAccess,
  search: URLSearchParams,
): Promise<DossierView> {
  const [input, submissions] = await Promise.all([
    loadMaterial(access),
    listSubmissions(database(), access.workspace.id),
  ]);
  const { block, workspace, subject } = access;
  const words = new Map(input.sections.map((s) => [s.key, countWords(s.doc)]));
  const planned = subject.sections.filter((s) => s.required);
  const first = subject.steps[0];
  return {
    workspaceId: workspace.id,
    kind: dossierKind(block),
    oral: block.exam.oral,
    block: { id: block.id, order: block.order, title: block.shortTitle },
    words: [...words.values()].reduce((a, b) => a + b, 0),
    written: planned.filter((s) => (words.get(s.key) ?? 0) > 0).length,
    planned: planned.length,
    start: first ? paths.step(workspace.id, first.id) : paths.workspace(workspace.id),
    check: linkCheck(access, input),
    reading: search.get("vue") === "lecture" ? reading(access, input) : null,
    pack: endsInPack(block) ? packView(input) : null,
    submissions: submissions.map(({ number, submitted_at, words: handed }) => ({
      number,
      at: submitted_at.toISOString(),
      words: handed,
    })),
    refused: exportRefusals[search.get("export") ?? ""] ?? null,
  };
}

/** What a pack made now would hold, by kind, and what it would miss. */
function packView(input: DossierInput): NonNullable<DossierView["pack"]> {
  const artefacts = assembleArtefacts(input);
  const written = input.sections.filter((s) => countWords(s.doc) > 0).length;
  const media = artefacts.flatMap((artefact) => {
    const names = artefact.files.map((file) => FILE_NAMES[file.role]);
    return names.length > 0 ? [`${artefact.title}\u00a0: ${names.join(", ")}`] : [];
  });
  return {
    holds: [
      `${written}\u00a0partie${written < 2 ? "" : "s"} rédigée${written < 2 ? "" : "s"}, en DOCX et en HTML`,
      ...media,
      "Journal des prompts et relevé d’usage de l’IA, en PDF accessible",
      "Liste des fichiers avec leurs empreintes SHA-256",
    ],
    missing: [
      ...artefactGaps(requiredKinds(input.block), artefacts).map((gap) => gap.sentence),
      ...artefacts.flatMap((artefact) => artefact.remarks),
    ],
  };
}

const FILE_NAMES = {
  image: "image PNG",
  video: "vidéo",
  captions: "sous-titres",
  poster: "image d’attente",
} as const;

function sectionAddress({ workspace, subject }: WorkspaceAccess, key: string): string {
  const step = subject.steps.find((s) => s.sections.includes(key)) ?? subject.steps[0];
  return step
    ? `${paths.step(workspace.id, step.id)}?${new URLSearchParams({ vue: key })}`
    : paths.workspace(workspace.id);
}

function linkCheck(access: WorkspaceAccess, input: DossierInput): CheckView {
  const check = checkDossier(input);
  const { workspace } = access;
  const link = ({ target, ...line }: CheckLine): LinkedLine => {
    switch (target?.kind) {
      case "section":
        return { ...line, to: sectionAddress(access, target.id), action: "Ouvrir la partie" };
      case "step":
        return { ...line, to: paths.step(workspace.id, target.id), action: "Ouvrir l’étape" };
      case "assessment": {
        const asked = new URLSearchParams({ competence: target.id });
        const to = `${paths.assessment(workspace.id)}?${asked}#competence-${target.id}`;
        return { ...line, to, action: "Ouvrir l’auto-évaluation" };
      }
      default:
        return { ...line, to: null, action: "" };
    }
  };
  return {
    ...check,
    competencies: check.competencies.map((c) => ({
      ...c,
      sections: c.sections.map((s) => ({ ...s, to: sectionAddress(access, s.key) })),
      lines: c.lines.map(link),
    })),
    block: check.block.map(link),
    form: check.form.map(link),
  };
}

function reading(access: WorkspaceAccess, input: DossierInput): ReadingView {
  const dossier = assembleDossier(input);
  const docs = new Map(input.sections.map((s) => [s.key, s.doc]));
  const known = new Set(input.figures.map((f) => f.figure.id));
  const written = dossier.sections.flatMap((s) => {
    const doc = s.blocks.length > 0 ? docs.get(s.key) : undefined;
    return doc ? [{ key: s.key, doc }] : [];
  });
  const numbered = numberCaptions(
    written.map((s) => s.doc),
    known,
  );
  const byKey = new Map(written.map((s, index) => [s.key, numbered[index] ?? null]));
  const shown = new Set(written.flatMap((s) => listFigures(s.doc)));
  return {
    correspondence: dossier.correspondence,
    sections: dossier.sections.map(({ key, anchor, number, title, competencies }) => ({
      key,
      anchor,
      number,
      title,
      competencies,
      doc: byKey.get(key) ?? null,
      to: sectionAddress(access, key),
    })),
    annexes: dossier.annexes.map(({ letter, title }) => ({ letter, title })),
    figures: input.figures.map((f) => f.figure).filter((f) => shown.has(f.id)),
  };
}
