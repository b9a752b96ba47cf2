import type { DocNode } from "~/domain/document.ts";
import type { Correspondence } from "~/domain/dossier.ts";
import type { CheckLine, DossierCheck } from "~/domain/dossier-check.ts";
import type { Figure } from "~/domain/figure.ts";

/** An observation with the address where it can be mended. */
export type LinkedLine = Pick<CheckLine, "id" | "severity" | "observed" | "sentence"> & {
  to: string | null;
  /** French: what the link does. */
  action: string;
};

export type CheckView = Pick<DossierCheck, "blocking" | "advisory" | "toLookAt"> & {
  competencies: {
    id: string;
    title: string;
    sections: { key: string; title: string; words: number; to: string }[];
    lines: LinkedLine[];
  }[];
  block: LinkedLine[];
  form: LinkedLine[];
};

/** The dossier as it reads; only sent when it is asked for. */
export type ReadingView = {
  correspondence: Correspondence[];
  sections: {
    key: string;
    anchor: string;
    number: number;
    title: string;
    competencies: string[];
    doc: DocNode | null;
    to: string;
  }[];
  annexes: { letter: string; title: string }[];
  figures: Figure[];
};

/** All that the page needs; made by dossier.server.ts. */
export type DossierView = {
  workspaceId: string;
  /** « Dossier numérique » or « Pack de contenus ». */
  kind: string;
  oral: boolean;
  block: { id: string; order: number; title: string };
  words: number;
  written: number;
  planned: number;
  /** Where to start when nothing is written. */
  start: string;
  check: CheckView;
  reading: ReadingView | null;
  /** What the content pack holds and misses; null when the exercise ends in an oral. */
  pack: { holds: string[]; missing: string[] } | null;
  /** Hand-ins made so far, newest first. */
  submissions: { number: number; at: string; words: number }[];
  /** Why the last export, asked for without a script, gave no file. */
  refused: string | null;
};

/** Headers that carry the export's remarks to the page's script. */
export const NOTICES_HEADER = "X-Export-Notices";
