import type { z } from "zod";

/** One thing wrong in the content, told so that its author can find it. */
export type Fault = {
  /** Path from the content folder, e.g. "subjects/cyclerie/subject.yaml". */
  file: string;
  /** Path inside the file, e.g. "steps.2.tools.0"; empty for the file as a whole. */
  path: string;
  /** What is wrong, in a French sentence. */
  message: string;
};

/** The fault as one line: `file: path: sentence`. */
export function faultLine({ file, path, message }: Fault): string {
  return [file, path || "(fichier)", message].join(": ");
}

/** A schema's complaints as faults of one file; `under` is put before each path. */
export function schemaFaults(file: string, error: z.ZodError, under = ""): Fault[] {
  return error.issues.map((issue) => ({
    file,
    path: [under, ...issue.path.map(String)].filter(Boolean).join("."),
    message: issueSentence(issue),
  }));
}

function issueSentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return `clé inconnue\u00a0: ${issue.keys.join(", ")}.`;
    case "invalid_type":
      return `valeur absente ou d’un autre type que ${issue.expected}.`;
    case "invalid_value":
      return `valeur attendue\u00a0: ${issue.values.map(String).join(" ou ")}.`;
    case "too_small":
      return "valeur trop petite ou liste vide.";
    case "too_big":
      return "valeur trop grande.";
    case "invalid_format":
      return `forme attendue\u00a0: ${issue.format}.`;
    default:
      return `${issue.message}.`;
  }
}

/** Thrown by what cannot go on with faulty content; the message lists every fault. */
export class ContentError extends Error {
  constructor(readonly faults: Fault[]) {
    super(`Contenu invalide (${faults.length})\u00a0:\n${faults.map(faultLine).join("\n")}`);
    this.name = "ContentError";
  }
}
