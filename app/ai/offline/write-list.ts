import { type Piece, piece } from "./draft.ts";
import type { Said } from "./phrases.ts";
import { unpointed } from "./typography.ts";
import { organisation, type Sheet, say } from "./voice.ts";

const ANGLES = [
  "Les coulisses",
  "Le geste expliqué",
  "La question qu’on nous pose",
  "Le portrait",
  "L’avant et l’après",
  "Le chiffre vérifié",
  "La date à retenir",
  "L’erreur à éviter",
  "Le mot du métier",
  "La réponse en une minute",
];
const HOLLOW: Said[] = [
  {
    vous: "Une citation inspirante pour booster votre lundi",
    tu: "Une citation inspirante pour booster ton lundi",
  },
  { vous: "Un concours viral à partager", tu: "Un concours viral à partager" },
  { vous: "Les coulisses d’une équipe passionnée", tu: "Les coulisses d’une équipe passionnée" },
  { vous: "Une astuce incontournable", tu: "Une astuce incontournable" },
  { vous: "Un sondage pour engager votre communauté", tu: "Un sondage pour engager ta communauté" },
  { vous: "Un mème tendance", tu: "Un mème tendance" },
  { vous: "Un avant/après percutant", tu: "Un avant/après percutant" },
  { vous: "Une story originale", tu: "Une story originale" },
];

/** A list of ideas or questions: built on the facts given, hollow without any. */
export function listPieces(sheet: Sheet): Piece[] {
  const { brief, turn } = sheet;
  const count = brief.items ?? (brief.hasFormat ? 5 : 8);
  const forWhom = brief.audience ? ` (cible : ${brief.audience})` : "";
  const items = Array.from({ length: count }, (_, i) => {
    const angle = ANGLES[(i + turn) % ANGLES.length] as string;
    const fact = brief.facts[(i + turn) % Math.max(1, brief.facts.length)];
    if (fact) return { text: `${angle} : « ${unpointed(fact)} »${forWhom}`, hollow: false };
    if (brief.topic && (brief.noSuperlatives || brief.audience))
      return { text: `${angle} : ${brief.topic}${forWhom}`, hollow: false };
    const said = HOLLOW[(i + turn) % HOLLOW.length] as Said;
    return { text: `${say(sheet, said)} (${organisation(sheet)})`, hollow: true };
  });
  return [
    ...items.map((item, i) =>
      piece(`${i + 1}. ${item.text}`, 60 - i, {
        joint: "line",
        ...(item.hollow ? { fault: "cliche" } : {}),
      }),
    ),
    ...brief.mentions.map((text) => piece(text, 100, { verbatim: true })),
  ];
}

/**
 * A text alternative. The practice model sees no image: it words the description found in the prompt, and
 * says so when there is none.
 */
export function altTextPieces(sheet: Sheet): Piece[] {
  const { brief } = sheet;
  const described = brief.material ?? brief.facts[0] ?? brief.topic;
  if (!described)
    return [
      piece("Image de [sujet], photo illustrative et inspirante.", 50, { fault: "useless-words" }),
      piece(
        "Je ne vois pas votre image : décrivez-la dans le prompt (qui, quoi, où, texte lisible).",
        60,
      ),
    ];
  const bare = unpointed(
    described.replace(/^(?:une? )?(?:image|photo|photographie) (?:de |d’|d'|du |des )/i, ""),
  );
  const first = bare.slice(0, 1).toLocaleUpperCase("fr") + bare.slice(1);
  // A screen reader already says « image »: without an order, the useless words come first, as they often do.
  return brief.noImageOf || !brief.missing.includes("contraintes")
    ? [piece(`${first}.`, 90)]
    : [piece(`Image de : ${bare}.`, 90, { fault: "useless-words" })];
}
