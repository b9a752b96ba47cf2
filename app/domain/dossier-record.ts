import { type Artefact, artefactNames, BLANK, type PromptUse } from "./artefact.ts";
import type { Dossier, DossierSection } from "./dossier.ts";
import type { DossierBlock, TableCell } from "./dossier-blocks.ts";
import { cleanLines, excerpt, frenchDateTime, printable } from "./dossier-text.ts";

/** The AI-use record of one artefact, below a heading of `level - 1`: the same words in every file that holds it. */
export function artefactRecord(artefact: Artefact, level: 2 | 3): DossierBlock[] {
  const { aiUse, kind } = artefact;
  const fact = (term: string, texts: string[]) => ({
    term,
    inlines: [{ text: said(texts.map((t) => cleanLines(t).filter(Boolean).join("\n"))) }],
  });
  const title = (text: string): DossierBlock => ({ kind: "heading", level, inlines: [{ text }] });
  const list = (texts: string[]): DossierBlock =>
    texts.length > 0
      ? {
          kind: "list",
          style: "bullet",
          start: 1,
          items: texts.map((text) => ({ checked: false, blocks: [paragraph(text)] })),
        }
      : paragraph(BLANK);
  return [
    {
      kind: "facts",
      items: [
        { term: "Contenu", inlines: [{ text: artefactNames[kind].word }] },
        fact("Ce qui est gardé", aiUse.kept),
        ...(kind === "visual" ? [fact("Texte alternatif", [artefact.alternative])] : []),
        ...(kind === "animation" ? [fact("Texte équivalent", [artefact.alternative])] : []),
        fact("Mention d’IA prévue", [artefact.mention ?? ""]),
        fact("Règles de mention", aiUse.mentions),
        ...(artefact.remarks.length > 0 ? [fact("À savoir", artefact.remarks)] : []),
      ],
    },
    title("Prompts"),
    aiUse.prompts.length > 0 ? promptTable(aiUse.prompts) : paragraph(BLANK),
    title("Ce qui a été corrigé, et pourquoi"),
    list(
      aiUse.corrected.map(
        ({ what, why }) => `${printable(what)}\u00a0: ${printable(why).trim() || BLANK}`,
      ),
    ),
    title("Sources vérifiées, droits"),
    list(aiUse.sources.map(printable)),
  ];
}

/** Every prompt of a bench, in full: what the recorded runs of the prompt bench do not already hold. */
export function benchPrompts(artefact: Artefact, level: 2 | 3): DossierBlock[] {
  return artefact.aiUse.prompts
    .filter((prompt) => prompt.run === null)
    .flatMap((prompt): DossierBlock[] => [
      {
        kind: "heading",
        level,
        inlines: [{ text: `${printable(artefact.title)} – ${printable(prompt.version)}` }],
      },
      {
        kind: "facts",
        items: [
          { term: "Outil", inlines: [{ text: toolOf(prompt) }] },
          { term: "Date", inlines: [{ text: prompt.at ? frenchDateTime(prompt.at) : BLANK }] },
          { term: "Suite", inlines: [{ text: prompt.kept ? "gardé" : "essai" }] },
        ],
      },
      { kind: "verbatim", label: "Prompt", lines: cleanLines(prompt.text || BLANK) },
    ]);
}

const paragraph = (text: string): DossierBlock => ({ kind: "paragraph", inlines: [{ text }] });

/** The filled lines, or « non renseigné ». */
function said(texts: string[]): string {
  const filled = texts.filter((text) => text.trim() !== "");
  return filled.length > 0 ? filled.join("\n") : BLANK;
}

const toolOf = ({ provider, model }: PromptUse) =>
  said([
    [provider, model]
      .map(printable)
      .filter((t) => t.trim())
      .join(", "),
  ]);

const HEADS = ["Version", "Outil et modèle", "Date", "Prompt", "Suite"];

function promptTable(prompts: PromptUse[]): DossierBlock {
  const cell = (text: string, header = false, run: number | null = null): TableCell => ({
    header,
    colspan: 1,
    rowspan: 1,
    blocks: [
      { kind: "paragraph", inlines: [run === null ? { text } : { text, to: `essai-${run}` }] },
    ],
  });
  return {
    kind: "table",
    columns: HEADS.length,
    headerRows: 1,
    weights: [1, 2, 1.6, 4, 1],
    aligns: HEADS.map(() => "start"),
    rows: [
      HEADS.map((head) => cell(head, true)),
      ...prompts.map((prompt) => [
        cell(printable(prompt.version), false, prompt.run),
        cell(toolOf(prompt)),
        cell(prompt.at ? frenchDateTime(prompt.at) : BLANK),
        cell(excerpt(prompt.text) || BLANK),
        cell(prompt.kept ? "gardé" : "essai"),
      ]),
    ],
  };
}

/** A document of the pack made with the dossier's own look: the record of every artefact, each on its page. */
export function recordDocument(dossier: Dossier, artefacts: Artefact[]): Dossier {
  const sections = artefacts.map((artefact, index) =>
    ownSection(index, printable(artefact.title), artefactRecord(artefact, 2)),
  );
  const none = ownSection(0, "Aucun contenu", [
    paragraph("Aucun contenu n’est encore gardé dans l’espace."),
  ]);
  return rebound(dossier, "Usage de l’IA", sections.length > 0 ? sections : [none]);
}

/** Every prompt in full: the runs of the prompt bench with their raw answers, then those of the other benches. */
export function journalDocument(
  dossier: Dossier,
  artefacts: Artefact[],
  runs: DossierBlock[],
): Dossier {
  const others = artefacts.map((artefact) => benchPrompts(artefact, 2));
  const sections: [string, DossierBlock[]][] = [
    ["Banc de prompts", runs],
    ...artefacts.map((artefact, index): [string, DossierBlock[]] => [
      printable(artefact.title),
      others[index] ?? [],
    ]),
  ];
  const filled = sections.filter(([, blocks]) => blocks.length > 0);
  const empty: [string, DossierBlock[]] = [
    "Journal vide",
    [paragraph("Aucun essai n’a été gardé ni inséré.")],
  ];
  return rebound(
    dossier,
    "Journal des prompts",
    (filled.length > 0 ? filled : [empty]).map(([title, blocks], index) =>
      ownSection(index, title, blocks),
    ),
  );
}

function ownSection(index: number, title: string, blocks: DossierBlock[]): DossierSection {
  const number = index + 1;
  const anchor = `contenu-${number}`;
  return {
    key: anchor,
    anchor,
    number,
    title,
    words: 0,
    competencies: [],
    blocks,
    ownPage: true,
  };
}

function rebound(dossier: Dossier, kind: string, sections: DossierSection[]): Dossier {
  return {
    ...dossier,
    title: `${kind} – ${dossier.subject}`,
    cover: { ...dossier.cover, kind },
    correspondence: [],
    sections,
    annexes: [],
    figures: [],
    images: [],
    empty: false,
  };
}
