import { type Piece, piece } from "./draft.ts";
import { unpointed } from "./typography.ts";
import { callPieces, calm, mentionPieces, organisation, type Sheet, topicOf } from "./voice.ts";

/** One movement a shot: what an order about the form obtains. */
const MOVES = [
  "Plan fixe",
  "Travelling avant",
  "Panoramique vers la droite",
  "Zoom lent",
  "Plongée fixe",
  "Travelling arrière",
];
/** Two at once: what nobody can film in three seconds. */
const CROWDED = ["Zoom et travelling", "Panoramique et zoom rapide", "Drone et travelling"];
const HOLLOW = [
  "une équipe souriante au cœur de l’action",
  "un lever de soleil sur un univers incontournable",
  "des mains qui se serrent, symbole d’une véritable passion",
  "une foule enthousiaste qui applaudit",
];

/**
 * Shots as « [movement] : [scene]. [details]. », one a line. Facts become what is seen and read on the screen;
 * without them the scenes could be anybody's, and without a form two movements fight in a shot.
 */
export function storyboardPieces(sheet: Sheet): Piece[] {
  const { brief, pick, turn } = sheet;
  const formed = brief.hasFormat || brief.parts !== null;
  const count = brief.parts ?? (formed ? 4 : 8);
  const call = callPieces(sheet)[0];
  const seconds = brief.seconds === null ? null : Math.max(1, Math.round(brief.seconds / count));
  const facts = brief.facts;
  const shots = Array.from({ length: count }, (_, i) => {
    const fact = facts[i];
    const last = i === count - 1;
    const plain = brief.noSuperlatives || brief.noInvention || facts.length > 0;
    const scene = last
      ? `le nom « ${organisation(sheet)} » sur un fond uni`
      : fact || (plain && brief.topic)
        ? `${lower(topicOf(sheet))}, ${brief.audience ? `une personne du public au premier plan (${brief.audience})` : "de près"}`
        : plain
          ? "[à compléter : le lieu, la personne, le geste]"
          : pick(
              `scene${i}`,
              HOLLOW.map((_, k) => HOLLOW[(k + i + turn) % HOLLOW.length] as string),
            );
    const shown = last
      ? call && `Texte à l’écran : « ${unpointed(call.text)} »`
      : fact && `Texte à l’écran : « ${unpointed(fact)} »`;
    const details = [
      ...(shown ? [shown] : []),
      ...(seconds ? [`${seconds}\u00a0s`] : []),
      ...(brief.tone.mood ? [lightOf(sheet)] : []),
    ];
    const wording = details.length > 0 ? details.join(", ") : "Ambiance inspirante et percutante";
    const moves = formed ? MOVES : CROWDED;
    const move = moves[(i + turn) % moves.length] as string;
    const hollow = !last && !fact && !plain;
    return piece(calm(brief, `${move} : ${scene}. ${wording}.`), last ? 70 : 60 - i, {
      joint: "line",
      ...(hollow ? { fault: "cliche" } : formed ? {} : { fault: "two-movements" }),
    });
  });
  return [...shots, ...mentionPieces(sheet)];
}

function lower(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase("fr") + text.slice(1);
}

const LIGHT = {
  sober: "lumière neutre",
  warm: "lumière chaude de fin de journée",
  playful: "couleurs vives",
  professional: "lumière de studio",
  direct: "lumière du jour",
  lively: "couleurs franches",
} as const;

function lightOf({ brief }: Sheet): string {
  return LIGHT[brief.tone.mood ?? "sober"];
}
