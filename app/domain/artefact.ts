/**
 * What an exercise asks the learner to make with the help of an AI, and the record of that help. A tool gives what it
 * knows; a field nobody filled stays empty here and reads « non renseigné ».
 */
export type ArtefactKind = "text" | "visual" | "animation";

export type FileRole = "image" | "poster" | "video" | "captions";

/** A file kept in the workspace, or one written from its words. `name` has no folder. */
export type ArtefactFile = {
  role: FileRole;
  name: string;
  /** Of a poster: its own text alternative. */
  alternative?: string;
} & ({ assetId: string } | { text: string; type: string });

export type PromptUse = {
  /** « v2 » of a bench, « IA 3 » of the recorded runs. */
  version: string;
  /** Number of the recorded run; null for a bench's own version. */
  run: number | null;
  text: string;
  provider: string;
  model: string;
  at: Date | null;
  kept: boolean;
};

export type AiUse = {
  prompts: PromptUse[];
  /** What was kept of the answers. */
  kept: string[];
  corrected: { what: string; why: string }[];
  /** Sources checked, rights and licences looked up. */
  sources: string[];
  /** The rules that ask for a mention, with where they come from. */
  mentions: string[];
};

/** What made the picture, for the provenance written inside its file; null when nobody said. */
export type Origin = { by: "rules" | "model"; tool: string; prompt: string };

export type Artefact = {
  /** "<tool>:<name>" or "section:<key>", unique in a workspace. */
  id: string;
  kind: ArtefactKind;
  title: string;
  files: ArtefactFile[];
  /** Text alternative of a picture, « texte équivalent » of an animation; nothing for a text. */
  alternative: string;
  /** What the learner tells readers of the help of an AI; null when it has no field of its own but the text. */
  mention: string | null;
  origin: Origin | null;
  aiUse: AiUse;
  /** What the tool sees that a person should know before handing it in. */
  remarks: string[];
};

/** An artefact with the step it was made in. */
export type StepArtefact = { stepId: string; artefact: Artefact };

/** What an empty field reads. */
export const BLANK = "non renseigné";

export const noAiUse: AiUse = { prompts: [], kept: [], corrected: [], sources: [], mentions: [] };

/** Two records of one artefact as one; the same line is said once. */
export function joinAiUse(a: AiUse, b: AiUse): AiUse {
  return {
    prompts: [...a.prompts, ...b.prompts],
    kept: [...new Set([...a.kept, ...b.kept])],
    corrected: [...a.corrected, ...b.corrected],
    sources: [...new Set([...a.sources, ...b.sources])],
    mentions: [...new Set([...a.mentions, ...b.mentions])],
  };
}

/** The words each kind goes by. */
export const artefactNames = {
  text: { the: "Le texte", of: "du texte", word: "texte" },
  visual: { the: "Le visuel", of: "du visuel", word: "visuel" },
  animation: { the: "L’animation", of: "de l’animation", word: "animation" },
} as const satisfies Record<ArtefactKind, object>;

/** The file that is the artefact itself; null while it is not kept. A text is its section. */
export function mainFile(artefact: Artefact): ArtefactFile | null {
  const role: FileRole = artefact.kind === "animation" ? "video" : "image";
  return artefact.files.find((file) => file.role === role) ?? null;
}

export type ArtefactGap = { id: string; kind: ArtefactKind; sentence: string };

/** What is missing before the pack holds every artefact, described and mentioned. `required`: kinds the exam asks for. */
export function artefactGaps(required: ArtefactKind[], artefacts: Artefact[]): ArtefactGap[] {
  return required.flatMap((kind) => {
    const { the, of } = artefactNames[kind];
    const own = artefacts.filter((a) => a.kind === kind);
    const gap = (id: string, sentence: string): ArtefactGap => ({
      id: `pack-${kind}-${id}`,
      kind,
      sentence,
    });
    if (kind === "text")
      return own.length === 0 ? [gap("absent", "Le texte n’est pas encore écrit.")] : [];
    const kept = own.filter((a) => mainFile(a) !== null);
    if (kept.length === 0) {
      const agreed = kind === "animation" ? "gardée" : "gardé";
      return [gap("absent", `${the} n’est pas encore ${agreed} dans l’espace.`)];
    }
    const gaps: ArtefactGap[] = [];
    const name = kind === "animation" ? "texte équivalent" : "texte alternatif";
    if (kept.some((a) => !a.alternative.trim()))
      gaps.push(gap("alternative", `Le ${name} ${of} n’est pas écrit.`));
    if (kept.some((a) => a.mention?.trim() === ""))
      gaps.push(gap("mention", `La mention d’IA ${of} n’est pas écrite.`));
    if (kind === "animation" && kept.some((a) => !a.files.some((f) => f.role === "captions")))
      gaps.push(gap("captions", "L’animation n’a pas de sous-titres."));
    return gaps;
  });
}
