import {
  checkEvidence,
  checkRating,
  cleanNote,
  closestPassage,
  EVIDENCE_MAX,
  type Evidence,
  type EvidenceInput,
  evidenceState,
  type Passage,
  passages,
} from "~/domain/assessment.ts";
import { mayStartAttempt } from "~/domain/assessment-attempts.ts";
import { type DocNode, parseDocument } from "~/domain/document.ts";
import { paths } from "~/paths.ts";
import type { WorkspaceAccess } from "~/platform/guard.server.ts";
import { type StepFigure, workspaceFigures } from "~/tools/workspace-figures.ts";
import { database } from "~db/client.server.ts";
import { deleteEvidence, insertEvidence, listEvidence } from "~db/queries/evidence.ts";
import { listRatings, saveSelfRating, startNewAttempt } from "~db/queries/ratings.ts";
import { findSections, listSectionCounts } from "~db/queries/sections.ts";
import { listToolSessions } from "~db/queries/tool-sessions.ts";
import type { Intent, Outcome } from "./intents.ts";
import type { AssessmentView, EvidenceView } from "./view.ts";

/** Paragraphs offered at once; the rest of a very long section is quoted from the editor. */
const PASSAGES_SHOWN = 120;

/** Stored texts by section key; one that no longer parses counts as not written. */
async function loadDocs(workspaceId: string, keys: string[]): Promise<Map<string, DocNode>> {
  const docs = new Map<string, DocNode>();
  for (const row of await findSections(database(), workspaceId, keys)) {
    const parsed = parseDocument(row.doc);
    if (parsed.ok) docs.set(row.section_key, parsed.value);
  }
  return docs;
}

const doneSentences: Record<string, string> = {
  niveau: "Votre évaluation est enregistrée.",
  preuve: "La preuve est liée à la compétence.",
  retrait: "Le lien est retiré. Le dossier n’a pas changé.",
  tentative:
    "La nouvelle tentative est ouverte. La précédente est gardée, visible sous chaque compétence.",
};

/** Everything the page shows; `search` holds competence, partie and fait. */
export async function loadAssessment(
  access: WorkspaceAccess,
  search: URLSearchParams,
): Promise<AssessmentView> {
  const { workspace, subject, certification, block } = access;
  const db = database();
  const [ratings, evidence, counts, sessions] = await Promise.all([
    listRatings(db, workspace.id),
    listEvidence(db, workspace.id, workspace.attempt),
    listSectionCounts(db, workspace.id),
    listToolSessions(db, workspace.id),
  ]);
  const asked = subject.sections.find((s) => s.key === search.get("partie"))?.key ?? null;
  const quoted = evidence.flatMap((e) => (e.kind === "passage" ? [e.sectionKey] : []));
  const docs = await loadDocs(workspace.id, [...new Set([...quoted, ...(asked ? [asked] : [])])]);
  const figures = workspaceFigures(subject, sessions);
  const words = new Map(counts.map((c) => [c.section_key, c.words]));
  const open = block.competencies.find((c) => c.id === search.get("competence"))?.id ?? null;
  const offered = asked ? eachOnce(passages(docs.get(asked) ?? { type: "doc" })) : [];
  return {
    workspaceId: workspace.id,
    attempt: workspace.attempt,
    block,
    scale: certification.scale,
    ratings,
    evidence: evidence.map((e) => showEvidence(e, access, docs, figures)),
    sections: subject.sections.map(({ key, title }) => ({
      key,
      title,
      words: words.get(key) ?? 0,
    })),
    figures: figures.map(({ figure }) => ({ id: figure.id, title: figure.title })),
    open,
    picker: asked
      ? {
          sectionKey: asked,
          passages: offered.slice(0, PASSAGES_SHOWN),
          more: Math.max(0, offered.length - PASSAGES_SHOWN),
        }
      : null,
    done: doneSentences[search.get("fait") ?? ""] ?? null,
  };
}

/** A sentence repeated in a section is offered once. */
function eachOnce(list: Passage[]): Passage[] {
  return [...new Map(list.map((p) => [p.fingerprint, p])).values()];
}

function showEvidence(
  evidence: Evidence,
  { subject, workspace }: WorkspaceAccess,
  docs: ReadonlyMap<string, DocNode>,
  figures: readonly StepFigure[],
): EvidenceView {
  const state = evidenceState(
    evidence,
    docs,
    figures.map((f) => f.figure),
  );
  if (evidence.kind === "figure") {
    const found = figures.find((f) => f.figure.id === evidence.figureId);
    const to = found
      ? `${paths.step(workspace.id, found.stepId)}?vue=${toolOf(evidence.figureId)}`
      : null;
    return { ...evidence, state, title: found?.figure.title ?? null, to, now: null };
  }
  const section = subject.sections.find((s) => s.key === evidence.sectionKey);
  const step = subject.steps.find((s) => s.sections.includes(evidence.sectionKey));
  const doc = docs.get(evidence.sectionKey);
  return {
    ...evidence,
    state,
    title: section?.title ?? null,
    to: step ? `${paths.step(workspace.id, step.id)}?vue=${evidence.sectionKey}` : null,
    now: state === "changed" && doc ? (closestPassage(doc, evidence.quote)?.text ?? null) : null,
  };
}

/** "client-interview:transcript" → "client-interview". */
const toolOf = (figureId: string) => figureId.split(":")[0] ?? figureId;

/** Does what a form asks, or says why not. */
export async function actOnAssessment(access: WorkspaceAccess, intent: Intent): Promise<Outcome> {
  switch (intent.intent) {
    case "rate":
      return rate(access, intent);
    case "add-evidence":
      return addEvidence(access, intent);
    case "remove-evidence": {
      const { workspace } = access;
      const gone = await deleteEvidence(
        database(),
        workspace.id,
        workspace.attempt,
        intent.evidence,
      );
      if (gone) return { ok: true, intent: "remove-evidence", competency: gone };
      return {
        ok: false,
        intent: "remove-evidence",
        competency: null,
        reason: "not-found",
        message: "Cette preuve n’est plus là\u00A0: elle a sans doute déjà été retirée.",
      };
    }
    case "new-attempt":
      return newAttempt(access, intent.attempt);
  }
}

const attemptOver =
  "Une nouvelle tentative a été commencée dans un autre onglet ou sur un autre appareil\u00A0: celle-ci ne se modifie plus. Votre texte reste affiché\u00A0: copiez-le, puis rechargez la page.";

async function rate(
  { workspace, certification, block, actor }: WorkspaceAccess,
  input: Extract<Intent, { intent: "rate" }>,
): Promise<Outcome> {
  const sent = { level: input.level, justification: input.justification };
  const base = { ok: false, intent: "rate", competency: input.competency, sent } as const;
  const checked = checkRating(certification, block, input);
  if (!checked.ok) return { ...base, reason: checked.reason, message: checked.message };
  const saved = await saveSelfRating(database(), {
    workspaceId: workspace.id,
    attempt: input.attempt,
    competency: input.competency,
    raterId: actor.id,
    level: checked.value.level,
    justification: checked.value.justification,
    version: input.version,
  });
  if (saved.ok)
    return { ok: true, intent: "rate", competency: input.competency, rating: saved.rating };
  const message =
    saved.reason === "attempt-over"
      ? attemptOver
      : "Cette évaluation a été modifiée ailleurs entre-temps\u00A0: rien n’a été remplacé. Comparez les deux textes, puis choisissez.";
  return { ...base, reason: saved.reason, message, current: saved.current };
}

async function addEvidence(
  { workspace, subject, block }: WorkspaceAccess,
  input: Extract<Intent, { intent: "add-evidence" }>,
): Promise<Outcome> {
  const refuse = (reason: string, message: string): Outcome => ({
    ok: false,
    intent: "add-evidence",
    competency: input.competency,
    reason,
    message,
  });
  if (!block.competencies.some((c) => c.id === input.competency))
    return refuse("unknown-competency", "Cette compétence n’est pas dans le bloc de cet espace.");
  const db = database();
  const sectionKeys = subject.sections.map((s) => s.key);
  const docs = await loadDocs(
    workspace.id,
    sectionKeys.filter((key) => key === input.sectionKey),
  );
  const what = named(input, docs);
  if (!what) return refuse("nothing-chosen", "Choisissez d’abord un passage ou une figure.");
  const figures =
    what.kind === "figure"
      ? workspaceFigures(subject, await listToolSessions(db, workspace.id)).map((f) => f.figure)
      : [];
  const checked = checkEvidence(what, sectionKeys, docs, figures);
  if (!checked.ok) return refuse(checked.reason, checked.message);
  const linked = await insertEvidence(db, {
    workspaceId: workspace.id,
    attempt: workspace.attempt,
    competency: input.competency,
    what: checked.value,
    note: cleanNote(input.note),
    max: EVIDENCE_MAX,
  });
  if (linked.ok) return { ok: true, intent: "add-evidence", competency: input.competency };
  return refuse(
    linked.reason,
    linked.reason === "too-many"
      ? `Cette compétence a déjà ${EVIDENCE_MAX} preuves\u00A0: retirez-en une pour en lier une autre.`
      : attemptOver,
  );
}

/** What the form names: a figure, the words of a passage, or the paragraph that carries a fingerprint. */
function named(
  input: Extract<Intent, { intent: "add-evidence" }>,
  docs: ReadonlyMap<string, DocNode>,
): EvidenceInput | null {
  if (input.figureId) return { kind: "figure", figureId: input.figureId };
  if (!input.sectionKey) return null;
  if (input.quote?.trim())
    return { kind: "passage", sectionKey: input.sectionKey, quote: input.quote };
  if (!input.passage) return null;
  const doc = docs.get(input.sectionKey);
  const picked = doc && passages(doc).find((p) => p.fingerprint === input.passage);
  // A paragraph rewritten since the page was shown has another fingerprint: checkEvidence says so.
  return { kind: "passage", sectionKey: input.sectionKey, quote: picked?.text ?? input.passage };
}

async function newAttempt({ workspace }: WorkspaceAccess, from: number): Promise<Outcome> {
  const db = database();
  const ratings = await listRatings(db, workspace.id, from);
  if (from === workspace.attempt && !mayStartAttempt(ratings, from))
    return {
      ok: false,
      intent: "new-attempt",
      competency: null,
      reason: "nothing-rated",
      message: "Évaluez au moins une compétence avant d’ouvrir une nouvelle tentative.",
    };
  await startNewAttempt(db, workspace.id, from);
  return { ok: true, intent: "new-attempt", competency: null };
}
