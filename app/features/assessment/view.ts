import type { Evidence, EvidenceState, Passage, Rating } from "~/domain/assessment.ts";
import type { Block, Certification } from "~/domain/certification.ts";

/** A link as the page shows it: what became of it, and where to see it. */
export type EvidenceView = Evidence & {
  state: EvidenceState;
  /** Title of the section or of the figure; null when it is gone. */
  title: string | null;
  /** Address of the step that holds it; null when it is gone. */
  to: string | null;
  /** For a passage that changed: the closest paragraph of today. */
  now: string | null;
};

/** All that the assessment page needs; made by assessment.server.ts. */
export type AssessmentView = {
  workspaceId: string;
  attempt: number;
  block: Block;
  scale: Certification["scale"];
  /** Of every attempt. */
  ratings: Rating[];
  /** Of the current attempt. */
  evidence: EvidenceView[];
  sections: { key: string; title: string; words: number }[];
  figures: { id: string; title: string }[];
  /** The competency the address asks to open. */
  open: string | null;
  /** Paragraphs of the section the address asks for. */
  picker: { sectionKey: string; passages: Passage[]; more: number } | null;
  /** What was just done, said once at the top. */
  done: string | null;
};

export const anchor = (competency: string) => `competence-${competency}`;
export const evidenceAnchor = (competency: string) => `preuves-${competency}`;
