import { normalise } from "../french-text.ts";
import { find, lexicon } from "./lexicon.ts";

/** Camera movements the renderer knows. */
export const movements = ["still", "push", "pull", "left", "right", "up", "down", "turn"] as const;
export type Movement = (typeof movements)[number];

export const movementLabels: Record<Movement, string> = {
  still: "plan fixe",
  push: "travelling avant",
  pull: "travelling arrière",
  left: "travelling vers la gauche",
  right: "travelling vers la droite",
  up: "panoramique vers le haut",
  down: "panoramique vers le bas",
  turn: "rotation lente",
};

const MOVEMENTS = lexicon<Movement>({
  still: "plan_fixe fixe camera_fixe immobile",
  push: "travelling_avant zoom_avant avancee_de_la_camera la_camera_avance rapprochement zoom travelling_en_avant approche",
  pull: "travelling_arriere zoom_arriere recul la_camera_recule dezoom eloignement travelling_en_arriere",
  left: "travelling_vers_la_gauche travelling_gauche travelling_lateral_gauche travelling_lateral_vers_la_gauche panoramique_gauche panoramique_vers_la_gauche panoramique_a_gauche",
  right:
    "travelling_vers_la_droite travelling_droite travelling_droit travelling_lateral travelling_lateral_droit travelling_lateral_vers_la_droite panoramique_droite panoramique_vers_la_droite panoramique_a_droite panoramique travelling",
  up: "panoramique_vers_le_haut panoramique_haut travelling_vertical travelling_vers_le_haut la_camera_monte grue contre_plongee_montante",
  down: "panoramique_vers_le_bas panoramique_bas panoramique_vertical travelling_vers_le_bas la_camera_descend",
  turn: "rotation rotation_lente orbite mouvement_circulaire travelling_circulaire la_camera_tourne",
});

export type ShotFault = {
  id: "colon" | "movement" | "unknown-movement" | "two-movements" | "scene" | "details";
  message: string;
};

export type ShotReading = {
  movement: Movement;
  /** Every movement named, in order. */
  named: Movement[];
  movementText: string;
  scene: string;
  details: string;
  /** What is missing, as French sentences that say what to write. */
  faults: ShotFault[];
};

const bare = (text: string): string => text.replace(/^[\s[(]+|[\s\])]+$/g, "").trim();

/**
 * Reads one shot written « [mouvement] : [scène]. [détails] »; the brackets may stay or go. A line that lacks a part is
 * read as far as it goes: the renderer keeps a fixed shot, and `faults` says what is missing.
 */
export function readShot(line: string): ShotReading {
  const faults: ShotFault[] = [];
  const text = line.trim().replace(/\s+/g, " ");
  const colon = text.indexOf(":");
  const before = colon > 0 ? bare(text.slice(0, colon)) : "";
  const after = colon > 0 ? text.slice(colon + 1).trim() : text;
  const cut = /^(.*?)[.\]](?:\s+|$)(.*)$/.exec(after);
  const scene = bare(cut ? cut[1]! : after);
  const details = bare((cut ? cut[2]! : "").replace(/\.$/, ""));

  if (colon <= 0)
    faults.push({
      id: "colon",
      message:
        "Il manque le mouvement et les deux-points au début. Écrivez par exemple «\u00a0Travelling avant\u00a0: une barque quitte le quai. Aube, brume légère.\u00a0»",
    });
  const named = find(before, MOVEMENTS).map((f) => f.means);
  if (colon > 0 && !before)
    faults.push({
      id: "movement",
      message:
        "Rien n’est écrit avant les deux-points\u00a0: nommez le mouvement, ou «\u00a0Plan fixe\u00a0».",
    });
  else if (colon > 0 && named.length === 0)
    faults.push({
      id: "unknown-movement",
      message: `«\u00a0${before}\u00a0» n’est pas un mouvement connu. Choisissez plan fixe, travelling avant, arrière, gauche ou droite, panoramique haut ou bas, rotation lente.`,
    });
  if (named.length > 1)
    faults.push({
      id: "two-movements",
      message: `Plusieurs mouvements dans le même plan (${named.map((m) => movementLabels[m]).join(", ")})\u00a0: gardez-en un seul, ou faites deux plans.`,
    });
  if (!scene)
    faults.push({
      id: "scene",
      message: "La scène manque\u00a0: dites qui ou quoi, où, et ce qui se passe.",
    });
  if (!details)
    faults.push({
      id: "details",
      message: "Les détails manquent après le point\u00a0: lumière, cadrage, ambiance, matière.",
    });
  return { movement: named[0] ?? "still", named, movementText: before, scene, details, faults };
}

const FLASHING = /\b(clignot\w*|stroboscop\w*|flash\w*|eclairs?|scintill\w* rapide\w*|saccad\w*)\b/;
const MOVING =
  /\b(glisse\w*|avance\w*|rame\w*|passe|passent|traverse\w*|navigue\w*|s eloigne\w*|descend la riviere|quitte\w*|part|arrive\w*|roule\w*)\b/;

/** True when the words ask for flashes or flicker. */
export const asksForFlashes = (text: string): boolean =>
  FLASHING.test(normalise(text.replace(/\bsans [^.,;]+/gi, "").replace(/\bpas de [^.,;]+/gi, "")));
/** True when the subject itself moves across the frame. */
export const subjectMoves = (text: string): boolean => MOVING.test(normalise(text));
