import type { PromptGuide } from "~/engines/prompt-guide.ts";
import { type Piece, piece } from "./draft.ts";
import { bodyPieces, callPieces, hookPieces, type Sheet } from "./voice.ts";

const KNOWN =
  "publication, carrousel, e-mail, début d’article, réponse à un commentaire, texte alternatif, sous-titres, version FALC, storyboard, liste d’idées, résumé ou reprise d’un texte";

/** « Fais mieux », « plus court »: as if there were a conversation. */
const AGAIN =
  /\bplus (?:court|long|simple|clair)|\bmieux\b|\bamelior\w*|\brecommence\w*|\bcontinue\w*|\bencore\b/;

/** When the kind of text is not understood: a paragraph if there was a task, and always a plain word about it. */
export function unknownPieces(sheet: Sheet, guide: PromptGuide, folded: string): Piece[] {
  const { brief } = sheet;
  if (!brief.hasTask) {
    const missing = guide.components.filter((c) => brief.missing.includes(c.id)).slice(0, 4);
    return [
      piece(
        "Je n’ai pas trouvé ce que je dois écrire : il manque un verbe de tâche (« rédige », « résume », « propose »…).",
        90,
      ),
      piece(`Je sais faire : ${KNOWN}.`, 80, { joint: "space" }),
      ...(AGAIN.test(folded)
        ? [
            piece(
              "Chaque essai repart de zéro : redonnez la demande entière, avec la correction.",
              85,
            ),
          ]
        : []),
      ...missing.map((c) => piece(`- ${c.name} : ${c.question}`, 40, { joint: "line" })),
    ];
  }
  return [
    ...hookPieces(sheet),
    ...bodyPieces(sheet),
    ...callPieces(sheet),
    piece(
      `[Je n’ai pas reconnu le type de texte demandé : voici un paragraphe. Je sais faire : ${KNOWN}.]`,
      85,
    ),
  ];
}

const UNSUPPORTED: [RegExp, string][] = [
  [/\btradui\w*/, "Le modèle d’entraînement ne traduit pas."],
  [/\btableau\b|\bcsv\b|\bjson\b/, "Le modèle d’entraînement ne met pas en tableau ni en JSON."],
  [/\bcode\b|\bhtml\b|\bpython\b/, "Le modèle d’entraînement n’écrit pas de code."],
  [
    /\bimages?\b.*\bgener\w*|\bgener\w*.*\bimages?\b|\bvideo\b/,
    "Le modèle d’entraînement ne produit que du texte.",
  ],
];

/** What was asked and cannot be done here, in French sentences; `filmed`: the words of a film are asked, not the film. */
export function unsupported(folded: string, filmed: boolean): string[] {
  return UNSUPPORTED.filter(
    ([pattern], i) => pattern.test(folded) && !(filmed && i === UNSUPPORTED.length - 1),
  ).map(([, sentence]) => sentence);
}
